import {
  findingLines
} from "./report.plan-report.shared.js";
import {
  line
} from "./report.line.js";
import "./model.line-hunks.js";
import "./model.provenance.js";
import {
  counted
} from "./model.counted.js";
import "./model.destination.js";
import "./esbuild-helpers.js";

// src/report/check-report.ts
function checkLines(document, findings) {
  const summary = document.counts.sources === 0 ? "Nothing is marked for publication." : checkSummary(document);
  return [...findingLines(findings), line(summary, "heading")];
}
function checkSummary({ counts }) {
  const { sources, ready, errors, warnings } = counts;
  return `${ready} of ${counted(sources, "source")} ready, ${counted(errors, "error")}, ${counted(warnings, "warning")}`;
}
export {
  checkLines,
  checkSummary
};
