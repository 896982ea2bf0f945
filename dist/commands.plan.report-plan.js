import {
  orphansOf,
  sameJson
} from "./commands.prepare.js";
import {
  compareSourceKeys
} from "./commands.gather.js";
import {
  copyOfRecords
} from "./model.ledger.js";
import {
  provenanceText
} from "./model.provenance.js";
import {
  digestOf
} from "./model.digest.js";

// src/planning/record-plan.ts
var keepFor = 90 * 24 * 36e5;
function recordPlan(current, news) {
  const { destination, before, plan, now } = news;
  const changed = [];
  const texts = [];
  const note = (key, record) => {
    const known = current.records[key];
    const isNews = known && sameJson(known, before.records[key]) && !sameJson(known, record);
    if (isNews) changed.push([key, record]);
    return isNews ?? false;
  };
  for (const [key, record] of news.changes.orphanNews) note(key, record);
  for (const change of news.changes.changes) {
    const from = change.outcome === "unchanged" ? null : change.renamedFrom;
    if (change.record === null || change.outcome === "step" && from) continue;
    const isNews = note(from ?? change.source, change.record);
    if (isNews && change.outcome === "unchanged" && change.composed) texts.push(change.composed);
  }
  const cursors = { ...current.cursors };
  for (const kind of ["article", "question"]) {
    const seen = news.changes.cursors[kind];
    const other = cursors[kind];
    if (seen && (!other || seen.at >= other.at)) cursors[kind] = seen;
  }
  const isRecent = (at) => now - at < keepFor;
  const plans = Object.fromEntries(Object.entries(current.plans).filter(([, at]) => isRecent(at)));
  const approvals = Object.entries(current.approvals).filter(([, { at }]) => isRecent(at));
  if (plan) plans[digestOf(plan)] ??= now;
  const { tier, site, team } = destination;
  const index = {
    ...current,
    destination: { tier, site, team },
    started: current.started ?? now,
    cursors,
    sourceCursors: laterCursors(current.sourceCursors, news.sourceCursors, before.sourceCursors),
    plans,
    approvals: Object.fromEntries(approvals),
    records: changed.length === 0 ? current.records : Object.assign(copyOfRecords(current.records), Object.fromEntries(changed))
  };
  if (sameJson(index, current)) return null;
  return { index, texts, plans: plan ? [plan] : [] };
}
function laterCursors(current, seen, before) {
  const later = { ...current };
  for (const list of Object.keys(seen)) {
    const [ours, theirs] = [seen[list], current[list]];
    if (ours) later[list] = theirs && !sameJson(theirs, before[list]) ? joined(ours, theirs) : ours;
  }
  return later;
}
function joined(seen, other) {
  const pending = new Map(
    [...other.pending, ...seen.pending].map((each) => [provenanceText(each), each])
  );
  return {
    ...seen,
    // The older one: what lies between the two is looked at once more.
    at: Math.min(other.at, seen.at),
    pending: [...pending].sort(([a], [b]) => compareSourceKeys(a, b)).map(([, provenance]) => provenance)
  };
}

// src/commands/plan/report-plan.ts
function reportPlan(plan, prepared, site) {
  const url = (post) => post && site.urlOf(post);
  const orphaned = orphansOf(prepared);
  return {
    destination: site.destination,
    account: prepared.account,
    digest: plan.digest,
    steps: plan.steps.map((change) => reportStep(change, url(change.post))),
    held: plan.held.map(({ source, post, reason, message, remedy, conflicts }) => ({
      source,
      url: url(post),
      reason,
      message,
      remedy,
      conflicts
    })),
    edited: plan.unchanged.flatMap(
      ({ source, post, edited }) => edited && post ? [{ source, url: site.urlOf(post) }] : []
    ),
    orphaned: orphaned.map(({ source, post, unread }) => ({
      source,
      url: site.urlOf(post),
      unread
    })),
    waiting: plan.waiting.length,
    unchanged: plan.unchanged.length,
    // What is told of an orphan stands there.
    findings: prepared.findings.filter((each) => orphaned.every(({ unread }) => unread !== each))
  };
}
function reportStep({ step, source, shown, overwrites }, url) {
  const before = step.action === "adopt" ? step.content : shown;
  const { action, reason = null, content: after } = step;
  return { action, source, url, reason, overwrites, before, after };
}

// builtin-import:node:path?src/commands/warn-of-uncommitted.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:path");
var one = (name) => all[name];
var $matchesGlob = /* @__PURE__ */ one("matchesGlob");

// src/commands/warn-of-uncommitted.ts
async function warnOfUncommitted({
  config,
  repository,
  log
}) {
  const { docs } = config.sources;
  if (docs === false) return;
  const changed = (await repository.changedPaths()).filter(
    (path) => docs.include.some((pattern) => $matchesGlob(path, pattern))
  );
  if (changed.length === 0) return;
  const more = changed.length > 3 ? ` and ${changed.length - 3} more` : "";
  log.warn(
    `The working tree differs from the commit that is read: ${changed.slice(0, 3).join(", ")}${more}. Commit to publish these changes.`
  );
}

export {
  recordPlan,
  reportPlan,
  warnOfUncommitted
};
