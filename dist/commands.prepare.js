import {
  findingDocument,
  gather
} from "./commands.gather.js";
import {
  addressesNow,
  anyNormalization,
  asAny,
  asIntended,
  asPlanned,
  asWritten,
  decodeAs,
  denormalized,
  encodings,
  fillHoles,
  filledAsRead,
  filledOf,
  haveLinksMoved,
  learnEncoding,
  matchingEncodings,
  mayBeSame,
  mostWantedFirst,
  noAddresses,
  possibleNormalizations,
  textNormalizations,
  viewField,
  withHoles,
  writtenAddresses
} from "./planning.link-order.js";
import {
  lineHunks,
  splitLines
} from "./model.line-hunks.js";
import {
  placeName
} from "./model.destination.js";
import {
  actions,
  createReasons,
  indexOf,
  stepDigest
} from "./model.plan.js";
import {
  sameJson
} from "./model.ledger.js";
import {
  mapConcurrent
} from "./model.map-concurrent.js";
import {
  blankMemory
} from "./model.site-memory.js";
import {
  baseOf,
  linkDependencies,
  textDigest,
  withAnswerOf,
  withoutAnswer
} from "./commands.assess.js";
import {
  compareSourceKeys,
  listed,
  visibleText
} from "./markdown.headings.js";
import {
  shownText
} from "./model.shown-text.js";
import {
  imageDigest,
  imageTarget
} from "./model.image.js";
import {
  provenanceText
} from "./model.provenance.js";
import {
  nearestName
} from "./model.nearest-name.js";
import {
  digestOf
} from "./model.digest.js";
import {
  audienceOf
} from "./commands.audience-of.js";
import {
  memoize
} from "./model.memoize.js";
import {
  Fault
} from "./model.error.js";

// src/planning/look.ts
var clockDifference = 36e5;
function recordOf({ records }, source) {
  return (Object.hasOwn(records, source) ? records[source] : null) ?? null;
}
function saysOther({ ours }, record) {
  return ours !== null && record?.base !== digestOf(ours);
}
function hasChanged(planned, record, leadsTo) {
  if (saysOther(planned, record)) return true;
  const isLinking = record?.base && !record.gone && !record.forgotten;
  return Boolean(isLinking) && record !== null && haveLinksMoved(record, leadsTo);
}
async function look(planned, outlook, reading) {
  const { source, composedFrom, ours } = planned;
  const { site, snapshot, account, surveyed, byTitle, now } = outlook;
  const { index } = snapshot;
  const noted = recordOf(index, source);
  const changed = hasChanged(planned, noted, outlook.leadsTo);
  const record = changed && reading === "never" ? withMove(noted, outlook) : noted;
  let flaw = Object.hasOwn(index.broken, source) ? index.broken[source]?.flaw ?? null : null;
  const text = async (digest) => {
    if (!digest) return null;
    const found = await heldText(snapshot, digest);
    if (!found) flaw ??= `its text ${digest} is not there`;
    return found;
  };
  const intended = await text(record?.intent?.content);
  if (record?.intent && record.intent.at > now + clockDifference)
    flaw ??= "it is about to be written in the future";
  let seen = { state: "unmoved" };
  let candidates = [];
  let adopting = null;
  const creating = record?.intent?.action === "create" && record.complete === (record.post !== null);
  if (flaw !== null) {
  } else if (record?.post && !creating) {
    const must = outlook.full || changed && (reading === "always" || needsPost(record));
    if (!changed || reading !== "never")
      seen = await lookAtPost(record, record.post, must, site, surveyed[record.kind]);
  } else if (ours) {
    const titles = [ours.title, ...intended ? [intended.title] : [], ...outlook.intendedTitles];
    const found = [...new Set(titles.flatMap(byTitle[ours.kind]))].sort((a, b) => a - b);
    const { kind } = ours;
    const posts = await mapConcurrent(
      found,
      100,
      (id) => readCandidate(site, { kind, id }, account)
    );
    candidates = posts.filter((post) => post !== null);
    adopting = await lookForTitled(source, ours, new Set(found), outlook);
  }
  const unanswered = seen.state === "read" && record?.kind === "question" && !seen.post.answer;
  const answers = unanswered && record.post ? await site.answersOf(record.post, account) : [];
  const rests = changed || seen.state === "read" ? await text(record?.base) : null;
  if (rests && rests.kind !== record?.kind) flaw ??= "its text is of another kind";
  return {
    source,
    composedFrom,
    ours,
    record,
    base: rests,
    intended,
    seen,
    candidates,
    ...adopting && { adopting },
    answers,
    running: record?.intent ? outlook.isRunning(record.intent.run) : false,
    flaw
  };
}
async function lookForTitled(source, { kind, title }, known, { site, account, adoption }) {
  const wish = adoption?.wishes.get(source);
  if (!adoption || !wish) return null;
  const others = adoption.byTitle[kind](title).filter((id) => !known.has(id));
  const posts = await mapConcurrent(
    others,
    100,
    (id) => readCandidate(site, { kind, id }, account)
  );
  return { ...wish, titled: posts.filter((post) => post !== null) };
}
async function heldText(snapshot, digest) {
  try {
    return await snapshot.text(digest);
  } catch (error) {
    if (error instanceof Fault && error.code === "ledger-unreadable") return null;
    throw error;
  }
}
function withMove(record, { surveyed, now }) {
  const item = record?.post && surveyed[record.kind].listed.get(record.post.id);
  const hasMoved = item && item.activity !== record.activity && record.unsettled === null;
  return hasMoved ? { ...record, unsettled: now } : record;
}
function mayWaitUnread(planned, record, leadsTo) {
  return record !== null && record.post?.kind === (planned.ours ?? record).kind && hasChanged(planned, record, leadsTo) && record.complete && record.intent === null && record.unsettled === null && !record.otherOwner && !record.gone && !record.forgotten && !needsPost(record);
}
function needsPost({ edited, base, resolution }) {
  return edited || base === null || resolution !== null;
}
async function lookAtPost(record, post, must, site, { listed: listed2, complete, unsure }) {
  const item = listed2.get(post.id);
  const moved = item !== void 0 && item.activity !== record.activity;
  const missing = item === void 0 && (complete || unsure.has(post.id));
  if (record.forgotten) return { state: "unmoved" };
  const stays = record.gone && item === void 0 && record.resolution === null;
  if (stays && !must) return { state: "deleted" };
  const read = must || moved || missing || record.unsettled !== null || record.otherOwner || record.gone || record.intent !== null || !record.complete || record.kind === "question" && post.answer === void 0;
  if (!read) return { state: "unmoved" };
  const current = await readPost(site, post);
  return current ? { state: "read", post: current } : { state: "deleted" };
}
async function readCandidate(site, ref, account) {
  const post = await readPost(site, ref);
  if (!post || ref.kind === "article") return post;
  const answers = await site.answersOf(ref, account);
  const answer = answers.find(({ accepted }) => accepted) ?? answers[0];
  return answer ? { ...post, ref: { ...ref, answer: answer.id }, answer } : post;
}
async function readPost(site, ref) {
  try {
    return await site.read(ref);
  } catch (error) {
    if (error instanceof Fault && error.code === "site-forbidden") return null;
    throw error;
  }
}

// src/planning/words-of-others.ts
function wordsOfOthers(post, fields, account) {
  const isAnswer = (field) => field === "answer";
  const parts = [
    ...fields.every(isAnswer) ? [] : [post],
    ...post.answer && fields.some(isAnswer) ? [post.answer] : []
  ];
  const other = parts.find(
    (part) => part.lastEditor !== void 0 && lastWriter(part)?.id !== account
  );
  return other ? wordsIn(other, post) : null;
}
function wordsIn(part, post) {
  return { by: lastWriter(part), at: lastTouched(post), owner: post.owner };
}
function lastTouched({ activity, answer }) {
  return Math.max(activity, answer?.activity ?? activity);
}
function lastWriter({ lastEditor, owner }) {
  return lastEditor ?? owner;
}

// src/commands/lack-findings.ts
var useV3 = "set destination.api to v3 where the site has it";
function lackFindings({ quirks }, { changes }, unedited, records) {
  const { lacks = [] } = quirks?.memory ?? {};
  const finding = (change, rule) => ({
    rule,
    severity: "warning",
    source: change.source,
    provenance: provenanceOf(change, records),
    place: null
  });
  const questions = changes.filter(({ kind }) => kind === "question");
  const [first, ...others] = lacks.includes("accept") ? questions : [];
  const accept = first ? [
    {
      ...finding(first, "accept-unavailable"),
      message: `The API of the site offers no way to accept an answer: whether that of the question${others.length === 0 ? "" : `, and of ${others.length} more,`} is accepted is left to a person.`,
      remedy: `Accept them on the site, or ${useV3}.`
    }
  ] : [];
  const edits = changes.filter(({ source }) => unedited.includes(source)).map((change) => ({
    ...finding(change, "article-edit-unavailable"),
    message: "The source changed, and the API of the site offers no way to edit an Article: it stays as it is.",
    remedy: `Edit it on the site, or ${useV3}; \`plan --full\` tries again.`
  }));
  return [...accept, ...listed(edits)];
}
function editorsFinding({ key: source, provenance, place }) {
  return {
    rule: "editors-unavailable",
    severity: "warning",
    source,
    provenance,
    place,
    message: "Editors are configured, and API v2.3 cannot set who may edit an Article.",
    remedy: `Set them on the site, or ${useV3}.`
  };
}
function provenanceOf(change, records) {
  const known = change.outcome === "unchanged" ? change.record.provenance : change.composedFrom.provenance;
  return known ?? records[change.source]?.provenance ?? { kind: "file", path: change.source };
}

// src/composing/named-holes.ts
function withNames(content) {
  return fillHoles(content, (target) => target).content;
}

// src/planning/limits.ts
var mostShown = 7e5;
var mostAlone = 9e5;
var mostOnPage = 96e4;
var aroundStep = 900;
var aroundHunk = 100;
var aroundPicture = 1e3;
var mostSteps = 500;
var mostMisfits = 50;
var unchangedAround = 3;
function selectSteps(changes, { create, action }) {
  const taken = /* @__PURE__ */ new Set();
  const tooLong = /* @__PURE__ */ new Set();
  const counts = { creates: 0, links: 0 };
  let shown = 0;
  let onPage = 0;
  let misfits = 0;
  for (const change of inTurn(changes)) {
    if (action && change.step.action !== action) continue;
    if (taken.size >= mostSteps || misfits >= mostMisfits) break;
    const limited = change.links ? "links" : change.step.action === "create" ? "creates" : null;
    if (limited && counts[limited] >= create) continue;
    const size = sizeOf(change);
    if (size.shown > mostAlone || size.onPage > mostOnPage) {
      tooLong.add(change);
      continue;
    }
    const fits = shown + size.shown <= mostShown && onPage + size.onPage <= mostOnPage;
    if (!fits && taken.size > 0) {
      misfits += 1;
      continue;
    }
    taken.add(change);
    if (limited) counts[limited] += 1;
    shown += size.shown;
    onPage += size.onPage;
  }
  return { taken: new Set(linksLast(changes).filter((change) => taken.has(change))), tooLong };
}
function linksLast(changes) {
  const steps = changes.filter((change) => change.outcome === "step");
  return [...steps.filter(({ links }) => !links), ...steps.filter(({ links }) => links)];
}
function inTurn(changes) {
  const steps = linksLast(changes);
  const isNew = ({ step }) => step.action === "create";
  const creates = mostWantedFirst(steps.filter(isNew)).values();
  return steps.map((step) => isNew(step) ? creates.next().value ?? step : step);
}
function heldTooLong({
  source,
  kind,
  title,
  post,
  record,
  step,
  composedFrom
}) {
  return {
    outcome: "held",
    source,
    kind,
    title,
    post,
    reason: "too-long",
    message: `What the step changes has more than ${mostAlone} bytes as it would be shown, and nothing is approved unseen.`,
    remedy: "Split the text into several sources.",
    conflicts: [],
    record,
    renamedFrom: null,
    ours: step.content,
    composedFrom,
    current: null
  };
}
var sizes = /* @__PURE__ */ new WeakMap();
function sizeOf(change) {
  const { step, shown: before } = change;
  const after = step.content;
  const known = sizes.get(after);
  if (step.action === "adopt") return { shown: 0, onPage: aroundStep };
  if (known && sameJson(known.before, before)) return known.size;
  let shown = 0;
  let around = aroundStep + 5 * bytesOf(step.source);
  for (const { for: target, else: other = "" } of after.holes ?? [])
    around += aroundPicture + bytesOf(target) + bytesOf(other);
  const count = (texts) => {
    shown += bytesOf(texts.join(""));
    around += texts.length;
  };
  const [shownBefore, shownAfter] = [before && withNames(before), withNames(after)];
  for (const content of [shownBefore, shownAfter]) if (content) count(fieldsOf(content));
  const old = shownBefore ? textsOf(shownBefore) : [];
  for (const [part, text] of textsOf(shownAfter).entries()) {
    const [from, to] = [splitLines(old[part] ?? ""), splitLines(text)];
    for (const { start, end, lines } of lineHunks(from, to).hunks) {
      count(from.slice(Math.max(0, start - unchangedAround), end + unchangedAround));
      count(lines);
      around += aroundHunk;
    }
  }
  const size = { shown, onPage: shown + around };
  sizes.set(after, { before, size });
  return size;
}
function bytesOf(text) {
  return Buffer.byteLength(shownText(text));
}
function textsOf(content) {
  return [content.body, content.kind === "question" ? content.answer : ""];
}
function fieldsOf(content) {
  const permissions = content.kind === "article" ? JSON.stringify(content.permissions) : "";
  return [content.title, ...content.tags, permissions];
}

