import {
  findingLines,
  placeText,
  planLines,
  planSummary
} from "./report.plan-report.shared.js";
import "./report.line.js";
import "./model.provenance.js";
import "./esbuild-helpers.js";
export {
  findingLines,
  placeText,
  planLines,
  planSummary
};
