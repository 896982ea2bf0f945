import {
  blocks,
  codeSpan,
  linked
} from "./report.markdown.js";
import "./rendering.acting-words.js";
import "./esbuild-helpers.js";

// src/report/decision-summary.ts
function decisionSummaryMarkdown(lines, by, safe) {
  const who = by ? [`Decided by ${linked(codeSpan(safe(by.login)), by.evidence)}`, ""] : [];
  return ["## Decided for Stack Internal", "", ...who, ...blocks(lines, safe), ""].join("\n");
}
export {
  decisionSummaryMarkdown
};