// src/planning/assemble.ts
function assemble(changes, destination, account, limits) {
  const candidates = changes.filter((change) => change.outcome === "step");
  const { taken } = selectSteps(changes, limits);
  const steps = [...taken];
  const index = indexOf(destination, account, steps);
  return {
    index,
    digest: steps.length === 0 ? null : digestOf(index),
    steps,
    waiting: candidates.filter((change) => !taken.has(change)),
    held: changes.filter((change) => change.outcome === "held"),
    unchanged: changes.filter((change) => change.outcome === "unchanged")
  };
}

// src/planning/survey.ts
var clockGrain = 1e3;
var overlap = 5 * 6e4;
var dayMs = 24 * 36e5;
var mostSought = 1e3;
var mostChecked = 4;
var mostCheckedTogether = 100;
var pageSize = 100;
var sweepInterval = dayMs;
async function survey(options) {
  const unseen = { listed: /* @__PURE__ */ new Map(), complete: false, unsure: /* @__PURE__ */ new Set() };
  const lists = { article: unseen, question: unseen };
  const cursors = { ...options.index.cursors };
  for (const kind of options.kinds) {
    const list = await surveyKind(kind, options);
    lists[kind] = list;
    cursors[kind] = list.cursor;
  }
  return { ...lists, cursors };
}
async function surveyKind(kind, { site, account, index, full, newTitles, progress }) {
  const records = Object.values(index.records).filter((record) => record.kind === kind);
  const own = new Set(
    records.flatMap(
      ({ post, gone, otherOwner }) => post && !gone && !otherOwner ? [post.id] : []
    )
  );
  const noted = index.cursors[kind];
  const cursor = noted && noted.at <= site.now() + dayMs ? noted : void 0;
  const known = cursor?.at ?? -Infinity;
  const until = records.reduce(
    (earliest, { intent }) => Math.min(earliest, (intent?.at ?? Infinity) - overlap),
    known
  );
  const listed2 = /* @__PURE__ */ new Map();
  let page = await site.list(kind, account, 1);
  const total = page.total;
  let number = 1;
  let newest = cursor?.at ?? 0;
  let oldest = Infinity;
  const addPage = () => {
    for (const item of page.items) {
      oldest = item.activity;
      if (listed2.has(item.id)) continue;
      listed2.set(item.id, item);
      newest = Math.max(newest, item.activity);
    }
  };
  const pageOn = async (enough) => {
    while (!page.last && !enough()) {
      page = await site.list(kind, account, ++number);
      addPage();
      progress?.({ label: `listing ${kind}s`, done: listed2.size, total: page.total });
    }
  };
  addPage();
  await pageOn(() => oldest < until);
  const created = [...listed2.values()].filter(
    (item) => !own.has(item.id) && item.created > known
  ).length;
  const foreign = (cursor?.foreign ?? 0) + created;
  const expected = own.size + foreign;
  const shared = foreign > 0;
  const due = !cursor || site.now() - cursor.swept >= sweepInterval;
  const titles = new Map(newTitles[kind].map((title) => [titleDigest(title), title]));
  const soughtBefore = new Map(Object.entries(cursor?.sought ?? {}));
  const isLongList = total > mostChecked * pageSize;
  const isNew = (digest) => !soughtBefore.has(digest) || total !== expected && !isLongList || due;
  const seeks = shared && [...titles.keys()].some(isNew);
  const isOff = total !== expected && (!shared || due);
  const sweep = !cursor || full || isOff && !(shared && isLongList) || seeks;
  if (sweep) await pageOn(() => false);
  const unsure = isOff && !sweep && !page.last ? nextOf(
    own,
    cursor?.checked ?? 0,
    site.quirks ? mostCheckedTogether : Math.max(1, mostChecked + 1 - number)
  ) : [];
  const complete = page.last;
  const isLong = number > 1;
  if (complete && isLong) {
    const before = newest;
    number = 1;
    page = await site.list(kind, account, number);
    addPage();
    await pageOn(() => oldest <= before);
  }
  const alive = complete ? [...own].filter((id) => listed2.has(id)).length : own.size;
  const withTitle = shared && titles.size > 0 ? unclaimedByTitle(listed2, own) : () => [];
  const sought = [...titles].sort(([a], [b]) => a < b ? -1 : 1).filter(([digest]) => shared && (complete || soughtBefore.has(digest))).slice(0, mostSought).map(([digest, title]) => {
    const before = complete ? [] : (soughtBefore.get(digest) ?? []).filter((id) => !listed2.has(id));
    const ids = /* @__PURE__ */ new Set([...before, ...withTitle(title).map(({ id }) => id)]);
    return [digest, [...ids].sort((a, b) => a - b).slice(0, mostSought)];
  });
  return {
    listed: listed2,
    complete,
    unsure: new Set(unsure),
    cursor: {
      at: newest,
      foreign: complete ? page.total - alive : foreign,
      // A list may be seen whole every time, as it has one page, or as a write is open: noted daily, or
      // each plan would write the ledger.
      swept: unsure.length > 0 || complete && (due || sweep && isLong) ? site.now() : cursor?.swept ?? site.now(),
      ...unsure.length > 0 ? { checked: unsure.at(-1) ?? 0 } : cursor?.checked !== void 0 && !complete && { checked: cursor.checked },
      ...sought.length > 0 && { sought: Object.fromEntries(sought) }
    }
  };
}
function nextOf(own, last, most) {
  const ids = [...own].sort((a, b) => a - b);
  return [...ids.filter((id) => id > last), ...ids.filter((id) => id <= last)].slice(0, most);
}
function titleDigest(title) {
  return digestOf({ title: visibleText(title) });
}
function unclaimedByTitle(listed2, claimed) {
  const byTitle = /* @__PURE__ */ new Map();
  for (const item of listed2.values()) {
    if (claimed.has(item.id) || item.byOthers) continue;
    for (const encoding of encodings) {
      const title = visibleText(decodeAs(encoding, item.title));
      byTitle.set(title, (byTitle.get(title) ?? /* @__PURE__ */ new Set()).add(item));
    }
  }
  return (title) => [...byTitle.get(visibleText(title)) ?? []];
}

// src/planning/adoption.ts
async function proposeAdoption(only2, options) {
  const open = options.sources.filter((each) => mayAdopt(each, options.index));
  const titles = Map.groupBy(open, titleOf);
  const sources = open.filter(({ source }) => only2.length === 0 || only2.includes(source));
  const wishes = sources.map((each) => {
    const isShared = (titles.get(titleOf(each))?.length ?? 0) > 1;
    return [each.source, { approved: null, isShared }];
  });
  return { wishes: new Map(wishes), byTitle: await everyonesByTitle(sources, options) };
}
async function approvedAdoption({ steps }, changes, options) {
  const adopts = steps.filter(({ action }) => action === "adopt");
  const approved = new Map(adopts.map(({ source, digest }) => [source, digest]));
  const isOpen = new Set(
    changes.flatMap((change) => {
      const isFound = change.outcome === "step" && change.step.action === "adopt";
      return approved.has(change.source) && !isFound ? change.source : [];
    })
  );
  const sources = options.sources.filter(
    (each) => isOpen.has(each.source) && mayAdopt(each, options.index)
  );
  if (sources.length === 0) return null;
  const wish = ({ source }) => {
    const digest = approved.get(source) ?? null;
    return [source, { approved: digest, isShared: false }];
  };
  return {
    wishes: new Map(sources.map(wish)),
    byTitle: await everyonesByTitle(sources, options)
  };
}
function mayAdopt({ source, ours }, index) {
  const record = recordOf(index, source);
  const isOpen = record === null || !record.post && !record.intent && !record.resolution;
  return ours !== null && isOpen && !record?.forgotten && !Object.hasOwn(index.broken, source);
}
function titleOf({ ours }) {
  return JSON.stringify([ours?.kind, ours && visibleText(ours.title)]);
}
async function everyonesByTitle(sources, { site, claimed, progress }) {
  const find = async (kind) => {
    if (!sources.some(({ ours }) => ours?.kind === kind)) return () => [];
    const ofTitle = unclaimedByTitle(await everyonesPosts(site, kind, progress), claimed[kind]);
    return (title) => ofTitle(title).map(({ id }) => id);
  };
  return { article: await find("article"), question: await find("question") };
}
async function everyonesPosts(site, kind, progress) {
  const listed2 = /* @__PURE__ */ new Map();
  const list = site.everyones?.bind(site);
  if (!list) return listed2;
  const pageOn = async (isEnough) => {
    for (let number = 1; ; number += 1) {
      const { total, items, last } = await list(kind, number);
      for (const item of items) listed2.set(item.id, item);
      progress?.({ label: `looking through ${kind}s`, done: listed2.size, total });
      if (last || isEnough(items)) return number;
    }
  };
  const pages = await pageOn(() => false);
  const newest = Math.max(0, ...[...listed2.values()].map(({ activity }) => activity));
  if (pages > 1) await pageOn((items) => items.some(({ activity }) => activity <= newest));
  return listed2;
}

// src/planning/known-encodings.ts
var nothingLearned = { title: null, body: null };
var varying = { title: "varying", body: "varying" };
function encodingsAt({ destination, quirks }, { encodings: encodings2 }) {
  if (quirks?.memory.filter?.safe) return varying;
  return encodings2[destination.api] ?? nothingLearned;
}
function learnedBeside(before, now) {
  const learned = (encoding) => encoding === "varying" ? null : encoding;
  return {
    title: learned(now.title) ?? before.title,
    body: learned(now.body) ?? before.body
  };
}

// src/planning/hold.ts
var lateWriteMs = 5 * 6e4;
function holder(state, title, post) {
  const { source, ours, composedFrom, record, seen } = state;
  return (reason, message, remedy, more) => ({
    outcome: "held",
    source,
    kind: ours?.kind ?? record?.kind ?? "article",
    title,
    post,
    reason,
    message,
    remedy: remedy.replaceAll("SOURCE", () => source),
    conflicts: [],
    record,
    renamedFrom: null,
    ours,
    composedFrom,
    current: seen.state === "read" ? seen.post : null,
    ...more
  });
}
function stillPending(state, intent, hold) {
  if (!intent || intent.outcome === "rejected" || state.now - intent.at >= lateWriteMs) return null;
  const from = new Date(intent.at + lateWriteMs).toISOString().slice(0, 19);
  return intent.outcome === "open" && state.running !== false ? hold(
    "in-progress",
    "Another run is about to write it, or stopped in the middle.",
    `Wait for that run; from ${from}Z on, by the site's clock, a new plan settles it.`
  ) : hold(
    "outcome-unknown",
    "A write was sent and no answer told what became of it; the post was not found yet.",
    `Plan again from ${from}Z on, by the site's clock.`
  );
}
function foundDeleted(record) {
  const over = record.complete ? {} : { complete: true, intent: null };
  return { ...record, gone: true, ...over };
}
function an(kind) {
  return kind === "article" ? "an article" : "a question";
}

// src/planning/orphans.ts
function orphanKeys({ snapshot, sources, erroneous }) {
  const present = new Set(sources.map(({ source }) => source));
  return Object.keys(snapshot.index.records).filter(
    (key) => !present.has(key) && !erroneous.has(key)
  );
}
function movableKeys(options) {
  return [.../* @__PURE__ */ new Set([...orphanKeys(options), ...[...options.moves.values()].flat()])];
}
async function lookForOrphans(options, surveyed) {
  const { site, snapshot } = options;
  const news = await mapConcurrent(movableKeys(options), 10, async (source) => {
    const record = recordOf(snapshot.index, source);
    if (!record?.post) return [];
    const { complete, listed: listed2 } = surveyed[record.kind];
    if (listed2.has(record.post.id))
      return record.gone ? [[source, { ...record, gone: false }]] : [];
    const missing = complete && !record.gone && !record.otherOwner;
    const deleted = missing && await readPost(site, record.post) === null;
    return deleted ? [[source, foundDeleted(record)]] : [];
  });
  return new Map(news.flat());
}
async function findOrphans(options, surveyed, news) {
  const { snapshot, sources } = options;
  const { index } = snapshot;
  const isSettled = ({ source, ours }) => {
    const record = recordOf(index, source);
    return record?.post || record?.forgotten || record?.skipped && ours === null;
  };
  if (sources.every(isSettled)) return [];
  const found = await mapConcurrent(movableKeys(options), 10, async (source) => {
    const record = news.get(source) ?? recordOf(index, source);
    if (!record) return [];
    const { kind, post, otherOwner, intent } = record;
    const intended = intent?.content ? await heldText(snapshot, intent.content) : null;
    if (!post) return intended ? [{ source, record, base: intended, intended, gone: false }] : [];
    const isBegunAgain = record.kind === "question" && !record.complete && intent?.action === "create";
    const last = record.base && await heldText(snapshot, record.base);
    const base = last && isBegunAgain && intended ? intended : last;
    const { complete, listed: listed2 } = surveyed[kind];
    const isKnown = listed2.has(post.id) || complete && !otherOwner;
    return [{ source, record, base, intended, gone: record.gone || (isKnown ? false : null) }];
  });
  return found.flat();
}

