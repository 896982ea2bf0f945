import {
  checkLines,
  checkSummary
} from "./report.check-report.shared.js";
import "./report.plan-report.shared.js";
import "./model.line-hunks.js";
import "./model.destination.js";
import "./report.line.js";
import "./model.counted.js";
import "./model.provenance.js";
import "./esbuild-helpers.js";
export {
  checkLines,
  checkSummary
};
