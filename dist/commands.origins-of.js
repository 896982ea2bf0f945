import {
  waysOut
} from "./commands.resolve.resolutions.js";
import {
  orphansOf,
  skippedIn,
  stepLinks,
  stepPictures,
  withNames
} from "./commands.prepare.js";
import {
  renderedPost
} from "./commands.plan.rendered-post.js";
import {
  makesPost
} from "./planning.link-order.js";
import {
  copyOfRecords,
  sameJson,
  withMemory
} from "./model.ledger.js";
import {
  mapConcurrent
} from "./model.map-concurrent.js";
import {
  compareSourceKeys
} from "./markdown.headings.js";
import {
  changeNumber,
  provenanceText
} from "./model.provenance.js";
import {
  historyPage,
  originPage,
  pagesAt
} from "./model.forge-addresses.js";
import {
  digestOf
} from "./model.digest.js";
import {
  Fault
} from "./model.error.js";

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
  const { orphanNews } = news.changes;
  for (const [key, record] of orphanNews) note(key, record);
  for (const key of news.told ?? []) {
    const record = orphanNews.get(key) ?? before.records[key];
    if (record) note(key, { ...record, settings: null });
  }
  for (const change of news.seen ?? news.changes.changes) {
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
  const used = new Set(
    Object.values(current.records).flatMap(({ plan: digest }) => digest ?? [])
  );
  const approvals = Object.entries(current.approvals).filter(
    ([digest, { at }]) => isRecent(at) || used.has(digest)
  );
  if (plan) plans[digestOf(plan)] ??= now;
  const { tier, site, team } = destination;
  const index = {
    ...withMemory(current, destination.api, news.memory),
    destination: { tier, site, team },
    started: current.started ?? now,
    cursors,
    sourceCursors: laterCursors(current.sourceCursors, news.sourceCursors, before.sourceCursors),
    plans,
    images: usedImages(current, isRecent),
    approvals: Object.fromEntries(approvals),
    records: changed.length === 0 ? current.records : Object.assign(copyOfRecords(current.records), Object.fromEntries(changed))
  };
  if (sameJson(index, current)) return null;
  return { index, texts, plans: plan ? [plan] : [] };
}
function usedImages({ images, records }, isRecent) {
  if (Object.values(images).every(({ at }) => isRecent(at))) return images;
  const shown = new Set(
    Object.values(records).flatMap(
      ({ filled, intent }) => [filled, intent?.filled ?? {}].flatMap((each) => Object.values(each))
    )
  );
  return Object.fromEntries(
    Object.entries(images).filter(([, { at, url }]) => isRecent(at) || shown.has(url))
  );
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

// src/commands/origins-of.ts
function originsOf(changes) {
  return new Map(
    changes.map((change) => [
      change.source,
      (change.outcome === "unchanged" ? change.record : change.composedFrom).provenance
    ])
  );
}

// src/commands/plan/look-up-tags.ts
var mostForTags = 5;
var mostWithExperts = 10;
async function lookUpTags({ site, log }, { audience }, plan) {
  const { directory } = site;
  const uses = tagUses(plan);
  if (!directory || audience !== "team" || uses.length === 0) return null;
  try {
    const names = new Set(uses.flatMap(({ tag, replacedBy }) => replacedBy ?? [tag]));
    const known = await directory.tags([...names], mostForTags);
    const standing = ({ tag, replacedBy }) => {
      const [name = tag, ...others] = replacedBy ?? [];
      return others.length > 0 ? null : known.get(name) ?? null;
    };
    const experts = await expertsOf(
      uses.flatMap((use) => standing(use) ?? []),
      directory
    );
    return uses.map((use) => {
      const found = standing(use);
      return {
        tag: use.tag,
        state: use.replacedBy ? "replaced" : found ? "exists" : known.has(use.tag) ? "missing" : "unknown",
        replacedBy: use.replacedBy ?? [],
        sources: use.sources,
        expertCount: found?.experts ?? null,
        experts: (found && experts.get(found.id)) ?? null
      };
    });
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    log.info(`Nothing is told of the tags, and whom to ask about them: ${error.message}`);
    return null;
  }
}
function tagUses({ steps }) {
  const uses = /* @__PURE__ */ new Map();
  for (const { source, step, replaced } of steps) {
    if (step.action === "adopt") continue;
    for (const tag of step.content.tags) {
      const use = uses.get(tag) ?? { sources: [], replacedBy: null };
      uses.set(tag, use);
      use.sources.push(source);
      if (!replaced?.ours.includes(tag)) continue;
      use.replacedBy ??= /* @__PURE__ */ new Set();
      for (const other of replaced.theirs) use.replacedBy.add(other);
    }
  }
  return [...uses].map(([tag, { sources, replacedBy }]) => ({
    tag,
    sources,
    replacedBy: replacedBy && [...replacedBy]
  }));
}
async function expertsOf(tags, directory) {
  const ids = new Set(tags.flatMap(({ id, experts }) => experts ? [id] : []));
  const found = /* @__PURE__ */ new Map();
  let refused = false;
  await mapConcurrent([...ids].slice(0, mostWithExperts), 3, async (id) => {
    if (refused) return;
    try {
      found.set(id, await directory.expertsOf(id));
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      refused = true;
    }
  });
  return found;
}

// src/commands/plan/report-plan.ts
function reportPlan(plan, prepared, { site, tree, pages }, tags) {
  const url = (post) => post && site.urlOf(post);
  const all2 = orphansOf(prepared);
  const orphaned = all2.filter(({ unread, isKnown }) => unread !== null || !isKnown);
  const made = new Set(plan.steps.filter(makesPost).map(({ source }) => source));
  return {
    destination: site.destination,
    account: prepared.account,
    commit: commitOf(tree.id, pages),
    digest: plan.digest,
    steps: plan.steps.map((change) => ({
      ...reportStep(change, url(change.post), prepared, made),
      ...originOfStep(change, prepared, pages && pagesAt(pages, tree.id))
    })),
    held: plan.held.map((held) => {
      const { source, post, reason, message, remedy, conflicts } = held;
      return { source, url: url(post), reason, message, remedy, conflicts, ways: waysOut(held) };
    }),
    edited: plan.unchanged.flatMap(
      ({ source, post, edited }) => edited && post ? [{ source, url: site.urlOf(post) }] : []
    ),
    orphaned: orphaned.map(({ source, post, unread }) => ({
      source,
      url: site.urlOf(post),
      unread
    })),
    goneBefore: all2.length - orphaned.length,
    waiting: plan.waiting.length,
    waits: plan.waiting.map(({ source, step: { action } }) => ({ source, action })),
    unreleased: prepared.unreleased ?? 0,
    unchanged: plan.unchanged.length - skippedIn(plan, prepared),
    skipped: skippedIn(plan, prepared),
    people: prepared.people,
    tags: tags ?? [],
    // What is told of an orphan stands there.
    findings: prepared.findings.filter((each) => orphaned.every(({ unread }) => unread !== each)),
    settled: settledIn(plan, prepared)
  };
}
function commitOf(id, pages) {
  return { id, page: pages && `${pages.repository}${pages.commit}${id}` };
}
function originOfStep({ source, composed, composedFrom: { provenance } }, { drafts }, pages) {
  const draft = drafts.get(source);
  const history = pages && provenance && historyPage(pages, provenance);
  const rewritten = draft ? rewrittenIn(draft, withNames(composed)) : [];
  return {
    ...pages && provenance && { page: originPage(pages, provenance) },
    ...history && { history },
    ...provenance && changeNumber(provenance).length > 0 && { pull: provenanceText(provenance) },
    ...draft?.author !== void 0 && {
      author: { login: draft.author, page: pages && `${pages.server}/${draft.author}` }
    },
    ...rewritten.length > 0 && { rewritten }
  };
}
function lookOf({ content, uses = {} }, { pictures }, made) {
  const addressOf = (target) => Object.hasOwn(uses, target) ? uses[target] : void 0;
  const { body, answer } = renderedPost(content, { addressOf, made, pictures });
  return { body, answer };
}
function rewrittenIn(draft, composed) {
  const both = [
    ["body", draft.body, composed.body],
    ["accepted answer", draft.answer, composed.kind === "question" ? composed.answer : null]
  ];
  return both.flatMap(
    ([name, source, post]) => source === null || post === null || source.trim() === post.trim() ? [] : [{ name, source, post }]
  );
}
function settledIn({ unchanged }, { findings, changes }) {
  const settled = new Set(unchanged.map(({ source }) => source));
  const known = new Set(changes.changes.map(({ source }) => source));
  const origins = Map.groupBy(changes.changes, (change) => {
    const provenance = change.outcome === "unchanged" ? change.record.provenance : change.composedFrom.provenance;
    return provenance ? provenanceText(provenance) : "";
  });
  const isSettled = ({ source, severity, provenance }) => {
    if (severity === "error" || known.has(source)) return settled.has(source);
    const all2 = origins.get(provenanceText(provenance)) ?? [];
    return all2.length > 0 && all2.every((change) => settled.has(change.source));
  };
  return [...new Set(findings.filter(isSettled).map(({ source }) => source))];
}
function reportStep(change, url, prepared, made) {
  const { step, source, shown, overwrites, adopts } = change;
  const before = step.action === "adopt" ? step.content : shown;
  const { action, reason = null, content } = step;
  const pictures = stepPictures(change, prepared);
  const links = stepLinks(change).map(
    (link) => link.url === null && made.has(link.source) ? { ...link, isMade: true } : link
  );
  return {
    action,
    source,
    url,
    reason,
    overwrites,
    ...adopts && { adopts },
    ...pictures.length > 0 && { pictures },
    ...links.length > 0 && { links },
    before: before && withNames(before),
    after: withNames(content),
    ...action === "create" && content.holes && { look: lookOf(step, prepared, made) }
  };
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
  originsOf,
  lookUpTags,
  reportPlan,
  warnOfUncommitted
};
