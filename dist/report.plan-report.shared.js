import {
  placeName
} from "./model.destination.js";

// src/report/plan-report.ts
function askingPulls(steps) {
  const first = /* @__PURE__ */ new Map();
  for (const step of steps)
    if (step.pull !== void 0 && !first.has(step.pull)) first.set(step.pull, step);
  return [...first.values()];
}
function posterName({ id, name }) {
  return name === null ? `account ${id}` : `${name} (${id})`;
}
function planQuestion(report) {
  const { destination, account } = report;
  return `Publish just this to ${targetName(destination)}, as ${posterName(account)}: ${planSummary(report)}?`;
}
function planSummary(report) {
  const count = (action) => report.steps.filter((step) => step.action === action).length;
  const parts = [
    [count("create"), "to create"],
    [count("update"), "to update"],
    [count("merge"), "to merge"],
    [count("overwrite"), "to overwrite"],
    [count("adopt"), "to adopt"],
    [report.held.length, "held"],
    [report.waiting, "waiting"],
    [report.unreleased, "of no release yet"],
    [report.unchanged, "unchanged"],
    [report.skipped, "skipped"]
  ];
  const named = parts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
  return named.length === 0 ? "Nothing is marked for publication." : named.join(", ");
}
function targetName(destination) {
  const { tier, api } = destination;
  return `${placeName(destination)} (${tier}, API ${api})`;
}

export {
  askingPulls,
  posterName,
  planQuestion,
  planSummary,
  targetName
};
