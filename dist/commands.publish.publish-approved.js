import {
  resultNames
} from "./report.result-names.js";
import {
  readPicture
} from "./commands.read-picture.js";
import {
  lookUpTags,
  originsOf,
  recordPlan,
  reportPlan,
  warnOfUncommitted
} from "./commands.origins-of.js";
import "./commands.resolve.resolutions.js";
import {
  addressKinds,
  changeDocument,
  clockGrain,
  comparePost,
  countOf,
  destinationDocument,
  digestOfChange,
  encodingsAt,
  foreignPost,
  imageAddresses,
  isForeign,
  lackFindings,
  lastTouched,
  lateWriteMs,
  learnedBeside,
  learnedFor,
  nothingLearned,
  planOf,
  postAddresses,
  postDocument,
  prepare,
  replacedTags,
  requestsDocument,
  sameTags,
  showsTheSame,
  survey,
  unclaimedByTitle,
  verifyText,
  verifyWrite,
  wordsOfOthers
} from "./commands.prepare.js";
import {
  findingDocument
} from "./commands.gather.js";
import "./sources.pull-request.pull-request-source.js";
import "./sources.docs.decode-utf8.js";
import "./sources.pull-request.read-pull-request.js";
import "./sources.pull-request.read-note.js";
import "./commands.plan.rendered-post.js";
import {
  anyNormalization,
  asWritten,
  fillHoles,
  filledAsRead,
  filledOf,
  linksOf,
  makesPost,
  targetsFirst,
  viewField
} from "./planning.link-order.js";
import "./model.line-hunks.js";
import "./model.destination.js";
import "./model.source-cursor.js";
import {
  actions,
  stepDigest
} from "./model.plan.js";
import {
  blankRecord,
  copyOfRecords,
  postOwners,
  withAccount,
  withClaimed,
  withMemory
} from "./model.ledger.js";
import {
  mapConcurrent
} from "./model.map-concurrent.js";
import "./model.site-memory.js";
import "./yaml.schema-problems.js";
import "./yaml.editors-schema.js";
import "./npm.zod.js";
import "./yaml.yaml-file.js";
import {
  refused,
  requireApproval,
  requireUnused
} from "./approval.policy.js";
import {
  baseOf,
  withoutAnswer
} from "./commands.assess.js";
import "./markdown.alert-mark.js";
import {
  parseSourceKey
} from "./markdown.headings.js";
import "./npm.he.js";
import "./markdown.parse-markdown.js";
import "./model.shown-text.js";
import {
  imageDigest
} from "./model.image.js";
import {
  changeNumber,
  provenanceText
} from "./model.provenance.js";
import {
  nearestName
} from "./model.nearest-name.js";
import "./model.draft.js";
import "./curation.rule-ids.js";
import "./model.forge-addresses.js";
import {
  digestOf,
  digestOfBytes
} from "./model.digest.js";
import "./model.canonical-json.js";
import {
  isDigest
} from "./model.is-digest.js";
import "./config.config-places.js";
import "./commands.audience-of.js";
import "./model.is-object.js";
import "./model.memoize.js";
import {
  Fault
} from "./model.error.js";
import "./esbuild-helpers.js";

// src/approval/require-target.ts
function requireTarget(approved, destination, account) {
  const wanted = nameOf(approved, approved.account);
  const here = nameOf(destination, account);
  if (wanted === here) return;
  throw refused(
    "other-target",
    `the approved plan is for ${wanted}, and this run posts to ${here}`,
    "Plan again with this configuration and approve the new plan."
  );
}
function nameOf({ tier, site, team, api }, account) {
  return `${site} (${tier}, API ${api}, ${team === null ? "no team" : `team ${team}`}, account ${account})`;
}

// src/publishing/article-pace.ts
function articlePace({ quirks }, withinMs) {
  const interval = quirks?.articleIntervalMs ?? 0;
  if (interval <= 0) return null;
  return {
    interval,
    // The first one may have to wait for what the chunk before wrote, and each takes its time.
    mostInChunk: Math.max(1, Math.floor(withinMs / interval) - 1),
    lasts: (articles) => (articles - 1) * interval
  };
}
function articleTurns(pace, { clock, log }) {
  let next = -Infinity;
  return {
    async take(carry) {
      const wait = next - clock.now();
      if (wait > 1e3)
        log.info(
          `Articles are written one by one, as the server takes few a minute; waiting ${(wait / 1e3).toFixed(1)} s`
        );
      if (wait > 0) await clock.sleep(wait);
      const written = await carry();
      const wasSent = written?.outcome === "failed" || written?.outcome === "done" && written.result !== "unchanged";
      if (wasSent) next = clock.now() + (pace?.interval ?? 0);
    }
  };
}
function writesArticle({ kind, step }) {
  return kind === "article" && step.action !== "adopt";
}
function takeChunk(queue, most, mostArticles) {
  const chunk = [];
  let articles = 0;
  const left = /* @__PURE__ */ new Set();
  for (let place = 0; place < queue.length && chunk.length < most; ) {
    const step = queue[place];
    if (step === void 0) break;
    const isArticle = writesArticle(step);
    const isLeft = linksOf(step.step.content).some((target) => left.has(target));
    if (isLeft || isArticle && articles >= mostArticles) {
      left.add(step.source);
      place += 1;
      continue;
    }
    if (isArticle) articles += 1;
    chunk.push(step);
    queue.splice(place, 1);
  }
  return chunk;
}

