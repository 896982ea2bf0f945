import {
  checkLines,
  checkSummary
} from "./report.check-report.shared.js";
import "./report.finding-lines.js";
import "./report.line.js";
import "./model.counted.js";
import "./model.provenance.js";
import "./esbuild-helpers.js";
export {
  checkLines,
  checkSummary
};