// src/planning/broken-sources.ts
function withBroken({ sources, snapshot, erroneous }) {
  const keys = Object.keys(snapshot.index.broken);
  if (keys.length === 0) return sources;
  const present = new Set(sources.map(({ source }) => source));
  const unknown = {
    provenance: null,
    sourceCount: 1,
    revision: null,
    settings: null,
    dependsOn: {},
    text: null,
    members: null
  };
  const others = keys.filter((key) => !present.has(key) && !erroneous.has(key)).map((source) => ({ source, composedFrom: unknown, ours: null }));
  return [...sources, ...others].sort((a, b) => compareSourceKeys(a.source, b.source));
}
function claimedBy({ stored }) {
  const { post } = Object(stored);
  const { id } = Object(post);
  return typeof id === "number" ? [id] : [];
}

// src/planning/moved-posts.ts
function movedPosts(changes, orphanNews, index) {
  const moved = /* @__PURE__ */ new Map();
  const note = (key, record, isDue = false) => {
    const before = linkable(recordOf(index, key));
    const post = linkable(record);
    if (post?.kind !== before?.kind || post?.id !== before?.id)
      moved.set(key, { post, record, isDue });
  };
  for (const [key, record] of orphanNews) note(key, record);
  for (const change of changes) {
    const from = change.outcome === "unchanged" ? null : change.renamedFrom;
    if (change.outcome !== "step" || change.step.action !== "adopt") {
      if (change.record) note(from ?? change.source, change.record);
      continue;
    }
    if (from) note(from, null, true);
    moved.set(change.source, { post: change.step.target, record: null, isDue: true });
  }
  return moved;
}
function linkable(record) {
  return record && !record.gone && !record.forgotten ? record.post : null;
}
function areSameMoves(a, b) {
  return a.size === b.size && [...a].every(([key, { post }]) => {
    const other = b.get(key);
    return other !== void 0 && other.post?.kind === post?.kind && other.post?.id === post?.id;
  });
}

// src/composing/image-addresses.ts
function imageAddresses({ images }, isImage, isKnown = () => true) {
  return (target) => {
    const digest = imageDigest(target);
    const image = digest !== null && Object.hasOwn(images, digest) ? images[digest] : void 0;
    return image && isImage(image.url) && isKnown(image) ? image.url : null;
  };
}

// src/composing/post-addresses.ts
function postAddresses({ records }, urlOf, isKnown = () => true) {
  return (target) => {
    const record = Object.hasOwn(records, target) ? records[target] : void 0;
    if (!record?.post || record.gone || record.forgotten || !isKnown(record)) return null;
    return urlOf(record.post);
  };
}

// src/planning/plan-addresses.ts
function addressKinds(site) {
  return {
    isImage: (address) => site.images?.owns(address) ?? false,
    isPost(address) {
      const post = site.refOf(address);
      return post !== null && site.urlOf({ kind: post.kind, id: post.id }) === address;
    }
  };
}
function planAddresses(index, site, approved, moved) {
  const kinds = addressKinds(site);
  const images = imageAddresses(index, kinds.isImage);
  const digest = approved && digestOf(approved);
  const planned = digest !== null && index.plans[digest] || Infinity;
  const urlOf = (post) => site.urlOf(post);
  const recorded = postAddresses(index, urlOf);
  const now = (target) => {
    const news = moved.get(target);
    if (!news) return recorded(target);
    return news.post && urlOf(news.post);
  };
  const usable = (record) => {
    const own = [digest, record?.intent?.plan].filter(Boolean);
    const known = imageAddresses(
      index,
      kinds.isImage,
      ({ plan, at }) => !own.includes(plan) && at <= planned
    );
    const begun = record?.intent?.action === "create" ? record.intent.plan : null;
    const isOwn = (target) => {
      const news = moved.get(target);
      const linked = news ? news.record : recordOf(index, target);
      const by = linked?.postedBy ?? null;
      return linked === null || by !== null && (by === digest || by === begun);
    };
    return (target) => known(target) ?? (isOwn(target) ? null : now(target));
  };
  return {
    ...kinds,
    addressOf: (target) => images(target) ?? now(target),
    leadsTo: (target, address) => address === now(target) || moved.get(target)?.isDue === true && address === recorded(target),
    usedBy: (content, record) => addressesNow(content, usable(record))
  };
}

// src/planning/planned-change.ts
function plannedStep({
  source,
  composedFrom,
  record,
  usedBy
}, action, target, content, { expects, reason, ...more } = {}) {
  const { base = null, version = 0 } = record ?? {};
  const uses = action === "adopt" ? {} : usedBy(content, record);
  return {
    outcome: "step",
    source,
    kind: content.kind,
    title: content.title,
    post: target,
    step: {
      action,
      source,
      target,
      base,
      version,
      content,
      ...expects && { expects },
      ...reason && { reason },
      ...Object.keys(uses).length > 0 && { uses }
    },
    composed: content,
    shown: null,
    overwrites: null,
    adopts: null,
    replaced: null,
    links: false,
    continues: null,
    unread: false,
    expected: null,
    composedFrom,
    record,
    renamedFrom: null,
    resume: null,
    ...more
  };
}
function digestOfChange({ step, continues }) {
  return continues ?? stepDigest(step);
}
function createStep(state, ours, resume = null) {
  const begun = state.record?.intent?.step;
  const step = (reason) => plannedStep(state, "create", null, ours, { resume, ...reason && { reason } });
  const approved = begun && createReasons.map(step).find((each) => stepDigest(each.step) === begun);
  return approved || step();
}

// src/composing/hole-marks.ts
var isMark = /\u{E000}(\d+):/gu;
function markHoles(...contents) {
  if (contents.every(({ holes }) => holes === void 0))
    return { contents, unmark: (content) => content, named: (text) => text };
  const fillings = [];
  const numbers = /* @__PURE__ */ new Map();
  const numberOf = ({ for: target, else: other }) => {
    const name = JSON.stringify([target, other]);
    const number = numbers.get(name) ?? fillings.length;
    if (number === fillings.length) {
      numbers.set(name, number);
      fillings.push({ for: target, ...other !== void 0 && { else: other } });
    }
    return number;
  };
  const texts = contents.flatMap((each) => fieldsOf2(each).map(([, text]) => text));
  const kind = texts.reduce(
    (most, text) => text.matchAll(isMark).reduce((max, [, n]) => Math.max(max, Number(n) + 1), most),
    0
  );
  const start = `${kind}:`;
  const marks = new RegExp(`${start}(\\d+)`, "gu");
  const fillingOf = (number) => fillings[Number(number)];
  const mark = (content) => {
    const { holes = [], ...rest } = content;
    if (holes.length === 0) return content;
    const marked = {};
    for (const [field, text] of fieldsOf2(content)) {
      let result = "";
      let at = 0;
      const own = holes.filter((hole) => hole.field === field);
      for (const hole of own.toSorted((a, b) => a.at - b.at)) {
        result += `${text.slice(at, hole.at)}${start}${numberOf(hole)}`;
        at = hole.at;
      }
      marked[field] = result + text.slice(at);
    }
    return { ...rest, ...marked };
  };
  return {
    contents: contents.map(mark),
    unmark(content) {
      const holes = [];
      const unmarked = {};
      for (const [field, text] of fieldsOf2(content)) {
        let result = "";
        let at = 0;
        for (const { 0: found, 1: number, index } of text.matchAll(marks)) {
          const filling = fillingOf(number);
          if (!filling) continue;
          result += text.slice(at, index);
          holes.push({ field, at: result.length, ...filling });
          at = index + found.length;
        }
        unmarked[field] = result + text.slice(at);
      }
      const { holes: _, ...rest } = content;
      return { ...rest, ...unmarked, ...holes.length > 0 && { holes } };
    },
    named: (text) => text.replace(marks, (found, number) => fillingOf(number)?.for ?? found)
  };
}
function fieldsOf2(content) {
  const body = ["body", content.body];
  return content.kind === "question" ? [body, ["answer", content.answer]] : [body];
}

// src/planning/both-sides.ts
function bothSides(ours, compared) {
  if (compared.state !== "different") return [];
  const { contents, named } = markHoles(ours, compared.theirs);
  return compared.fields.map((field) => {
    const [own = "", other = ""] = contents.map((content) => named(textOf(content, field)));
    return { field, base: "", ours: own, theirs: other };
  });
}
function textOf(content, field) {
  switch (field) {
    case "title":
    case "body":
      return content[field];
    case "answer":
      return content.kind === "question" ? content.answer : "";
    case "tags":
      return content.tags.join(" ");
    case "type":
    case "permissions":
      return content.kind === "article" ? JSON.stringify(content[field]) : "";
  }
}

// src/planning/compare.ts
function comparePost(known, post, encodings2, normalizations, addresses = noAddresses) {
  const fields = [];
  const holes = [];
  const read = { body: post.body, answer: post.answer?.body ?? "" };
  const { content: composed, filled } = filledAsRead(known, read, normalizations, addresses);
  let unclear = false;
  const text = (field, read2, ours) => {
    const view = viewField(read2, ours, encodings2[slotOf(field)], normalizations);
    if (view.state !== "same") fields.push(field);
    if (view.state === "unclear") unclear = true;
    if (view.state !== "different") return ours;
    return denormalized(view.text, ours, normalizations);
  };
  const prose = (field, written, ours) => {
    const seen = text(field, read[field], written);
    const own = (known.holes ?? []).filter((hole) => hole.field === field);
    const theirs2 = seen === written ? { text: ours, holes: own } : withHoles(seen, field, written, known, addresses);
    holes.push(...theirs2.holes);
    return theirs2.text;
  };
  const { holes: _, ...rest } = known;
  let theirs = {
    ...rest,
    title: text("title", post.title, known.title),
    body: prose("body", composed.body, known.body)
  };
  if (theirs.kind === "question" && composed.kind === "question")
    theirs = { ...theirs, answer: prose("answer", composed.answer, theirs.answer) };
  if (holes.length > 0) theirs = { ...theirs, holes };
  if (!normalizations.includes("tag-replaced") && !sameTags(known.tags, post.tags)) {
    fields.push("tags");
    theirs = { ...theirs, tags: [...post.tags] };
  }
  if (theirs.kind === "article") {
    const settings = compareSettings(theirs, post);
    fields.push(...settings.fields);
    theirs = { ...theirs, ...settings.seen };
  }
  if (unclear) return { state: "unclear", fields };
  return fields.length === 0 ? { state: "same", filled } : { state: "different", theirs, fields };
}
function showsTheSame(a, b, encodings2) {
  const same = (field, one, other) => one === other || encodings2[slotOf(field)] === "varying" && mayBeSame(one, other);
  return same("title", a.title, b.title) && same("body", a.body, b.body) && a.answer?.id === b.answer?.id && same("answer", a.answer?.body ?? "", b.answer?.body ?? "") && sameTags(a.tags, b.tags) && a.type === b.type;
}
function slotOf(field) {
  return field === "title" ? "title" : "body";
}
function learnedFor(content, base, learned) {
  if (base && sameTags(base.tags, content.tags)) return learned;
  return learned.filter((rule) => rule !== "tag-replaced");
}
function replacedTags(known, { tags }, learned) {
  if (!known || !learned.includes("tag-replaced")) return null;
  const ours = known.tags.filter((tag) => !tags.includes(tag));
  const theirs = tags.filter((tag) => !known.tags.includes(tag));
  return ours.length + theirs.length === 0 ? null : { ours, theirs };
}
function sameTags(a, b) {
  const left = new Set(a);
  return left.size === new Set(b).size && b.every((tag) => left.has(tag));
}
function compareSettings(known, post) {
  const type = post.type ?? known.type;
  const permissions = known.permissions && (post.permissions ?? known.permissions);
  const fields = type === known.type ? [] : ["type"];
  if (permissions && known.permissions && !samePermissions(permissions, known.permissions))
    fields.push("permissions");
  return { seen: { type, permissions }, fields };
}
function samePermissions(a, b) {
  const sorted = (ids) => ids.toSorted((x, y) => x - y).join();
  return a.editableBy === b.editableBy && sorted(a.users) === sorted(b.users) && sorted(a.groups) === sorted(b.groups);
}
function verifyWrite(sent, post, known) {
  const normalizations = /* @__PURE__ */ new Set();
  const changed = [];
  let encodings2 = known;
  const check = (field, written, read) => {
    const lesson = verifyText(field, written, read, encodings2);
    encodings2 = lesson.encodings;
    for (const rule of lesson.normalizations) normalizations.add(rule);
    changed.push(...lesson.changed);
  };
  check("title", sent.title, post.title);
  check("body", sent.body, post.body);
  if (sent.kind === "question" && post.answer) check("answer", sent.answer, post.answer.body);
  if (!sameTags(sent.tags, post.tags)) normalizations.add("tag-replaced");
  if (sent.kind === "article") changed.push(...compareSettings(sent, post).fields);
  return { encodings: encodings2, normalizations: [...normalizations].sort(), changed };
}
function verifyText(field, written, read, known) {
  const slot = slotOf(field);
  const normalizations = textNormalizations.find(
    (rules) => matchingEncodings(read, written, rules).length > 0
  );
  if (!normalizations) return { encodings: known, normalizations: [], changed: [field] };
  const learned = known[slot] !== "varying" && learnEncoding(read, written, normalizations);
  const encoding = learned || known[slot];
  return { encodings: { ...known, [slot]: encoding }, normalizations, changed: [] };
}

