import {
  publishLines
} from "./report.publish-report.shared.js";
import "./report.result-names.js";
import {
  checkLines
} from "./report.check-report.shared.js";
import {
  aroundBlocks,
  blocks,
  codeSpan,
  linkTarget,
  sizeOf
} from "./report.markdown.js";
import "./rendering.acting-words.js";
import "./report.finding-lines.js";
import {
  line,
  longestPage
} from "./report.line.js";
import {
  counted
} from "./model.counted.js";
import "./model.provenance.js";
import "./esbuild-helpers.js";

// src/report/summary.ts
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
function checkSummaryMarkdown(document, findings, safe, isFork = false) {
  const all = checkLines(document, findings);
  let room = longestPage - aroundBlocks;
  const shown = all.filter(({ text }) => (room -= 2 * sizeOf(safe(text))) > 0);
  const left = all.length - shown.length;
  const note = left === 0 ? [] : [line(`… and ${counted(left, "more line")}`)];
  return [
    "## Check for Stack Internal",
    "",
    ...isFork ? ["The pull request is from a fork, whose runs may not comment on it: all is told here.", ""] : [],
    ...blocks([...shown, ...note], safe),
    ""
  ].join("\n");
}
function faultSummaryMarkdown(fault, safe) {
  const lines = [...fault.message.split("\n"), "", fault.remedy].map((text) => line(text));
  return [`## stack-publish: \`${fault.code}\``, "", ...blocks(lines, safe), ""].join("\n");
}
export {
  checkSummaryMarkdown,
  faultSummaryMarkdown,
  publishSummaryMarkdown
};
