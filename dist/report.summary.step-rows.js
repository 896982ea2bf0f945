import {
  extra
} from "./report.summary.fit-page.js";
import {
  codeInCell,
  inCell,
  linkTarget,
  linked
} from "./report.markdown.js";

// src/report/summary/step-rows.ts
function stepRow({ what, title, source, page = null, url, kind }, safe) {
  const from = linked(codeInCell(safe(source)), page);
  const post = url && linkTarget(url) ? linked(kind, url) : "new";
  return `| ${what} | ${inCell(safe(title))} | ${from} | ${post} |
`;
}
var stepTableHead = "| | Title | Source | Post |\n| --- | --- | --- | --- |\n";
function stepTable(rows, safe) {
  if (rows.length === 0) return [];
  return [stepTableHead, ...rows.map((row) => extra(0, () => stepRow(row, safe), true)), "\n"];
}

export {
  stepRow,
  stepTableHead,
  stepTable
};
