import {
  addressLines,
  besideLines,
  contentDiff,
  editorLines,
  tagLines,
  warningLines
} from "./report.beside-lines.js";
import {
  line
} from "./report.line.js";
import {
  askingPulls,
  planSummary,
  posterName,
  targetName
} from "./report.plan-report.shared.js";

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
    ...steps.length > mostAtOnce ? [line(""), ...contentsLines(steps)] : []
  ];
}
var widestSource = 48;
function contentsLines(steps) {
  const wide = (texts) => Math.max(...texts.map(({ length }) => length));
  const actions = wide(steps.map(({ action }) => action));
  const sources = Math.min(widestSource, wide(steps.map(({ source }) => source)));
  return steps.map(
    ({ action, source, after }) => line(`* ${action.padEnd(actions)}  ${source.padEnd(sources)}  ${after.title}`)
  );
}

export {
  mostAtOnce,
  planParts,
  planLines
};
