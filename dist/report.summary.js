import {
  publishLines
} from "./report.publish-report.shared.js";
import "./report.result-names.js";
import {
  checkLines
} from "./report.check-report.shared.js";
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
import "./model.line-hunks.js";
import "./model.destination.js";
import "./model.provenance.js";
import "./esbuild-helpers.js";

// src/report/summary.ts
var aroundBlocks = 240;
function planSummaryMarkdown(report, accept, safe) {
  const { steps, beside, end } = planParts(report);
  const page = (more) => [
    "## Plan for Stack Internal",
    "",
    `${safe(planSummary(report))}.`,
    "",
    ...blocks([...steps, ...more, ...end], safe),
    ...report.digest ? ["", ...howToApprove(report.digest, accept)] : [],
    ""
  ].join("\n");
  let room = longestPage - Buffer.byteLength(page([])) - aroundBlocks;
  let left = 0;
  const shown = beside.filter((lines) => {
    const size = lines.reduce((sum, { text }) => sum + sizeOf(safe(text)), aroundBlocks);
    const fits = size <= room;
    if (fits) room -= size;
    else left += 1;
    return fits;
  });
  const note = left === 0 ? [] : [line(""), line(leftOut(left), "warning")];
  return page([...shown.flat(), ...note]);
}
function sizeOf(text) {
  return Buffer.byteLength(text) + 1;
}
function leftOut(count) {
  return `There is no room here for ${counted(count, "more remark")} on what is held, edited, gone or found; the plan at a terminal shows them.`;
}
function publishSummaryMarkdown(document, safe) {
  const links = document.steps.flatMap(({ result, source, post }) => {
    const address = post && linkTarget(post.url);
    return address ? [`- ${result} [${codeSpan(safe(source))}](${address})`] : [];
  });
  const { approval } = document;
  return [
    "## Published to Stack Internal",
    "",
    ...approval ? [
      `Approved by ${approversOf(approval).map((login) => codeSpan(safe(login))).join(
        ", "
      )} (${approval.mechanism}, ${approval.verified ? "verified" : "not verified"}): \`${approval.digest}\``,
      ""
    ] : [],
    ...links,
    ...links.length > 0 ? [""] : [],
    ...blocks(publishLines(document), safe),
    ""
  ].join("\n");
}
function approversOf({ by, others = [] }) {
  return [by?.login ?? "nobody known", ...others.map(({ login }) => login)];
}
function checkSummaryMarkdown(document, findings, safe) {
  const all = checkLines(document, findings);
  let room = longestPage - aroundBlocks;
  const shown = all.filter(({ text }) => (room -= 2 * sizeOf(safe(text))) > 0);
  const left = all.length - shown.length;
  const note = left === 0 ? [] : [line(`… and ${counted(left, "more line")}`)];
  return ["## Check for Stack Internal", "", ...blocks([...shown, ...note], safe), ""].join("\n");
}
function faultSummaryMarkdown(fault, safe) {
  const lines = [...fault.message.split("\n"), "", fault.remedy].map((text) => line(text));
  return [`## stack-publish: \`${fault.code}\``, "", ...blocks(lines, safe), ""].join("\n");
}
function howToApprove(digest, accept) {
  const copied = (text) => ["", "```text", text, "```"];
  const ways = [];
  const add = (way, ...lines) => {
    if (accept.includes(way)) ways.push(...lines);
  };
  add("environment", "To approve it, approve the deployment that waits in this run.");
  const comment = "To approve it, comment on a pull request with this line alone:";
  add("comment", comment, ...copied(`/publish ${digest}`));
  const dispatch = "To approve it, start the workflow by hand with this digest:";
  add("dispatch", dispatch, ...copied(digest));
  return ways.length > 0 ? ways : ["Its digest:", ...copied(digest)];
}
var longestFence = 50;
var endsAny = new RegExp(`^( {0,3})\`(?=\`{${longestFence - 1},}[ \\t]*$)`);
function blocks(lines, safe) {
  const runs = [];
  for (const { text, quoted = false } of lines) {
    if (runs.at(-1)?.quoted !== quoted) runs.push({ quoted, texts: [] });
    runs.at(-1)?.texts.push(safe(text));
  }
  return runs.flatMap(({ quoted, texts }) => {
    const fence = "`".repeat(Math.min(longestRun(texts.join("\n"), 2) + 1, longestFence));
    const lines2 = texts.map((text) => text.replace(endsAny, String.raw`$1\u{60}`));
    return [`${fence}${quoted ? "diff" : "text"}`, ...lines2, fence];
  });
}
function codeSpan(text) {
  const marks = "`".repeat(longestRun(text, 0) + 1);
  return `${marks} ${text} ${marks}`;
}
function longestRun(text, least) {
  return text.matchAll(/`+/g).reduce((longest, [run]) => Math.max(longest, run.length), least);
}
function linkTarget(address) {
  const url = URL.parse(address);
  if (url?.protocol !== "https:" && url?.protocol !== "http:") return null;
  return url.href.replace(
    /[()<>[\]\\\s]/g,
    (char) => encodeURIComponent(char).replace("(", "%28").replace(")", "%29")
  );
}
export {
  checkSummaryMarkdown,
  faultSummaryMarkdown,
  planSummaryMarkdown,
  publishSummaryMarkdown
};
