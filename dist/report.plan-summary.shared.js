import {
  aroundBlocks,
  blocks,
  inTable,
  inTag,
  linkTarget,
  sizeOf
} from "./report.markdown.js";
import {
  planParts,
  planSummary
} from "./report.plan-report.shared.js";
import {
  line,
  longestPage
} from "./report.line.js";
import {
  counted
} from "./model.counted.js";

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
  const told = [];
  const add = (way, ...lines) => {
    if (ways.includes(way)) told.push(...told.length > 0 ? ["", ...lines] : lines);
  };
  add("environment", "To approve it, approve the deployment that waits in this run.");
  const comment = "To approve it, comment on a pull request with this line alone:";
  const except = "To leave a step out, add a line `except SOURCE` for it.";
  add("comment", comment, ...copied(`/publish ${digest}`), "", except);
  const dispatch = "To approve it, start the workflow by hand with this digest:";
  add("dispatch", dispatch, ...copied(digest));
  return told.length > 0 ? told : ["Its digest:", ...copied(digest)];
}

export {
  planSummaryMarkdown
};
