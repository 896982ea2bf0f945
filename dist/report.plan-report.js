import {
  askingPulls,
  planQuestion,
  planSummary,
  posterName,
  targetName
} from "./report.plan-report.shared.js";
import "./model.destination.js";
import "./esbuild-helpers.js";
export {
  askingPulls,
  planQuestion,
  planSummary,
  posterName,
  targetName
};