// src/publishing/record-written.ts
function recordWritten(index, finished, api) {
  const records = copyOfRecords(index.records);
  let encodings = index.encodings[api] ?? nothingLearned;
  let { cursors } = index;
  const texts = [];
  const posts = ownersFor(
    finished.map(({ change }) => change),
    records
  );
  for (const { change, intent, written } of finished) {
    const before = records[change.source];
    const other = before && intent && before.intent?.run.id !== intent.run.id ? before : null;
    if (otherOwner(change, posts) !== null) continue;
    const { renamedFrom } = change;
    if (change.step.action === "adopt" && renamedFrom && !Object.hasOwn(records, renamedFrom))
      continue;
    if (other && (other.version > change.step.version || other.intent && written.outcome !== "done"))
      continue;
    if (written.outcome === "done" || written.outcome === "partial" && before)
      encodings = learnedBeside(encodings, written.encodings);
    if (written.outcome === "done") {
      records[change.source] = other ? { ...written.record, intent: other.intent } : written.record;
      if (renamedFrom) delete records[renamedFrom];
      if (!change.adopts) texts.push(change.composed);
      const isNew = change.step.action === "adopt" && !change.record?.post;
      if (isNew && !written.record.otherOwner) cursors = withClaimed(cursors, change.kind);
    } else if (written.outcome === "partial" && before) {
      const normalizations = /* @__PURE__ */ new Set([...before.normalizations, ...written.normalizations]);
      records[change.source] = {
        ...before,
        kind: change.kind,
        post: written.post,
        complete: false,
        gone: false,
        otherOwner: false,
        postedBy: change.step.action === "create" ? intent?.plan ?? null : before.postedBy,
        activity: written.activity ?? before.activity,
        // What stands on the site from now on, so that the rest of it leads to the same.
        intent: before.intent && { ...before.intent, filled: written.filled },
        normalizations: [...normalizations].sort()
      };
    } else if (before && intent) {
      const doubt = written.outcome === "failed" && written.unknown;
      if (doubt) records[change.source] = { ...before, intent: { ...intent, outcome: "unknown" } };
      else if (isBegunQuestion(before) && before.post || isBegun(written))
        records[change.source] = { ...before, intent: { ...intent, outcome: "rejected" } };
      else if (before.post || before.resolution) {
        const moved = written.outcome === "held" && written.reason === "moved";
        records[change.source] = { ...before, intent: null, edited: before.edited || moved };
      } else delete records[change.source];
    }
  }
  return {
    index: {
      ...index,
      cursors,
      records,
      encodings: { ...index.encodings, [api]: encodings },
      sourceCursors: withoutFinished(index.sourceCursors, records, finished)
    },
    texts
  };
}
function isBegunQuestion({ kind, complete }) {
  return kind === "question" && !complete;
}
function isBegun(written) {
  return written.outcome === "failed" && written.fault.outcome === "begun";
}
function ownersFor(changes, records) {
  return changes.some(({ step }) => step.action === "adopt") ? postOwners(records) : null;
}
function otherOwner({ source, renamedFrom, step }, posts) {
  const owner = step.action === "adopt" && step.target ? posts?.(step.target) : null;
  return owner && owner !== source && owner !== renamedFrom ? owner : null;
}
function withoutFinished(cursors, records, finished) {
  const origins = /* @__PURE__ */ new Set();
  for (const { change, written } of finished) {
    const { provenance } = change.composedFrom;
    if (written.outcome === "done" && provenance && provenance.kind !== "file")
      origins.add(provenanceText(provenance));
  }
  if (origins.size === 0) return cursors;
  const left = /* @__PURE__ */ new Map();
  for (const { provenance, sourceCount, complete, intent } of Object.values(records)) {
    const origin = provenance && provenanceText(provenance);
    if (origin === null || !origins.has(origin)) continue;
    left.set(origin, (left.get(origin) ?? sourceCount) - (complete && !intent ? 1 : 0));
  }
  return Object.fromEntries(
    Object.entries(cursors).map(([list, cursor]) => {
      const pending = cursor.pending.filter((each) => left.get(provenanceText(each)) !== 0);
      return [list, { ...cursor, pending }];
    })
  );
}

// src/publishing/step-result.ts
function plain(change, result) {
  return { change, result, post: change.post, reason: null, code: null, detail: null };
}
function resultOf(change, written) {
  switch (written.outcome) {
    case "done": {
      const done2 = { ...plain(change, written.result), post: written.post };
      if (written.changed.length === 0)
        return { ...done2, detail: replacedDetail(written.replaced) };
      return {
        ...done2,
        result: "failed",
        code: "response-differs",
        detail: {
          message: `The site did not keep the ${written.changed.join(" and the ")} as sent; the post exists and is recorded.`,
          remedy: "Open the post and compare it with its source."
        }
      };
    }
    case "partial":
      throw new TypeError(`${change.source} was only begun`);
    case "held": {
      const { reason, message, remedy } = written;
      return { ...plain(change, "held"), reason, detail: { message, remedy } };
    }
    case "failed": {
      const { code, message, remedy, forTeam } = written.fault;
      return { ...plain(change, "failed"), code, detail: { message, remedy, forTeam } };
    }
  }
}
function replacedDetail(replaced) {
  if (!replaced) return null;
  const { ours, theirs } = replaced;
  const shown = theirs.length === 0 ? "leaves out" : `shows ${theirs.join(", ")} in the place of`;
  return {
    message: "The site shows other tags than those that were sent, as it does with synonyms.",
    forTeam: ours.length === 0 ? `It adds ${theirs.join(", ")}.` : `It ${shown} ${ours.join(", ")}.`,
    remedy: "Leave it so: it counts as no difference. Or name in the source what the site shows."
  };
}

// src/publishing/write-result.ts
var results = {
  create: "created",
  update: "updated",
  merge: "merged",
  overwrite: "updated",
  adopt: "adopted"
};
function done(change, post, { site, account, plan, encodings, sent, filled }, result = results[change.step.action]) {
  const { step, record, composed } = change;
  const adopted = step.action === "adopt";
  const intent = adopted ? record?.intent : null;
  const announced = intent?.action === "create" ? intent : null;
  const lesson = verifyWrite(sent, post, encodings);
  const isAsSent = adopted || wordsOfOthers(post, lesson.changed, account) !== null;
  return {
    outcome: "done",
    result,
    post: post.ref,
    shown: post,
    encodings: adopted ? encodings : lesson.encodings,
    // An adopted post may differ: that is a reader's edit, and stays.
    changed: isAsSent ? [] : lesson.changed,
    replaced: newlyReplaced(change, post, lesson, { account, sent }),
    record: {
      kind: step.content.kind,
      post: post.ref,
      complete: true,
      version: adopted ? step.version : step.version + 1,
      ...change.composedFrom,
      // Of a post that has its title alone, nothing tells what it should show.
      ...change.adopts ? { base: null, text: null, title: composed.title } : baseOf(composed, change.composedFrom.text),
      step: announced?.step ?? digestOfChange(change),
      plan: announced?.plan ?? plan,
      postedBy: adopted || step.action === "create" ? plan : record?.postedBy ?? null,
      activity: post.activity,
      ...normalizationsOf(change, post, lesson, { account, encodings, sent }),
      // Until it is read once more, an edit right behind it may bear its date.
      unsettled: site.quirks?.coarseDates === true && !adopted ? site.now() : null,
      gone: false,
      otherOwner: step.target === null ? false : record?.otherOwner ?? post.owner?.id !== account,
      forgotten: false,
      skipped: null,
      resolution: null,
      // A change of a renamed source may still arrive.
      intent: announced ? null : intent ?? null,
      filled: change.adopts ? {} : filledNow(change, filled)
    }
  };
}
function newlyReplaced({ step, record }, post, { normalizations }, { account, sent }) {
  const isKnown = step.action !== "create" && record?.normalizations.includes("tag-replaced");
  const isOurs = step.action !== "adopt" && wordsOfOthers(post, ["tags"], account) === null;
  return isKnown || !isOurs ? null : replacedTags(sent, post, normalizations);
}
function filledNow({ composed, record }, filled) {
  const before = record?.filled ?? {};
  const addresses = composed.holes?.flatMap(({ for: target }) => {
    const from = [filled, before].find((each) => Object.hasOwn(each, target));
    return from ? [[target, from[target] ?? null]] : [];
  });
  return Object.fromEntries(addresses ?? []);
}
function normalizationsOf({ step, record, renamedFrom, adopts }, post, lesson, { account, encodings, sent }) {
  const { normalizations, changed } = lesson;
  const isReplaced = normalizations.includes("tag-replaced");
  const areOthers = isReplaced && wordsOfOthers(post, ["tags"], account) !== null;
  const known = (rule) => rule !== "tag-replaced" || record?.normalizations.includes(rule);
  if (step.action !== "adopt")
    return {
      normalizations: areOthers ? normalizations.filter(known) : normalizations,
      edited: step.action === "merge" || changed.length > 0 || areOthers
    };
  if (adopts) return { normalizations: [], edited: false };
  if (renamedFrom && record?.post) {
    const compared = comparePost(sent, post, encodings, record.normalizations);
    return { normalizations: record.normalizations, edited: compared.state !== "same" };
  }
  return {
    normalizations: normalizations.filter((rule) => rule !== "tag-replaced"),
    edited: changed.length > 0 || isReplaced
  };
}
function learnedOf({ expected, shown, record }, content) {
  const base = expected && "content" in expected ? expected.content : shown;
  return learnedFor(content, base, record?.normalizations ?? []);
}
function held(reason, message, remedy) {
  return { outcome: "held", reason, message, remedy };
}