// src/planning/foreign-post.ts
function isForeign({ owner }, record, account) {
  return owner?.id !== account && record?.otherOwner !== true;
}
var foreignPost = {
  message: "Its post belongs to another account, and nothing recorded that it was linked.",
  remedy: "Run `adopt SOURCE URL` if it is the right post."
};

// src/planning/merge.ts
var tagLimit = { article: 4, question: 5 };
function mergeContents(base, ours, theirs) {
  const marked = markHoles(base, ours, theirs);
  const [markedBase = base, markedOurs = ours, markedTheirs = theirs] = marked.contents;
  const merge = mergeTexts(markedBase, markedOurs, markedTheirs);
  if (merge.clean) return { clean: true, content: marked.unmark(merge.content) };
  const conflicts = merge.conflicts.map(({ field, ...sides }) => ({
    field,
    base: marked.named(sides.base),
    ours: marked.named(sides.ours),
    theirs: marked.named(sides.theirs)
  }));
  return { ...merge, conflicts };
}
function mergeTexts(base, ours, theirs) {
  const conflicts = [];
  const conflict = (field, b, o, t) => {
    conflicts.push({ field, base: b, ours: o, theirs: t });
    return o;
  };
  const whole = (field, b, o, t) => {
    if (o === t || t === b) return o;
    return o === b ? t : conflict(field, b, o, t);
  };
  let fine = true;
  const lines = (field, b, o, t) => {
    const merge = mergeLines(b, o, t);
    if (merge.text === null) fine &&= merge.fine;
    return merge.text ?? conflict(field, b, o, t);
  };
  const shared = {
    title: whole("title", base.title, ours.title, theirs.title),
    body: lines("body", base.body, ours.body, theirs.body),
    tags: mergeTags(base.tags, ours.tags, theirs.tags)
  };
  if (shared.tags.length > tagLimit[ours.kind])
    conflict("tags", base.tags.join(" "), ours.tags.join(" "), theirs.tags.join(" "));
  let content;
  if (base.kind === "article" && ours.kind === "article" && theirs.kind === "article") {
    const pick = (field, b, o, t) => JSON.parse(whole(field, JSON.stringify(b), JSON.stringify(o), JSON.stringify(t)));
    content = {
      ...ours,
      ...shared,
      type: pick("type", base.type, ours.type, theirs.type),
      permissions: ours.permissions ? pick("permissions", base.permissions, ours.permissions, theirs.permissions) : null
    };
  } else if (base.kind === "question" && ours.kind === "question" && theirs.kind === "question") {
    content = {
      ...ours,
      ...shared,
      answer: lines("answer", base.answer, ours.answer, theirs.answer)
    };
  } else {
    throw new TypeError("a merge needs three contents of one kind");
  }
  if (conflicts.length === 0) return { clean: true, content };
  const fields = conflicts.map(({ field }) => field).join(" and the ");
  const why = fine ? "" : ", in too many lines to merge them one by one";
  const message = `Both the source and the site changed the ${fields}${why}.`;
  return { clean: false, conflicts, message };
}
function mergeLines(base, ours, theirs) {
  if (ours === theirs || theirs === base) return { text: ours, fine: true };
  if (ours === base) return { text: theirs, fine: true };
  const lines = splitLines(base);
  const own = lineHunks(lines, splitLines(ours));
  const other = lineHunks(lines, splitLines(theirs));
  const fine = own.fine && other.fine;
  const isOwn = new Set(own.hunks);
  let text = "";
  let at = 0;
  for (const region of regionsOf([...own.hunks, ...other.hunks])) {
    const { start, end } = region;
    const side = (wanted) => applied(lines, { ...region, hunks: region.hunks.filter((h) => isOwn.has(h) === wanted) });
    const [was, o, t] = [lines.slice(start, end).join(""), side(true), side(false)];
    if (o !== t && o !== was && t !== was) return { text: null, fine };
    text += lines.slice(at, start).join("") + (o === was ? t : o);
    at = end;
  }
  return { text: text + lines.slice(at).join(""), fine };
}
function regionsOf(hunks) {
  const regions = [];
  for (const hunk of hunks.toSorted((a, b) => a.start - b.start)) {
    const last = regions.at(-1);
    if (last && hunk.start <= last.end) {
      last.end = Math.max(last.end, hunk.end);
      last.hunks.push(hunk);
    } else regions.push({ start: hunk.start, end: hunk.end, hunks: [hunk] });
  }
  return regions;
}
function applied(lines, { start, end, hunks }) {
  let text = "";
  let at = start;
  for (const hunk of hunks) {
    text += [...lines.slice(at, hunk.start), ...hunk.lines].join("");
    at = hunk.end;
  }
  return text + lines.slice(at, end).join("");
}
function mergeTags(base, ours, theirs) {
  const kept = ours.filter((tag) => theirs.includes(tag) || !base.includes(tag));
  const added = theirs.filter((tag) => !base.includes(tag) && !kept.includes(tag));
  return [...kept, ...added];
}

// src/planning/replace-step.ts
function replaceStep(state, target, ours, { current, shown, expected, decided }) {
  const learned = learnedFor(ours, state.base, state.record?.normalizations ?? []);
  const addresses = asPlanned(state, state.record);
  const compared = comparePost(ours, current, state.encodings, learned, addresses);
  const differs = compared.state === "same" ? [] : compared.fields;
  const others = wordsOfOthers(current, differs, state.account);
  const seen = shown && !state.public ? withEditors(shown, ours, current) : shown;
  const replaced = replacedTags(state.base, current, state.record?.normalizations ?? []);
  if (!others && !decided)
    return plannedStep(state, "update", target, ours, {
      shown: seen,
      expected,
      replaced
    });
  const part = current.answer && differs.every((field) => field === "answer");
  const words = others ?? wordsIn(part ? current.answer : current, current);
  const activity = lastTouched(current);
  return plannedStep(state, "overwrite", target, ours, {
    // Somebody else's words, also where the ledger, which is a claim, has them as our last text.
    shown: state.public ? null : seen,
    expected: { post: current },
    expects: { activity },
    overwrites: words,
    replaced
  });
}
function withEditors(shown, ours, current) {
  if (shown.kind !== "article" || ours.kind !== "article") return shown;
  if (shown.permissions || !ours.permissions || !current.permissions) return shown;
  return { ...shown, permissions: current.permissions };
}

// src/planning/resume-question.ts
function resumeQuestion(state, record, post, ours) {
  const { seen, intended } = state;
  const hold = holder(state, ours.title, post);
  if (seen.state !== "read")
    return hold(
      "deleted",
      "Its question was deleted on the site before it had its answer.",
      "Run `resolve SOURCE recreate` to post it again, or `resolve SOURCE forget` to leave it deleted.",
      { record: foundDeleted(record) }
    );
  const intendedText = intended ?? ours;
  const { resolution } = record;
  const again = resolution?.kind === "recreate" && resolution.activity === record.activity;
  if (post.answer !== void 0 && !seen.post.answer && !again)
    return hold(
      "deleted",
      "Its answer was deleted on the site before it was accepted.",
      "Run `resolve SOURCE recreate` to post the answer again, or `resolve SOURCE forget` to leave it deleted."
    );
  const sent = seen.post.answer ? [seen.post.answer] : sentAnswers(intendedText, state);
  if (!sent) return severalAnswers(hold);
  const [answer = null] = sent;
  const pending = answer ? null : stillPending(state, record.intent, hold);
  if (pending) return pending;
  const current = withAnswer(seen.post, answer);
  const isBeingCreated = (record.intent?.action ?? "create") === "create";
  if (isBeingCreated && sameJson(intendedText, ours)) {
    const now = { ...state, record: withShown(state, record, intendedText, current) };
    return answer || current.editable ? createStep(now, ours, current.ref) : locked(hold);
  }
  return replaceBegun(state, current, isBeingCreated ? intendedText : null, ours);
}
function withShown(state, record, content, { body, answer }) {
  const { intent } = record;
  if (!intent || !content.holes) return record;
  const sent = answer ? content : withoutAnswer(content);
  const read = { body, answer: answer?.body ?? "" };
  const { filled } = filledAsRead(sent, read, anyNormalization, asIntended(state, record));
  return { ...record, intent: { ...intent, filled: { ...intent.filled, ...filled } } };
}
function answerAgain(state, question, asked, ours) {
  const { record, base, intended } = state;
  const hold = holder(state, ours.title, question);
  const sent = intended ? sentAnswers(intended, state) : [];
  if (!sent) return severalAnswers(hold);
  const [answer = null] = sent;
  const pending = answer ? null : stillPending(state, record?.intent ?? null, hold);
  return pending ?? replaceBegun(state, withAnswer(asked, answer), base, ours);
}
function replaceBegun(state, current, base, ours) {
  const { record, seen } = state;
  const target = current.ref;
  const hold = holder(state, ours.title, target);
  if (!current.editable) return locked(hold);
  const expected = { post: current };
  const replace = (shown, decided2 = false) => replaceStep(state, target, ours, { current, shown, expected, decided: decided2 });
  const known = base && !current.answer ? withoutAnswer(base) : base;
  const rules = record?.normalizations ?? [];
  const against = (normalizations) => comparePost(known ?? ours, current, state.encodings, normalizations, asWritten(state, record));
  const isFound = known !== null && current.answer !== null;
  const compared = (isFound ? possibleNormalizations(rules).map(against) : []).find(
    ({ state: state2 }) => state2 === "same"
  ) ?? against(rules);
  if (known && compared.state === "same") return replace(known);
  const theirs = compared.state === "different" ? compared.theirs : null;
  const told = state.public ? null : theirs;
  const { resolution } = record ?? {};
  const decided = resolution?.kind === "source" && resolution.activity === (seen.state === "read" ? lastTouched(seen.post) : null);
  if (decided) return replace(told, true);
  if (!base) {
    const step = replace(told);
    if (!step.overwrites) return step;
    return hold(
      "no-base",
      "It was begun with another text, somebody edited it since, and nothing tells what of it is theirs.",
      "Run `resolve SOURCE source` to take the source.",
      state.public ? {} : { conflicts: bothSides(ours, compared) }
    );
  }
  const fields = compared.state === "same" ? "" : compared.fields.join(" and the ");
  if (!theirs)
    return hold(
      "encoding",
      `The site shows the ${fields} in another encoding than it did before, or somebody wrote encoded text: the two cannot be told apart.`,
      "Open the post and its source; run `resolve SOURCE source` to take the source."
    );
  if (state.public)
    return hold(
      "public",
      `Somebody edited the ${fields} on the site, and a merge would put the site's text into a public place.`,
      `Look at ${state.urlOf(target)}, then run \`resolve SOURCE source\` to take the source; set \`visibility: private\` where only the team can read the repository.`
    );
  const merge = mergeContents(
    base,
    ours,
    current.answer || theirs.kind !== "question" || base.kind !== "question" ? theirs : withAnswerOf(theirs, base)
  );
  if (merge.clean)
    return plannedStep(state, "merge", target, merge.content, {
      composed: ours,
      shown: theirs,
      expected
    });
  return hold(
    "conflict",
    merge.message,
    "Bring the site's change into the source, or run `resolve SOURCE source` to take the source.",
    { conflicts: merge.conflicts }
  );
}
function restoredAnswer(state, record, post) {
  const { seen, base, answers } = state;
  const missed = record.kind === "question" && post.answer === void 0 && !record.intent;
  if (!missed || seen.state !== "read") return null;
  const own = base && findAnswer(base, state);
  const answer = answers.find(({ accepted, id }) => accepted || id === own?.id);
  return answer ? withAnswer(seen.post, answer) : null;
}
function withAnswer(post, answer) {
  const { kind, id } = post;
  return { ...post, ref: { kind, id, ...answer && { answer: answer.id } }, answer };
}
function sentAnswers(content, state) {
  const { answers, account } = state;
  const same = findAnswer(content, state);
  if (same) return [same];
  const wasEdited = answers.every(({ lastEditor }) => lastEditor && lastEditor.id !== account);
  return answers.length > 1 || !wasEdited ? null : answers;
}
function locked(hold) {
  return hold(
    "locked",
    "Its question is locked, or our account may not edit it.",
    "Unlock it on the site, or run `resolve SOURCE forget`."
  );
}
function severalAnswers(hold) {
  return hold(
    "ambiguous",
    "An answer may have been sent that no run recorded, and our account has another one with another text at its question; whether that is it cannot be told.",
    "Run `adopt SOURCE URL` with the address of the right answer, or delete the wrong one."
  );
}
function findAnswer(content, state) {
  const { answers, encodings: encodings2 } = state;
  const shows = ({ body }) => {
    const read = { body: "", answer: body };
    const { content: sent } = filledAsRead(content, read, anyNormalization, asAny(state));
    const text = sent.kind === "question" ? sent.answer : "";
    return viewField(body, text, encodings2.body, anyNormalization).state === "same";
  };
  return answers.find(shows) ?? null;
}

