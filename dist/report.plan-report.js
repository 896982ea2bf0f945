import {
  findingLines,
  linkLine,
  pictureLine,
  placeText,
  planLines,
  planParts,
  planQuestion,
  planSummary,
  posterName,
  targetName,
  warningLines
} from "./report.plan-report.shared.js";
import "./model.line-hunks.js";
import "./model.destination.js";
import "./report.line.js";
import "./model.counted.js";
import "./model.provenance.js";
import "./esbuild-helpers.js";
export {
  findingLines,
  linkLine,
  pictureLine,
  placeText,
  planLines,
  planParts,
  planQuestion,
  planSummary,
  posterName,
  targetName,
  warningLines
};
