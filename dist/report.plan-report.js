import {
  findingLines,
  placeText,
  planLines,
  planParts,
  planQuestion,
  planSummary
} from "./report.plan-report.shared.js";
import "./report.line.js";
import "./model.counted.js";
import "./model.line-hunks.js";
import "./model.destination.js";
import "./model.provenance.js";
import "./esbuild-helpers.js";
export {
  findingLines,
  placeText,
  planLines,
  planParts,
  planQuestion,
  planSummary
};