// src/publishing/claim-steps.ts
async function claimSteps(chunk, finished, options) {
  const { ledger, site, run, plan, fillingsOf: fillingsOf2, recordImages } = options;
  let claims = [];
  const { index } = await ledger.update((current) => {
    const recorded = recordWritten(recordImages(current), finished, site.destination.api);
    const records = copyOfRecords(recorded.index.records);
    const texts = [...recorded.texts];
    const posts = ownersFor(chunk, records);
    const coming = /* @__PURE__ */ new Set();
    claims = chunk.map((change) => {
      const before = records[change.source] ?? null;
      const result = Object.hasOwn(current.broken, change.source) ? resultOf(change, brokenNow) : givenAway(change, posts) ?? changedElsewhere(change, before, plan, site.now());
      const filled = knownBefore(change, fillingsOf2(change), coming);
      if (makesPost(change)) coming.add(change.source);
      if (result || change.step.action === "adopt") return { change, intent: null, result };
      const intent = {
        action: change.step.action,
        step: digestOfChange(change),
        plan,
        content: digestOf(change.composed),
        at: site.now(),
        run,
        ...Object.keys(filled).length > 0 && { filled },
        outcome: "open"
      };
      texts.push(change.composed);
      records[change.source] = {
        ...before ?? blankRecord({ ...change, ...change.composedFrom }),
        intent
      };
      return { change, intent, result: null };
    });
    const index2 = withMemory(
      { ...recorded.index, records },
      site.destination.api,
      site.quirks?.memory ?? null
    );
    return { index: index2, texts };
  });
  return { steps: claims, index };
}
function knownBefore({ step }, addressOf, coming) {
  if (step.action === "adopt") return {};
  const { filled } = fillHoles(step.content, addressOf);
  return Object.fromEntries(
    Object.entries(filled).filter(([target, address]) => address !== null || !coming.has(target))
  );
}
var brokenNow = held(
  "ledger",
  "Its record was changed since the plan by something else than a run.",
  "Plan again: the plan says what is wrong with it."
);
function givenAway(change, posts) {
  const owner = otherOwner(change, posts);
  if (owner === null) return null;
  return resultOf(
    change,
    held("moved", `Its post was linked to ${owner} since the plan.`, "Plan again.")
  );
}
function changedElsewhere(change, before, plan, now) {
  const planned = change.renamedFrom ? null : change.record;
  const isDone = before?.step === digestOfChange(change) && before.plan === plan;
  if (isDone && !before.intent && !change.continues)
    return { ...plain(change, "unchanged"), post: before.post };
  const isStale = (intent2) => change.renamedFrom !== null && now - intent2.at >= lateWriteMs;
  const intent = before?.intent;
  if (intent && intent.run.id !== planned?.intent?.run.id && !isStale(intent))
    return resultOf(
      change,
      held("in-progress", "Another run is writing it.", "Wait for that run.")
    );
  const same = (before?.version ?? 0) === (planned?.version ?? 0) && (before?.base ?? null) === (planned?.base ?? null) && before?.post?.id === planned?.post?.id;
  if (same) return null;
  return resultOf(change, held("moved", "Another run changed it since the plan.", "Plan again."));
}

// src/publishing/hole-fillings.ts
function fillingsOf({ step, record, resume, composed }, { site, plan, uploads, index, posted }) {
  const { isImage } = addressKinds(site);
  const uploaded = imageAddresses(index, isImage, (image2) => image2.plan === plan);
  const urlOf = (post) => site.urlOf(post);
  const recorded = postAddresses(index, urlOf, ({ postedBy }) => postedBy === plan);
  const intent = record?.intent ?? null;
  const begun = resume || intent?.plan === plan ? intent?.filled : void 0;
  const own = new Set(composed.holes?.map(({ for: target }) => target));
  const keptFor = (target) => step.action === "merge" && !own.has(target) ? record?.filled : void 0;
  const link = (target) => {
    const told = [resume ? begun : void 0, step.uses, keptFor(target)].find(
      (each) => hasOwn(each, target)
    );
    if (told) return told[target] ?? null;
    const post = posted.get(target);
    return post ? urlOf(post) : recorded(target);
  };
  const image = (target) => {
    const given = [step.uses, begun, keptFor(target)].flatMap(
      (each) => hasOwn(each, target) ? each[target] ?? [] : []
    );
    return given.find(isImage) ?? uploaded(target) ?? uploads.addressOf(target);
  };
  return (target) => imageDigest(target) === null ? link(target) : image(target);
}
function hasOwn(filled, target) {
  return filled !== void 0 && Object.hasOwn(filled, target);
}

