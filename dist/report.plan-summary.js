import {
  aroundBlocks,
  blocks,
  inTable,
  inTag,
  linkTarget,
  sizeOf
} from "./report.markdown.js";
import {
  approvalWays
} from "./report.approval-ways.js";
import {
  planParts,
  planSummary
} from "./report.plan-report.shared.js";
import "./model.line-hunks.js";
import "./model.destination.js";
import {
  line,
  longestPage
} from "./report.line.js";
import {
  counted
} from "./model.counted.js";
import "./model.provenance.js";
import "./esbuild-helpers.js";

// src/report/plan-summary.ts
var mostOpen = 3;
function planSummaryMarkdown(report, ways, safe) {
  const { target, steps, beside, end } = planParts(report);
  const open = steps.length > mostOpen ? "" : " open";
  const folded = report.steps.flatMap(({ action, source }, n) => [
    `<details${open}><summary>${action} <code>${inTag(safe(source))}</code></summary>`,
    "",
    ...blocks(steps[n]?.lines ?? [], safe),
    "",
    "</details>",
    ""
  ]);
  const page = (table2, more) => [
    "## Plan for Stack Internal",
    "",
    `${safe(planSummary(report))}.`,
    "",
    ...blocks([target], safe),
    "",
    ...madeFrom(report),
    ...table2,
    ...folded,
    ...blocks([...more, ...end], safe),
    ...report.digest ? ["", ...howToApprove(report.digest, ways)] : [],
    ""
  ].join("\n");
  let room = longestPage - Buffer.byteLength(page([], [])) - aroundBlocks;
  const all = stepTable(report, safe);
  const tableSize = all.reduce((sum, each) => sum + sizeOf(each), 0);
  const table = tableSize <= room ? all : [];
  if (table.length > 0) room -= tableSize;
  let left = 0;
  const shown = beside.filter((lines) => {
    const size = lines.reduce((sum, { text }) => sum + sizeOf(safe(text)), aroundBlocks);
    const fits = size <= room;
    if (fits) room -= size;
    else left += 1;
    return fits;
  });
  const note = left === 0 ? [] : [line(""), line(leftOut(left), "warning")];
  return page(table, [...shown.flat(), ...note]);
}
function madeFrom({ commit }) {
  if (!commit) return [];
  const id = `<code>${commit.id.slice(0, 12)}</code>`;
  const address = commit.page && linkTarget(commit.page);
  return [`Made from commit ${address ? `[${id}](${address})` : id}.`, ""];
}
function stepTable(report, safe) {
  if (report.steps.length === 0) return [];
  const cell = (text, address) => {
    const code = `<code>${inTable(safe(text))}</code>`;
    const to = address ? linkTarget(address) : null;
    return to ? `[${code}](${to})` : code;
  };
  return [
    "| | Source | Title | Post |",
    "| --- | --- | --- | --- |",
    ...report.steps.map(({ action, source, page, url, after }) => {
      const post = (url && linkTarget(url)) ?? null;
      return `| ${action} | ${cell(source, page)} | ${cell(after.title, null)} | ${post ? `[open](${post})` : "new"} |`;
    }),
    ""
  ];
}
function leftOut(count) {
  return `There is no room here for ${counted(count, "more remark")} on what is held, edited, gone or found; the plan at a terminal shows them.`;
}
function howToApprove(digest, ways) {
  const copied = (text) => ["", "```text", text, "```"];
  const onGitHub = ways.filter((way) => way !== "asserted");
  const told = approvalWays(digest, onGitHub).flatMap(({ sentence, line: text, more }, n) => [
    ...n > 0 ? [""] : [],
    sentence,
    ...text === null ? [] : copied(text),
    ...more === void 0 ? [] : ["", more]
  ]);
  return told.length > 0 ? told : ["Its digest:", ...copied(digest)];
}
export {
  planSummaryMarkdown
};