// src/planning/reconcile-new.ts
function reconcileNew(state, ours) {
  const hold = holder(state, ours.title, null);
  const ambiguous = (what) => hold(
    "ambiguous",
    `${what}; which of them it is cannot be told.`,
    "Run `adopt SOURCE URL` with the address of the right post."
  );
  const unposted = state.orphans.filter((each) => !each.record.post);
  const reworded = (orphans) => orphans.filter(({ base }) => base && isReworded(ours, base));
  for (const { record } of [...renamedFrom(ours, unposted), ...reworded(unposted)]) {
    const pending = stillPending(state, record.intent, hold);
    if (pending) return pending;
  }
  const posted = state.orphans.filter((each) => each.record.post);
  const [orphan, ...others] = renamedFrom(ours, posted);
  if (others.length > 0) return ambiguous("Several posts of sources that are gone have its text");
  if (orphan?.gone)
    return holder(state, ours.title, orphan.record.post)(
      "deleted",
      `Its post, which it had as ${orphan.source}, was deleted on the site.`,
      "Run `resolve SOURCE recreate` to post it again, or `resolve SOURCE forget` to leave it deleted.",
      { record: foundDeleted(orphan.record), renamedFrom: orphan.source }
    );
  if (orphan?.record.post && orphan.base === null)
    return hold(
      "ambiguous",
      `It has the title of ${orphan.source}, which is gone, and was linked to a post without being compared.`,
      `Run \`adopt SOURCE ${state.urlOf(orphan.record.post)}\` if it is the same.`
    );
  const [before = null] = [
    ...reworded(posted).map(({ source, record }) => ({ source, post: record.post })),
    ...reworded(unposted).flatMap(
      (from) => postsBegunFor(from, state).map(({ ref }) => ({ source: from.source, post: ref }))
    )
  ];
  if (!orphan && before)
    return hold(
      "ambiguous",
      `It has the answer of ${before.source}, whose heading is gone: a reworded question, or another one.`,
      `Pin the id: put the old heading back with a line \`<!-- stack-publish-id: NAME -->\` under it, publish, and reword it then. Or run \`adopt SOURCE ${before.post ? state.urlOf(before.post) : "URL"}\`.`
    );
  if (orphan?.record.post && orphan.base)
    return adoptStep(state, ours, orphan.record.post, orphan.base, orphan);
  const [follow, ...rivals] = renamedFrom(ours, unposted).flatMap(
    (from) => postsMadeFor(from, state).map((post) => ({ from, post }))
  );
  if (rivals.length > 0) return ambiguous("Several posts of sources that are gone have its text");
  const intendedText = follow?.from.base;
  if (intendedText) {
    const { from, post } = follow;
    const change = adoptStep(state, ours, post.ref, intendedText, from);
    return { ...change, step: { ...change.step, version: from.record.version + 1 } };
  }
  const equal = state.candidates.filter((post) => showsText(ours, post, state));
  if (equal.length > 1) return ambiguous("Several posts of our account have its title and text");
  if (equal[0]) return adoptStep(state, ours, equal[0].ref, ours, null);
  return adoptTitled(state, ours) ?? createUnlessTaken(state, ours);
}
function adoptTitled(state, ours) {
  if (!state.adopting) return null;
  const { titled, approved, isShared } = state.adopting;
  const steps = [...state.candidates, ...titled].filter((post) => showsTitle(ours, post, state)).map((post) => adoptByTitle(state, ours, post));
  if (approved) return steps.find(({ step: step2 }) => stepDigest(step2) === approved) ?? null;
  const [step, ...others] = steps;
  if (!step) return null;
  if (others.length === 0 && !isShared) return step;
  const posts = steps.slice(0, mostNamed).map(({ post }) => post && state.urlOf(post));
  const more = steps.length > mostNamed ? ` and ${steps.length - mostNamed} more` : "";
  return holder(state, ours.title, null)(
    "ambiguous",
    others.length > 0 ? `Several posts have its title: ${posts.join(", ")}${more}.` : `Several sources have its title, which one post has: ${posts.join()}.`,
    "Run `adopt SOURCE URL` with the address of the right post, or write another title. Else a plan has a new post for it.",
    { isProposal: true }
  );
}
var mostNamed = 10;
function adoptByTitle(state, ours, post) {
  return plannedStep(state, "adopt", post.ref, ours, {
    reason: "title-taken",
    adopts: {
      ...wordsIn(post, post),
      agrees: showsText(ours, post, state),
      locked: !post.editable
    },
    // What it says is compared with the post by the next plan.
    composedFrom: { ...state.composedFrom, revision: null }
  });
}
function createUnlessTaken(state, ours) {
  const resolution = state.record?.resolution;
  const [taken] = state.candidates.filter((post) => showsTitle(ours, post, state)).sort((a, b) => b.activity - a.activity || b.id - a.id);
  if (!taken) return createStep(state, ours);
  const allTheSame = resolution?.kind === "source" && resolution.activity === lastTouched(taken);
  if (allTheSame) return plannedStep(state, "create", null, ours, { reason: "title-taken" });
  return holder(state, ours.title, null)(
    "title-taken",
    `Our account already has a post with its title: ${taken.url}`,
    "Give the source another title, or run `adopt SOURCE URL` to link that post, or `resolve SOURCE source` to post it all the same.",
    { current: taken }
  );
}
function postsMadeFor({ record: { intent }, base }, state) {
  if (!intent || base?.kind !== "article") return [];
  return state.candidates.filter(
    (post) => post.created >= intent.at - clockGrain && showsText(base, post, state)
  );
}
function postsBegunFor({ record: { intent }, base }, state) {
  if (!intent || base?.kind !== "question") return [];
  return state.candidates.filter(
    (post) => post.created >= intent.at - clockGrain && showsText(post.answer ? base : withoutAnswer(base), post, state)
  );
}
function recoverCreate(state, record, intent, ours) {
  const hold = holder(state, ours.title, null);
  const intended = state.intended ?? ours;
  const since = state.candidates.filter((post) => post.created >= intent.at - clockGrain);
  const [written, ...others] = since.filter(
    (post) => showsText(post.answer ? intended : withoutAnswer(intended), post, state)
  );
  if (others.length > 0)
    return hold(
      "ambiguous",
      "Several posts of our account have its title and text, made since a write that got no answer.",
      "Run `adopt SOURCE URL` with the address of the right post."
    );
  if (!written)
    return stillPending(state, intent, hold) ?? // Posted again by a person's word: only what came since then may be its new post.
    (record.post ? createUnlessTaken({ ...state, candidates: since }, ours) : reconcileNew(state, ours));
  if (intended.kind === "question") {
    const { ref, activity } = written;
    const whole = written.answer ? intended : withoutAnswer(intended);
    const read = { body: written.body, answer: written.answer?.body ?? "" };
    const { content: sent } = filledAsRead(whole, read, anyNormalization, asAny(state));
    const areOurs = wordsOfOthers(written, ["tags"], state.account) === null;
    const begun = {
      ...record,
      kind: intended.kind,
      post: ref,
      complete: false,
      activity,
      // As the run would have learned it that could not record it.
      normalizations: verifyWrite(sent, written, state.encodings).normalizations.filter(
        (rule) => rule !== "tag-replaced" || areOurs
      )
    };
    const seen = { state: "read", post: written };
    return resumeQuestion({ ...state, record: begun, seen }, begun, ref, ours);
  }
  const change = adoptStep(state, ours, written.ref, intended, null);
  return { ...change, step: { ...change.step, version: record.version + 1 }, record };
}
function adoptStep(state, ours, target, content, from) {
  const { composedFrom } = state;
  return plannedStep({ ...state, record: from?.record ?? null }, "adopt", target, content, {
    kind: ours.kind,
    title: ours.title,
    // Where the post shows an older text, the source must be read again: an update follows.
    composedFrom: sameJson(content, ours) ? composedFrom : { ...composedFrom, revision: null },
    record: from?.record ?? state.record,
    renamedFrom: from?.source ?? null,
    unread: from?.gone === null
  });
}
function renamedFrom(ours, orphans) {
  const sameKind = orphans.filter(({ record }) => record.kind === ours.kind);
  const byTitle = sameKind.filter(
    ({ base, intended, record }) => [base?.title ?? record.title, intended?.title].includes(ours.title)
  );
  if (byTitle.length > 0) return byTitle;
  return sameKind.filter(
    ({ base, intended }) => [base, intended].some((known) => known?.kind === "article" && sameText("body", known, ours))
  );
}
function showsText(content, post, state) {
  const { encodings: encodings2 } = state;
  const compared = comparePost(content, post, encodings2, anyNormalization, asAny(state));
  if (compared.state === "same") return true;
  return !compared.fields.some(
    (field) => field === "title" || field === "body" || field === "answer"
  );
}
function showsTitle({ title }, post, { encodings: encodings2 }) {
  const view = viewField(post.title, title, encodings2.title, anyNormalization);
  return view.state !== "different" || visibleText(view.text) === visibleText(title);
}
function isReworded(ours, base) {
  return ours.kind === "question" && base.kind === "question" && sameText("answer", ours, base);
}
function sameText(field, a, b) {
  const textOf2 = (content) => field === "answer" && content.kind === "question" ? content.answer : content.body;
  const holesOf = ({ holes = [] }) => holes.filter((hole) => hole.field === field);
  return textOf2(a) === textOf2(b) && sameJson(holesOf(a), holesOf(b));
}

// src/planning/recover-update.ts
function recoverUpdate(state) {
  const { record, intended, seen, base } = state;
  const intent = record?.intent;
  if (!record || !intent || !intended || seen.state !== "read") return state;
  if (intent.action === "create" || intended.kind !== record.kind) return state;
  if (digestOf(intended) === record.base && showsAsWritten(intended, state, record)) return state;
  const { post } = seen;
  const arrived = arrival(intended, state, record);
  if (arrived)
    return {
      ...state,
      base: intended,
      record: {
        ...record,
        ...arrived,
        // Of an Article, that was its second write.
        complete: record.complete || record.kind === "article",
        version: record.version + 1,
        // What the source was then is not known: it is read again.
        revision: null,
        ...baseOf(intended),
        step: intent.step,
        plan: intent.plan,
        activity: post.activity,
        intent: null
      }
    };
  if (base?.kind !== "question" || intended.kind !== "question") return state;
  const half = withAnswerOf(intended, base);
  const shownHalf = sameJson(half, base) ? null : arrival(half, state, record);
  if (!shownHalf) return state;
  const { normalizations } = shownHalf;
  return { ...state, base: half, isHalf: true, record: { ...record, normalizations } };
}
function showsAsWritten(written, { seen, encodings: encodings2 }, { filled, normalizations }) {
  if (seen.state !== "read") return false;
  const addresses = writtenAddresses(filled);
  return comparePost(written, seen.post, encodings2, normalizations, addresses).state === "same";
}
function arrival(written, state, record) {
  const { base, seen, encodings: encodings2 } = state;
  if (seen.state !== "read") return null;
  const known = record.normalizations;
  for (const normalizations of possibleNormalizations(learnedFor(written, base, known))) {
    const addresses = asIntended(state, record);
    const compared2 = comparePost(written, seen.post, encodings2, normalizations, addresses);
    if (compared2.state === "same")
      return { normalizations, edited: false, filled: compared2.filled };
  }
  if (!base || sameJson(base, written)) return null;
  const compared = comparePost(base, seen.post, encodings2, known, asWritten(state, record));
  if (compared.state !== "different") return null;
  const merge = mergeContents(base, written, compared.theirs);
  const isIn = merge.clean && sameJson(merge.content, compared.theirs);
  const filled = { ...filledOf(state, record), ...record.intent?.filled };
  return isIn ? { normalizations: known, edited: true, filled } : null;
}

