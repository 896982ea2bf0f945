import {
  findingLines,
  placeText,
  planLines,
  planQuestion,
  planSummary
} from "./report.plan-report.shared.js";
import "./report.line.js";
import "./model.line-hunks.js";
import "./model.provenance.js";
import "./esbuild-helpers.js";
export {
  findingLines,
  placeText,
  planLines,
  planQuestion,
  planSummary
};
