import {
  planSummaryMarkdown
} from "./report.plan-summary.shared.js";
import "./report.markdown.js";
import "./report.plan-report.shared.js";
import "./report.line.js";
import "./model.counted.js";
import "./model.line-hunks.js";
import "./model.destination.js";
import "./model.provenance.js";
import "./esbuild-helpers.js";
export {
  planSummaryMarkdown
};