// src/planning/unchanged-source.ts
function keep(state, record) {
  const { seen, ours } = state;
  const known = ours ?? state.base;
  const pending = record.intent && state.now - record.intent.at < lateWriteMs;
  return unchanged(state, record, {
    intent: pending ? record.intent : null,
    resolution: null,
    // Of an Article, all that was left to do was a link whose target has no post after all.
    complete: record.complete || record.kind === "article",
    ...seen.state === "read" && known && {
      edited: comparePost(
        known,
        seen.post,
        state.encodings,
        record.normalizations,
        asWritten(state, record)
      ).state !== "same",
      activity: seen.post.activity
    }
  });
}
function caughtUp(state, record, ours, seen) {
  const { intent } = record;
  const { intended } = state;
  const isArrived = intended !== null && digestOf(intended) === digestOf(ours);
  const mayArrive = intent !== null && !isArrived && intent.outcome !== "rejected" && state.now - intent.at < lateWriteMs;
  const news = {
    // A write without an answer arrived after all.
    ...intent && !mayArrive && { step: intent.step, plan: intent.plan, version: record.version + 1 },
    ...baseOf(ours, state.composedFrom.text),
    ...seen,
    normalizations: learnedFor(ours, state.base, record.normalizations),
    resolution: null,
    complete: record.complete || record.kind === "article",
    intent: mayArrive ? intent : null
  };
  return unchanged(state, record, news, ours);
}
function unchanged({ source, composedFrom }, record, news, composed = null) {
  const next = withNews(withNews(record, composedFrom), news);
  return {
    outcome: "unchanged",
    source,
    kind: next.kind,
    title: next.title,
    post: next.post,
    record: next,
    composed,
    edited: next.edited
  };
}
function withNews(record, news) {
  const names = Object.keys(news);
  return names.every((name) => news[name] === record[name]) ? record : { ...record, ...news };
}

// src/planning/reconcile.ts
function reconcile(state) {
  return noteUnsettled(state, decide(state));
}
function noteUnsettled(state, change) {
  const { seen, now } = state;
  const { record } = change;
  if (!record?.post || record.gone) return change;
  const isOpen = change.outcome === "held" ? seen.state === "read" : change.outcome === "step" && !restsOnOurs(change, state);
  const unsettled = isOpen ? record.unsettled ?? now : null;
  if (record.unsettled === unsettled || !isOpen && seen.state !== "read") return change;
  return { ...change, record: { ...record, unsettled } };
}
function restsOnOurs({ expected }, { base, intended }) {
  return expected === null || "content" in expected && [base, intended].includes(expected.content);
}
function decide(state) {
  const { record, ours, flaw } = state;
  if (flaw !== null)
    return holder(state, ours?.title ?? record?.title ?? state.source, record?.post ?? null)(
      "ledger",
      `The ledger does not hold what a run wrote of it: ${flaw}.`,
      "Look in the history of the ledger for who wrote that. Run `adopt SOURCE URL` with the address of its post, or `resolve SOURCE forget` to leave it alone."
    );
  if (record?.forgotten) return unchanged(state, record, {});
  if (record && !record.post && !record.intent && ours === null)
    return unchanged(state, record, {});
  const begun = state.intended ?? record;
  const isOther = record?.post && begun && ours && ours.kind !== begun.kind;
  if (record?.post && !record.complete && record.kind === "question" && ours && !isOther)
    return resumeQuestion(state, record, record.post, ours);
  if (record?.intent?.action === "create" && ours && !isOther)
    return recoverCreate(state, record, record.intent, ours);
  if (record?.post) {
    const now = recoverUpdate(state);
    return reconcileKnown(now, now.record ?? record, record.post);
  }
  if (ours === null) throw new TypeError(`${state.source} has no record and was not read`);
  return reconcileNew(state, ours);
}
function reconcileKnown(state, record, post) {
  const { ours, seen } = state;
  const hold = holder(state, record.title, post);
  const recreate = record.resolution?.kind === "recreate" && record.resolution.activity === record.activity;
  if (recreate && ours && (ours.kind !== record.kind || seen.state === "deleted"))
    return plannedStep(state, "create", null, ours, {
      reason: ours.kind === record.kind ? "deleted" : "kind-changed"
    });
  if (ours && ours.kind !== record.kind)
    return hold(
      "kind-changed",
      `The source is ${an(ours.kind)} now, its post is ${an(record.kind)}, and the site cannot turn one into the other.`,
      "Change the source back, or run `resolve SOURCE recreate` for a new post, or `resolve SOURCE forget`.",
      record.complete ? {} : { record: { ...record, complete: true, intent: null } }
    );
  if (seen.state === "deleted")
    return hold(
      "deleted",
      "Its post was deleted on the site.",
      "Run `resolve SOURCE recreate` to post it again, or `resolve SOURCE forget` to leave it deleted.",
      { record: foundDeleted(record) }
    );
  const question = { kind: "question", id: post.id };
  const restored = restoredAnswer(state, record, post);
  if (restored) {
    const back = { ...record, post: restored.ref, resolution: null };
    const now = { ...state, seen: { state: "read", post: restored }, record: back };
    return reconcileKnown(now, back, restored.ref);
  }
  const answerGone = record.kind === "question" && record.base !== null && (post.answer === void 0 || seen.state === "read" && !seen.post.answer);
  if (answerGone) {
    const activity = (seen.state === "read" ? seen.post.activity : record.activity) ?? 0;
    const decided = recreate || record.resolution?.kind === "source" && record.resolution.activity === activity;
    if (decided && ours && seen.state === "read")
      return answerAgain({ ...state, record }, question, seen.post, ours);
    return hold(
      "deleted",
      "There is no answer of ours on the site any more.",
      "Run `resolve SOURCE recreate` to post the answer again, or `resolve SOURCE forget` to leave it deleted.",
      { record: { ...record, post: question, activity } }
    );
  }
  const alive = record.gone ? { ...record, gone: false } : record;
  const isBase = ours === null || record.base !== null && digestOf(ours) === record.base;
  if (!isBase || ours && state.isHalf)
    return asLinkUpdate(reconcileChanged(state, alive, post, ours), state);
  const said = ours ?? state.base;
  if (!said || !haveLinksMoved(record, state.leadsTo)) return keep(state, alive);
  return asLinkUpdate(reconcileChanged({ ...state, ours: said }, alive, post, said), state);
}
function asLinkUpdate(change, { base, isHalf }) {
  if (change.outcome !== "step" || !base || isHalf) return change;
  const links = sameJson(withoutAddresses(change.composed), withoutAddresses(base));
  return links ? { ...change, links } : change;
}
function withoutAddresses({ holes = [], ...content }) {
  return { ...content, holes: holes.map(({ field, at, for: target }) => [field, at, target]) };
}
function reconcileChanged(state, record, post, ours) {
  const { seen, base } = state;
  const hold = holder(state, ours.title, post);
  if (seen.state !== "read") {
    if (base === null) throw new TypeError(`${state.source}: its base was not loaded`);
    const known = { expected: { content: base }, shown: base, unread: true };
    return plannedStep({ ...state, record }, "update", post, ours, known);
  }
  const replace = (shown, expected, decided = false) => replaceStep({ ...state, record }, post, ours, {
    current: seen.post,
    shown,
    expected,
    decided
  });
  const current = seen.post;
  const against = (known, addresses) => comparePost(
    known,
    current,
    state.encodings,
    learnedFor(known, base, record.normalizations),
    addresses
  );
  const beside = against(ours, asPlanned(state, record));
  const caught = { activity: current.activity, edited: false };
  if (beside.state === "same")
    return caughtUp(state, record, ours, { ...caught, filled: beside.filled });
  const compared = base && against(base, asWritten(state, record));
  const theirs = compared?.state === "different" ? compared.theirs : null;
  const merge = base && theirs && mergeContents(base, ours, theirs);
  if (merge?.clean && against(merge.content, asPlanned(state, record)).state === "same")
    return caughtUp(state, record, ours, {
      ...caught,
      edited: true,
      filled: filledOf(state, record)
    });
  const pending = stillPending(state, record.intent, hold);
  if (pending) return pending;
  if (!current.editable)
    return hold(
      "locked",
      "Its post is locked, or our account may not edit it.",
      "Unlock it on the site, or run `resolve SOURCE forget`."
    );
  if (isForeign(current, record, state.account))
    return hold("locked", foreignPost.message, foreignPost.remedy);
  const { resolution } = record;
  if (resolution?.kind === "source" && resolution.activity === lastTouched(current))
    return replace(
      // In public it may be shown only where it is our own last text.
      compared?.state === "same" ? base : beside.state === "different" && !state.public ? beside.theirs : null,
      { post: current },
      compared?.state !== "same"
    );
  if (base === null || compared === null)
    return hold(
      "no-base",
      "It was linked to a post with another text, and nothing tells which of the two is right.",
      "Run `resolve SOURCE source` to take the source, or `resolve SOURCE site` to keep the post.",
      state.public ? {} : { conflicts: bothSides(ours, beside) }
    );
  if (compared.state === "same") return replace(base, { content: base });
  if (theirs && merge?.clean && sameJson(merge.content, ours))
    return replace(state.public ? null : theirs, { content: theirs });
  if (!merge || !theirs)
    return hold(
      "encoding",
      `The site shows the ${compared.fields.join(" and the ")} in another encoding than it did before, or somebody wrote encoded text: the two cannot be told apart.`,
      "Open the post and its source; run `resolve SOURCE source` to take the source, or `resolve SOURCE site` to keep the post."
    );
  if (state.public)
    return hold(
      "public",
      `Somebody edited the ${compared.fields.join(" and the ")} on the site, and a merge would put the site's text into a public place.`,
      `Look at ${state.urlOf(post)}, then run \`resolve SOURCE source\` or \`resolve SOURCE site\`; set \`visibility: private\` where only the team can read the repository.`
    );
  if (merge.clean)
    return plannedStep({ ...state, record }, "merge", post, merge.content, {
      composed: ours,
      expected: { content: theirs },
      shown: theirs,
      replaced: replacedTags(base, current, record.normalizations)
    });
  return hold(
    "conflict",
    merge.message,
    "Bring the site's change into the source, or run `resolve SOURCE source` or `resolve SOURCE site`.",
    { conflicts: merge.conflicts }
  );
}

// src/planning/without-skipped.ts
function withoutSkipped(sources, records) {
  const skipped = /* @__PURE__ */ new Set();
  const others = sources.map((planned) => {
    const record = Object.hasOwn(records, planned.source) ? records[planned.source] : void 0;
    const isSkipped = record && planned.ours && record.intent === null && record.skipped === digestOf(planned.ours);
    if (!isSkipped) return planned;
    skipped.add(planned.source);
    return { ...planned, composedFrom: record, ours: null };
  });
  return { sources: skipped.size === 0 ? sources : others, skipped };
}

// src/planning/unavailable.ts
function withoutArticleEdits(changes) {
  return {
    changes: changes.map((change) => isArticleEdit(change) ? leftAlone(change) : change),
    uneditable: changes.filter(isArticleEdit).map(({ source }) => source)
  };
}
function isArticleEdit(change) {
  return change.outcome === "step" && change.kind === "article" && change.record !== null && ["update", "merge", "overwrite"].includes(change.step.action);
}
function leftAlone({ source, kind, title, post, ...change }) {
  const { intent, complete } = change.record;
  const record = intent || !complete ? { ...change.record, intent: null, complete: true } : change.record;
  const { edited } = record;
  return { outcome: "unchanged", source, kind, title, post, record, composed: null, edited };
}