// src/publishing/open-links.ts
var mostSeconds = 5;
function openLinks({
  site,
  steps
}) {
  const posted = /* @__PURE__ */ new Map();
  const coming = new Set(steps.filter(makesPost).map(({ source }) => source));
  let left = mostSeconds;
  let waiting = [];
  return {
    posted,
    settle(source, post) {
      if (coming.delete(source) && post) posted.set(source, post);
    },
    turns(steps2) {
      const order = new Map(steps2.map((step, place) => [step.change.source, place]));
      const ends = steps2.map(() => Promise.withResolvers());
      return async (step, carry) => {
        const place = order.get(step.change.source) ?? 0;
        try {
          for (const target of linksOf(step.change.step.content)) {
            const before = order.get(target) ?? place;
            if (before < place) await ends[before]?.promise;
          }
          return await carry();
        } finally {
          ends[place]?.resolve();
        }
      };
    },
    awaited(change, written) {
      if (written.outcome !== "done" || !makesPost(change)) return written;
      const { filled } = written.record;
      const targets = linksOf(change.composed).filter(
        (target) => filled[target] === null && (target === change.source || coming.has(target) || posted.has(target))
      );
      const isArticle = change.kind === "article";
      if (targets.length === 0 || change.step.action === "adopt") return written;
      if (isArticle && site.quirks?.isLacking("article-edit")) return written;
      if (left === 0) return written;
      left -= 1;
      const record = { ...written.record, complete: !isArticle };
      const done2 = { ...written, record };
      waiting.push({ change, done: done2, for: targets });
      return done2;
    },
    seconds() {
      const isOpen = (each) => each.for.some((target) => coming.has(target));
      const due = waiting.filter((each) => !isOpen(each));
      waiting = waiting.filter(isOpen);
      return due.filter((each) => each.for.some((target) => posted.has(target))).map(({ change, done: done2 }) => [change, secondOf(change, done2)]);
    }
  };
}
function secondOf(change, { post, record }) {
  const { content } = change.step;
  return {
    ...change,
    step: {
      ...change.step,
      action: "update",
      target: post,
      base: digestOf(content),
      version: record.version
    },
    post,
    record,
    expected: { content },
    resume: null,
    links: true,
    continues: digestOfChange(change)
  };
}

// src/publishing/settle-written.ts
var atOnce = 100;
async function settledRecords(finished, { site, encodings }) {
  const settled = /* @__PURE__ */ new Map();
  const open = finished.flatMap(
    ({ change: { source }, written }) => written.outcome === "done" && written.record.unsettled !== null ? [{ source, shown: written.shown, record: written.record }] : []
  );
  await mapConcurrent(open, atOnce, async ({ source, shown, record }) => {
    const now = await site.read(shown.ref).catch((error) => {
      if (error instanceof Fault) return null;
      throw error;
    });
    const isSame = now !== null && lastTouched(now) === lastTouched(shown) && showsTheSame(now, shown, encodings);
    if (isSame) settled.set(source, record);
  });
  return settled;
}
function withSettled(index, settled) {
  if (settled.size === 0) return index;
  const records = copyOfRecords(index.records);
  for (const [source, { step, activity }] of settled) {
    const record = records[source];
    if (record?.step === step && record.activity === activity)
      records[source] = { ...record, unsettled: null };
  }
  return { ...index, records };
}

// src/publishing/unknown-outcome.ts
function isUnknown(error) {
  return error instanceof Fault && error.outcome === "unknown";
}
async function sendOrFind(send, look) {
  try {
    return await send();
  } catch (error) {
    if (!isUnknown(error)) throw error;
    const found = await look().catch((failure) => {
      if (failure instanceof Fault) return null;
      throw failure;
    });
    if (found === null) throw error;
    return found;
  }
}

// src/publishing/upload-images.ts
var inFlight = 4;
var mostTries = 2;
function openImageUploads({ site, plan, readPicture: readPicture2, log }) {
  const uploaded = /* @__PURE__ */ new Map();
  const upload = async (target) => {
    const picture = await readPicture2(target);
    const digest = imageDigest(target);
    if (!site.images || !picture || digest === null || digestOfBytes(picture.bytes) !== digest)
      throw new Fault(
        "internal",
        "internal",
        `Cannot upload ${target}: there is no such picture.`,
        {
          remedy: "Report this as a bug."
        }
      );
    const { file, bytes } = picture;
    for (let tries = 1; ; tries += 1)
      try {
        const url = await site.images.upload({ type: file.type, digest, bytes });
        return { url, plan, at: site.now() };
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        if (!isUnknown(error)) throw failed(file, error);
        if (tries >= mostTries) throw unanswered(file, error);
      }
  };
  return {
    async provide(steps, addressesOf, mayGoOn) {
      const lacking = new Map(
        steps.map((step) => {
          const addressOf = addressesOf(step);
          return [step, imagesOf(step).filter((target) => addressOf(target) === null)];
        })
      );
      const faults = /* @__PURE__ */ new Map();
      const targets = new Set([...lacking.values()].flat());
      let done2 = 0;
      await mapConcurrent([...targets], inFlight, async (target) => {
        log.progress({ label: "uploading images", done: done2++, total: targets.size });
        const digest = imageDigest(target);
        if (digest === null || !mayGoOn()) return;
        try {
          uploaded.set(digest, await upload(target));
        } catch (error) {
          if (!(error instanceof Fault)) throw error;
          faults.set(target, error);
        }
      });
      return new Map(
        [...lacking].flatMap(([step, images]) => {
          const [fault] = images.flatMap((target) => faults.get(target) ?? []);
          return fault ? [[step, fault]] : [];
        })
      );
    },
    addressOf(target) {
      const digest = imageDigest(target);
      return (digest && uploaded.get(digest)?.url) ?? null;
    },
    record(index) {
      const isNew = ([digest, { url }]) => index.images[digest]?.url !== url;
      const news = [...uploaded].filter(isNew);
      if (news.length === 0) return index;
      return { ...index, images: { ...index.images, ...Object.fromEntries(news) } };
    }
  };
}
function imagesOf({ step }) {
  if (step.action === "adopt") return [];
  const targets = step.content.holes?.map(({ for: target }) => target) ?? [];
  return [...new Set(targets)].filter((target) => imageDigest(target) !== null);
}
function failed({ path }, cause) {
  const { kind, code, message, remedy, forTeam } = cause;
  const seen = `Nothing was posted, as its image ${path} was not uploaded: ${message}`;
  const advice = code === "site-rejected" ? "Replace the image by one that the site takes, then plan again." : remedy;
  return new Fault(kind, code, seen, { remedy: advice, forTeam, cause });
}
function unanswered({ path }, cause) {
  return new Fault(
    "site",
    "site-unavailable",
    `Nothing was posted, as no answer came when its image ${path} was uploaded.`,
    { remedy: "Run it again: the image is uploaded again.", forTeam: cause.forTeam, cause }
  );
}

