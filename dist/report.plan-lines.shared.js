import {
  addressLines,
  contentDiff,
  editorLines,
  tagLines,
  textDiff,
  warningLines
} from "./report.content-diff.js";
import {
  findingLines
} from "./report.finding-lines.js";
import {
  counted
} from "./model.counted.js";
import {
  line
} from "./report.line.js";
import {
  askingPulls,
  planSummary,
  posterName,
  targetName
} from "./report.plan-report.shared.js";

// src/report/beside-lines.ts
var mostWaiting = 20;
function besideLines(report) {
  return [
    ...report.held.flatMap(heldLines),
    ...headed("edited on the site, and left as they are:", report.edited.map(postLine)),
    ...headed(
      "their source is gone, or not marked; nothing is deleted:",
      report.orphaned.map(postLine),
      report.orphaned.map(({ unread }) => unread ? findingLines([unread]) : [])
    ),
    waitingLines(report),
    ...findingParts(report)
  ].filter((lines) => lines.length > 0);
}
function postLine({ source, url }) {
  return line(`* ${source}  ${url}`);
}
function heldLines(held) {
  const { source, url, reason, message, remedy, ways = [], conflicts } = held;
  return [
    [
      line(""),
      line(`held  ${source}: ${reason}`, "warning"),
      ...url ? [line(url)] : [],
      line(message),
      line(remedy),
      ...ways.map((way) => line(resolveLine(source, way)))
    ],
    ...conflicts.map(({ field, ours, theirs }) => [
      line(`${field} of ${source}, from the site's (-) to the source's (+):`, "faint"),
      ...textDiff(theirs, ours)
    ])
  ];
}
function resolveLine(source, way) {
  const plain = /^[\w./][\w./#@:+=-]*$/.test(source);
  const word = plain ? source : `'${source.replaceAll("'", String.raw`'\''`)}'`;
  return `stack-publish resolve ${word} ${way}`;
}
function waitingLines({ waiting, waits = [], unreleased }) {
  const told = [];
  if (waiting > 0) {
    told.push(line(`${waitingText(waiting)}${waits.length > 0 ? ":" : "."}`));
    const named = waits.slice(0, mostWaiting);
    told.push(...named.map(({ action, source }) => line(`* ${action}  ${source}`)));
    if (waits.length > named.length) told.push(line(`* ${waits.length - named.length} more`));
  }
  if (unreleased > 0) told.push(line(unreleasedText(unreleased)));
  return told.length > 0 ? [line(""), ...told] : [];
}
function waitingText(waiting) {
  return `${counted(waiting, "step")} wait${waiting === 1 ? "s" : ""} for the next plan, once this one is published`;
}
function unreleasedText(count) {
  return `${counted(count, "note")} of pull requests come${count === 1 ? "s" : ""} with the release that has them.`;
}
function decidingFindings({ findings, settled = [] }) {
  const left = new Set(settled);
  const deciding = findings.filter(({ source }) => !left.has(source));
  return { deciding, others: findings.length - deciding.length };
}
function findingParts(report) {
  const { deciding, others } = decidingFindings(report);
  const more = others > 0 ? [[line(othersText(others))]] : [];
  return headedBy([], [...deciding.map((each) => findingLines([each])), ...more]);
}
function othersText(count) {
  return `${counted(count, "finding")} of sources that stay as they are: \`stack-publish check\` tells ${count === 1 ? "it" : "them"}.`;
}
function headed(heading, lines, more = []) {
  const parts = lines.map((each, index) => [each, ...more[index] ?? []]);
  return headedBy([line(heading, "heading")], parts);
}
function headedBy(heading, parts) {
  return parts.map((part, index) => index === 0 ? [line(""), ...heading, ...part] : part);
}

// src/report/plan-lines.ts
var mostAtOnce = 3;
function planParts(report) {
  const { destination, account } = report;
  const target = line(`${targetName(destination)}, as ${posterName(account)}`, "heading");
  const steps = report.steps.map((step) => {
    const where = step.url ? `  ${step.url}` : "";
    const lines = [...warningLines(step), ...addressLines(step)];
    return {
      heading: line(`${step.action}  ${step.source}${where}`, "heading"),
      lines: [...lines, ...contentDiff(step.before, step.after)]
    };
  });
  const contents = report.steps.flatMap(({ before, after }) => [before, after]);
  const beside = [
    ...editorLines(report.people, contents),
    ...tagLines(report.tags),
    ...besideLines(report)
  ];
  const end = [line(""), line(planSummary(report), "heading")];
  if (report.digest) end.push(line(report.digest));
  return { target, head: headLines(report), steps, beside, end };
}
function planLines(report) {
  const { target, head, steps, beside, end } = planParts(report);
  const each = steps.flatMap(({ heading, lines }) => [line(""), heading, ...lines]);
  return [target, ...head, ...each, ...beside.flat(), ...end];
}
function headLines(report) {
  const { commit, steps } = report;
  const asking = askingPulls(steps).map(
    ({ pull = "", author }) => author ? `${pull} (${author.login})` : pull
  );
  return [
    line(planSummary(report)),
    ...commit ? [line(`from commit ${commit.id.slice(0, 12)}`, "faint")] : [],
    ...asking.length > 0 ? [line(`asked for by ${asking.join(", ")}`, "faint")] : [],
    ...steps.length > mostAtOnce ? [line("")] : [],
    ...steps.length > mostAtOnce ? steps.map(({ action, source, after }) => line(`* ${action}  ${source}: ${after.title}`)) : []
  ];
}

export {
  resolveLine,
  waitingText,
  unreleasedText,
  decidingFindings,
  othersText,
  mostAtOnce,
  planParts,
  planLines
};