// src/planning/plan-changes.ts
var atOnce = 100;
async function planChanges(options) {
  const { site, snapshot, account, purpose, moves } = options;
  const { index } = snapshot;
  const { records, broken, cursors } = index;
  const { sources, skipped } = withoutSkipped(withBroken(options), records);
  const kinds = ["article", "question"].filter(
    (kind) => sources.some(({ ours }) => ours?.kind === kind) || Object.values(records).some((record) => record.kind === kind)
  );
  const newTitles = (kind) => sources.flatMap(
    ({ source, ours }) => ours?.kind === kind && !recordOf(index, source)?.post ? [ours.title] : []
  );
  const now = site.now();
  const surveyed = await survey({
    ...options,
    index,
    kinds,
    newTitles: { article: newTitles("article"), question: newTitles("question") }
  });
  const orphanNews = await lookForOrphans(options, surveyed);
  let orphans = await findOrphans({ ...options, sources }, surveyed, orphanNews);
  const claimed = { article: /* @__PURE__ */ new Set(), question: /* @__PURE__ */ new Set() };
  for (const { kind, post } of Object.values(records)) if (post) claimed[kind].add(post.id);
  for (const id of Object.values(broken).flatMap(claimedBy)) {
    claimed.article.add(id);
    claimed.question.add(id);
  }
  const byTitle = (kind) => {
    const listed2 = unclaimedByTitle(surveyed[kind].listed, claimed[kind]);
    const sought = surveyed.cursors[kind]?.sought ?? {};
    return (title) => [
      ...listed2(title).map(({ id }) => id),
      ...(sought[titleDigest(title)] ?? []).filter((id) => !claimed[kind].has(id))
    ];
  };
  const adoptionOptions = { ...options, sources, index, claimed };
  const proposes = "limits" in purpose && purpose.limits.action === "adopt";
  let adoption = proposes ? await proposeAdoption(purpose.only, adoptionOptions) : null;
  const urlOf = (post) => site.urlOf(post);
  const approvedPlan = "approved" in purpose ? purpose.approved : null;
  let moved = movedPosts([], orphanNews, index);
  let addresses = planAddresses(index, site, approvedPlan, moved);
  const outlook = () => ({
    ...options,
    ...addresses,
    surveyed,
    now,
    adoption,
    byTitle: { article: byTitle("article"), question: byTitle("question") },
    intendedTitles: orphans.flatMap(
      ({ record, intended }) => intended && !record.post ? [intended.title] : []
    )
  });
  const noEdits = !("approved" in purpose) && site.quirks?.isLacking("article-edit") === true;
  const states = /* @__PURE__ */ new Map();
  const lookAt = async (some, reading) => {
    const out = outlook();
    let done = 0;
    const found = await mapConcurrent(some, atOnce, async (each) => {
      const state = await look(each, out, reading(each.source));
      done += 1;
      options.progress?.({ label: "looking at posts", done, total: some.length });
      return state;
    });
    for (const state of found) states.set(state.source, state);
  };
  const reconcileAll = () => {
    const order = [...states.values()].sort(
      (a, b) => Number(Boolean(b.record?.intent)) - Number(Boolean(a.record?.intent))
    );
    const changes = /* @__PURE__ */ new Map();
    const takenPosts = /* @__PURE__ */ new Set();
    const takenOrphans = /* @__PURE__ */ new Set();
    const promised = new Set([...moves.values()].flat());
    for (const state of order) {
      const left = orphans.filter(({ source }) => !takenOrphans.has(source));
      const own = left.filter(({ source }) => moves.get(state.source)?.includes(source));
      const change = reconcile({
        ...state,
        account,
        encodings: encodingsAt(site, index),
        now,
        public: options.public,
        urlOf,
        ...addresses,
        candidates: state.candidates.filter(({ id }) => !takenPosts.has(id)),
        ...state.adopting && { adopting: withoutPosts(state.adopting, takenPosts) },
        orphans: own.length > 0 ? own : left.filter(({ source }) => !promised.has(source))
      });
      changes.set(state.source, change);
      if (change.outcome === "step" && change.step.target) takenPosts.add(change.step.target.id);
      if (change.outcome !== "unchanged" && change.renamedFrom)
        takenOrphans.add(change.renamedFrom);
    }
    const out = outlook();
    const all = sources.flatMap(
      (planned) => changes.get(planned.source) ?? waitingStep(planned, out) ?? []
    );
    return {
      ...noEdits ? withoutArticleEdits(all) : { changes: all, uneditable: [] },
      orphaned: orphanKeys(options).flatMap((source) => {
        const post = recordOf(index, source)?.post;
        return post && !takenOrphans.has(source) ? [{ source, post }] : [];
      }),
      orphanNews,
      cursors: { ...cursors, ...surveyed.cursors },
      skipped
    };
  };
  const decide2 = async (reading) => {
    for (; ; ) {
      const decided = reconcileAll();
      const news = movedPosts(decided.changes, orphanNews, index);
      if (areSameMoves(news, moved)) return decided;
      moved = news;
      addresses = planAddresses(index, site, approvedPlan, moved);
      const unseen = sources.filter(({ source }) => {
        const { record, base, seen } = states.get(source) ?? {};
        const isUnseen = record?.base && !base && seen?.state === "unmoved";
        return isUnseen && haveLinksMoved(record, addresses.leadsTo);
      });
      await lookAt(unseen, reading);
    }
  };
  const mayWait = (planned) => !options.full && mayWaitUnread(planned, recordOf(index, planned.source), addresses.leadsTo);
  const waiting = new Set(sources.filter(mayWait).map(({ source }) => source));
  const isRelinked = (planned) => waiting.has(planned.source) && !saysOther(planned, recordOf(index, planned.source));
  if ("approved" in purpose) {
    const approved = new Map(purpose.approved.steps.map(({ source, action }) => [source, action]));
    const reading = (source) => {
      const action = approved.get(source);
      if (!action) return waiting.has(source) ? "never" : "as-listed";
      return action === "merge" || action === "overwrite" ? "always" : "as-listed";
    };
    const due = sources.filter(
      (planned) => approved.has(planned.source) || !waiting.has(planned.source) || isRelinked(planned)
    );
    await lookAt(due, reading);
    const readingApproved = (source) => approved.has(source) ? reading(source) : "never";
    const decided = await decide2(readingApproved);
    adoption = await approvedAdoption(purpose.approved, decided.changes, adoptionOptions);
    if (!adoption) return decided;
    const { wishes } = adoption;
    await lookAt(
      sources.filter(({ source }) => wishes.has(source)),
      reading
    );
    return decide2(readingApproved);
  }
  const changed = sources.filter((each) => waiting.has(each.source) && !isRelinked(each));
  const later = new Set(changed.slice(mostSteps).map(({ source }) => source));
  await lookAt(
    sources.filter(({ source }) => !later.has(source)),
    (source) => waiting.has(source) ? "never" : "always"
  );
  for (; ; ) {
    const decided = await decide2(() => "never");
    const { only: only2 } = purpose;
    const { taken, tooLong } = selectSteps(
      decided.changes.filter(({ source }) => only2.length === 0 || only2.includes(source)),
      purpose.limits
    );
    const unread = new Set([...taken].filter((change) => change.unread));
    if (unread.size === 0)
      return {
        ...decided,
        changes: decided.changes.map(
          (change) => change.outcome === "step" && tooLong.has(change) ? heldTooLong(change) : change
        )
      };
    const renamed = new Set([...unread].map(({ renamedFrom: renamedFrom2 }) => renamedFrom2));
    orphans = await mapConcurrent(orphans, 10, async (orphan) => {
      const { post } = orphan.record;
      if (!post || !renamed.has(orphan.source)) return orphan;
      return { ...orphan, gone: await readPost(site, post) === null };
    });
    const keys = new Set(
      [...unread].flatMap(({ source, step }) => step.action === "adopt" ? [] : [source])
    );
    await lookAt(
      sources.filter(({ source }) => keys.has(source)),
      () => "always"
    );
  }
}
function withoutPosts(adopting, taken) {
  return { ...adopting, titled: adopting.titled.filter(({ id }) => !taken.has(id)) };
}
function waitingStep({ source, composedFrom, ours }, outlook) {
  const record = withMove(recordOf(outlook.snapshot.index, source), outlook);
  if (!ours || !record?.post) return null;
  const more = { unread: true };
  const { usedBy } = outlook;
  return plannedStep({ source, composedFrom, record, usedBy }, "update", record.post, ours, more);
}

// src/commands/list-ahead.ts
function listAhead(site, index, { account }) {
  const claimed = account ?? index.account;
  if (claimed === void 0 || site.quirks) return site;
  const pages = /* @__PURE__ */ new Map();
  for (const kind of new Set(Object.values(index.records).map((record) => record.kind))) {
    const page = site.list(kind, claimed, 1);
    page.catch(() => {
    });
    pages.set(kind, page);
  }
  const list = (kind, author, number) => {
    const page = author === claimed && number === 1 ? pages.get(kind) : void 0;
    pages.delete(kind);
    return page ?? site.list(kind, author, number);
  };
  return Object.create(site, { list: { value: list, enumerable: true } });
}

// src/commands/pictures.ts
async function picturesFor(drafts, { site, forge, pages, config: { visibility } }) {
  const hasPicture = ({ images = [] }) => images.some(({ file }) => typeof file !== "string");
  if (site.images || !drafts.some(hasPicture)) return { on: "site" };
  const isOpen = visibility === "auto" ? await forge?.isPublic().catch(noAnswer) ?? false : visibility === "public";
  return { on: "forge", pages: isOpen ? pages : null };
}
function noAnswer(error) {
  if (error instanceof Fault) return null;
  throw error;
}

// src/commands/resolve-editors.ts
var mostUsers = 50;
function editorResolver({ directory, checkIds }) {
  const users = /* @__PURE__ */ new Map();
  const groups = /* @__PURE__ */ new Map();
  const names = { users: /* @__PURE__ */ new Map(), groups: /* @__PURE__ */ new Map() };
  const listGroups = memoize(async () => await directory?.groups() ?? []);
  let usersLeft = mostUsers;
  const findUser = async (user) => {
    if (!directory) return typeof user === "number" ? user : "no-directory";
    if (typeof user === "number" && (!checkIds || usersLeft === 0)) return user;
    if (typeof user === "number") usersLeft -= 1;
    try {
      const found = await (typeof user === "number" ? directory.user(user) : directory.userByEmail(user));
      if (found) names.users.set(found.id, found);
      return found?.id ?? "unknown";
    } catch (error) {
      return forbidden(error, user);
    }
  };
  const findGroup = async (group) => {
    if (!directory) return typeof group === "number" ? group : "no-directory";
    if (typeof group === "number" && !checkIds) return group;
    try {
      const found = oneOf(await listGroups(), group);
      if (typeof found === "string") return found;
      names.groups.set(found.id, found);
      return found.id;
    } catch (error) {
      return forbidden(error, group);
    }
  };
  const resolveAll = async (wanted, known, find) => {
    const ids = /* @__PURE__ */ new Set();
    for (const one of wanted) {
      const asked = known.get(one) ?? find(one);
      known.set(one, asked);
      const id = await asked;
      if (typeof id === "string") return { one, trouble: id };
      ids.add(id);
    }
    return [...ids];
  };
  return {
    async resolve(draft) {
      const { editors, kind } = draft;
      if (editors === null || kind !== "article") return { permissions: null };
      if (editors === "everyone" || editors === "owner")
        return { permissions: { editableBy: editors, users: [], groups: [] } };
      const userIds = await resolveAll(editors.users, users, findUser);
      if (!Array.isArray(userIds)) return { finding: userFinding(draft, userIds) };
      const groupIds = await resolveAll(editors.groups, groups, findGroup);
      if (!Array.isArray(groupIds)) return { finding: groupFinding(draft, groupIds) };
      return { permissions: { editableBy: "specific", users: userIds, groups: groupIds } };
    },
    named: () => ({ users: inOrder(names.users), groups: inOrder(names.groups) })
  };
}
function oneOf(groups, wanted) {
  if (typeof wanted === "number") return groups.find(({ id }) => id === wanted) ?? "unknown";
  const plain = (name) => name.trim().toLowerCase();
  const alike = groups.filter(({ name }) => plain(name) === plain(wanted));
  const same = alike.filter(({ name }) => name === wanted);
  const [first, ...others] = same.length > 0 ? same : alike;
  if (!first) return "unknown";
  return others.length > 0 ? "ambiguous" : first;
}
function forbidden(error, wanted) {
  if (!(error instanceof Fault) || error.code !== "site-forbidden") throw error;
  return typeof wanted === "number" ? wanted : "forbidden";
}
function inOrder(named) {
  return [...named.values()].sort((a, b) => a.id - b.id);
}
function userFinding(draft, { one, trouble }) {
  if (trouble === "forbidden" || trouble === "no-directory")
    return {
      ...findingOf(draft, "lookup-forbidden"),
      message: `The editors name ${one}, and ${trouble === "forbidden" ? "the site does not let this token look up people by e-mail address" : "this API cannot look up people"}.`,
      remedy: trouble === "forbidden" ? "Give the id of the user instead, or use a token of an administrator's." : "Give the id of the user instead."
    };
  return {
    ...findingOf(draft, "unknown-user"),
    message: "The editors name a user whom the site does not know.",
    forTeam: `It is ${nameOf(one)}.`,
    remedy: "Correct the address or the id."
  };
}
function groupFinding(draft, { one, trouble }) {
  const remedy = "Correct the name, or give the id of the group.";
  switch (trouble) {
    case "forbidden":
    case "no-directory":
      return {
        ...findingOf(draft, "lookup-forbidden"),
        message: `The editors name the user group ${nameOf(one)}, and ${trouble === "forbidden" ? "the site does not let this token list the groups" : "this API cannot list the groups"}.`,
        remedy: "Give the id of the group instead."
      };
    case "ambiguous":
      return {
        ...findingOf(draft, "unknown-group"),
        message: "The editors name a user group that the site does not know.",
        forTeam: `Several have the name ${nameOf(one)}, in one case or another.`,
        remedy
      };
    case "unknown":
      return {
        ...findingOf(draft, "unknown-group"),
        message: "The editors name a user group that the site does not know.",
        forTeam: `It is ${nameOf(one)}.`,
        remedy
      };
  }
}
function nameOf(one) {
  return typeof one === "number" ? String(one) : `“${one}”`;
}
function findingOf({ key: source, provenance, place }, rule) {
  return { rule, severity: "error", source, provenance, place };
}

