import {
  findingLines
} from "./report.plan-report.shared.js";
import {
  line
} from "./report.line.js";
import "./model.provenance.js";
import "./esbuild-helpers.js";

// src/report/check-report.ts
function checkLines(document, findings) {
  const summary = document.counts.sources === 0 ? "Nothing is marked for publication." : checkSummary(document);
  return [...findingLines(findings), line(summary, "heading")];
}
function checkSummary({ counts }) {
  const { sources, ready, errors, warnings } = counts;
  return `${ready} of ${sources} sources ready, ${errors} errors, ${warnings} warnings`;
}
export {
  checkLines,
  checkSummary
};
