import {
  commentText
} from "./report.comment.comment-text.js";
import {
  findingItem
} from "./report.summary.finding-item.js";
import {
  extra
} from "./report.summary.fit-page.js";
import {
  codeInCell,
  inCell,
  linked
} from "./report.markdown.js";
import {
  counted
} from "./model.counted.js";
import {
  changeNoun
} from "./model.provenance.js";

// src/report/comment/check-comment.ts
function checkComment(told, safe, render) {
  const { entry, pages, findings, run } = told;
  if (entry === null && pages.length === 0 && findings.length === 0) return null;
  const isAny = entry !== null || pages.length > 0;
  return commentText(
    [
      "### Stack Internal: before the merge\n\n",
      isAny ? "Once this is merged, and a maintainer has approved it, readers will see:\n\n" : "As it is now, nothing of this will be published.\n\n",
      ...pagesTable(pages, safe),
      ...entry === null ? [] : entryParts(entry, run, safe, render),
      ...findingParts(findings, safe)
    ],
    run
  );
}
function nothingComment(kind) {
  return `Nothing of this ${changeNoun(kind)} is published on Stack Internal.`;
}
function pagesTable(pages, safe) {
  if (pages.length === 0) return [];
  const rows = pages.map(
    ({ source, kind, title }) => extra(0, () => `| ${kind} | ${inCell(safe(title))} | ${codeInCell(safe(source))} |
`, true)
  );
  return ["| | Title | Source |\n| --- | --- | --- |\n", ...rows, "\n"];
}
function entryParts({ text, section }, run, safe, render) {
  const where = section === null ? "" : `, in the section ${inCell(safe(section))} of the next release`;
  return [
    `Its note${where}:

`,
    extra(
      2,
      () => {
        const quote = render(text);
        if (quote === null)
          return `It is too long to be shown here; ${linked("the run's page", run)} has it.

`;
        return `${quote.trimEnd().split("\n").map(safe).join("\n")}

`;
      },
      true
    )
  ];
}
function findingParts(findings, safe) {
  if (findings.length === 0) return [];
  const count = (severity) => findings.filter((finding) => finding.severity === severity).length;
  const [errors, warnings] = [count("error"), count("warning")];
  const told = [
    ...errors > 0 ? [`**${counted(errors, "error")}**, and what has one is not published`] : [],
    ...warnings > 0 ? [`**${counted(warnings, "warning")}**`] : []
  ];
  return [
    `${told.join("; ")}:

`,
    ...findings.map((finding) => extra(1, () => findingItem(finding, safe), true)),
    "\n"
  ];
}

export {
  checkComment,
  nothingComment
};