// src/commands/prepare.ts
async function prepare(context, options) {
  const { config, tree, ledger } = context;
  const asking = context.site.me();
  asking.catch(() => {
  });
  const snapshot = await ledger.read();
  requireSameDestination(snapshot.index, context.site.destination, ledger.name);
  const site = listAhead(context.site, snapshot.index, config.destination);
  const me = await asking;
  const approved = await options.findApproved?.(snapshot) ?? null;
  site.quirks?.recall(snapshot.index.siteMemory[site.destination.api] ?? blankMemory, {
    again: options.full || options.recompose,
    writing: options.writing ?? false
  });
  const account = posting(me, config.destination.account);
  const limits = { ...config.limits, ...options.adopting && { action: "adopt" } };
  const { progress } = context.log;
  progress({ label: "reading the sources", done: 0, total: null });
  const audience = memoize(() => audienceOf(context));
  const gathered = await gather(tree, config, {
    index: snapshot.index,
    forge: context.forge,
    history: context.history,
    isPublic: async () => await audience() === "everyone",
    recompose: options.recompose,
    now: site.now(),
    pages: context.pages,
    picturesFor: (drafts) => picturesFor(drafts, context),
    progress,
    threads: context.threads
  });
  const editors = editorResolver({ directory: site.directory, checkIds: approved === null });
  const findings = [...gathered.findings];
  const unseen = new Set(
    findings.flatMap(({ rule, source }) => rule === "image-unavailable" ? source : [])
  );
  const unsent = [];
  const erroneous = new Set(gathered.erroneous);
  const composed = await mapConcurrent(gathered.drafts, 10, async (draft) => {
    const { content, targets } = gathered.composed(draft);
    const isUnsent = site.quirks?.editors === false && !isOpenToAll(draft);
    if (isUnsent) unsent.push(editorsFinding(draft));
    const resolved = isUnsent ? { permissions: null } : await editors.resolve(draft);
    if ("finding" in resolved) {
      findings.push(resolved.finding);
      erroneous.add(draft.key);
      return [];
    }
    const { key: source, provenance, revision } = draft;
    const sourceCount = gathered.sourceCount(provenance);
    const composedFrom = {
      provenance,
      sourceCount,
      // Read again each time, so that it is told each time.
      revision: isUnsent || unseen.has(source) ? null : revision,
      settings: gathered.settings,
      dependsOn: { ...dependsOnOf(draft), ...linkDependencies(targets, gathered.linked) },
      text: textDigest(draft),
      members: draft.madeFrom?.members ?? null
    };
    const { permissions } = resolved;
    const ours = content.kind === "article" ? { ...content, permissions } : content;
    return [{ source, composedFrom, ours }];
  });
  const sources = [
    ...composed.flat(),
    ...gathered.unread.map(({ key: source, record }) => ({
      source,
      composedFrom: composedFromOf(record),
      ours: null
    }))
  ].sort((a, b) => compareSourceKeys(a.source, b.source));
  const seenBy = await audience();
  const changes = await planChanges({
    site,
    account: account.id,
    snapshot,
    sources,
    erroneous,
    purpose: approved ? { approved } : { limits, only: options.source },
    moves: gathered.moves,
    full: options.full,
    public: seenBy === "everyone",
    isRunning: context.isRunning,
    progress
  });
  findings.push(
    ...listed(unsent),
    ...lackFindings(site, changes, changes.uneditable, snapshot.index.records)
  );
  return {
    me,
    account,
    snapshot,
    destination: site.destination,
    before: snapshot.index,
    changes: only(options.source, { ...changes, findings }),
    seen: changes.changes,
    findings,
    erroneous,
    people: editors.named(),
    audience: seenBy,
    pictures: filesOf(gathered.drafts),
    drafts: new Map(gathered.drafts.map((draft) => [draft.key, draft])),
    unreleased: gathered.unreleased,
    approved,
    limits,
    memory: site.quirks?.memory ?? null,
    sourceCursors: gathered.cursors(openProvenances(changes, findings, snapshot.index.records))
  };
}
function planOf({ changes, destination, account, limits }) {
  return assemble(changes.changes, destination, account.id, limits);
}
function isOpenToAll({ editors }) {
  return editors === null || editors === "everyone";
}
function composedFromOf({
  provenance,
  sourceCount,
  revision,
  settings,
  dependsOn,
  text,
  members
}) {
  return { provenance, sourceCount, revision, settings, dependsOn, text, members };
}
function dependsOnOf({ images = [], madeFrom }) {
  const shown = images.flatMap(({ path, revision }) => path === null ? [] : [[path, revision]]);
  return { ...Object.fromEntries(shown), ...madeFrom?.dependsOn };
}
function filesOf(drafts) {
  const files = drafts.flatMap(({ images = [] }) => images.map(({ file }) => file));
  return new Map(
    files.flatMap((file) => typeof file === "string" ? [] : [[imageTarget(file.digest), file]])
  );
}
function openProvenances({ changes, orphaned }, findings, records) {
  const open = [
    ...changes.map(
      (change) => change.outcome === "unchanged" ? null : change.composedFrom.provenance
    ),
    // One whose label was removed is not updated by being left so.
    ...orphaned.map(({ source }) => records[source]?.provenance),
    ...findings.map(
      ({ severity, rule, provenance }) => severity === "error" || rule === "editors-unavailable" ? provenance : null
    )
  ];
  return open.filter((each) => each !== null && each !== void 0);
}
function only(wanted, { findings, ...changes }) {
  if (wanted.length === 0) return changes;
  const named = new Set(wanted.map((source) => changeOf(source, { ...changes, findings })));
  return { ...changes, changes: changes.changes.filter((change) => named.has(change)) };
}
function changeOf(source, { changes, findings }) {
  const change = changes.find((each) => each.source === source);
  if (change) return change;
  const error = findings.find((each) => each.source === source && each.severity === "error");
  if (error) {
    const { place, message, rule, remedy } = error;
    const seen = `it has an error: ${message} [${rule}]`;
    throw new Fault("usage", "source-unknown", `Cannot take ${source}: ${seen}`, { remedy, place });
  }
  const near = nearestName(
    source,
    changes.map((each) => each.source)
  );
  throw new Fault(
    "usage",
    "source-unknown",
    `Cannot find ${source}: no source has this key${near ? `, did you mean ${near}?` : "."}`,
    { remedy: "Run `stack-publish status` to see the keys of all sources." }
  );
}
function posting(me, configured) {
  if (configured === null || configured === me.id) return me;
  return { id: configured, name: `account ${configured}` };
}
function requireSameDestination({ destination }, expected, name) {
  if (!destination) return;
  const { tier, site, team } = expected;
  if (destination.tier === tier && destination.site === site && destination.team === team) return;
  throw new Fault(
    "ledger",
    "ledger-other-destination",
    `Cannot use the ledger ${name}: it records posts of ${placeName(destination)} (${destination.tier}), expected ${placeName(expected)} (${tier}).`,
    { remedy: "Set destination back, or name another ledger for this destination." }
  );
}

// src/commands/plan/step-links.ts
function stepLinks({ step, links, record }) {
  if (step.action === "adopt") return [];
  const told = /* @__PURE__ */ new Map();
  for (const { for: source, else: other = null } of step.content.holes ?? []) {
    if (imageDigest(source) !== null) continue;
    const url = step.uses?.[source] ?? null;
    const isKnown = links && record !== null && Object.hasOwn(record.filled, source);
    const before = isKnown ? record.filled[source] ?? other : null;
    const was = before === (url ?? other) ? null : before;
    const name = JSON.stringify([source, url ?? other]);
    told.set(name, { source, url, else: other, ...was !== null && { was } });
  }
  return [...told.values()];
}

// src/commands/plan/step-pictures.ts
function stepPictures({ step }, { pictures }) {
  if (step.action === "adopt") return [];
  const targets = new Set(step.content.holes?.map(({ for: target }) => target));
  return [...targets].flatMap((target) => {
    const digest = imageDigest(target);
    if (digest === null) return [];
    const { path = null, size = null } = pictures.get(target) ?? {};
    return [{ path, size, digest, url: step.uses?.[target] ?? null }];
  });
}

// src/commands/plan/plan-document.ts
function postDocument(post, site) {
  return post && { ...post, url: site.urlOf(post) };
}
function destinationDocument(site, { id, name }) {
  return { ...site.destination, account: { id, name } };
}
function requestsDocument({ site, forge, configRequests }, approval = none) {
  const { total, writes } = site.requests;
  const asked = [forge?.requests ?? none, configRequests, approval];
  const sum = (key) => asked.reduce((all, each) => all + each[key], 0);
  return { site: { total, writes }, forge: { total: sum("total"), writes: sum("writes") } };
}
var none = { total: 0, writes: 0 };
function changeDocument(change, site, prepared) {
  const shared = {
    source: change.source,
    kind: change.kind,
    title: change.title,
    post: postDocument(change.post, site),
    digest: null,
    reason: null,
    overwrites: null,
    editors: null,
    detail: null
  };
  switch (change.outcome) {
    case "step": {
      const pictures = stepPictures(change, prepared);
      const linksTo = stepLinks(change);
      return {
        ...shared,
        action: change.step.action,
        digest: stepDigest(change.step),
        reason: change.step.reason ?? null,
        overwrites: change.overwrites && {
          ...change.overwrites,
          at: new Date(change.overwrites.at).toISOString()
        },
        ...change.adopts && {
          adopts: { ...change.adopts, at: new Date(change.adopts.at).toISOString() }
        },
        editors: editorsDocument(change.step.content, prepared.people),
        ...pictures.length > 0 && {
          images: pictures.map(({ size, ...picture }) => ({ ...picture, bytes: size }))
        },
        ...change.links && { links: true },
        ...linksTo.length > 0 && { linksTo: [...linksTo] }
      };
    }
    case "held": {
      const { reason, message, remedy } = change;
      return { ...shared, action: "held", reason, detail: { message, remedy } };
    }
    case "unchanged":
      return { ...shared, action: "unchanged" };
  }
}
function editorsDocument(content, people) {
  if (content.kind !== "article" || !content.permissions) return null;
  const { editableBy: by, users, groups } = content.permissions;
  const named = (ids, known) => ids.map((id) => ({ id, name: known.find((each) => each.id === id)?.name ?? null }));
  return { by, users: named(users, people.users), groups: named(groups, people.groups) };
}
function countOf(names, taken) {
  const counts = names.map((name) => [name, taken.filter((each) => each === name).length]);
  return Object.fromEntries(counts);
}
function orphansOf({ changes, findings, before }) {
  const marks = findings.filter(({ rule }) => rule === "mark-not-read");
  const byOrigin = new Map(marks.map((each) => [provenanceText(each.provenance), each]));
  return changes.orphaned.map(({ source, post }) => {
    const { provenance, settings = null } = before.records[source] ?? {};
    return {
      source,
      post,
      unread: (provenance && byOrigin.get(provenanceText(provenance))) ?? null,
      isKnown: settings === null
    };
  });
}
function isLinksAlone(change) {
  return change.outcome === "step" && change.links;
}
function skippedIn({ unchanged: unchanged2 }, { changes: { skipped } }) {
  return unchanged2.filter(({ source }) => skipped.has(source)).length;
}
function planDocument(plan, prepared, context, told) {
  const { site } = context;
  const { changes } = prepared.changes;
  const waits = new Set(plan.waiting);
  const linked = ({ source, post }) => ({
    source,
    post: postDocument(post, site)
  });
  return {
    schema: 1,
    command: "plan",
    digest: plan.digest,
    destination: destinationDocument(site, prepared.account),
    counts: {
      ...countOf(
        actions,
        plan.steps.map(({ step }) => step.action)
      ),
      unchanged: plan.unchanged.length - skippedIn(plan, prepared),
      held: plan.held.length,
      waiting: plan.waiting.length,
      skipped: skippedIn(plan, prepared),
      ...prepared.unreleased !== null && { unreleased: prepared.unreleased }
    },
    steps: changes.filter((change) => !waits.has(change) && (told.verbose || change.outcome !== "unchanged")).toSorted((a, b) => Number(isLinksAlone(a)) - Number(isLinksAlone(b))).map((change) => changeDocument(change, site, prepared)),
    orphaned: orphansOf(prepared).map(({ source, post, unread }) => ({
      ...linked({ source, post }),
      reason: unread ? "mark" : "gone"
    })),
    edited: plan.unchanged.filter(({ edited }) => edited).map(linked),
    tags: told.tags,
    findings: prepared.findings.map(findingDocument),
    requests: requestsDocument(context)
  };
}

export {
  withNames,
  readCandidate,
  clockGrain,
  survey,
  unclaimedByTitle,
  nothingLearned,
  encodingsAt,
  learnedBeside,
  lateWriteMs,
  imageAddresses,
  postAddresses,
  addressKinds,
  digestOfChange,
  comparePost,
  showsTheSame,
  learnedFor,
  replacedTags,
  sameTags,
  verifyWrite,
  verifyText,
  isForeign,
  foreignPost,
  wordsOfOthers,
  lastTouched,
  lackFindings,
  prepare,
  planOf,
  changeOf,
  stepLinks,
  stepPictures,
  postDocument,
  destinationDocument,
  requestsDocument,
  changeDocument,
  countOf,
  orphansOf,
  skippedIn,
  planDocument
};