// src/publishing/find-written.ts
async function findWritten(content, since, context) {
  const { site, account, claimed, encodings } = context;
  const listed = /* @__PURE__ */ new Map();
  for (let number = 1; ; number++) {
    const page = await site.list(content.kind, account, number);
    for (const item of page.items)
      if (item.created >= since - clockGrain) listed.set(item.id, item);
    const oldest = page.items.at(-1)?.activity ?? Infinity;
    if (page.last || oldest < since - clockGrain) break;
  }
  const found = [];
  for (const { kind, id } of unclaimedByTitle(listed, claimed)(content.title)) {
    const post = await site.read({ kind, id });
    if (post && comparePost(withoutAnswer(content), post, encodings, anyNormalization).state === "same")
      found.push(post);
  }
  return found;
}

// src/publishing/write-question.ts
async function answerQuestion(change, content, ref, context) {
  const { site, notAfter } = context;
  if (ref.answer === void 0) {
    const answer = await createAnswer(content.answer, ref, context);
    const lesson = verifyText("answer", content.answer, answer.body, context.encodings);
    const { filled } = context;
    const post2 = { ...ref, answer: answer.id };
    return { outcome: "partial", post: post2, activity: null, filled, ...lesson };
  }
  await site.acceptAnswer(ref, notAfter);
  const post = await readBack(site, ref);
  if (!post?.answer)
    return held(
      "deleted",
      "Its question or answer was deleted meanwhile.",
      "Plan again to decide."
    );
  return done(change, post, context);
}
async function replaceQuestion(change, content, current, context) {
  const { site, encodings, notAfter } = context;
  const compared = comparePost(content, current, encodings, learnedOf(change, content));
  const differs = compared.state === "same" ? [] : compared.fields;
  let isBegun2 = current.answer !== null && change.record?.post?.answer === void 0;
  try {
    if (differs.some((field) => field !== "answer")) {
      await site.update(current, content, notAfter);
      isBegun2 = true;
    }
    let ref = current.ref;
    if (!current.answer) {
      const answer = await createAnswer(content.answer, ref, context);
      ref = { ...ref, answer: answer.id };
      isBegun2 = true;
    } else if (differs.includes("answer")) {
      await site.updateAnswer(ref, content.answer, notAfter);
      isBegun2 = true;
    }
    const isAccepted = change.record?.complete && change.record.post?.answer !== void 0;
    if (!isAccepted || !current.answer) await site.acceptAnswer(ref, notAfter);
    const written = await readBack(site, ref);
    if (written?.answer) return written;
    throw new Fault(
      "site",
      "site-not-found",
      "Cannot verify the question: it was deleted meanwhile.",
      { remedy: "Plan again to decide." }
    );
  } catch (error) {
    throw isBegun2 ? asBegun(error) : error;
  }
}
function asBegun(error) {
  if (!(error instanceof Fault) || error.outcome === "unknown") return error;
  const { kind, code, message, remedy, forTeam } = error;
  return new Fault(kind, code, message, { remedy, forTeam, cause: error, outcome: "begun" });
}
async function createAnswer(body, question, { site, account, encodings, notAfter }) {
  return sendOrFind(
    () => site.createAnswer(question, body, notAfter),
    async () => (await site.answersOf(question, account)).find(
      (each) => viewField(each.body, body, encodings.body, anyNormalization).state === "same"
    ) ?? null
  );
}
async function readBack(site, ref) {
  try {
    return await site.read(ref);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    throw new Fault(
      "site",
      "outcome-unknown",
      `Cannot verify question ${String(ref.id)}, which was just written: ${error.message}`,
      {
        remedy: "Run it again: the question is looked at then, and nothing is posted twice.",
        forTeam: error.forTeam,
        cause: error,
        outcome: "unknown"
      }
    );
  }
}

// src/publishing/write-step.ts
async function writeStep(change, { addressOf, ...shared }) {
  try {
    if (change.step.action === "adopt") return await adopt(change, shared);
    const { content: sent, filled } = fillHoles(change.step.content, addressOf);
    const context = { ...shared, sent, filled };
    switch (change.step.action) {
      case "create":
        return await create(change, context);
      case "update":
      case "merge":
      case "overwrite":
        return await replacePost(change, context);
    }
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { outcome: "failed", fault: error, unknown: isUnknown(error) };
  }
}
async function create(change, context) {
  const { site, intent, sent: content, notAfter } = context;
  if (content.kind === "question" && change.resume)
    return answerQuestion(change, content, change.resume, context);
  const posts = await sendOrFind(
    async () => [await site.create(content, notAfter)],
    async () => {
      const found = intent ? await findWritten(content, intent.at, context) : [];
      return found.length > 0 ? found : null;
    }
  );
  const [made, ...others] = posts;
  if (!made || others.length > 0)
    return held(
      "ambiguous",
      `Several posts of our account have its title and text: ${posts.map(({ url }) => url).join(", ")}`,
      "Delete all but one on the site, then plan again."
    );
  if (content.kind === "article") return done(change, made, context);
  const lesson = verifyWrite(content, made, context.encodings);
  const filled = filledIn(context.filled, withoutAnswer(change.step.content));
  return { outcome: "partial", post: made.ref, activity: made.activity, filled, ...lesson };
}
var mostLooks = 4;
async function replacePost(change, context) {
  for (let look = 1; ; look += 1)
    try {
      return await replaceOnce(change, context);
    } catch (error) {
      const isStale = error instanceof Fault && error.outcome === "stale";
      if (!isStale || look === mostLooks) throw error;
    }
}
async function replaceOnce(change, context) {
  const { site, encodings, sent: content } = context;
  const { action, target } = change.step;
  if (!target || !change.expected)
    throw new TypeError(`${action} of ${change.source} names no post`);
  const current = await site.read(target);
  if (!current)
    return held("deleted", "Its post was deleted since the plan.", "Plan again to decide.");
  if (!current.editable)
    return held("locked", "Its post was locked since the plan.", "Unlock it, or plan again.");
  if (isForeign(current, change.record, context.account))
    return held(
      "locked",
      foreignPost.message,
      foreignPost.remedy.replace("SOURCE", () => change.source)
    );
  const addresses = asWritten(
    { ours: change.composed, addressOf: () => null, ...addressKinds(site) },
    change.record
  );
  const shows = (known, post) => comparePost(known, post, encodings, learnedOf(change, known), addresses).state === "same";
  const replacedTags2 = (post) => !sameTags(current.tags, post.tags) && wordsOfOthers(post, ["tags"], context.account) === null && comparePost(
    content,
    post,
    encodings,
    [...learnedOf(change, content), "tag-replaced"],
    addresses
  ).state === "same";
  const asPlanned = "content" in change.expected ? shows(change.expected.content, current) : lastTouched(current) === lastTouched(change.expected.post) && showsTheSame(current, change.expected.post, encodings);
  if (!asPlanned) {
    if (shows(content, current)) return done(change, current, context, "unchanged");
    return held(
      "moved",
      "Its post was edited on the site since the plan.",
      "Plan again: the edit will be merged, or shown as a conflict."
    );
  }
  const written = await sendOrFind(
    () => content.kind === "question" ? replaceQuestion(change, content, current, context) : site.update(current, content, context.notAfter),
    async () => {
      const now = await site.read(target);
      return now && (shows(content, now) || replacedTags2(now)) ? now : null;
    }
  );
  return done(change, written, context);
}
function filledIn(filled, { holes = [] }) {
  const targets = new Set(holes.map(({ for: target }) => target));
  return Object.fromEntries(Object.entries(filled).filter(([target]) => targets.has(target)));
}
async function adopt(change, context) {
  const { site } = context;
  const { target, content } = change.step;
  const post = target && await site.read(target);
  if (!post) return held("deleted", "The post to adopt was deleted since the plan.", "Plan again.");
  const state = { ours: change.composed, addressOf: () => null, ...addressKinds(site) };
  const { content: sent, filled } = filledAsRead(
    content,
    { body: post.body, answer: post.answer?.body ?? "" },
    anyNormalization,
    asWritten(state, change.record)
  );
  const known = { ...filledOf(state, change.record), ...change.record?.filled, ...filled };
  const { kind, id } = post;
  const shown = post.answer ? post : { ...post, ref: { kind, id } };
  return done(change, shown, { ...context, sent, filled: known });
}

// src/publishing/carry-out.ts
var chunkSize = 50;
var unnoticed = 1e4;
var fewSteps = 20;
var inFlight2 = 10;
var sendWithin = 4 * 6e4;
async function carryOut(options) {
  const { site, ledger, clock, log, steps } = options;
  const results2 = /* @__PURE__ */ new Map();
  const halt = { fault: options.stop?.aborted ? stopped() : null };
  options.stop?.addEventListener("abort", () => halt.fault ??= stopped(), { once: true });
  let writing = { recorded: 0, open: 0, steps: steps.length };
  const progress = (state) => log.progress(state && { ...state, writing });
  const publishing = () => progress({ label: "publishing", done: results2.size, total: steps.length });
  const uploads = openImageUploads({ ...options, log: { progress } });
  let finished = [];
  const written = [];
  let index = null;
  const first = /* @__PURE__ */ new Map();
  const links = openLinks(options);
  const report = (change, result, post = null) => {
    const original = first.get(change) ?? change;
    links.settle(change.source, post);
    const isPart = result.result === "updated" || result.code === "article-edit-unavailable";
    if (change.continues && original !== change && isPart) return;
    results2.set(original, { ...result, change: original });
  };
  const pace = articlePace(site, sendWithin);
  const articles = steps.filter(writesArticle).length;
  if (pace && pace.lasts(articles) > unnoticed && !halt.fault)
    log.info(
      `The site takes few Articles of an account at a time: writing ${articles} takes about ${Math.ceil(pace.lasts(articles) / 6e4)} min.`
    );
  const turns = articleTurns(pace, options);
  const queue = [...targetsFirst(steps)];
  while (queue.length > 0) {
    const chunk = takeChunk(queue, chunkSize, pace?.mostInChunk ?? chunkSize);
    if (halt.fault) {
      for (const change of chunk) report(change, resultOf(change, notTried(halt.fault)));
      continue;
    }
    const fillings = (change) => fillingsOf(change, {
      ...options,
      uploads,
      index: index ?? options.before,
      posted: links.posted
    });
    const faults = await uploads.provide(chunk, fillings, () => halt.fault === null);
    for (const fault of faults.values()) if (endsTheRun(fault)) halt.fault ??= fault;
    for (const change of chunk) {
      const fault = faults.get(change) ?? null;
      if (fault) report(change, resultOf(change, { outcome: "failed", fault, unknown: false }));
      else if (halt.fault) report(change, resultOf(change, notTried(halt.fault)));
    }
    const ready = halt.fault ? [] : chunk.filter((change) => !faults.has(change));
    if (ready.length === 0) continue;
    const claims = await claimSteps(ready, finished, {
      ...options,
      fillingsOf: fillings,
      recordImages: uploads.record
    });
    const context = {
      ...options,
      encodings: encodingsAt(site, claims.index),
      claimed: new Set(Object.values(claims.index.records).flatMap(({ post }) => post?.id ?? [])),
      notAfter: clock.now() + sendWithin
    };
    index = claims.index;
    finished = [];
    const open = claims.steps.filter(({ result }) => result === null).length;
    writing = { ...writing, recorded: results2.size, open };
    const partial = [];
    const turn = links.turns(claims.steps);
    const carry = (step) => turn(step, () => carryOne(step));
    const carryOne = async ({ change, intent, result: known }) => {
      publishing();
      if (known) {
        report(change, known, known.result === "unchanged" ? known.post : null);
        return null;
      }
      const result = halt.fault ? notTried(halt.fault) : links.awaited(
        change,
        await writeStep(change, { ...context, intent, addressOf: fillings(change) })
      );
      if (result.outcome === "failed" && endsTheRun(result.fault)) halt.fault ??= result.fault;
      finished.push({ change, intent, written: result });
      if (result.outcome === "partial") {
        partial.push([change, result.post]);
        links.settle(change.source, result.post);
      } else
        report(change, resultOf(change, result), result.outcome === "done" ? result.post : null);
      return result;
    };
    const isPaced = ({ change }) => pace !== null && writesArticle(change);
    await Promise.all([
      mapConcurrent(
        claims.steps.filter((each) => !isPaced(each)),
        inFlight2,
        carry
      ),
      // One after the other, so that a run that is stopped waits for one at most.
      mapConcurrent(claims.steps.filter(isPaced), 1, async (step) => {
        if (step.result || halt.fault) await carry(step);
        else await turns.take(() => carry(step));
      })
    ]);
    if (steps.length > fewSteps) log.info(`${results2.size} of ${steps.length}`);
    written.push(...finished);
    const { records } = recordWritten(index, finished, site.destination.api).index;
    for (const [change, post] of partial.toReversed()) {
      const next = { ...change, resume: post, record: records[change.source] ?? change.record };
      first.set(next, first.get(change) ?? change);
      queue.unshift(next);
    }
    for (const [change, next] of links.seconds()) {
      first.set(next, first.get(change) ?? change);
      queue.unshift(next);
    }
  }
  if (index) publishing();
  const cursors = index && results2.size > chunkSize ? await moveOn(index, finished, options) : null;
  const encodings = index ? encodingsAt(site, index) : nothingLearned;
  const settled = await settledRecords(halt.fault ? [] : written, { site, encodings });
  await ledger.update((current) => {
    const withImages = uploads.record(current);
    if (finished.length === 0 && withImages === current) return null;
    const { texts, index: recorded } = recordWritten(withImages, finished, site.destination.api);
    const known = withMemory(recorded, site.destination.api, site.quirks?.memory ?? null);
    return {
      texts,
      index: withSettled(
        cursors ? { ...known, cursors: { ...known.cursors, ...cursors } } : known,
        settled
      )
    };
  });
  log.progress(null);
  return steps.flatMap((change) => results2.get(change) ?? []);
}
async function moveOn(index, finished, options) {
  const kinds = new Set(options.steps.map(({ kind }) => kind));
  try {
    const { cursors } = await survey({
      ...options,
      index: recordWritten(index, finished, options.site.destination.api).index,
      kinds: [...kinds],
      full: false,
      newTitles: { article: [], question: [] }
    });
    return cursors;
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}
function endsTheRun({ code }) {
  const ending = [
    "token-refused",
    "token-expired",
    "token-read-only",
    "site-unreachable"
  ];
  return ending.includes(code);
}
function stopped() {
  const remedy = "Publish the same digest again: what is done already stays as it is.";
  return new Fault("site", "stopped", "Not tried: the run was stopped.", { remedy });
}
function notTried(cause) {
  if (cause.code === "stopped") return { outcome: "failed", fault: stopped(), unknown: false };
  const { remedy, forTeam } = cause;
  const code = cause.kind === "site" ? cause.code : "site-unavailable";
  const message = `Not tried after an earlier write: ${cause.message}`;
  const fault = new Fault("site", code, message, { remedy, forTeam, cause });
  return { outcome: "failed", fault, unknown: false };
}

// src/publishing/match-approved.ts
function matchApproved(approved, plan, changes, ledger) {
  const bySource = new Map(changes.map((change) => [change.source, change]));
  return approved.steps.map((step) => {
    const change = bySource.get(step.source) ?? null;
    const record = Object.hasOwn(ledger.records, step.source) ? ledger.records[step.source] : null;
    const found = change && change.outcome !== "held" && !(change.outcome === "step" && change.renamedFrom);
    const noted = found ? change.record : record;
    const left = leftOf(step, plan, change);
    if (left) return { state: "carry-out", approved: step, change: left };
    if (noted && noted.step === step.digest && noted.plan === plan && !noted.intent)
      return { state: "done", approved: step, post: noted.post, title: noted.title };
    const isCovered = change?.outcome === "step" && (stepDigest(change.step) === step.digest || // An interrupted write of this very step was found on the site: its approval covers it.
    change.step.action === "adopt" && record?.intent?.step === step.digest);
    if (isCovered) return { state: "carry-out", approved: step, change };
    if (change?.outcome === "held") return { state: "held", approved: step, change };
    return { state: "refused", approved: step, change, ...whyRefused(step, change) };
  });
}
function leftOf({ digest }, plan, change) {
  if (change?.outcome !== "step" || !change.links || change.step.action !== "update") return null;
  const { record } = change;
  const isLeft = record?.complete === false && record.step === digest && record.plan === plan;
  return isLeft ? { ...change, continues: digest } : null;
}
function whyRefused(step, change) {
  if (change === null)
    return {
      message: "Its source is gone, is not marked any more, or has an error now.",
      remedy: "Run `stack-publish check`, and plan again."
    };
  if (change.outcome === "unchanged")
    return {
      message: "There is nothing left to do for it: source and post agree, or changed since.",
      remedy: "Plan again if something else should be published."
    };
  return {
    message: `Its source or its post changed since the approval: ${step.action} was approved, and ${change.outcome === "step" ? change.step.action : change.outcome} with another content is due.`,
    remedy: "Plan again and approve what it is now."
  };
}

// src/commands/publish/publish-document.ts
function publishDocument(prepared, context, told) {
  const { site } = context;
  const { account, findings } = prepared;
  const { digest, evidence, outcomes, approvalRequests } = told;
  const steps = outcomes.map((outcome) => stepDocument(outcome, site, prepared));
  const done2 = steps.some(({ result }) => result !== "refused" && result !== "held");
  return {
    schema: 1,
    command: "publish",
    digest,
    decision: evidence === null ? "none" : done2 || steps.length === 0 ? "approved" : "refused",
    approval: evidence && {
      mechanism: evidence.mechanism,
      verified: evidence.verified,
      by: evidence.by,
      ...evidence.others && { others: evidence.others },
      evidence: evidence.evidence,
      digest: evidence.digest
    },
    destination: destinationDocument(site, account),
    counts: countOf(
      [...actions, "unchanged", "held", "waiting", ...resultNames],
      steps.flatMap(({ action, result }) => [action, result])
    ),
    steps,
    findings: findings.map(findingDocument),
    requests: requestsDocument(context, approvalRequests)
  };
}
var excepted = {
  message: "Who approved the plan left this step out.",
  remedy: "Approve the next plan for it, or run `resolve SOURCE skip` to be asked no more."
};
function stepDocument({ match, done: done2 }, site, prepared) {
  const { approved } = match;
  const change = match.state === "done" ? null : match.change;
  const known = match.state === "done" ? match : change;
  const shared = {
    ...change ? changeDocument(change, site, prepared) : {
      source: approved.source,
      kind: known?.post?.kind ?? "article",
      title: known?.title ?? "",
      overwrites: null,
      editors: null,
      detail: null
    },
    action: approved.action,
    digest: approved.digest,
    post: postDocument(known?.post ?? null, site),
    reason: null,
    error: null
  };
  switch (match.state) {
    case "done":
      return { ...shared, result: "unchanged" };
    case "held":
      return { ...shared, reason: match.change.reason, result: "held" };
    case "excepted":
      return { ...shared, reason: "excepted", detail: excepted, result: "refused" };
    case "refused": {
      const { message, remedy } = match;
      return { ...shared, detail: { message, remedy }, result: "refused" };
    }
    case "carry-out": {
      if (!done2) throw new TypeError(`${approved.source} was not carried out`);
      const { code, detail } = done2;
      return {
        ...shared,
        post: postDocument(done2.post, site),
        reason: done2.reason,
        detail,
        // The lost write of a create that was found again is that create.
        result: done2.result === "adopted" && approved.action !== "adopt" ? "created" : done2.result,
        error: code && detail ? { code, ...detail } : null
      };
    }
  }
}

// src/commands/publish/publish-approved.ts
async function publishApproved(context, options) {
  const { config, site, ledger } = context;
  const given = options.digest === null ? null : requireDigest(options.digest);
  if (given && options.index) requireDigestOf(options.index, given);
  const findApproved = async (snapshot) => given && (options.index ?? await snapshot.plan(given));
  const [prepared] = await Promise.all([
    prepare(context, {
      ...options,
      findApproved,
      writing: given !== null || options.ask !== null
    }),
    warnOfUncommitted(context)
  ]);
  requireOwnToken(prepared, config.destination.account);
  const finish = (digest2, evidence2, outcomes2, { findings } = prepared) => {
    const approvalRequests = options.evidence.requests;
    const told = { digest: digest2, evidence: evidence2, outcomes: outcomes2, approvalRequests };
    const document = publishDocument({ ...prepared, findings }, context, told);
    const origins = { commit: context.tree.id, of: originsOf(prepared.changes.changes) };
    return { document, origins, exitCode: exitCodeOf(document) };
  };
  const found = prepared.approved;
  const plan = found ? null : planOf(prepared);
  if (given === null && plan?.digest === null) return finish(null, null, []);
  const digest = given ?? await askForDigest(plan, prepared, context, options);
  const approved = found ?? requireSame(plan?.index ?? null, digest);
  requireTarget(approved, site.destination, prepared.account.id);
  context.log.progress({ label: "asking who approved", done: 0, total: null });
  const approval = await options.evidence.read(digest);
  const { evidence } = approval;
  requireApproval(approval, config.approval, {
    now: site.now(),
    used: prepared.before.approvals,
    authors: await authorsOf(approved, approval, config.approval, prepared, options.evidence)
  });
  const { except = [] } = options;
  requireNamed(except, approved);
  const matches = matchApproved(approved, digest, prepared.changes.changes, prepared.before).filter(
    (match) => options.source.length === 0 || options.source.includes(match.approved.source)
  ).map(
    (match) => match.state === "carry-out" && except.includes(match.approved.source) ? { state: "excepted", approved: match.approved, change: match.change } : match
  );
  const due = matches.flatMap((match) => match.state === "carry-out" ? [match.change] : []);
  if (due.length > 0) {
    await ledger.update((current) => {
      requireUnused(evidence, current.approvals);
      const news = { ...prepared, plan: approved, now: site.now() };
      const recorded = withAccount(
        recordPlan(current, news) ?? { index: current },
        prepared.account.id
      );
      const approvals = { ...recorded.index.approvals, [digest]: evidence };
      return { ...recorded, index: { ...recorded.index, approvals } };
    });
  }
  const results2 = await carryOut({
    ...context,
    account: prepared.account.id,
    plan: digest,
    steps: due,
    before: prepared.before,
    readPicture: (target) => readPicture(context, prepared, target)
  });
  const byChange = new Map(results2.map((result) => [result.change, result]));
  const outcomes = matches.map((match) => {
    const done2 = match.state === "carry-out" && byChange.get(match.change);
    return { match, done: done2 || null };
  });
  const unedited = results2.flatMap(
    ({ code, change }) => code === "article-edit-unavailable" ? [change.source] : []
  );
  const lacks = lackFindings(site, prepared.changes, unedited, prepared.before.records);
  const known = prepared.findings.filter(({ rule }) => lacks.every((each) => each.rule !== rule));
  return finish(digest, evidence, outcomes, { findings: [...known, ...lacks] });
}
function requireNamed(except, { steps }) {
  const known = steps.map(({ source }) => source);
  const stranger = except.find((each) => !known.includes(each));
  if (stranger === void 0) return;
  const near = nearestName(stranger, known);
  throw new Fault(
    "usage",
    "source-unknown",
    `Cannot leave out ${stranger}: the approved plan has no step of it${near ? `, did you mean ${near}?` : "."}`,
    { remedy: "Name a source as the plan does. Nothing was published." }
  );
}
async function authorsOf(approved, { evidence }, { self }, { changes, before }, source) {
  if (self) return [];
  const now = originsOf(changes.changes);
  const pulls = approved.steps.flatMap(({ source: source2 }) => {
    const record = before.records[source2];
    return [parseSourceKey(source2).base, now.get(source2), record?.provenance].flatMap(changeNumber);
  });
  const numbers = [...new Set(pulls)];
  if (numbers.length === 0) return [];
  if (!source.authorsOf || (evidence.by?.id ?? null) === null) return null;
  return source.authorsOf(numbers);
}
function requireOwnToken({ me }, account) {
  if (account === null || account === me.id) return;
  throw new Fault(
    "usage",
    "account-differs",
    `Cannot publish: the token belongs to account ${me.id}, expected account ${account} as destination.account names it.`,
    {
      remedy: "Use a token of that account, or correct destination.account.",
      forTeam: `It is the token of ${me.name}.`
    }
  );
}
function requireDigest(given) {
  if (isDigest(given)) return given;
  throw new Fault(
    "policy",
    "not-a-digest",
    `Cannot publish: ${JSON.stringify(given)} is not a digest, expected sha256: and 64 hexadecimal digits.`,
    { remedy: "Copy the whole digest from the plan." }
  );
}
async function askForDigest(plan, prepared, context, { ask }) {
  const { config } = context;
  const accepted = config.approval.accept.includes("asserted");
  if (!plan?.digest || !ask || !accepted)
    throw new Fault("policy", "no-approval", "Cannot publish: no digest was approved.", {
      remedy: accepted ? "Run `stack-publish plan`, look at it, and pass its digest: `stack-publish publish --digest sha256:…`." : `Run \`stack-publish plan\` and have its digest approved by one of: ${config.approval.accept.join(", ")}.`
    });
  const tags = await lookUpTags(context, prepared, plan);
  if (await ask(reportPlan(plan, prepared, context, tags))) return plan.digest;
  throw new Fault("policy", "declined", "Nothing was published: the plan was not approved.", {
    remedy: "Run `stack-publish publish` again once it should be."
  });
}
function requireDigestOf(index, digest) {
  const seen = digestOf(index);
  if (seen === digest) return;
  throw new Fault(
    "policy",
    "unknown-digest",
    `Cannot publish: the index that was given has the digest ${seen}, expected ${digest}.`,
    { remedy: "Give the index of the plan that was approved." }
  );
}
function requireSame(recomputed, digest) {
  const seen = recomputed && digestOf(recomputed);
  if (recomputed && seen === digest) return recomputed;
  throw new Fault(
    "policy",
    "unknown-digest",
    `Cannot publish: no plan with the digest ${digest} waits in the ledger, and a plan made now has ${recomputed?.steps.length ? seen : "nothing to do"}.`,
    { remedy: "Plan again and approve the new digest." }
  );
}
function exitCodeOf({ counts, steps }) {
  if (counts.failed > 0) return 4;
  const left = steps.filter(({ result }) => result === "refused" || result === "held").length;
  if (left === 0) return 0;
  return left === steps.length ? 3 : 5;
}
export {
  publishApproved
};
