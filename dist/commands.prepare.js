import {
  actions,
  createReasons,
  indexOf,
  stepDigest
} from "./model.plan.js";
import {
  compareSourceKeys,
  findingDocument,
  gather
} from "./commands.gather.js";
import {
  shownText
} from "./model.shown-text.js";
import {
  normalizations
} from "./model.ledger.js";
import {
  lineHunks,
  splitLines
} from "./model.line-hunks.js";
import {
  provenanceText
} from "./model.provenance.js";
import {
  audienceOf
} from "./commands.audience-of.js";
import {
  digestOf
} from "./model.digest.js";
import {
  nearestName
} from "./model.nearest-name.js";
import {
  Fault
} from "./model.error.js";

// src/composing/fill-holes.ts
function fillHoles(composed, addressOf) {
  const { holes = [], ...content } = composed;
  if (holes.length === 0) return { content: composed, filled: {} };
  const addresses = holes.map((hole) => {
    const address = addressOf(hole.for) ?? hole.else;
    if (address === void 0) throw new TypeError(`nothing fills the hole for ${hole.for}`);
    return [hole, address];
  });
  const fill = (field, text) => addresses.filter(([hole]) => hole.field === field).toSorted(([a], [b]) => b.at - a.at).reduce((rest, [{ at }, address]) => rest.slice(0, at) + address + rest.slice(at), text);
  const body = fill("body", content.body);
  return {
    content: content.kind === "question" ? { ...content, body, answer: fill("answer", content.answer) } : { ...content, body },
    filled: Object.fromEntries(addresses.map(([hole, address]) => [hole.for, address]))
  };
}

// src/model/map-concurrent.ts
async function mapConcurrent(items, limit, map) {
  const results = [];
  const queue = items.entries();
  const work = async () => {
    for (const [place, item] of queue) results[place] = await map(item);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, work));
  return results;
}

// src/planning/look.ts
var clockDifference = 36e5;
function recordOf({ records }, source) {
  return (Object.hasOwn(records, source) ? records[source] : null) ?? null;
}
function hasChanged({ ours }, record) {
  return ours !== null && record?.base !== digestOf(ours);
}
async function look(planned, outlook, reading) {
  const { source, composedFrom, ours } = planned;
  const { site, snapshot, account, surveyed, byTitle, now } = outlook;
  const { index } = snapshot;
  const noted = recordOf(index, source);
  const changed = hasChanged(planned, noted);
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
  const creating = record?.intent?.action === "create" && record.complete === (record.post !== null);
  if (flaw !== null) {
  } else if (record?.post && !creating) {
    const must = outlook.full || changed && (reading === "always" || needsPost(record));
    if (!changed || reading !== "never")
      seen = await lookAtPost(record, record.post, must, site, surveyed[record.kind]);
  } else if (ours) {
    const titles = [ours.title, ...intended ? [intended.title] : [], ...outlook.intendedTitles];
    const found = new Set(titles.flatMap(byTitle[ours.kind]));
    const { kind } = ours;
    const posts = await mapConcurrent(
      [...found],
      10,
      (id) => readCandidate(site, { kind, id }, account)
    );
    candidates = posts.filter((post) => post !== null);
  }
  const unanswered = record?.kind === "question" && !record.post?.answer ? record.post : null;
  const answers = unanswered && seen.state === "read" ? await site.answersOf(unanswered, account) : [];
  const rests = changed || seen.state === "read" ? await text(record?.base) : null;
  if (rests && rests.kind !== record?.kind) flaw ??= "its text is of another kind";
  return {
    source,
    composedFrom,
    ours,
    record,
    // What the site was to hold, so that it can be compared with what it holds.
    base: rests && fillHoles(rests, outlook.addressOf).content,
    intended,
    seen,
    candidates,
    answers,
    running: record?.intent ? outlook.isRunning(record.intent.run) : false,
    flaw
  };
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
function mayWaitUnread(planned, record) {
  return record?.post?.kind === planned.ours?.kind && hasChanged(planned, record) && record !== null && record.complete && record.intent === null && record.unsettled === null && !record.otherOwner && !record.gone && !record.forgotten && !needsPost(record);
}
function needsPost({ edited, base, resolution }) {
  return edited || base === null || resolution !== null;
}
async function lookAtPost(record, post, must, site, { listed, complete }) {
  const item = listed.get(post.id);
  const moved = item !== void 0 && item.activity !== record.activity;
  const missing = item === void 0 && complete;
  if (record.forgotten) return { state: "unmoved" };
  if (record.gone && item === void 0 && !must) return { state: "deleted" };
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

// src/commands/plan/plan-document.ts
function postDocument(post, site) {
  return post && { ...post, url: site.urlOf(post) };
}
function destinationDocument(site, { id, name }) {
  return { ...site.destination, account: { id, name } };
}
function requestsDocument(site, forge, approval = none) {
  const { total, writes } = site.requests;
  const asked = forge?.requests ?? none;
  return {
    site: { total, writes },
    forge: { total: asked.total + approval.total, writes: asked.writes + approval.writes }
  };
}
var none = { total: 0, writes: 0 };
function changeDocument(change, site) {
  const shared = {
    source: change.source,
    kind: change.kind,
    title: change.title,
    post: postDocument(change.post, site),
    digest: null,
    reason: null,
    overwrites: null,
    detail: null
  };
  switch (change.outcome) {
    case "step":
      return {
        ...shared,
        action: change.step.action,
        digest: stepDigest(change.step),
        reason: change.step.reason ?? null,
        overwrites: change.overwrites && {
          ...change.overwrites,
          at: new Date(change.overwrites.at).toISOString()
        }
      };
    case "held": {
      const { reason, message, remedy } = change;
      return { ...shared, action: "held", reason, detail: { message, remedy } };
    }
    case "unchanged":
      return { ...shared, action: "unchanged" };
  }
}
function countOf(names, taken) {
  const counts = names.map((name) => [name, taken.filter((each) => each === name).length]);
  return Object.fromEntries(counts);
}
function orphansOf({ changes, findings, before }) {
  const marks = findings.filter(({ rule }) => rule === "mark-not-read");
  const byOrigin = new Map(marks.map((each) => [provenanceText(each.provenance), each]));
  return changes.orphaned.map(({ source, post }) => {
    const provenance = before.records[source]?.provenance;
    return {
      source,
      post,
      unread: (provenance && byOrigin.get(provenanceText(provenance))) ?? null
    };
  });
}
function planDocument(plan, prepared, { site, forge }, verbose) {
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
      unchanged: plan.unchanged.length,
      held: plan.held.length,
      waiting: plan.waiting.length
    },
    steps: changes.filter((change) => !waits.has(change) && (verbose || change.outcome !== "unchanged")).map((change) => changeDocument(change, site)),
    orphaned: orphansOf(prepared).map(({ source, post, unread }) => ({
      ...linked({ source, post }),
      reason: unread ? "mark" : "gone"
    })),
    edited: plan.unchanged.filter(({ edited }) => edited).map(linked),
    findings: prepared.findings.map(findingDocument),
    requests: requestsDocument(site, forge)
  };
}

// src/model/post.ts
function textDigest(content) {
  const answer = content.kind === "question" ? content.answer : null;
  return digestOf({ body: content.body, answer });
}
function baseOf(content) {
  return { base: digestOf(content), title: content.title, text: textDigest(content) };
}
function withoutAnswer(content) {
  return content.kind === "question" ? { ...content, answer: "" } : content;
}

// src/composing/compose.ts
function compose(draft, permissions) {
  const { title, body, tags } = draft;
  if (draft.kind === "article") {
    if (draft.type === null) throw incomplete(draft, "an article without a type");
    return { kind: "article", title, body, tags, type: draft.type, permissions };
  }
  if (draft.answer === null) throw incomplete(draft, "a question without an answer");
  return { kind: "question", title, body, tags, answer: draft.answer };
}
function incomplete({ key, place }, seen) {
  return new Fault("internal", "internal", `Cannot compose ${key}: it is ${seen}.`, {
    remedy: "Report this as a bug.",
    place
  });
}

// src/planning/limits.ts
var mostShown = 7e5;
var mostAlone = 9e5;
var mostOnPage = 1e6;
var aroundStep = 600;
var mostSteps = 500;
var unchangedAround = 3;
function selectSteps(changes, { create }) {
  const taken = /* @__PURE__ */ new Set();
  const tooLong = /* @__PURE__ */ new Set();
  let creates = 0;
  let shown = 0;
  let onPage = 0;
  for (const change of changes) {
    if (taken.size >= mostSteps) break;
    if (change.outcome !== "step") continue;
    const isNew = change.step.action === "create";
    if (isNew && creates >= create) continue;
    const size = sizeOf(change);
    if (size.shown > mostAlone || size.onPage > mostOnPage) {
      tooLong.add(change);
      continue;
    }
    const fits = shown + size.shown <= mostShown && onPage + size.onPage <= mostOnPage;
    if (!fits && taken.size > 0) continue;
    taken.add(change);
    if (isNew) creates += 1;
    shown += size.shown;
    onPage += size.onPage;
  }
  return { taken, tooLong };
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
  const known = sizes.get(change);
  if (known) return known;
  const { step, shown: before } = change;
  const after = step.content;
  let shown = 0;
  let lines = 0;
  const count = (text) => {
    const seen = shownText(text.join("\n"));
    shown += Buffer.byteLength(seen);
    lines += text.length;
  };
  if (step.action !== "adopt") {
    const texts = (content) => [
      content.body,
      content.kind === "question" ? content.answer : ""
    ];
    const old = before ? texts(before) : [];
    for (const [part, text] of texts(after).entries()) {
      const { removed, added } = changedLines(old[part] ?? "", text);
      count(removed);
      count(added);
    }
    for (const content of [before, after]) if (content) count([content.title, ...content.tags]);
  }
  const size = { shown, onPage: shown + lines + aroundStep };
  sizes.set(change, size);
  return size;
}
function changedLines(before, after) {
  if (before === after) return { removed: [], added: [] };
  const [old, now] = [before.split("\n"), after.split("\n")];
  const least = Math.min(old.length, now.length);
  let head = 0;
  while (head < least && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < least - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  return {
    removed: old.slice(head, old.length - tail),
    added: now.slice(Math.max(0, head - unchangedAround), now.length - tail + unchangedAround)
  };
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

// src/composing/post-addresses.ts
function postAddresses({ records }, urlOf) {
  return (target) => {
    const record = Object.hasOwn(records, target) ? records[target] : void 0;
    if (!record?.post || record.gone || record.forgotten) return null;
    return urlOf(record.post);
  };
}

// src/planning/planned-change.ts
function plannedStep({ source, composedFrom, record }, action, target, content, { expects, reason, ...more } = {}) {
  const { base = null, version = 0 } = record ?? {};
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
      ...reason && { reason }
    },
    composed: content,
    shown: null,
    overwrites: null,
    unread: false,
    expected: null,
    composedFrom,
    record,
    renamedFrom: null,
    resume: null,
    ...more
  };
}
function createStep(state, ours, resume = null) {
  const begun = state.record?.intent?.step;
  const step = (reason) => plannedStep(state, "create", null, ours, { resume, ...reason && { reason } });
  const approved = begun && createReasons.map(step).find((each) => stepDigest(each.step) === begun);
  return approved || step();
}

// src/model/same-json.ts
function sameJson(a, b) {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, index) => sameJson(item, b[index]));
  }
  const ours = members(a);
  const theirs = members(b);
  if (ours.length !== theirs.length) return false;
  return ours.every(
    (name) => Object.hasOwn(b, name) && sameJson(a[name], b[name])
  );
}
function members(value) {
  return Object.keys(value).filter((name) => value[name] !== void 0);
}

var regexAstralSymbols=/[\uD800-\uDBFF][\uDC00-\uDFFF]/g,regexAsciiWhitelist=/[\x01-\x7F]/g,regexBmpWhitelist=/[\x01-\t\x0B\f\x0E-\x1F\x7F\x81\x8D\x8F\x90\x9D\xA0-\uFFFF]/g,regexEncodeNonAscii=/<\u20D2|=\u20E5|>\u20D2|\u205F\u200A|\u219D\u0338|\u2202\u0338|\u2220\u20D2|\u2229\uFE00|\u222A\uFE00|\u223C\u20D2|\u223D\u0331|\u223E\u0333|\u2242\u0338|\u224B\u0338|\u224D\u20D2|\u224E\u0338|\u224F\u0338|\u2250\u0338|\u2261\u20E5|\u2264\u20D2|\u2265\u20D2|\u2266\u0338|\u2267\u0338|\u2268\uFE00|\u2269\uFE00|\u226A\u0338|\u226A\u20D2|\u226B\u0338|\u226B\u20D2|\u227F\u0338|\u2282\u20D2|\u2283\u20D2|\u228A\uFE00|\u228B\uFE00|\u228F\u0338|\u2290\u0338|\u2293\uFE00|\u2294\uFE00|\u22B4\u20D2|\u22B5\u20D2|\u22D8\u0338|\u22D9\u0338|\u22DA\uFE00|\u22DB\uFE00|\u22F5\u0338|\u22F9\u0338|\u2933\u0338|\u29CF\u0338|\u29D0\u0338|\u2A6D\u0338|\u2A70\u0338|\u2A7D\u0338|\u2A7E\u0338|\u2AA1\u0338|\u2AA2\u0338|\u2AAC\uFE00|\u2AAD\uFE00|\u2AAF\u0338|\u2AB0\u0338|\u2AC5\u0338|\u2AC6\u0338|\u2ACB\uFE00|\u2ACC\uFE00|\u2AFD\u20E5|[\xA0-\u0113\u0116-\u0122\u0124-\u012B\u012E-\u014D\u0150-\u017E\u0192\u01B5\u01F5\u0237\u02C6\u02C7\u02D8-\u02DD\u0311\u0391-\u03A1\u03A3-\u03A9\u03B1-\u03C9\u03D1\u03D2\u03D5\u03D6\u03DC\u03DD\u03F0\u03F1\u03F5\u03F6\u0401-\u040C\u040E-\u044F\u0451-\u045C\u045E\u045F\u2002-\u2005\u2007-\u2010\u2013-\u2016\u2018-\u201A\u201C-\u201E\u2020-\u2022\u2025\u2026\u2030-\u2035\u2039\u203A\u203E\u2041\u2043\u2044\u204F\u2057\u205F-\u2063\u20AC\u20DB\u20DC\u2102\u2105\u210A-\u2113\u2115-\u211E\u2122\u2124\u2127-\u2129\u212C\u212D\u212F-\u2131\u2133-\u2138\u2145-\u2148\u2153-\u215E\u2190-\u219B\u219D-\u21A7\u21A9-\u21AE\u21B0-\u21B3\u21B5-\u21B7\u21BA-\u21DB\u21DD\u21E4\u21E5\u21F5\u21FD-\u2205\u2207-\u2209\u220B\u220C\u220F-\u2214\u2216-\u2218\u221A\u221D-\u2238\u223A-\u2257\u2259\u225A\u225C\u225F-\u2262\u2264-\u228B\u228D-\u229B\u229D-\u22A5\u22A7-\u22B0\u22B2-\u22BB\u22BD-\u22DB\u22DE-\u22E3\u22E6-\u22F7\u22F9-\u22FE\u2305\u2306\u2308-\u2310\u2312\u2313\u2315\u2316\u231C-\u231F\u2322\u2323\u232D\u232E\u2336\u233D\u233F\u237C\u23B0\u23B1\u23B4-\u23B6\u23DC-\u23DF\u23E2\u23E7\u2423\u24C8\u2500\u2502\u250C\u2510\u2514\u2518\u251C\u2524\u252C\u2534\u253C\u2550-\u256C\u2580\u2584\u2588\u2591-\u2593\u25A1\u25AA\u25AB\u25AD\u25AE\u25B1\u25B3-\u25B5\u25B8\u25B9\u25BD-\u25BF\u25C2\u25C3\u25CA\u25CB\u25EC\u25EF\u25F8-\u25FC\u2605\u2606\u260E\u2640\u2642\u2660\u2663\u2665\u2666\u266A\u266D-\u266F\u2713\u2717\u2720\u2736\u2758\u2772\u2773\u27C8\u27C9\u27E6-\u27ED\u27F5-\u27FA\u27FC\u27FF\u2902-\u2905\u290C-\u2913\u2916\u2919-\u2920\u2923-\u292A\u2933\u2935-\u2939\u293C\u293D\u2945\u2948-\u294B\u294E-\u2976\u2978\u2979\u297B-\u297F\u2985\u2986\u298B-\u2996\u299A\u299C\u299D\u29A4-\u29B7\u29B9\u29BB\u29BC\u29BE-\u29C5\u29C9\u29CD-\u29D0\u29DC-\u29DE\u29E3-\u29E5\u29EB\u29F4\u29F6\u2A00-\u2A02\u2A04\u2A06\u2A0C\u2A0D\u2A10-\u2A17\u2A22-\u2A27\u2A29\u2A2A\u2A2D-\u2A31\u2A33-\u2A3C\u2A3F\u2A40\u2A42-\u2A4D\u2A50\u2A53-\u2A58\u2A5A-\u2A5D\u2A5F\u2A66\u2A6A\u2A6D-\u2A75\u2A77-\u2A9A\u2A9D-\u2AA2\u2AA4-\u2AB0\u2AB3-\u2AC8\u2ACB\u2ACC\u2ACF-\u2ADB\u2AE4\u2AE6-\u2AE9\u2AEB-\u2AF3\u2AFD\uFB00-\uFB04]|\uD835[\uDC9C\uDC9E\uDC9F\uDCA2\uDCA5\uDCA6\uDCA9-\uDCAC\uDCAE-\uDCB9\uDCBB\uDCBD-\uDCC3\uDCC5-\uDCCF\uDD04\uDD05\uDD07-\uDD0A\uDD0D-\uDD14\uDD16-\uDD1C\uDD1E-\uDD39\uDD3B-\uDD3E\uDD40-\uDD44\uDD46\uDD4A-\uDD50\uDD52-\uDD6B]/g,encodeMap=new Map([["	","Tab"],[`
`,"NewLine"],["!","excl"],['"',"quot"],["#","num"],["$","dollar"],["%","percnt"],["&","amp"],["'","apos"],["(","lpar"],[")","rpar"],["*","ast"],["+","plus"],[",","comma"],[".","period"],["/","sol"],[":","colon"],[";","semi"],["<","lt"],["<⃒","nvlt"],["=","equals"],["=⃥","bne"],[">","gt"],[">⃒","nvgt"],["?","quest"],["@","commat"],["[","lsqb"],["]","rsqb"],["^","Hat"],["_","lowbar"],["`","grave"],["fj","fjlig"],["{","lcub"],["|","vert"],["}","rcub"],[" ","nbsp"],["¡","iexcl"],["¢","cent"],["£","pound"],["¤","curren"],["¥","yen"],["¦","brvbar"],["§","sect"],["¨","die"],["©","copy"],["ª","ordf"],["«","laquo"],["¬","not"],["­","shy"],["®","reg"],["¯","macr"],["°","deg"],["±","pm"],["²","sup2"],["³","sup3"],["´","acute"],["µ","micro"],["¶","para"],["·","middot"],["¸","cedil"],["¹","sup1"],["º","ordm"],["»","raquo"],["¼","frac14"],["½","half"],["¾","frac34"],["¿","iquest"],["À","Agrave"],["Á","Aacute"],["Â","Acirc"],["Ã","Atilde"],["Ä","Auml"],["Å","angst"],["Æ","AElig"],["Ç","Ccedil"],["È","Egrave"],["É","Eacute"],["Ê","Ecirc"],["Ë","Euml"],["Ì","Igrave"],["Í","Iacute"],["Î","Icirc"],["Ï","Iuml"],["Ð","ETH"],["Ñ","Ntilde"],["Ò","Ograve"],["Ó","Oacute"],["Ô","Ocirc"],["Õ","Otilde"],["Ö","Ouml"],["×","times"],["Ø","Oslash"],["Ù","Ugrave"],["Ú","Uacute"],["Û","Ucirc"],["Ü","Uuml"],["Ý","Yacute"],["Þ","THORN"],["ß","szlig"],["à","agrave"],["á","aacute"],["â","acirc"],["ã","atilde"],["ä","auml"],["å","aring"],["æ","aelig"],["ç","ccedil"],["è","egrave"],["é","eacute"],["ê","ecirc"],["ë","euml"],["ì","igrave"],["í","iacute"],["î","icirc"],["ï","iuml"],["ð","eth"],["ñ","ntilde"],["ò","ograve"],["ó","oacute"],["ô","ocirc"],["õ","otilde"],["ö","ouml"],["÷","div"],["ø","oslash"],["ù","ugrave"],["ú","uacute"],["û","ucirc"],["ü","uuml"],["ý","yacute"],["þ","thorn"],["ÿ","yuml"],["Ā","Amacr"],["ā","amacr"],["Ă","Abreve"],["ă","abreve"],["Ą","Aogon"],["ą","aogon"],["Ć","Cacute"],["ć","cacute"],["Ĉ","Ccirc"],["ĉ","ccirc"],["Ċ","Cdot"],["ċ","cdot"],["Č","Ccaron"],["č","ccaron"],["Ď","Dcaron"],["ď","dcaron"],["Đ","Dstrok"],["đ","dstrok"],["Ē","Emacr"],["ē","emacr"],["Ė","Edot"],["ė","edot"],["Ę","Eogon"],["ę","eogon"],["Ě","Ecaron"],["ě","ecaron"],["Ĝ","Gcirc"],["ĝ","gcirc"],["Ğ","Gbreve"],["ğ","gbreve"],["Ġ","Gdot"],["ġ","gdot"],["Ģ","Gcedil"],["Ĥ","Hcirc"],["ĥ","hcirc"],["Ħ","Hstrok"],["ħ","hstrok"],["Ĩ","Itilde"],["ĩ","itilde"],["Ī","Imacr"],["ī","imacr"],["Į","Iogon"],["į","iogon"],["İ","Idot"],["ı","imath"],["Ĳ","IJlig"],["ĳ","ijlig"],["Ĵ","Jcirc"],["ĵ","jcirc"],["Ķ","Kcedil"],["ķ","kcedil"],["ĸ","kgreen"],["Ĺ","Lacute"],["ĺ","lacute"],["Ļ","Lcedil"],["ļ","lcedil"],["Ľ","Lcaron"],["ľ","lcaron"],["Ŀ","Lmidot"],["ŀ","lmidot"],["Ł","Lstrok"],["ł","lstrok"],["Ń","Nacute"],["ń","nacute"],["Ņ","Ncedil"],["ņ","ncedil"],["Ň","Ncaron"],["ň","ncaron"],["ŉ","napos"],["Ŋ","ENG"],["ŋ","eng"],["Ō","Omacr"],["ō","omacr"],["Ő","Odblac"],["ő","odblac"],["Œ","OElig"],["œ","oelig"],["Ŕ","Racute"],["ŕ","racute"],["Ŗ","Rcedil"],["ŗ","rcedil"],["Ř","Rcaron"],["ř","rcaron"],["Ś","Sacute"],["ś","sacute"],["Ŝ","Scirc"],["ŝ","scirc"],["Ş","Scedil"],["ş","scedil"],["Š","Scaron"],["š","scaron"],["Ţ","Tcedil"],["ţ","tcedil"],["Ť","Tcaron"],["ť","tcaron"],["Ŧ","Tstrok"],["ŧ","tstrok"],["Ũ","Utilde"],["ũ","utilde"],["Ū","Umacr"],["ū","umacr"],["Ŭ","Ubreve"],["ŭ","ubreve"],["Ů","Uring"],["ů","uring"],["Ű","Udblac"],["ű","udblac"],["Ų","Uogon"],["ų","uogon"],["Ŵ","Wcirc"],["ŵ","wcirc"],["Ŷ","Ycirc"],["ŷ","ycirc"],["Ÿ","Yuml"],["Ź","Zacute"],["ź","zacute"],["Ż","Zdot"],["ż","zdot"],["Ž","Zcaron"],["ž","zcaron"],["ƒ","fnof"],["Ƶ","imped"],["ǵ","gacute"],["ȷ","jmath"],["ˆ","circ"],["ˇ","caron"],["˘","breve"],["˙","dot"],["˚","ring"],["˛","ogon"],["˜","tilde"],["˝","dblac"],["̑","DownBreve"],["Α","Alpha"],["Β","Beta"],["Γ","Gamma"],["Δ","Delta"],["Ε","Epsilon"],["Ζ","Zeta"],["Η","Eta"],["Θ","Theta"],["Ι","Iota"],["Κ","Kappa"],["Λ","Lambda"],["Μ","Mu"],["Ν","Nu"],["Ξ","Xi"],["Ο","Omicron"],["Π","Pi"],["Ρ","Rho"],["Σ","Sigma"],["Τ","Tau"],["Υ","Upsilon"],["Φ","Phi"],["Χ","Chi"],["Ψ","Psi"],["Ω","ohm"],["α","alpha"],["β","beta"],["γ","gamma"],["δ","delta"],["ε","epsi"],["ζ","zeta"],["η","eta"],["θ","theta"],["ι","iota"],["κ","kappa"],["λ","lambda"],["μ","mu"],["ν","nu"],["ξ","xi"],["ο","omicron"],["π","pi"],["ρ","rho"],["ς","sigmaf"],["σ","sigma"],["τ","tau"],["υ","upsi"],["φ","phi"],["χ","chi"],["ψ","psi"],["ω","omega"],["ϑ","thetav"],["ϒ","Upsi"],["ϕ","phiv"],["ϖ","piv"],["Ϝ","Gammad"],["ϝ","gammad"],["ϰ","kappav"],["ϱ","rhov"],["ϵ","epsiv"],["϶","bepsi"],["Ё","IOcy"],["Ђ","DJcy"],["Ѓ","GJcy"],["Є","Jukcy"],["Ѕ","DScy"],["І","Iukcy"],["Ї","YIcy"],["Ј","Jsercy"],["Љ","LJcy"],["Њ","NJcy"],["Ћ","TSHcy"],["Ќ","KJcy"],["Ў","Ubrcy"],["Џ","DZcy"],["А","Acy"],["Б","Bcy"],["В","Vcy"],["Г","Gcy"],["Д","Dcy"],["Е","IEcy"],["Ж","ZHcy"],["З","Zcy"],["И","Icy"],["Й","Jcy"],["К","Kcy"],["Л","Lcy"],["М","Mcy"],["Н","Ncy"],["О","Ocy"],["П","Pcy"],["Р","Rcy"],["С","Scy"],["Т","Tcy"],["У","Ucy"],["Ф","Fcy"],["Х","KHcy"],["Ц","TScy"],["Ч","CHcy"],["Ш","SHcy"],["Щ","SHCHcy"],["Ъ","HARDcy"],["Ы","Ycy"],["Ь","SOFTcy"],["Э","Ecy"],["Ю","YUcy"],["Я","YAcy"],["а","acy"],["б","bcy"],["в","vcy"],["г","gcy"],["д","dcy"],["е","iecy"],["ж","zhcy"],["з","zcy"],["и","icy"],["й","jcy"],["к","kcy"],["л","lcy"],["м","mcy"],["н","ncy"],["о","ocy"],["п","pcy"],["р","rcy"],["с","scy"],["т","tcy"],["у","ucy"],["ф","fcy"],["х","khcy"],["ц","tscy"],["ч","chcy"],["ш","shcy"],["щ","shchcy"],["ъ","hardcy"],["ы","ycy"],["ь","softcy"],["э","ecy"],["ю","yucy"],["я","yacy"],["ё","iocy"],["ђ","djcy"],["ѓ","gjcy"],["є","jukcy"],["ѕ","dscy"],["і","iukcy"],["ї","yicy"],["ј","jsercy"],["љ","ljcy"],["њ","njcy"],["ћ","tshcy"],["ќ","kjcy"],["ў","ubrcy"],["џ","dzcy"],[" ","ensp"],[" ","emsp"],[" ","emsp13"],[" ","emsp14"],[" ","numsp"],[" ","puncsp"],[" ","thinsp"],[" ","hairsp"],["​","ZeroWidthSpace"],["‌","zwnj"],["‍","zwj"],["‎","lrm"],["‏","rlm"],["‐","dash"],["–","ndash"],["—","mdash"],["―","horbar"],["‖","Vert"],["‘","lsquo"],["’","rsquo"],["‚","sbquo"],["“","ldquo"],["”","rdquo"],["„","bdquo"],["†","dagger"],["‡","Dagger"],["•","bull"],["‥","nldr"],["…","mldr"],["‰","permil"],["‱","pertenk"],["′","prime"],["″","Prime"],["‴","tprime"],["‵","bprime"],["‹","lsaquo"],["›","rsaquo"],["‾","oline"],["⁁","caret"],["⁃","hybull"],["⁄","frasl"],["⁏","bsemi"],["⁗","qprime"],[" ","MediumSpace"],["  ","ThickSpace"],["⁠","NoBreak"],["⁡","af"],["⁢","it"],["⁣","ic"],["€","euro"],["⃛","tdot"],["⃜","DotDot"],["ℂ","Copf"],["℅","incare"],["ℊ","gscr"],["ℋ","Hscr"],["ℌ","Hfr"],["ℍ","Hopf"],["ℎ","planckh"],["ℏ","hbar"],["ℐ","Iscr"],["ℑ","Im"],["ℒ","Lscr"],["ℓ","ell"],["ℕ","Nopf"],["№","numero"],["℗","copysr"],["℘","wp"],["ℙ","Popf"],["ℚ","Qopf"],["ℛ","Rscr"],["ℜ","Re"],["ℝ","Ropf"],["℞","rx"],["™","trade"],["ℤ","Zopf"],["℧","mho"],["ℨ","Zfr"],["℩","iiota"],["ℬ","Bscr"],["ℭ","Cfr"],["ℯ","escr"],["ℰ","Escr"],["ℱ","Fscr"],["ℳ","Mscr"],["ℴ","oscr"],["ℵ","aleph"],["ℶ","beth"],["ℷ","gimel"],["ℸ","daleth"],["ⅅ","DD"],["ⅆ","dd"],["ⅇ","ee"],["ⅈ","ii"],["⅓","frac13"],["⅔","frac23"],["⅕","frac15"],["⅖","frac25"],["⅗","frac35"],["⅘","frac45"],["⅙","frac16"],["⅚","frac56"],["⅛","frac18"],["⅜","frac38"],["⅝","frac58"],["⅞","frac78"],["←","larr"],["↑","uarr"],["→","rarr"],["↓","darr"],["↔","harr"],["↕","varr"],["↖","nwarr"],["↗","nearr"],["↘","searr"],["↙","swarr"],["↚","nlarr"],["↛","nrarr"],["↝","rarrw"],["↝̸","nrarrw"],["↞","Larr"],["↟","Uarr"],["↠","Rarr"],["↡","Darr"],["↢","larrtl"],["↣","rarrtl"],["↤","mapstoleft"],["↥","mapstoup"],["↦","map"],["↧","mapstodown"],["↩","larrhk"],["↪","rarrhk"],["↫","larrlp"],["↬","rarrlp"],["↭","harrw"],["↮","nharr"],["↰","lsh"],["↱","rsh"],["↲","ldsh"],["↳","rdsh"],["↵","crarr"],["↶","cularr"],["↷","curarr"],["↺","olarr"],["↻","orarr"],["↼","lharu"],["↽","lhard"],["↾","uharr"],["↿","uharl"],["⇀","rharu"],["⇁","rhard"],["⇂","dharr"],["⇃","dharl"],["⇄","rlarr"],["⇅","udarr"],["⇆","lrarr"],["⇇","llarr"],["⇈","uuarr"],["⇉","rrarr"],["⇊","ddarr"],["⇋","lrhar"],["⇌","rlhar"],["⇍","nlArr"],["⇎","nhArr"],["⇏","nrArr"],["⇐","lArr"],["⇑","uArr"],["⇒","rArr"],["⇓","dArr"],["⇔","iff"],["⇕","vArr"],["⇖","nwArr"],["⇗","neArr"],["⇘","seArr"],["⇙","swArr"],["⇚","lAarr"],["⇛","rAarr"],["⇝","zigrarr"],["⇤","larrb"],["⇥","rarrb"],["⇵","duarr"],["⇽","loarr"],["⇾","roarr"],["⇿","hoarr"],["∀","forall"],["∁","comp"],["∂","part"],["∂̸","npart"],["∃","exist"],["∄","nexist"],["∅","empty"],["∇","Del"],["∈","in"],["∉","notin"],["∋","ni"],["∌","notni"],["∏","prod"],["∐","coprod"],["∑","sum"],["−","minus"],["∓","mp"],["∔","plusdo"],["∖","setmn"],["∗","lowast"],["∘","compfn"],["√","Sqrt"],["∝","prop"],["∞","infin"],["∟","angrt"],["∠","ang"],["∠⃒","nang"],["∡","angmsd"],["∢","angsph"],["∣","mid"],["∤","nmid"],["∥","par"],["∦","npar"],["∧","and"],["∨","or"],["∩","cap"],["∩︀","caps"],["∪","cup"],["∪︀","cups"],["∫","int"],["∬","Int"],["∭","tint"],["∮","oint"],["∯","Conint"],["∰","Cconint"],["∱","cwint"],["∲","cwconint"],["∳","awconint"],["∴","there4"],["∵","becaus"],["∶","ratio"],["∷","Colon"],["∸","minusd"],["∺","mDDot"],["∻","homtht"],["∼","sim"],["∼⃒","nvsim"],["∽","bsim"],["∽̱","race"],["∾","ac"],["∾̳","acE"],["∿","acd"],["≀","wr"],["≁","nsim"],["≂","esim"],["≂̸","nesim"],["≃","sime"],["≄","nsime"],["≅","cong"],["≆","simne"],["≇","ncong"],["≈","ap"],["≉","nap"],["≊","ape"],["≋","apid"],["≋̸","napid"],["≌","bcong"],["≍","CupCap"],["≍⃒","nvap"],["≎","bump"],["≎̸","nbump"],["≏","bumpe"],["≏̸","nbumpe"],["≐","doteq"],["≐̸","nedot"],["≑","eDot"],["≒","efDot"],["≓","erDot"],["≔","colone"],["≕","ecolon"],["≖","ecir"],["≗","cire"],["≙","wedgeq"],["≚","veeeq"],["≜","trie"],["≟","equest"],["≠","ne"],["≡","equiv"],["≡⃥","bnequiv"],["≢","nequiv"],["≤","le"],["≤⃒","nvle"],["≥","ge"],["≥⃒","nvge"],["≦","lE"],["≦̸","nlE"],["≧","gE"],["≧̸","ngE"],["≨","lnE"],["≨︀","lvnE"],["≩","gnE"],["≩︀","gvnE"],["≪","ll"],["≪̸","nLtv"],["≪⃒","nLt"],["≫","gg"],["≫̸","nGtv"],["≫⃒","nGt"],["≬","twixt"],["≭","NotCupCap"],["≮","nlt"],["≯","ngt"],["≰","nle"],["≱","nge"],["≲","lsim"],["≳","gsim"],["≴","nlsim"],["≵","ngsim"],["≶","lg"],["≷","gl"],["≸","ntlg"],["≹","ntgl"],["≺","pr"],["≻","sc"],["≼","prcue"],["≽","sccue"],["≾","prsim"],["≿","scsim"],["≿̸","NotSucceedsTilde"],["⊀","npr"],["⊁","nsc"],["⊂","sub"],["⊂⃒","vnsub"],["⊃","sup"],["⊃⃒","vnsup"],["⊄","nsub"],["⊅","nsup"],["⊆","sube"],["⊇","supe"],["⊈","nsube"],["⊉","nsupe"],["⊊","subne"],["⊊︀","vsubne"],["⊋","supne"],["⊋︀","vsupne"],["⊍","cupdot"],["⊎","uplus"],["⊏","sqsub"],["⊏̸","NotSquareSubset"],["⊐","sqsup"],["⊐̸","NotSquareSuperset"],["⊑","sqsube"],["⊒","sqsupe"],["⊓","sqcap"],["⊓︀","sqcaps"],["⊔","sqcup"],["⊔︀","sqcups"],["⊕","oplus"],["⊖","ominus"],["⊗","otimes"],["⊘","osol"],["⊙","odot"],["⊚","ocir"],["⊛","oast"],["⊝","odash"],["⊞","plusb"],["⊟","minusb"],["⊠","timesb"],["⊡","sdotb"],["⊢","vdash"],["⊣","dashv"],["⊤","top"],["⊥","bot"],["⊧","models"],["⊨","vDash"],["⊩","Vdash"],["⊪","Vvdash"],["⊫","VDash"],["⊬","nvdash"],["⊭","nvDash"],["⊮","nVdash"],["⊯","nVDash"],["⊰","prurel"],["⊲","vltri"],["⊳","vrtri"],["⊴","ltrie"],["⊴⃒","nvltrie"],["⊵","rtrie"],["⊵⃒","nvrtrie"],["⊶","origof"],["⊷","imof"],["⊸","mumap"],["⊹","hercon"],["⊺","intcal"],["⊻","veebar"],["⊽","barvee"],["⊾","angrtvb"],["⊿","lrtri"],["⋀","Wedge"],["⋁","Vee"],["⋂","xcap"],["⋃","xcup"],["⋄","diam"],["⋅","sdot"],["⋆","Star"],["⋇","divonx"],["⋈","bowtie"],["⋉","ltimes"],["⋊","rtimes"],["⋋","lthree"],["⋌","rthree"],["⋍","bsime"],["⋎","cuvee"],["⋏","cuwed"],["⋐","Sub"],["⋑","Sup"],["⋒","Cap"],["⋓","Cup"],["⋔","fork"],["⋕","epar"],["⋖","ltdot"],["⋗","gtdot"],["⋘","Ll"],["⋘̸","nLl"],["⋙","Gg"],["⋙̸","nGg"],["⋚","leg"],["⋚︀","lesg"],["⋛","gel"],["⋛︀","gesl"],["⋞","cuepr"],["⋟","cuesc"],["⋠","nprcue"],["⋡","nsccue"],["⋢","nsqsube"],["⋣","nsqsupe"],["⋦","lnsim"],["⋧","gnsim"],["⋨","prnsim"],["⋩","scnsim"],["⋪","nltri"],["⋫","nrtri"],["⋬","nltrie"],["⋭","nrtrie"],["⋮","vellip"],["⋯","ctdot"],["⋰","utdot"],["⋱","dtdot"],["⋲","disin"],["⋳","isinsv"],["⋴","isins"],["⋵","isindot"],["⋵̸","notindot"],["⋶","notinvc"],["⋷","notinvb"],["⋹","isinE"],["⋹̸","notinE"],["⋺","nisd"],["⋻","xnis"],["⋼","nis"],["⋽","notnivc"],["⋾","notnivb"],["⌅","barwed"],["⌆","Barwed"],["⌈","lceil"],["⌉","rceil"],["⌊","lfloor"],["⌋","rfloor"],["⌌","drcrop"],["⌍","dlcrop"],["⌎","urcrop"],["⌏","ulcrop"],["⌐","bnot"],["⌒","profline"],["⌓","profsurf"],["⌕","telrec"],["⌖","target"],["⌜","ulcorn"],["⌝","urcorn"],["⌞","dlcorn"],["⌟","drcorn"],["⌢","frown"],["⌣","smile"],["⌭","cylcty"],["⌮","profalar"],["⌶","topbot"],["⌽","ovbar"],["⌿","solbar"],["⍼","angzarr"],["⎰","lmoust"],["⎱","rmoust"],["⎴","tbrk"],["⎵","bbrk"],["⎶","bbrktbrk"],["⏜","OverParenthesis"],["⏝","UnderParenthesis"],["⏞","OverBrace"],["⏟","UnderBrace"],["⏢","trpezium"],["⏧","elinters"],["␣","blank"],["Ⓢ","oS"],["─","boxh"],["│","boxv"],["┌","boxdr"],["┐","boxdl"],["└","boxur"],["┘","boxul"],["├","boxvr"],["┤","boxvl"],["┬","boxhd"],["┴","boxhu"],["┼","boxvh"],["═","boxH"],["║","boxV"],["╒","boxdR"],["╓","boxDr"],["╔","boxDR"],["╕","boxdL"],["╖","boxDl"],["╗","boxDL"],["╘","boxuR"],["╙","boxUr"],["╚","boxUR"],["╛","boxuL"],["╜","boxUl"],["╝","boxUL"],["╞","boxvR"],["╟","boxVr"],["╠","boxVR"],["╡","boxvL"],["╢","boxVl"],["╣","boxVL"],["╤","boxHd"],["╥","boxhD"],["╦","boxHD"],["╧","boxHu"],["╨","boxhU"],["╩","boxHU"],["╪","boxvH"],["╫","boxVh"],["╬","boxVH"],["▀","uhblk"],["▄","lhblk"],["█","block"],["░","blk14"],["▒","blk12"],["▓","blk34"],["□","squ"],["▪","squf"],["▫","EmptyVerySmallSquare"],["▭","rect"],["▮","marker"],["▱","fltns"],["△","xutri"],["▴","utrif"],["▵","utri"],["▸","rtrif"],["▹","rtri"],["▽","xdtri"],["▾","dtrif"],["▿","dtri"],["◂","ltrif"],["◃","ltri"],["◊","loz"],["○","cir"],["◬","tridot"],["◯","xcirc"],["◸","ultri"],["◹","urtri"],["◺","lltri"],["◻","EmptySmallSquare"],["◼","FilledSmallSquare"],["★","starf"],["☆","star"],["☎","phone"],["♀","female"],["♂","male"],["♠","spades"],["♣","clubs"],["♥","hearts"],["♦","diams"],["♪","sung"],["♭","flat"],["♮","natur"],["♯","sharp"],["✓","check"],["✗","cross"],["✠","malt"],["✶","sext"],["❘","VerticalSeparator"],["❲","lbbrk"],["❳","rbbrk"],["⟈","bsolhsub"],["⟉","suphsol"],["⟦","lobrk"],["⟧","robrk"],["⟨","lang"],["⟩","rang"],["⟪","Lang"],["⟫","Rang"],["⟬","loang"],["⟭","roang"],["⟵","xlarr"],["⟶","xrarr"],["⟷","xharr"],["⟸","xlArr"],["⟹","xrArr"],["⟺","xhArr"],["⟼","xmap"],["⟿","dzigrarr"],["⤂","nvlArr"],["⤃","nvrArr"],["⤄","nvHarr"],["⤅","Map"],["⤌","lbarr"],["⤍","rbarr"],["⤎","lBarr"],["⤏","rBarr"],["⤐","RBarr"],["⤑","DDotrahd"],["⤒","UpArrowBar"],["⤓","DownArrowBar"],["⤖","Rarrtl"],["⤙","latail"],["⤚","ratail"],["⤛","lAtail"],["⤜","rAtail"],["⤝","larrfs"],["⤞","rarrfs"],["⤟","larrbfs"],["⤠","rarrbfs"],["⤣","nwarhk"],["⤤","nearhk"],["⤥","searhk"],["⤦","swarhk"],["⤧","nwnear"],["⤨","toea"],["⤩","tosa"],["⤪","swnwar"],["⤳","rarrc"],["⤳̸","nrarrc"],["⤵","cudarrr"],["⤶","ldca"],["⤷","rdca"],["⤸","cudarrl"],["⤹","larrpl"],["⤼","curarrm"],["⤽","cularrp"],["⥅","rarrpl"],["⥈","harrcir"],["⥉","Uarrocir"],["⥊","lurdshar"],["⥋","ldrushar"],["⥎","LeftRightVector"],["⥏","RightUpDownVector"],["⥐","DownLeftRightVector"],["⥑","LeftUpDownVector"],["⥒","LeftVectorBar"],["⥓","RightVectorBar"],["⥔","RightUpVectorBar"],["⥕","RightDownVectorBar"],["⥖","DownLeftVectorBar"],["⥗","DownRightVectorBar"],["⥘","LeftUpVectorBar"],["⥙","LeftDownVectorBar"],["⥚","LeftTeeVector"],["⥛","RightTeeVector"],["⥜","RightUpTeeVector"],["⥝","RightDownTeeVector"],["⥞","DownLeftTeeVector"],["⥟","DownRightTeeVector"],["⥠","LeftUpTeeVector"],["⥡","LeftDownTeeVector"],["⥢","lHar"],["⥣","uHar"],["⥤","rHar"],["⥥","dHar"],["⥦","luruhar"],["⥧","ldrdhar"],["⥨","ruluhar"],["⥩","rdldhar"],["⥪","lharul"],["⥫","llhard"],["⥬","rharul"],["⥭","lrhard"],["⥮","udhar"],["⥯","duhar"],["⥰","RoundImplies"],["⥱","erarr"],["⥲","simrarr"],["⥳","larrsim"],["⥴","rarrsim"],["⥵","rarrap"],["⥶","ltlarr"],["⥸","gtrarr"],["⥹","subrarr"],["⥻","suplarr"],["⥼","lfisht"],["⥽","rfisht"],["⥾","ufisht"],["⥿","dfisht"],["⦅","lopar"],["⦆","ropar"],["⦋","lbrke"],["⦌","rbrke"],["⦍","lbrkslu"],["⦎","rbrksld"],["⦏","lbrksld"],["⦐","rbrkslu"],["⦑","langd"],["⦒","rangd"],["⦓","lparlt"],["⦔","rpargt"],["⦕","gtlPar"],["⦖","ltrPar"],["⦚","vzigzag"],["⦜","vangrt"],["⦝","angrtvbd"],["⦤","ange"],["⦥","range"],["⦦","dwangle"],["⦧","uwangle"],["⦨","angmsdaa"],["⦩","angmsdab"],["⦪","angmsdac"],["⦫","angmsdad"],["⦬","angmsdae"],["⦭","angmsdaf"],["⦮","angmsdag"],["⦯","angmsdah"],["⦰","bemptyv"],["⦱","demptyv"],["⦲","cemptyv"],["⦳","raemptyv"],["⦴","laemptyv"],["⦵","ohbar"],["⦶","omid"],["⦷","opar"],["⦹","operp"],["⦻","olcross"],["⦼","odsold"],["⦾","olcir"],["⦿","ofcir"],["⧀","olt"],["⧁","ogt"],["⧂","cirscir"],["⧃","cirE"],["⧄","solb"],["⧅","bsolb"],["⧉","boxbox"],["⧍","trisb"],["⧎","rtriltri"],["⧏","LeftTriangleBar"],["⧏̸","NotLeftTriangleBar"],["⧐","RightTriangleBar"],["⧐̸","NotRightTriangleBar"],["⧜","iinfin"],["⧝","infintie"],["⧞","nvinfin"],["⧣","eparsl"],["⧤","smeparsl"],["⧥","eqvparsl"],["⧫","lozf"],["⧴","RuleDelayed"],["⧶","dsol"],["⨀","xodot"],["⨁","xoplus"],["⨂","xotime"],["⨄","xuplus"],["⨆","xsqcup"],["⨌","qint"],["⨍","fpartint"],["⨐","cirfnint"],["⨑","awint"],["⨒","rppolint"],["⨓","scpolint"],["⨔","npolint"],["⨕","pointint"],["⨖","quatint"],["⨗","intlarhk"],["⨢","pluscir"],["⨣","plusacir"],["⨤","simplus"],["⨥","plusdu"],["⨦","plussim"],["⨧","plustwo"],["⨩","mcomma"],["⨪","minusdu"],["⨭","loplus"],["⨮","roplus"],["⨯","Cross"],["⨰","timesd"],["⨱","timesbar"],["⨳","smashp"],["⨴","lotimes"],["⨵","rotimes"],["⨶","otimesas"],["⨷","Otimes"],["⨸","odiv"],["⨹","triplus"],["⨺","triminus"],["⨻","tritime"],["⨼","iprod"],["⨿","amalg"],["⩀","capdot"],["⩂","ncup"],["⩃","ncap"],["⩄","capand"],["⩅","cupor"],["⩆","cupcap"],["⩇","capcup"],["⩈","cupbrcap"],["⩉","capbrcup"],["⩊","cupcup"],["⩋","capcap"],["⩌","ccups"],["⩍","ccaps"],["⩐","ccupssm"],["⩓","And"],["⩔","Or"],["⩕","andand"],["⩖","oror"],["⩗","orslope"],["⩘","andslope"],["⩚","andv"],["⩛","orv"],["⩜","andd"],["⩝","ord"],["⩟","wedbar"],["⩦","sdote"],["⩪","simdot"],["⩭","congdot"],["⩭̸","ncongdot"],["⩮","easter"],["⩯","apacir"],["⩰","apE"],["⩰̸","napE"],["⩱","eplus"],["⩲","pluse"],["⩳","Esim"],["⩴","Colone"],["⩵","Equal"],["⩷","eDDot"],["⩸","equivDD"],["⩹","ltcir"],["⩺","gtcir"],["⩻","ltquest"],["⩼","gtquest"],["⩽","les"],["⩽̸","nles"],["⩾","ges"],["⩾̸","nges"],["⩿","lesdot"],["⪀","gesdot"],["⪁","lesdoto"],["⪂","gesdoto"],["⪃","lesdotor"],["⪄","gesdotol"],["⪅","lap"],["⪆","gap"],["⪇","lne"],["⪈","gne"],["⪉","lnap"],["⪊","gnap"],["⪋","lEg"],["⪌","gEl"],["⪍","lsime"],["⪎","gsime"],["⪏","lsimg"],["⪐","gsiml"],["⪑","lgE"],["⪒","glE"],["⪓","lesges"],["⪔","gesles"],["⪕","els"],["⪖","egs"],["⪗","elsdot"],["⪘","egsdot"],["⪙","el"],["⪚","eg"],["⪝","siml"],["⪞","simg"],["⪟","simlE"],["⪠","simgE"],["⪡","LessLess"],["⪡̸","NotNestedLessLess"],["⪢","GreaterGreater"],["⪢̸","NotNestedGreaterGreater"],["⪤","glj"],["⪥","gla"],["⪦","ltcc"],["⪧","gtcc"],["⪨","lescc"],["⪩","gescc"],["⪪","smt"],["⪫","lat"],["⪬","smte"],["⪬︀","smtes"],["⪭","late"],["⪭︀","lates"],["⪮","bumpE"],["⪯","pre"],["⪯̸","npre"],["⪰","sce"],["⪰̸","nsce"],["⪳","prE"],["⪴","scE"],["⪵","prnE"],["⪶","scnE"],["⪷","prap"],["⪸","scap"],["⪹","prnap"],["⪺","scnap"],["⪻","Pr"],["⪼","Sc"],["⪽","subdot"],["⪾","supdot"],["⪿","subplus"],["⫀","supplus"],["⫁","submult"],["⫂","supmult"],["⫃","subedot"],["⫄","supedot"],["⫅","subE"],["⫅̸","nsubE"],["⫆","supE"],["⫆̸","nsupE"],["⫇","subsim"],["⫈","supsim"],["⫋","subnE"],["⫋︀","vsubnE"],["⫌","supnE"],["⫌︀","vsupnE"],["⫏","csub"],["⫐","csup"],["⫑","csube"],["⫒","csupe"],["⫓","subsup"],["⫔","supsub"],["⫕","subsub"],["⫖","supsup"],["⫗","suphsub"],["⫘","supdsub"],["⫙","forkv"],["⫚","topfork"],["⫛","mlcp"],["⫤","Dashv"],["⫦","Vdashl"],["⫧","Barv"],["⫨","vBar"],["⫩","vBarv"],["⫫","Vbar"],["⫬","Not"],["⫭","bNot"],["⫮","rnmid"],["⫯","cirmid"],["⫰","midcir"],["⫱","topcir"],["⫲","nhpar"],["⫳","parsim"],["⫽","parsl"],["⫽⃥","nparsl"],["𝒜","Ascr"],["𝒞","Cscr"],["𝒟","Dscr"],["𝒢","Gscr"],["𝒥","Jscr"],["𝒦","Kscr"],["𝒩","Nscr"],["𝒪","Oscr"],["𝒫","Pscr"],["𝒬","Qscr"],["𝒮","Sscr"],["𝒯","Tscr"],["𝒰","Uscr"],["𝒱","Vscr"],["𝒲","Wscr"],["𝒳","Xscr"],["𝒴","Yscr"],["𝒵","Zscr"],["𝒶","ascr"],["𝒷","bscr"],["𝒸","cscr"],["𝒹","dscr"],["𝒻","fscr"],["𝒽","hscr"],["𝒾","iscr"],["𝒿","jscr"],["𝓀","kscr"],["𝓁","lscr"],["𝓂","mscr"],["𝓃","nscr"],["𝓅","pscr"],["𝓆","qscr"],["𝓇","rscr"],["𝓈","sscr"],["𝓉","tscr"],["𝓊","uscr"],["𝓋","vscr"],["𝓌","wscr"],["𝓍","xscr"],["𝓎","yscr"],["𝓏","zscr"],["𝔄","Afr"],["𝔅","Bfr"],["𝔇","Dfr"],["𝔈","Efr"],["𝔉","Ffr"],["𝔊","Gfr"],["𝔍","Jfr"],["𝔎","Kfr"],["𝔏","Lfr"],["𝔐","Mfr"],["𝔑","Nfr"],["𝔒","Ofr"],["𝔓","Pfr"],["𝔔","Qfr"],["𝔖","Sfr"],["𝔗","Tfr"],["𝔘","Ufr"],["𝔙","Vfr"],["𝔚","Wfr"],["𝔛","Xfr"],["𝔜","Yfr"],["𝔞","afr"],["𝔟","bfr"],["𝔠","cfr"],["𝔡","dfr"],["𝔢","efr"],["𝔣","ffr"],["𝔤","gfr"],["𝔥","hfr"],["𝔦","ifr"],["𝔧","jfr"],["𝔨","kfr"],["𝔩","lfr"],["𝔪","mfr"],["𝔫","nfr"],["𝔬","ofr"],["𝔭","pfr"],["𝔮","qfr"],["𝔯","rfr"],["𝔰","sfr"],["𝔱","tfr"],["𝔲","ufr"],["𝔳","vfr"],["𝔴","wfr"],["𝔵","xfr"],["𝔶","yfr"],["𝔷","zfr"],["𝔸","Aopf"],["𝔹","Bopf"],["𝔻","Dopf"],["𝔼","Eopf"],["𝔽","Fopf"],["𝔾","Gopf"],["𝕀","Iopf"],["𝕁","Jopf"],["𝕂","Kopf"],["𝕃","Lopf"],["𝕄","Mopf"],["𝕆","Oopf"],["𝕊","Sopf"],["𝕋","Topf"],["𝕌","Uopf"],["𝕍","Vopf"],["𝕎","Wopf"],["𝕏","Xopf"],["𝕐","Yopf"],["𝕒","aopf"],["𝕓","bopf"],["𝕔","copf"],["𝕕","dopf"],["𝕖","eopf"],["𝕗","fopf"],["𝕘","gopf"],["𝕙","hopf"],["𝕚","iopf"],["𝕛","jopf"],["𝕜","kopf"],["𝕝","lopf"],["𝕞","mopf"],["𝕟","nopf"],["𝕠","oopf"],["𝕡","popf"],["𝕢","qopf"],["𝕣","ropf"],["𝕤","sopf"],["𝕥","topf"],["𝕦","uopf"],["𝕧","vopf"],["𝕨","wopf"],["𝕩","xopf"],["𝕪","yopf"],["𝕫","zopf"],["ﬀ","fflig"],["ﬁ","filig"],["ﬂ","fllig"],["ﬃ","ffilig"],["ﬄ","ffllig"]]),regexInvalidRawCodePoint=/[\0-\x08\x0B\x0E-\x1F\x7F-\x9F\uFDD0-\uFDEF\uFFFE\uFFFF]|[\uD83F\uD87F\uD8BF\uD8FF\uD93F\uD97F\uD9BF\uD9FF\uDA3F\uDA7F\uDABF\uDAFF\uDB3F\uDB7F\uDBBF\uDBFF][\uDFFE\uDFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/,regexDecode=/&(CounterClockwiseContourIntegral|ClockwiseContourIntegral|DoubleLongLeftRightArrow|NotNestedGreaterGreater|DiacriticalDoubleAcute|NotSquareSupersetEqual|CloseCurlyDoubleQuote|DoubleContourIntegral|FilledVerySmallSquare|NegativeVeryThinSpace|NotPrecedesSlantEqual|NotRightTriangleEqual|NotSucceedsSlantEqual|CapitalDifferentialD|DoubleLeftRightArrow|DoubleLongRightArrow|EmptyVerySmallSquare|NestedGreaterGreater|NotDoubleVerticalBar|NotGreaterSlantEqual|NotLeftTriangleEqual|NotSquareSubsetEqual|OpenCurlyDoubleQuote|ReverseUpEquilibrium|DoubleLongLeftArrow|DownLeftRightVector|LeftArrowRightArrow|NegativeMediumSpace|NotGreaterFullEqual|NotRightTriangleBar|RightArrowLeftArrow|SquareSupersetEqual|leftrightsquigarrow|DownRightTeeVector|DownRightVectorBar|LongLeftRightArrow|Longleftrightarrow|NegativeThickSpace|NotLeftTriangleBar|PrecedesSlantEqual|ReverseEquilibrium|RightDoubleBracket|RightDownTeeVector|RightDownVectorBar|RightTriangleEqual|SquareIntersection|SucceedsSlantEqual|blacktriangleright|longleftrightarrow|DoubleUpDownArrow|DoubleVerticalBar|DownLeftTeeVector|DownLeftVectorBar|FilledSmallSquare|GreaterSlantEqual|LeftDoubleBracket|LeftDownTeeVector|LeftDownVectorBar|LeftTriangleEqual|NegativeThinSpace|NotGreaterGreater|NotLessSlantEqual|NotNestedLessLess|NotReverseElement|NotSquareSuperset|NotTildeFullEqual|RightAngleBracket|RightUpDownVector|SquareSubsetEqual|VerticalSeparator|blacktriangledown|blacktriangleleft|leftrightharpoons|rightleftharpoons|twoheadrightarrow|DiacriticalAcute|DiacriticalGrave|DiacriticalTilde|DoubleRightArrow|DownArrowUpArrow|EmptySmallSquare|GreaterEqualLess|GreaterFullEqual|LeftAngleBracket|LeftUpDownVector|LessEqualGreater|NonBreakingSpace|NotPrecedesEqual|NotRightTriangle|NotSucceedsEqual|NotSucceedsTilde|NotSupersetEqual|RightTriangleBar|RightUpTeeVector|RightUpVectorBar|UnderParenthesis|UpArrowDownArrow|circlearrowright|downharpoonright|ntrianglerighteq|rightharpoondown|rightrightarrows|twoheadleftarrow|vartriangleright|CloseCurlyQuote|ContourIntegral|DoubleDownArrow|DoubleLeftArrow|DownRightVector|LeftRightVector|LeftTriangleBar|LeftUpTeeVector|LeftUpVectorBar|LowerRightArrow|NotGreaterEqual|NotGreaterTilde|NotHumpDownHump|NotLeftTriangle|NotSquareSubset|OverParenthesis|RightDownVector|ShortRightArrow|UpperRightArrow|bigtriangledown|circlearrowleft|curvearrowright|downharpoonleft|leftharpoondown|leftrightarrows|nLeftrightarrow|nleftrightarrow|ntrianglelefteq|rightleftarrows|rightsquigarrow|rightthreetimes|straightepsilon|trianglerighteq|vartriangleleft|DiacriticalDot|DoubleRightTee|DownLeftVector|GreaterGreater|HorizontalLine|InvisibleComma|InvisibleTimes|LeftDownVector|LeftRightArrow|Leftrightarrow|LessSlantEqual|LongRightArrow|Longrightarrow|LowerLeftArrow|NestedLessLess|NotGreaterLess|NotLessGreater|NotSubsetEqual|NotVerticalBar|OpenCurlyQuote|ReverseElement|RightTeeVector|RightVectorBar|ShortDownArrow|ShortLeftArrow|SquareSuperset|TildeFullEqual|UpperLeftArrow|ZeroWidthSpace|curvearrowleft|doublebarwedge|downdownarrows|hookrightarrow|leftleftarrows|leftrightarrow|leftthreetimes|longrightarrow|looparrowright|nshortparallel|ntriangleright|rightarrowtail|rightharpoonup|trianglelefteq|upharpoonright|ApplyFunction|DifferentialD|DoubleLeftTee|DoubleUpArrow|LeftTeeVector|LeftVectorBar|LessFullEqual|LongLeftArrow|Longleftarrow|NotEqualTilde|NotTildeEqual|NotTildeTilde|Poincareplane|PrecedesEqual|PrecedesTilde|RightArrowBar|RightTeeArrow|RightTriangle|RightUpVector|SucceedsEqual|SucceedsTilde|SupersetEqual|UpEquilibrium|VerticalTilde|VeryThinSpace|bigtriangleup|blacktriangle|divideontimes|fallingdotseq|hookleftarrow|leftarrowtail|leftharpoonup|longleftarrow|looparrowleft|measuredangle|ntriangleleft|shortparallel|smallsetminus|triangleright|upharpoonleft|varsubsetneqq|varsupsetneqq|DownArrowBar|DownTeeArrow|ExponentialE|GreaterEqual|GreaterTilde|HilbertSpace|HumpDownHump|Intersection|LeftArrowBar|LeftTeeArrow|LeftTriangle|LeftUpVector|NotCongruent|NotHumpEqual|NotLessEqual|NotLessTilde|Proportional|RightCeiling|RoundImplies|ShortUpArrow|SquareSubset|UnderBracket|VerticalLine|blacklozenge|exponentiale|risingdotseq|triangledown|triangleleft|varsubsetneq|varsupsetneq|CircleMinus|CircleTimes|Equilibrium|GreaterLess|LeftCeiling|LessGreater|MediumSpace|NotLessLess|NotPrecedes|NotSucceeds|NotSuperset|OverBracket|RightVector|Rrightarrow|RuleDelayed|SmallCircle|SquareUnion|SubsetEqual|UpDownArrow|Updownarrow|VerticalBar|backepsilon|blacksquare|circledcirc|circleddash|curlyeqprec|curlyeqsucc|diamondsuit|eqslantless|expectation|nRightarrow|nrightarrow|preccurlyeq|precnapprox|quaternions|straightphi|succcurlyeq|succnapprox|thickapprox|updownarrow|Bernoullis|CirclePlus|EqualTilde|Fouriertrf|ImaginaryI|Laplacetrf|LeftVector|Lleftarrow|NotElement|NotGreater|Proportion|RightArrow|RightFloor|Rightarrow|ThickSpace|TildeEqual|TildeTilde|UnderBrace|UpArrowBar|UpTeeArrow|circledast|complement|curlywedge|eqslantgtr|gtreqqless|lessapprox|lesseqqgtr|lmoustache|longmapsto|mapstodown|mapstoleft|nLeftarrow|nleftarrow|nsubseteqq|nsupseteqq|precapprox|rightarrow|rmoustache|sqsubseteq|sqsupseteq|subsetneqq|succapprox|supsetneqq|upuparrows|varepsilon|varnothing|Backslash|CenterDot|CircleDot|Congruent|Coproduct|DoubleDot|DownArrow|DownBreve|Downarrow|HumpEqual|LeftArrow|LeftFloor|Leftarrow|LessTilde|Mellintrf|MinusPlus|NotCupCap|NotExists|NotSubset|OverBrace|PlusMinus|Therefore|ThinSpace|TripleDot|UnionPlus|backprime|backsimeq|bigotimes|centerdot|checkmark|complexes|dotsquare|downarrow|gtrapprox|gtreqless|gvertneqq|heartsuit|leftarrow|lesseqgtr|lvertneqq|ngeqslant|nleqslant|nparallel|nshortmid|nsubseteq|nsupseteq|pitchfork|rationals|spadesuit|subseteqq|subsetneq|supseteqq|supsetneq|therefore|triangleq|varpropto|DDotrahd|DotEqual|Integral|LessLess|NotEqual|NotTilde|PartialD|Precedes|RightTee|Succeeds|SuchThat|Superset|Uarrocir|UnderBar|andslope|angmsdaa|angmsdab|angmsdac|angmsdad|angmsdae|angmsdaf|angmsdag|angmsdah|angrtvbd|approxeq|awconint|backcong|barwedge|bbrktbrk|bigoplus|bigsqcup|biguplus|bigwedge|boxminus|boxtimes|bsolhsub|capbrcup|circledR|circledS|cirfnint|clubsuit|cupbrcap|curlyvee|cwconint|doteqdot|dotminus|drbkarow|dzigrarr|elinters|emptyset|eqvparsl|fpartint|geqslant|gesdotol|gnapprox|hksearow|hkswarow|imagline|imagpart|infintie|integers|intercal|intlarhk|laemptyv|ldrushar|leqslant|lesdotor|llcorner|lnapprox|lrcorner|lurdshar|mapstoup|multimap|naturals|ncongdot|notindot|otimesas|parallel|plusacir|pointint|precneqq|precnsim|profalar|profline|profsurf|raemptyv|realpart|rppolint|rtriltri|scpolint|setminus|shortmid|smeparsl|sqsubset|sqsupset|subseteq|succneqq|succnsim|supseteq|thetasym|thicksim|timesbar|triangle|triminus|trpezium|ulcorner|urcorner|varkappa|varsigma|vartheta|Because|Cayleys|Cconint|Cedilla|Diamond|DownTee|Element|Epsilon|Implies|LeftTee|NewLine|NoBreak|NotLess|Omicron|OverBar|Product|UpArrow|Uparrow|Upsilon|alefsym|angrtvb|angzarr|asympeq|backsim|because|bemptyv|between|bigcirc|bigodot|bigstar|bnequiv|boxplus|ccupssm|cemptyv|cirscir|coloneq|congdot|cudarrl|cudarrr|cularrp|curarrm|dbkarow|ddagger|ddotseq|demptyv|diamond|digamma|dotplus|dwangle|epsilon|eqcolon|equivDD|gesdoto|gtquest|gtrless|harrcir|intprod|isindot|larrbfs|larrsim|lbrksld|lbrkslu|ldrdhar|lesdoto|lessdot|lessgtr|lesssim|lotimes|lozenge|ltquest|luruhar|maltese|minusdu|napprox|natural|nearrow|nexists|notinva|notinvb|notinvc|notniva|notnivb|notnivc|npolint|npreceq|nsqsube|nsqsupe|nsubset|nsucceq|nsupset|nvinfin|nvltrie|nvrtrie|nwarrow|olcross|omicron|orderof|orslope|pertenk|planckh|pluscir|plussim|plustwo|precsim|quatint|questeq|rarrbfs|rarrsim|rbrksld|rbrkslu|rdldhar|realine|rotimes|ruluhar|searrow|simplus|simrarr|subedot|submult|subplus|subrarr|succsim|supdsub|supedot|suphsol|suphsub|suplarr|supmult|supplus|swarrow|topfork|triplus|tritime|uparrow|upsilon|uwangle|vzigzag|zigrarr|Aacute|Abreve|Agrave|Assign|Atilde|Barwed|Bumpeq|Cacute|Ccaron|Ccedil|Colone|Conint|CupCap|Dagger|Dcaron|DotDot|Dstrok|Eacute|Ecaron|Egrave|Exists|ForAll|Gammad|Gbreve|Gcedil|HARDcy|Hstrok|Iacute|Igrave|Itilde|Jsercy|Kcedil|Lacute|Lambda|Lcaron|Lcedil|Lmidot|Lstrok|Nacute|Ncaron|Ncedil|Ntilde|Oacute|Odblac|Ograve|Oslash|Otilde|Otimes|Racute|Rarrtl|Rcaron|Rcedil|SHCHcy|SOFTcy|Sacute|Scaron|Scedil|Square|Subset|Supset|Tcaron|Tcedil|Tstrok|Uacute|Ubreve|Udblac|Ugrave|Utilde|Vdashl|Verbar|Vvdash|Yacute|Zacute|Zcaron|aacute|abreve|agrave|andand|angmsd|angsph|apacir|approx|atilde|barvee|barwed|becaus|bernou|bigcap|bigcup|bigvee|bkarow|bottom|bowtie|boxbox|bprime|brvbar|bullet|bumpeq|cacute|capand|capcap|capcup|capdot|ccaron|ccedil|circeq|cirmid|colone|commat|compfn|conint|coprod|copysr|cularr|cupcap|cupcup|cupdot|curarr|curren|cylcty|dagger|daleth|dcaron|dfisht|divide|divonx|dlcorn|dlcrop|dollar|drcorn|drcrop|dstrok|eacute|easter|ecaron|ecolon|egrave|egsdot|elsdot|emptyv|emsp13|emsp14|eparsl|eqcirc|equals|equest|female|ffilig|ffllig|forall|frac12|frac13|frac14|frac15|frac16|frac18|frac23|frac25|frac34|frac35|frac38|frac45|frac56|frac58|frac78|gacute|gammad|gbreve|gesdot|gesles|gtlPar|gtrarr|gtrdot|gtrsim|hairsp|hamilt|hardcy|hearts|hellip|hercon|homtht|horbar|hslash|hstrok|hybull|hyphen|iacute|igrave|iiiint|iinfin|incare|inodot|intcal|iquest|isinsv|itilde|jsercy|kappav|kcedil|kgreen|lAtail|lacute|lagran|lambda|langle|larrfs|larrhk|larrlp|larrpl|larrtl|latail|lbrace|lbrack|lcaron|lcedil|ldquor|lesdot|lesges|lfisht|lfloor|lharul|llhard|lmidot|lmoust|loplus|lowast|lowbar|lparlt|lrhard|lsaquo|lsquor|lstrok|lthree|ltimes|ltlarr|ltrPar|mapsto|marker|mcomma|midast|midcir|middot|minusb|minusd|mnplus|models|mstpos|nVDash|nVdash|nacute|nbumpe|ncaron|ncedil|nearhk|nequiv|nesear|nexist|nltrie|notinE|nparsl|nprcue|nrarrc|nrarrw|nrtrie|nsccue|nsimeq|ntilde|numero|nvDash|nvHarr|nvdash|nvlArr|nvrArr|nwarhk|nwnear|oacute|odblac|odsold|ograve|ominus|origof|oslash|otilde|otimes|parsim|percnt|period|permil|phmmat|planck|plankv|plusdo|plusdu|plusmn|preceq|primes|prnsim|propto|prurel|puncsp|qprime|rAtail|racute|rangle|rarrap|rarrfs|rarrhk|rarrlp|rarrpl|rarrtl|ratail|rbrace|rbrack|rcaron|rcedil|rdquor|rfisht|rfloor|rharul|rmoust|roplus|rpargt|rsaquo|rsquor|rthree|rtimes|sacute|scaron|scedil|scnsim|searhk|seswar|sfrown|shchcy|sigmaf|sigmav|simdot|smashp|softcy|solbar|spades|sqcaps|sqcups|sqsube|sqsupe|square|squarf|ssetmn|ssmile|sstarf|subdot|subset|subsim|subsub|subsup|succeq|supdot|supset|supsim|supsub|supsup|swarhk|swnwar|target|tcaron|tcedil|telrec|there4|thetav|thinsp|thksim|timesb|timesd|topbot|topcir|tprime|tridot|tstrok|uacute|ubreve|udblac|ufisht|ugrave|ulcorn|ulcrop|urcorn|urcrop|utilde|vangrt|varphi|varrho|veebar|vellip|verbar|vsubnE|vsubne|vsupnE|vsupne|wedbar|wedgeq|weierp|wreath|xoplus|xotime|xsqcup|xuplus|xwedge|yacute|zacute|zcaron|zeetrf|AElig|Acirc|Alpha|Amacr|Aogon|Aring|Breve|Ccirc|Colon|Cross|Dashv|Delta|Ecirc|Emacr|Eogon|Equal|Gamma|Gcirc|Hacek|Hcirc|IJlig|Icirc|Imacr|Iogon|Iukcy|Jcirc|Jukcy|Kappa|OElig|Ocirc|Omacr|Omega|Prime|RBarr|Scirc|Sigma|THORN|TRADE|TSHcy|Theta|Tilde|Ubrcy|Ucirc|Umacr|Union|Uogon|UpTee|Uring|VDash|Vdash|Wcirc|Wedge|Ycirc|acirc|acute|aelig|aleph|alpha|amacr|amalg|angle|angrt|angst|aogon|aring|asymp|awint|bcong|bdquo|bepsi|blank|blk12|blk14|blk34|block|boxDL|boxDR|boxDl|boxDr|boxHD|boxHU|boxHd|boxHu|boxUL|boxUR|boxUl|boxUr|boxVH|boxVL|boxVR|boxVh|boxVl|boxVr|boxdL|boxdR|boxdl|boxdr|boxhD|boxhU|boxhd|boxhu|boxuL|boxuR|boxul|boxur|boxvH|boxvL|boxvR|boxvh|boxvl|boxvr|breve|bsemi|bsime|bsolb|bumpE|bumpe|caret|caron|ccaps|ccirc|ccups|cedil|check|clubs|colon|comma|crarr|cross|csube|csupe|ctdot|cuepr|cuesc|cupor|cuvee|cuwed|cwint|dashv|dblac|ddarr|delta|dharl|dharr|diams|disin|doteq|dtdot|dtrif|duarr|duhar|eDDot|ecirc|efDot|emacr|empty|eogon|eplus|epsiv|eqsim|equiv|erDot|erarr|esdot|exist|fflig|filig|fjlig|fllig|fltns|forkv|frasl|frown|gamma|gcirc|gescc|gimel|gneqq|gnsim|grave|gsime|gsiml|gtcir|gtdot|harrw|hcirc|hoarr|icirc|iexcl|iiint|iiota|ijlig|imacr|image|imath|imped|infin|iogon|iprod|isinE|isins|isinv|iukcy|jcirc|jmath|jukcy|kappa|lAarr|lBarr|langd|laquo|larrb|lates|lbarr|lbbrk|lbrke|lceil|ldquo|lescc|lhard|lharu|lhblk|llarr|lltri|lneqq|lnsim|loang|loarr|lobrk|lopar|lrarr|lrhar|lrtri|lsime|lsimg|lsquo|ltcir|ltdot|ltrie|ltrif|mDDot|mdash|micro|minus|mumap|nabla|napid|napos|natur|nbump|ncong|ndash|neArr|nearr|nedot|nesim|ngeqq|ngsim|nhArr|nharr|nhpar|nlArr|nlarr|nleqq|nless|nlsim|nltri|notin|notni|npart|nprec|nrArr|nrarr|nrtri|nsime|nsmid|nspar|nsubE|nsube|nsucc|nsupE|nsupe|numsp|nvsim|nwArr|nwarr|ocirc|odash|oelig|ofcir|ohbar|olarr|olcir|oline|omacr|omega|operp|oplus|orarr|order|ovbar|parsl|phone|plusb|pluse|pound|prcue|prime|prnap|prsim|quest|rAarr|rBarr|radic|rangd|range|raquo|rarrb|rarrc|rarrw|ratio|rbarr|rbbrk|rbrke|rceil|rdquo|reals|rhard|rharu|rlarr|rlhar|rnmid|roang|roarr|robrk|ropar|rrarr|rsquo|rtrie|rtrif|sbquo|sccue|scirc|scnap|scsim|sdotb|sdote|seArr|searr|setmn|sharp|sigma|simeq|simgE|simlE|simne|slarr|smile|smtes|sqcap|sqcup|sqsub|sqsup|srarr|starf|strns|subnE|subne|supnE|supne|swArr|swarr|szlig|theta|thkap|thorn|tilde|times|trade|trisb|tshcy|twixt|ubrcy|ucirc|udarr|udhar|uharl|uharr|uhblk|ultri|umacr|uogon|uplus|upsih|uring|urtri|utdot|utrif|uuarr|vBarv|vDash|varpi|vdash|veeeq|vltri|vnsub|vnsup|vprop|vrtri|wcirc|wedge|xcirc|xdtri|xhArr|xharr|xlArr|xlarr|xodot|xrArr|xrarr|xutri|ycirc|Aopf|Ascr|Auml|Barv|Beta|Bopf|Bscr|CHcy|COPY|Cdot|Copf|Cscr|DJcy|DScy|DZcy|Darr|Dopf|Dscr|Edot|Eopf|Escr|Esim|Euml|Fopf|Fscr|GJcy|Gdot|Gopf|Gscr|Hopf|Hscr|IEcy|IOcy|Idot|Iopf|Iota|Iscr|Iuml|Jopf|Jscr|KHcy|KJcy|Kopf|Kscr|LJcy|Lang|Larr|Lopf|Lscr|Mopf|Mscr|NJcy|Nopf|Nscr|Oopf|Oscr|Ouml|Popf|Pscr|QUOT|Qopf|Qscr|Rang|Rarr|Ropf|Rscr|SHcy|Sopf|Sqrt|Sscr|Star|TScy|Topf|Tscr|Uarr|Uopf|Upsi|Uscr|Uuml|Vbar|Vert|Vopf|Vscr|Wopf|Wscr|Xopf|Xscr|YAcy|YIcy|YUcy|Yopf|Yscr|Yuml|ZHcy|Zdot|Zeta|Zopf|Zscr|andd|andv|ange|aopf|apid|apos|ascr|auml|bNot|bbrk|beta|beth|bnot|bopf|boxH|boxV|boxh|boxv|bscr|bsim|bsol|bull|bump|caps|cdot|cent|chcy|cirE|circ|cire|comp|cong|copf|copy|cscr|csub|csup|cups|dArr|dHar|darr|dash|diam|djcy|dopf|dscr|dscy|dsol|dtri|dzcy|eDot|ecir|edot|emsp|ensp|eopf|epar|epsi|escr|esim|euml|euro|excl|flat|fnof|fopf|fork|fscr|gdot|geqq|gesl|gjcy|gnap|gneq|gopf|gscr|gsim|gtcc|gvnE|hArr|half|harr|hbar|hopf|hscr|iecy|imof|iocy|iopf|iota|iscr|isin|iuml|jopf|jscr|khcy|kjcy|kopf|kscr|lArr|lHar|lang|larr|late|lcub|ldca|ldsh|leqq|lesg|ljcy|lnap|lneq|lopf|lozf|lpar|lscr|lsim|lsqb|ltcc|ltri|lvnE|macr|male|malt|mlcp|mldr|mopf|mscr|nGtv|nLtv|nang|napE|nbsp|ncap|ncup|ngeq|nges|ngtr|nisd|njcy|nldr|nleq|nles|nmid|nopf|npar|npre|nsce|nscr|nsim|nsub|nsup|ntgl|ntlg|nvap|nvge|nvgt|nvle|nvlt|oast|ocir|odiv|odot|ogon|oint|omid|oopf|opar|ordf|ordm|oror|oscr|osol|ouml|para|part|perp|phiv|plus|popf|prap|prec|prnE|prod|prop|pscr|qint|qopf|qscr|quot|rArr|rHar|race|rang|rarr|rcub|rdca|rdsh|real|rect|rhov|ring|ropf|rpar|rscr|rsqb|rtri|scap|scnE|sdot|sect|semi|sext|shcy|sime|simg|siml|smid|smte|solb|sopf|spar|squf|sscr|star|subE|sube|succ|sung|sup1|sup2|sup3|supE|supe|tbrk|tdot|tint|toea|topf|tosa|trie|tscr|tscy|uArr|uHar|uarr|uopf|upsi|uscr|utri|uuml|vArr|vBar|varr|vert|vopf|vscr|wopf|wscr|xcap|xcup|xmap|xnis|xopf|xscr|xvee|yacy|yicy|yopf|yscr|yucy|yuml|zdot|zeta|zhcy|zopf|zscr|zwnj|AMP|Acy|Afr|And|Bcy|Bfr|Cap|Cfr|Chi|Cup|Dcy|Del|Dfr|Dot|ENG|ETH|Ecy|Efr|Eta|Fcy|Ffr|Gcy|Gfr|Hat|Hfr|Icy|Ifr|Int|Jcy|Jfr|Kcy|Kfr|Lcy|Lfr|Lsh|Map|Mcy|Mfr|Ncy|Nfr|Not|Ocy|Ofr|Pcy|Pfr|Phi|Psi|Qfr|REG|Rcy|Rfr|Rho|Rsh|Scy|Sfr|Sub|Sum|Sup|Tab|Tau|Tcy|Tfr|Ucy|Ufr|Vcy|Vee|Vfr|Wfr|Xfr|Ycy|Yfr|Zcy|Zfr|acE|acd|acy|afr|amp|and|ang|apE|ape|ast|bcy|bfr|bne|bot|cap|cfr|chi|cir|cup|dcy|deg|dfr|die|div|dot|ecy|efr|egs|ell|els|eng|eta|eth|fcy|ffr|gEl|gap|gcy|gel|geq|ges|gfr|ggg|glE|gla|glj|gnE|gne|hfr|icy|iff|ifr|int|jcy|jfr|kcy|kfr|lEg|lap|lat|lcy|leg|leq|les|lfr|lgE|lnE|lne|loz|lrm|lsh|map|mcy|mfr|mho|mid|nGg|nGt|nLl|nLt|nap|ncy|nfr|ngE|nge|ngt|nis|niv|nlE|nle|nlt|not|npr|nsc|num|ocy|ofr|ogt|ohm|olt|ord|orv|par|pcy|pfr|phi|piv|prE|pre|psi|qfr|rcy|reg|rfr|rho|rlm|rsh|scE|sce|scy|sfr|shy|sim|smt|sol|squ|sub|sum|sup|tau|tcy|tfr|top|ucy|ufr|uml|vcy|vee|vfr|wfr|xfr|ycy|yen|yfr|zcy|zfr|zwj|DD|GT|Gg|Gt|Im|LT|Ll|Lt|Mu|Nu|Or|Pi|Pr|Re|Sc|Xi|ac|af|ap|dd|ee|eg|el|gE|ge|gg|gl|gt|ic|ii|in|it|lE|le|lg|ll|lt|mp|mu|ne|ni|nu|oS|or|pi|pm|pr|rx|sc|wp|wr|xi);|&(Aacute|Agrave|Atilde|Ccedil|Eacute|Egrave|Iacute|Igrave|Ntilde|Oacute|Ograve|Oslash|Otilde|Uacute|Ugrave|Yacute|aacute|agrave|atilde|brvbar|ccedil|curren|divide|eacute|egrave|frac12|frac14|frac34|iacute|igrave|iquest|middot|ntilde|oacute|ograve|oslash|otilde|plusmn|uacute|ugrave|yacute|AElig|Acirc|Aring|Ecirc|Icirc|Ocirc|THORN|Ucirc|acirc|acute|aelig|aring|cedil|ecirc|icirc|iexcl|laquo|micro|ocirc|pound|raquo|szlig|thorn|times|ucirc|Auml|COPY|Euml|Iuml|Ouml|QUOT|Uuml|auml|cent|copy|euml|iuml|macr|nbsp|ordf|ordm|ouml|para|quot|sect|sup1|sup2|sup3|uuml|yuml|AMP|ETH|REG|amp|deg|eth|not|reg|shy|uml|yen|GT|LT|gt|lt)(?!;)([=a-zA-Z0-9]?)|&#([0-9]+)(;?)|&#[xX]([a-fA-F0-9]+)(;?)|&([0-9a-zA-Z]+)/g,decodeMap=new Map([["AElig","Æ"],["AMP","&"],["Aacute","Á"],["Abreve","Ă"],["Acirc","Â"],["Acy","А"],["Afr","𝔄"],["Agrave","À"],["Alpha","Α"],["Amacr","Ā"],["And","⩓"],["Aogon","Ą"],["Aopf","𝔸"],["ApplyFunction","⁡"],["Aring","Å"],["Ascr","𝒜"],["Assign","≔"],["Atilde","Ã"],["Auml","Ä"],["Backslash","∖"],["Barv","⫧"],["Barwed","⌆"],["Bcy","Б"],["Because","∵"],["Bernoullis","ℬ"],["Beta","Β"],["Bfr","𝔅"],["Bopf","𝔹"],["Breve","˘"],["Bscr","ℬ"],["Bumpeq","≎"],["CHcy","Ч"],["COPY","©"],["Cacute","Ć"],["Cap","⋒"],["CapitalDifferentialD","ⅅ"],["Cayleys","ℭ"],["Ccaron","Č"],["Ccedil","Ç"],["Ccirc","Ĉ"],["Cconint","∰"],["Cdot","Ċ"],["Cedilla","¸"],["CenterDot","·"],["Cfr","ℭ"],["Chi","Χ"],["CircleDot","⊙"],["CircleMinus","⊖"],["CirclePlus","⊕"],["CircleTimes","⊗"],["ClockwiseContourIntegral","∲"],["CloseCurlyDoubleQuote","”"],["CloseCurlyQuote","’"],["Colon","∷"],["Colone","⩴"],["Congruent","≡"],["Conint","∯"],["ContourIntegral","∮"],["Copf","ℂ"],["Coproduct","∐"],["CounterClockwiseContourIntegral","∳"],["Cross","⨯"],["Cscr","𝒞"],["Cup","⋓"],["CupCap","≍"],["DD","ⅅ"],["DDotrahd","⤑"],["DJcy","Ђ"],["DScy","Ѕ"],["DZcy","Џ"],["Dagger","‡"],["Darr","↡"],["Dashv","⫤"],["Dcaron","Ď"],["Dcy","Д"],["Del","∇"],["Delta","Δ"],["Dfr","𝔇"],["DiacriticalAcute","´"],["DiacriticalDot","˙"],["DiacriticalDoubleAcute","˝"],["DiacriticalGrave","`"],["DiacriticalTilde","˜"],["Diamond","⋄"],["DifferentialD","ⅆ"],["Dopf","𝔻"],["Dot","¨"],["DotDot","⃜"],["DotEqual","≐"],["DoubleContourIntegral","∯"],["DoubleDot","¨"],["DoubleDownArrow","⇓"],["DoubleLeftArrow","⇐"],["DoubleLeftRightArrow","⇔"],["DoubleLeftTee","⫤"],["DoubleLongLeftArrow","⟸"],["DoubleLongLeftRightArrow","⟺"],["DoubleLongRightArrow","⟹"],["DoubleRightArrow","⇒"],["DoubleRightTee","⊨"],["DoubleUpArrow","⇑"],["DoubleUpDownArrow","⇕"],["DoubleVerticalBar","∥"],["DownArrow","↓"],["DownArrowBar","⤓"],["DownArrowUpArrow","⇵"],["DownBreve","̑"],["DownLeftRightVector","⥐"],["DownLeftTeeVector","⥞"],["DownLeftVector","↽"],["DownLeftVectorBar","⥖"],["DownRightTeeVector","⥟"],["DownRightVector","⇁"],["DownRightVectorBar","⥗"],["DownTee","⊤"],["DownTeeArrow","↧"],["Downarrow","⇓"],["Dscr","𝒟"],["Dstrok","Đ"],["ENG","Ŋ"],["ETH","Ð"],["Eacute","É"],["Ecaron","Ě"],["Ecirc","Ê"],["Ecy","Э"],["Edot","Ė"],["Efr","𝔈"],["Egrave","È"],["Element","∈"],["Emacr","Ē"],["EmptySmallSquare","◻"],["EmptyVerySmallSquare","▫"],["Eogon","Ę"],["Eopf","𝔼"],["Epsilon","Ε"],["Equal","⩵"],["EqualTilde","≂"],["Equilibrium","⇌"],["Escr","ℰ"],["Esim","⩳"],["Eta","Η"],["Euml","Ë"],["Exists","∃"],["ExponentialE","ⅇ"],["Fcy","Ф"],["Ffr","𝔉"],["FilledSmallSquare","◼"],["FilledVerySmallSquare","▪"],["Fopf","𝔽"],["ForAll","∀"],["Fouriertrf","ℱ"],["Fscr","ℱ"],["GJcy","Ѓ"],["GT",">"],["Gamma","Γ"],["Gammad","Ϝ"],["Gbreve","Ğ"],["Gcedil","Ģ"],["Gcirc","Ĝ"],["Gcy","Г"],["Gdot","Ġ"],["Gfr","𝔊"],["Gg","⋙"],["Gopf","𝔾"],["GreaterEqual","≥"],["GreaterEqualLess","⋛"],["GreaterFullEqual","≧"],["GreaterGreater","⪢"],["GreaterLess","≷"],["GreaterSlantEqual","⩾"],["GreaterTilde","≳"],["Gscr","𝒢"],["Gt","≫"],["HARDcy","Ъ"],["Hacek","ˇ"],["Hat","^"],["Hcirc","Ĥ"],["Hfr","ℌ"],["HilbertSpace","ℋ"],["Hopf","ℍ"],["HorizontalLine","─"],["Hscr","ℋ"],["Hstrok","Ħ"],["HumpDownHump","≎"],["HumpEqual","≏"],["IEcy","Е"],["IJlig","Ĳ"],["IOcy","Ё"],["Iacute","Í"],["Icirc","Î"],["Icy","И"],["Idot","İ"],["Ifr","ℑ"],["Igrave","Ì"],["Im","ℑ"],["Imacr","Ī"],["ImaginaryI","ⅈ"],["Implies","⇒"],["Int","∬"],["Integral","∫"],["Intersection","⋂"],["InvisibleComma","⁣"],["InvisibleTimes","⁢"],["Iogon","Į"],["Iopf","𝕀"],["Iota","Ι"],["Iscr","ℐ"],["Itilde","Ĩ"],["Iukcy","І"],["Iuml","Ï"],["Jcirc","Ĵ"],["Jcy","Й"],["Jfr","𝔍"],["Jopf","𝕁"],["Jscr","𝒥"],["Jsercy","Ј"],["Jukcy","Є"],["KHcy","Х"],["KJcy","Ќ"],["Kappa","Κ"],["Kcedil","Ķ"],["Kcy","К"],["Kfr","𝔎"],["Kopf","𝕂"],["Kscr","𝒦"],["LJcy","Љ"],["LT","<"],["Lacute","Ĺ"],["Lambda","Λ"],["Lang","⟪"],["Laplacetrf","ℒ"],["Larr","↞"],["Lcaron","Ľ"],["Lcedil","Ļ"],["Lcy","Л"],["LeftAngleBracket","⟨"],["LeftArrow","←"],["LeftArrowBar","⇤"],["LeftArrowRightArrow","⇆"],["LeftCeiling","⌈"],["LeftDoubleBracket","⟦"],["LeftDownTeeVector","⥡"],["LeftDownVector","⇃"],["LeftDownVectorBar","⥙"],["LeftFloor","⌊"],["LeftRightArrow","↔"],["LeftRightVector","⥎"],["LeftTee","⊣"],["LeftTeeArrow","↤"],["LeftTeeVector","⥚"],["LeftTriangle","⊲"],["LeftTriangleBar","⧏"],["LeftTriangleEqual","⊴"],["LeftUpDownVector","⥑"],["LeftUpTeeVector","⥠"],["LeftUpVector","↿"],["LeftUpVectorBar","⥘"],["LeftVector","↼"],["LeftVectorBar","⥒"],["Leftarrow","⇐"],["Leftrightarrow","⇔"],["LessEqualGreater","⋚"],["LessFullEqual","≦"],["LessGreater","≶"],["LessLess","⪡"],["LessSlantEqual","⩽"],["LessTilde","≲"],["Lfr","𝔏"],["Ll","⋘"],["Lleftarrow","⇚"],["Lmidot","Ŀ"],["LongLeftArrow","⟵"],["LongLeftRightArrow","⟷"],["LongRightArrow","⟶"],["Longleftarrow","⟸"],["Longleftrightarrow","⟺"],["Longrightarrow","⟹"],["Lopf","𝕃"],["LowerLeftArrow","↙"],["LowerRightArrow","↘"],["Lscr","ℒ"],["Lsh","↰"],["Lstrok","Ł"],["Lt","≪"],["Map","⤅"],["Mcy","М"],["MediumSpace"," "],["Mellintrf","ℳ"],["Mfr","𝔐"],["MinusPlus","∓"],["Mopf","𝕄"],["Mscr","ℳ"],["Mu","Μ"],["NJcy","Њ"],["Nacute","Ń"],["Ncaron","Ň"],["Ncedil","Ņ"],["Ncy","Н"],["NegativeMediumSpace","​"],["NegativeThickSpace","​"],["NegativeThinSpace","​"],["NegativeVeryThinSpace","​"],["NestedGreaterGreater","≫"],["NestedLessLess","≪"],["NewLine",`
`],["Nfr","𝔑"],["NoBreak","⁠"],["NonBreakingSpace"," "],["Nopf","ℕ"],["Not","⫬"],["NotCongruent","≢"],["NotCupCap","≭"],["NotDoubleVerticalBar","∦"],["NotElement","∉"],["NotEqual","≠"],["NotEqualTilde","≂̸"],["NotExists","∄"],["NotGreater","≯"],["NotGreaterEqual","≱"],["NotGreaterFullEqual","≧̸"],["NotGreaterGreater","≫̸"],["NotGreaterLess","≹"],["NotGreaterSlantEqual","⩾̸"],["NotGreaterTilde","≵"],["NotHumpDownHump","≎̸"],["NotHumpEqual","≏̸"],["NotLeftTriangle","⋪"],["NotLeftTriangleBar","⧏̸"],["NotLeftTriangleEqual","⋬"],["NotLess","≮"],["NotLessEqual","≰"],["NotLessGreater","≸"],["NotLessLess","≪̸"],["NotLessSlantEqual","⩽̸"],["NotLessTilde","≴"],["NotNestedGreaterGreater","⪢̸"],["NotNestedLessLess","⪡̸"],["NotPrecedes","⊀"],["NotPrecedesEqual","⪯̸"],["NotPrecedesSlantEqual","⋠"],["NotReverseElement","∌"],["NotRightTriangle","⋫"],["NotRightTriangleBar","⧐̸"],["NotRightTriangleEqual","⋭"],["NotSquareSubset","⊏̸"],["NotSquareSubsetEqual","⋢"],["NotSquareSuperset","⊐̸"],["NotSquareSupersetEqual","⋣"],["NotSubset","⊂⃒"],["NotSubsetEqual","⊈"],["NotSucceeds","⊁"],["NotSucceedsEqual","⪰̸"],["NotSucceedsSlantEqual","⋡"],["NotSucceedsTilde","≿̸"],["NotSuperset","⊃⃒"],["NotSupersetEqual","⊉"],["NotTilde","≁"],["NotTildeEqual","≄"],["NotTildeFullEqual","≇"],["NotTildeTilde","≉"],["NotVerticalBar","∤"],["Nscr","𝒩"],["Ntilde","Ñ"],["Nu","Ν"],["OElig","Œ"],["Oacute","Ó"],["Ocirc","Ô"],["Ocy","О"],["Odblac","Ő"],["Ofr","𝔒"],["Ograve","Ò"],["Omacr","Ō"],["Omega","Ω"],["Omicron","Ο"],["Oopf","𝕆"],["OpenCurlyDoubleQuote","“"],["OpenCurlyQuote","‘"],["Or","⩔"],["Oscr","𝒪"],["Oslash","Ø"],["Otilde","Õ"],["Otimes","⨷"],["Ouml","Ö"],["OverBar","‾"],["OverBrace","⏞"],["OverBracket","⎴"],["OverParenthesis","⏜"],["PartialD","∂"],["Pcy","П"],["Pfr","𝔓"],["Phi","Φ"],["Pi","Π"],["PlusMinus","±"],["Poincareplane","ℌ"],["Popf","ℙ"],["Pr","⪻"],["Precedes","≺"],["PrecedesEqual","⪯"],["PrecedesSlantEqual","≼"],["PrecedesTilde","≾"],["Prime","″"],["Product","∏"],["Proportion","∷"],["Proportional","∝"],["Pscr","𝒫"],["Psi","Ψ"],["QUOT",'"'],["Qfr","𝔔"],["Qopf","ℚ"],["Qscr","𝒬"],["RBarr","⤐"],["REG","®"],["Racute","Ŕ"],["Rang","⟫"],["Rarr","↠"],["Rarrtl","⤖"],["Rcaron","Ř"],["Rcedil","Ŗ"],["Rcy","Р"],["Re","ℜ"],["ReverseElement","∋"],["ReverseEquilibrium","⇋"],["ReverseUpEquilibrium","⥯"],["Rfr","ℜ"],["Rho","Ρ"],["RightAngleBracket","⟩"],["RightArrow","→"],["RightArrowBar","⇥"],["RightArrowLeftArrow","⇄"],["RightCeiling","⌉"],["RightDoubleBracket","⟧"],["RightDownTeeVector","⥝"],["RightDownVector","⇂"],["RightDownVectorBar","⥕"],["RightFloor","⌋"],["RightTee","⊢"],["RightTeeArrow","↦"],["RightTeeVector","⥛"],["RightTriangle","⊳"],["RightTriangleBar","⧐"],["RightTriangleEqual","⊵"],["RightUpDownVector","⥏"],["RightUpTeeVector","⥜"],["RightUpVector","↾"],["RightUpVectorBar","⥔"],["RightVector","⇀"],["RightVectorBar","⥓"],["Rightarrow","⇒"],["Ropf","ℝ"],["RoundImplies","⥰"],["Rrightarrow","⇛"],["Rscr","ℛ"],["Rsh","↱"],["RuleDelayed","⧴"],["SHCHcy","Щ"],["SHcy","Ш"],["SOFTcy","Ь"],["Sacute","Ś"],["Sc","⪼"],["Scaron","Š"],["Scedil","Ş"],["Scirc","Ŝ"],["Scy","С"],["Sfr","𝔖"],["ShortDownArrow","↓"],["ShortLeftArrow","←"],["ShortRightArrow","→"],["ShortUpArrow","↑"],["Sigma","Σ"],["SmallCircle","∘"],["Sopf","𝕊"],["Sqrt","√"],["Square","□"],["SquareIntersection","⊓"],["SquareSubset","⊏"],["SquareSubsetEqual","⊑"],["SquareSuperset","⊐"],["SquareSupersetEqual","⊒"],["SquareUnion","⊔"],["Sscr","𝒮"],["Star","⋆"],["Sub","⋐"],["Subset","⋐"],["SubsetEqual","⊆"],["Succeeds","≻"],["SucceedsEqual","⪰"],["SucceedsSlantEqual","≽"],["SucceedsTilde","≿"],["SuchThat","∋"],["Sum","∑"],["Sup","⋑"],["Superset","⊃"],["SupersetEqual","⊇"],["Supset","⋑"],["THORN","Þ"],["TRADE","™"],["TSHcy","Ћ"],["TScy","Ц"],["Tab","	"],["Tau","Τ"],["Tcaron","Ť"],["Tcedil","Ţ"],["Tcy","Т"],["Tfr","𝔗"],["Therefore","∴"],["Theta","Θ"],["ThickSpace","  "],["ThinSpace"," "],["Tilde","∼"],["TildeEqual","≃"],["TildeFullEqual","≅"],["TildeTilde","≈"],["Topf","𝕋"],["TripleDot","⃛"],["Tscr","𝒯"],["Tstrok","Ŧ"],["Uacute","Ú"],["Uarr","↟"],["Uarrocir","⥉"],["Ubrcy","Ў"],["Ubreve","Ŭ"],["Ucirc","Û"],["Ucy","У"],["Udblac","Ű"],["Ufr","𝔘"],["Ugrave","Ù"],["Umacr","Ū"],["UnderBar","_"],["UnderBrace","⏟"],["UnderBracket","⎵"],["UnderParenthesis","⏝"],["Union","⋃"],["UnionPlus","⊎"],["Uogon","Ų"],["Uopf","𝕌"],["UpArrow","↑"],["UpArrowBar","⤒"],["UpArrowDownArrow","⇅"],["UpDownArrow","↕"],["UpEquilibrium","⥮"],["UpTee","⊥"],["UpTeeArrow","↥"],["Uparrow","⇑"],["Updownarrow","⇕"],["UpperLeftArrow","↖"],["UpperRightArrow","↗"],["Upsi","ϒ"],["Upsilon","Υ"],["Uring","Ů"],["Uscr","𝒰"],["Utilde","Ũ"],["Uuml","Ü"],["VDash","⊫"],["Vbar","⫫"],["Vcy","В"],["Vdash","⊩"],["Vdashl","⫦"],["Vee","⋁"],["Verbar","‖"],["Vert","‖"],["VerticalBar","∣"],["VerticalLine","|"],["VerticalSeparator","❘"],["VerticalTilde","≀"],["VeryThinSpace"," "],["Vfr","𝔙"],["Vopf","𝕍"],["Vscr","𝒱"],["Vvdash","⊪"],["Wcirc","Ŵ"],["Wedge","⋀"],["Wfr","𝔚"],["Wopf","𝕎"],["Wscr","𝒲"],["Xfr","𝔛"],["Xi","Ξ"],["Xopf","𝕏"],["Xscr","𝒳"],["YAcy","Я"],["YIcy","Ї"],["YUcy","Ю"],["Yacute","Ý"],["Ycirc","Ŷ"],["Ycy","Ы"],["Yfr","𝔜"],["Yopf","𝕐"],["Yscr","𝒴"],["Yuml","Ÿ"],["ZHcy","Ж"],["Zacute","Ź"],["Zcaron","Ž"],["Zcy","З"],["Zdot","Ż"],["ZeroWidthSpace","​"],["Zeta","Ζ"],["Zfr","ℨ"],["Zopf","ℤ"],["Zscr","𝒵"],["aacute","á"],["abreve","ă"],["ac","∾"],["acE","∾̳"],["acd","∿"],["acirc","â"],["acute","´"],["acy","а"],["aelig","æ"],["af","⁡"],["afr","𝔞"],["agrave","à"],["alefsym","ℵ"],["aleph","ℵ"],["alpha","α"],["amacr","ā"],["amalg","⨿"],["amp","&"],["and","∧"],["andand","⩕"],["andd","⩜"],["andslope","⩘"],["andv","⩚"],["ang","∠"],["ange","⦤"],["angle","∠"],["angmsd","∡"],["angmsdaa","⦨"],["angmsdab","⦩"],["angmsdac","⦪"],["angmsdad","⦫"],["angmsdae","⦬"],["angmsdaf","⦭"],["angmsdag","⦮"],["angmsdah","⦯"],["angrt","∟"],["angrtvb","⊾"],["angrtvbd","⦝"],["angsph","∢"],["angst","Å"],["angzarr","⍼"],["aogon","ą"],["aopf","𝕒"],["ap","≈"],["apE","⩰"],["apacir","⩯"],["ape","≊"],["apid","≋"],["apos","'"],["approx","≈"],["approxeq","≊"],["aring","å"],["ascr","𝒶"],["ast","*"],["asymp","≈"],["asympeq","≍"],["atilde","ã"],["auml","ä"],["awconint","∳"],["awint","⨑"],["bNot","⫭"],["backcong","≌"],["backepsilon","϶"],["backprime","‵"],["backsim","∽"],["backsimeq","⋍"],["barvee","⊽"],["barwed","⌅"],["barwedge","⌅"],["bbrk","⎵"],["bbrktbrk","⎶"],["bcong","≌"],["bcy","б"],["bdquo","„"],["becaus","∵"],["because","∵"],["bemptyv","⦰"],["bepsi","϶"],["bernou","ℬ"],["beta","β"],["beth","ℶ"],["between","≬"],["bfr","𝔟"],["bigcap","⋂"],["bigcirc","◯"],["bigcup","⋃"],["bigodot","⨀"],["bigoplus","⨁"],["bigotimes","⨂"],["bigsqcup","⨆"],["bigstar","★"],["bigtriangledown","▽"],["bigtriangleup","△"],["biguplus","⨄"],["bigvee","⋁"],["bigwedge","⋀"],["bkarow","⤍"],["blacklozenge","⧫"],["blacksquare","▪"],["blacktriangle","▴"],["blacktriangledown","▾"],["blacktriangleleft","◂"],["blacktriangleright","▸"],["blank","␣"],["blk12","▒"],["blk14","░"],["blk34","▓"],["block","█"],["bne","=⃥"],["bnequiv","≡⃥"],["bnot","⌐"],["bopf","𝕓"],["bot","⊥"],["bottom","⊥"],["bowtie","⋈"],["boxDL","╗"],["boxDR","╔"],["boxDl","╖"],["boxDr","╓"],["boxH","═"],["boxHD","╦"],["boxHU","╩"],["boxHd","╤"],["boxHu","╧"],["boxUL","╝"],["boxUR","╚"],["boxUl","╜"],["boxUr","╙"],["boxV","║"],["boxVH","╬"],["boxVL","╣"],["boxVR","╠"],["boxVh","╫"],["boxVl","╢"],["boxVr","╟"],["boxbox","⧉"],["boxdL","╕"],["boxdR","╒"],["boxdl","┐"],["boxdr","┌"],["boxh","─"],["boxhD","╥"],["boxhU","╨"],["boxhd","┬"],["boxhu","┴"],["boxminus","⊟"],["boxplus","⊞"],["boxtimes","⊠"],["boxuL","╛"],["boxuR","╘"],["boxul","┘"],["boxur","└"],["boxv","│"],["boxvH","╪"],["boxvL","╡"],["boxvR","╞"],["boxvh","┼"],["boxvl","┤"],["boxvr","├"],["bprime","‵"],["breve","˘"],["brvbar","¦"],["bscr","𝒷"],["bsemi","⁏"],["bsim","∽"],["bsime","⋍"],["bsol","\\"],["bsolb","⧅"],["bsolhsub","⟈"],["bull","•"],["bullet","•"],["bump","≎"],["bumpE","⪮"],["bumpe","≏"],["bumpeq","≏"],["cacute","ć"],["cap","∩"],["capand","⩄"],["capbrcup","⩉"],["capcap","⩋"],["capcup","⩇"],["capdot","⩀"],["caps","∩︀"],["caret","⁁"],["caron","ˇ"],["ccaps","⩍"],["ccaron","č"],["ccedil","ç"],["ccirc","ĉ"],["ccups","⩌"],["ccupssm","⩐"],["cdot","ċ"],["cedil","¸"],["cemptyv","⦲"],["cent","¢"],["centerdot","·"],["cfr","𝔠"],["chcy","ч"],["check","✓"],["checkmark","✓"],["chi","χ"],["cir","○"],["cirE","⧃"],["circ","ˆ"],["circeq","≗"],["circlearrowleft","↺"],["circlearrowright","↻"],["circledR","®"],["circledS","Ⓢ"],["circledast","⊛"],["circledcirc","⊚"],["circleddash","⊝"],["cire","≗"],["cirfnint","⨐"],["cirmid","⫯"],["cirscir","⧂"],["clubs","♣"],["clubsuit","♣"],["colon",":"],["colone","≔"],["coloneq","≔"],["comma",","],["commat","@"],["comp","∁"],["compfn","∘"],["complement","∁"],["complexes","ℂ"],["cong","≅"],["congdot","⩭"],["conint","∮"],["copf","𝕔"],["coprod","∐"],["copy","©"],["copysr","℗"],["crarr","↵"],["cross","✗"],["cscr","𝒸"],["csub","⫏"],["csube","⫑"],["csup","⫐"],["csupe","⫒"],["ctdot","⋯"],["cudarrl","⤸"],["cudarrr","⤵"],["cuepr","⋞"],["cuesc","⋟"],["cularr","↶"],["cularrp","⤽"],["cup","∪"],["cupbrcap","⩈"],["cupcap","⩆"],["cupcup","⩊"],["cupdot","⊍"],["cupor","⩅"],["cups","∪︀"],["curarr","↷"],["curarrm","⤼"],["curlyeqprec","⋞"],["curlyeqsucc","⋟"],["curlyvee","⋎"],["curlywedge","⋏"],["curren","¤"],["curvearrowleft","↶"],["curvearrowright","↷"],["cuvee","⋎"],["cuwed","⋏"],["cwconint","∲"],["cwint","∱"],["cylcty","⌭"],["dArr","⇓"],["dHar","⥥"],["dagger","†"],["daleth","ℸ"],["darr","↓"],["dash","‐"],["dashv","⊣"],["dbkarow","⤏"],["dblac","˝"],["dcaron","ď"],["dcy","д"],["dd","ⅆ"],["ddagger","‡"],["ddarr","⇊"],["ddotseq","⩷"],["deg","°"],["delta","δ"],["demptyv","⦱"],["dfisht","⥿"],["dfr","𝔡"],["dharl","⇃"],["dharr","⇂"],["diam","⋄"],["diamond","⋄"],["diamondsuit","♦"],["diams","♦"],["die","¨"],["digamma","ϝ"],["disin","⋲"],["div","÷"],["divide","÷"],["divideontimes","⋇"],["divonx","⋇"],["djcy","ђ"],["dlcorn","⌞"],["dlcrop","⌍"],["dollar","$"],["dopf","𝕕"],["dot","˙"],["doteq","≐"],["doteqdot","≑"],["dotminus","∸"],["dotplus","∔"],["dotsquare","⊡"],["doublebarwedge","⌆"],["downarrow","↓"],["downdownarrows","⇊"],["downharpoonleft","⇃"],["downharpoonright","⇂"],["drbkarow","⤐"],["drcorn","⌟"],["drcrop","⌌"],["dscr","𝒹"],["dscy","ѕ"],["dsol","⧶"],["dstrok","đ"],["dtdot","⋱"],["dtri","▿"],["dtrif","▾"],["duarr","⇵"],["duhar","⥯"],["dwangle","⦦"],["dzcy","џ"],["dzigrarr","⟿"],["eDDot","⩷"],["eDot","≑"],["eacute","é"],["easter","⩮"],["ecaron","ě"],["ecir","≖"],["ecirc","ê"],["ecolon","≕"],["ecy","э"],["edot","ė"],["ee","ⅇ"],["efDot","≒"],["efr","𝔢"],["eg","⪚"],["egrave","è"],["egs","⪖"],["egsdot","⪘"],["el","⪙"],["elinters","⏧"],["ell","ℓ"],["els","⪕"],["elsdot","⪗"],["emacr","ē"],["empty","∅"],["emptyset","∅"],["emptyv","∅"],["emsp"," "],["emsp13"," "],["emsp14"," "],["eng","ŋ"],["ensp"," "],["eogon","ę"],["eopf","𝕖"],["epar","⋕"],["eparsl","⧣"],["eplus","⩱"],["epsi","ε"],["epsilon","ε"],["epsiv","ϵ"],["eqcirc","≖"],["eqcolon","≕"],["eqsim","≂"],["eqslantgtr","⪖"],["eqslantless","⪕"],["equals","="],["equest","≟"],["equiv","≡"],["equivDD","⩸"],["eqvparsl","⧥"],["erDot","≓"],["erarr","⥱"],["escr","ℯ"],["esdot","≐"],["esim","≂"],["eta","η"],["eth","ð"],["euml","ë"],["euro","€"],["excl","!"],["exist","∃"],["expectation","ℰ"],["exponentiale","ⅇ"],["fallingdotseq","≒"],["fcy","ф"],["female","♀"],["ffilig","ﬃ"],["fflig","ﬀ"],["ffllig","ﬄ"],["ffr","𝔣"],["filig","ﬁ"],["fjlig","fj"],["flat","♭"],["fllig","ﬂ"],["fltns","▱"],["fnof","ƒ"],["fopf","𝕗"],["forall","∀"],["fork","⋔"],["forkv","⫙"],["fpartint","⨍"],["frac12","½"],["frac13","⅓"],["frac14","¼"],["frac15","⅕"],["frac16","⅙"],["frac18","⅛"],["frac23","⅔"],["frac25","⅖"],["frac34","¾"],["frac35","⅗"],["frac38","⅜"],["frac45","⅘"],["frac56","⅚"],["frac58","⅝"],["frac78","⅞"],["frasl","⁄"],["frown","⌢"],["fscr","𝒻"],["gE","≧"],["gEl","⪌"],["gacute","ǵ"],["gamma","γ"],["gammad","ϝ"],["gap","⪆"],["gbreve","ğ"],["gcirc","ĝ"],["gcy","г"],["gdot","ġ"],["ge","≥"],["gel","⋛"],["geq","≥"],["geqq","≧"],["geqslant","⩾"],["ges","⩾"],["gescc","⪩"],["gesdot","⪀"],["gesdoto","⪂"],["gesdotol","⪄"],["gesl","⋛︀"],["gesles","⪔"],["gfr","𝔤"],["gg","≫"],["ggg","⋙"],["gimel","ℷ"],["gjcy","ѓ"],["gl","≷"],["glE","⪒"],["gla","⪥"],["glj","⪤"],["gnE","≩"],["gnap","⪊"],["gnapprox","⪊"],["gne","⪈"],["gneq","⪈"],["gneqq","≩"],["gnsim","⋧"],["gopf","𝕘"],["grave","`"],["gscr","ℊ"],["gsim","≳"],["gsime","⪎"],["gsiml","⪐"],["gt",">"],["gtcc","⪧"],["gtcir","⩺"],["gtdot","⋗"],["gtlPar","⦕"],["gtquest","⩼"],["gtrapprox","⪆"],["gtrarr","⥸"],["gtrdot","⋗"],["gtreqless","⋛"],["gtreqqless","⪌"],["gtrless","≷"],["gtrsim","≳"],["gvertneqq","≩︀"],["gvnE","≩︀"],["hArr","⇔"],["hairsp"," "],["half","½"],["hamilt","ℋ"],["hardcy","ъ"],["harr","↔"],["harrcir","⥈"],["harrw","↭"],["hbar","ℏ"],["hcirc","ĥ"],["hearts","♥"],["heartsuit","♥"],["hellip","…"],["hercon","⊹"],["hfr","𝔥"],["hksearow","⤥"],["hkswarow","⤦"],["hoarr","⇿"],["homtht","∻"],["hookleftarrow","↩"],["hookrightarrow","↪"],["hopf","𝕙"],["horbar","―"],["hscr","𝒽"],["hslash","ℏ"],["hstrok","ħ"],["hybull","⁃"],["hyphen","‐"],["iacute","í"],["ic","⁣"],["icirc","î"],["icy","и"],["iecy","е"],["iexcl","¡"],["iff","⇔"],["ifr","𝔦"],["igrave","ì"],["ii","ⅈ"],["iiiint","⨌"],["iiint","∭"],["iinfin","⧜"],["iiota","℩"],["ijlig","ĳ"],["imacr","ī"],["image","ℑ"],["imagline","ℐ"],["imagpart","ℑ"],["imath","ı"],["imof","⊷"],["imped","Ƶ"],["in","∈"],["incare","℅"],["infin","∞"],["infintie","⧝"],["inodot","ı"],["int","∫"],["intcal","⊺"],["integers","ℤ"],["intercal","⊺"],["intlarhk","⨗"],["intprod","⨼"],["iocy","ё"],["iogon","į"],["iopf","𝕚"],["iota","ι"],["iprod","⨼"],["iquest","¿"],["iscr","𝒾"],["isin","∈"],["isinE","⋹"],["isindot","⋵"],["isins","⋴"],["isinsv","⋳"],["isinv","∈"],["it","⁢"],["itilde","ĩ"],["iukcy","і"],["iuml","ï"],["jcirc","ĵ"],["jcy","й"],["jfr","𝔧"],["jmath","ȷ"],["jopf","𝕛"],["jscr","𝒿"],["jsercy","ј"],["jukcy","є"],["kappa","κ"],["kappav","ϰ"],["kcedil","ķ"],["kcy","к"],["kfr","𝔨"],["kgreen","ĸ"],["khcy","х"],["kjcy","ќ"],["kopf","𝕜"],["kscr","𝓀"],["lAarr","⇚"],["lArr","⇐"],["lAtail","⤛"],["lBarr","⤎"],["lE","≦"],["lEg","⪋"],["lHar","⥢"],["lacute","ĺ"],["laemptyv","⦴"],["lagran","ℒ"],["lambda","λ"],["lang","⟨"],["langd","⦑"],["langle","⟨"],["lap","⪅"],["laquo","«"],["larr","←"],["larrb","⇤"],["larrbfs","⤟"],["larrfs","⤝"],["larrhk","↩"],["larrlp","↫"],["larrpl","⤹"],["larrsim","⥳"],["larrtl","↢"],["lat","⪫"],["latail","⤙"],["late","⪭"],["lates","⪭︀"],["lbarr","⤌"],["lbbrk","❲"],["lbrace","{"],["lbrack","["],["lbrke","⦋"],["lbrksld","⦏"],["lbrkslu","⦍"],["lcaron","ľ"],["lcedil","ļ"],["lceil","⌈"],["lcub","{"],["lcy","л"],["ldca","⤶"],["ldquo","“"],["ldquor","„"],["ldrdhar","⥧"],["ldrushar","⥋"],["ldsh","↲"],["le","≤"],["leftarrow","←"],["leftarrowtail","↢"],["leftharpoondown","↽"],["leftharpoonup","↼"],["leftleftarrows","⇇"],["leftrightarrow","↔"],["leftrightarrows","⇆"],["leftrightharpoons","⇋"],["leftrightsquigarrow","↭"],["leftthreetimes","⋋"],["leg","⋚"],["leq","≤"],["leqq","≦"],["leqslant","⩽"],["les","⩽"],["lescc","⪨"],["lesdot","⩿"],["lesdoto","⪁"],["lesdotor","⪃"],["lesg","⋚︀"],["lesges","⪓"],["lessapprox","⪅"],["lessdot","⋖"],["lesseqgtr","⋚"],["lesseqqgtr","⪋"],["lessgtr","≶"],["lesssim","≲"],["lfisht","⥼"],["lfloor","⌊"],["lfr","𝔩"],["lg","≶"],["lgE","⪑"],["lhard","↽"],["lharu","↼"],["lharul","⥪"],["lhblk","▄"],["ljcy","љ"],["ll","≪"],["llarr","⇇"],["llcorner","⌞"],["llhard","⥫"],["lltri","◺"],["lmidot","ŀ"],["lmoust","⎰"],["lmoustache","⎰"],["lnE","≨"],["lnap","⪉"],["lnapprox","⪉"],["lne","⪇"],["lneq","⪇"],["lneqq","≨"],["lnsim","⋦"],["loang","⟬"],["loarr","⇽"],["lobrk","⟦"],["longleftarrow","⟵"],["longleftrightarrow","⟷"],["longmapsto","⟼"],["longrightarrow","⟶"],["looparrowleft","↫"],["looparrowright","↬"],["lopar","⦅"],["lopf","𝕝"],["loplus","⨭"],["lotimes","⨴"],["lowast","∗"],["lowbar","_"],["loz","◊"],["lozenge","◊"],["lozf","⧫"],["lpar","("],["lparlt","⦓"],["lrarr","⇆"],["lrcorner","⌟"],["lrhar","⇋"],["lrhard","⥭"],["lrm","‎"],["lrtri","⊿"],["lsaquo","‹"],["lscr","𝓁"],["lsh","↰"],["lsim","≲"],["lsime","⪍"],["lsimg","⪏"],["lsqb","["],["lsquo","‘"],["lsquor","‚"],["lstrok","ł"],["lt","<"],["ltcc","⪦"],["ltcir","⩹"],["ltdot","⋖"],["lthree","⋋"],["ltimes","⋉"],["ltlarr","⥶"],["ltquest","⩻"],["ltrPar","⦖"],["ltri","◃"],["ltrie","⊴"],["ltrif","◂"],["lurdshar","⥊"],["luruhar","⥦"],["lvertneqq","≨︀"],["lvnE","≨︀"],["mDDot","∺"],["macr","¯"],["male","♂"],["malt","✠"],["maltese","✠"],["map","↦"],["mapsto","↦"],["mapstodown","↧"],["mapstoleft","↤"],["mapstoup","↥"],["marker","▮"],["mcomma","⨩"],["mcy","м"],["mdash","—"],["measuredangle","∡"],["mfr","𝔪"],["mho","℧"],["micro","µ"],["mid","∣"],["midast","*"],["midcir","⫰"],["middot","·"],["minus","−"],["minusb","⊟"],["minusd","∸"],["minusdu","⨪"],["mlcp","⫛"],["mldr","…"],["mnplus","∓"],["models","⊧"],["mopf","𝕞"],["mp","∓"],["mscr","𝓂"],["mstpos","∾"],["mu","μ"],["multimap","⊸"],["mumap","⊸"],["nGg","⋙̸"],["nGt","≫⃒"],["nGtv","≫̸"],["nLeftarrow","⇍"],["nLeftrightarrow","⇎"],["nLl","⋘̸"],["nLt","≪⃒"],["nLtv","≪̸"],["nRightarrow","⇏"],["nVDash","⊯"],["nVdash","⊮"],["nabla","∇"],["nacute","ń"],["nang","∠⃒"],["nap","≉"],["napE","⩰̸"],["napid","≋̸"],["napos","ŉ"],["napprox","≉"],["natur","♮"],["natural","♮"],["naturals","ℕ"],["nbsp"," "],["nbump","≎̸"],["nbumpe","≏̸"],["ncap","⩃"],["ncaron","ň"],["ncedil","ņ"],["ncong","≇"],["ncongdot","⩭̸"],["ncup","⩂"],["ncy","н"],["ndash","–"],["ne","≠"],["neArr","⇗"],["nearhk","⤤"],["nearr","↗"],["nearrow","↗"],["nedot","≐̸"],["nequiv","≢"],["nesear","⤨"],["nesim","≂̸"],["nexist","∄"],["nexists","∄"],["nfr","𝔫"],["ngE","≧̸"],["nge","≱"],["ngeq","≱"],["ngeqq","≧̸"],["ngeqslant","⩾̸"],["nges","⩾̸"],["ngsim","≵"],["ngt","≯"],["ngtr","≯"],["nhArr","⇎"],["nharr","↮"],["nhpar","⫲"],["ni","∋"],["nis","⋼"],["nisd","⋺"],["niv","∋"],["njcy","њ"],["nlArr","⇍"],["nlE","≦̸"],["nlarr","↚"],["nldr","‥"],["nle","≰"],["nleftarrow","↚"],["nleftrightarrow","↮"],["nleq","≰"],["nleqq","≦̸"],["nleqslant","⩽̸"],["nles","⩽̸"],["nless","≮"],["nlsim","≴"],["nlt","≮"],["nltri","⋪"],["nltrie","⋬"],["nmid","∤"],["nopf","𝕟"],["not","¬"],["notin","∉"],["notinE","⋹̸"],["notindot","⋵̸"],["notinva","∉"],["notinvb","⋷"],["notinvc","⋶"],["notni","∌"],["notniva","∌"],["notnivb","⋾"],["notnivc","⋽"],["npar","∦"],["nparallel","∦"],["nparsl","⫽⃥"],["npart","∂̸"],["npolint","⨔"],["npr","⊀"],["nprcue","⋠"],["npre","⪯̸"],["nprec","⊀"],["npreceq","⪯̸"],["nrArr","⇏"],["nrarr","↛"],["nrarrc","⤳̸"],["nrarrw","↝̸"],["nrightarrow","↛"],["nrtri","⋫"],["nrtrie","⋭"],["nsc","⊁"],["nsccue","⋡"],["nsce","⪰̸"],["nscr","𝓃"],["nshortmid","∤"],["nshortparallel","∦"],["nsim","≁"],["nsime","≄"],["nsimeq","≄"],["nsmid","∤"],["nspar","∦"],["nsqsube","⋢"],["nsqsupe","⋣"],["nsub","⊄"],["nsubE","⫅̸"],["nsube","⊈"],["nsubset","⊂⃒"],["nsubseteq","⊈"],["nsubseteqq","⫅̸"],["nsucc","⊁"],["nsucceq","⪰̸"],["nsup","⊅"],["nsupE","⫆̸"],["nsupe","⊉"],["nsupset","⊃⃒"],["nsupseteq","⊉"],["nsupseteqq","⫆̸"],["ntgl","≹"],["ntilde","ñ"],["ntlg","≸"],["ntriangleleft","⋪"],["ntrianglelefteq","⋬"],["ntriangleright","⋫"],["ntrianglerighteq","⋭"],["nu","ν"],["num","#"],["numero","№"],["numsp"," "],["nvDash","⊭"],["nvHarr","⤄"],["nvap","≍⃒"],["nvdash","⊬"],["nvge","≥⃒"],["nvgt",">⃒"],["nvinfin","⧞"],["nvlArr","⤂"],["nvle","≤⃒"],["nvlt","<⃒"],["nvltrie","⊴⃒"],["nvrArr","⤃"],["nvrtrie","⊵⃒"],["nvsim","∼⃒"],["nwArr","⇖"],["nwarhk","⤣"],["nwarr","↖"],["nwarrow","↖"],["nwnear","⤧"],["oS","Ⓢ"],["oacute","ó"],["oast","⊛"],["ocir","⊚"],["ocirc","ô"],["ocy","о"],["odash","⊝"],["odblac","ő"],["odiv","⨸"],["odot","⊙"],["odsold","⦼"],["oelig","œ"],["ofcir","⦿"],["ofr","𝔬"],["ogon","˛"],["ograve","ò"],["ogt","⧁"],["ohbar","⦵"],["ohm","Ω"],["oint","∮"],["olarr","↺"],["olcir","⦾"],["olcross","⦻"],["oline","‾"],["olt","⧀"],["omacr","ō"],["omega","ω"],["omicron","ο"],["omid","⦶"],["ominus","⊖"],["oopf","𝕠"],["opar","⦷"],["operp","⦹"],["oplus","⊕"],["or","∨"],["orarr","↻"],["ord","⩝"],["order","ℴ"],["orderof","ℴ"],["ordf","ª"],["ordm","º"],["origof","⊶"],["oror","⩖"],["orslope","⩗"],["orv","⩛"],["oscr","ℴ"],["oslash","ø"],["osol","⊘"],["otilde","õ"],["otimes","⊗"],["otimesas","⨶"],["ouml","ö"],["ovbar","⌽"],["par","∥"],["para","¶"],["parallel","∥"],["parsim","⫳"],["parsl","⫽"],["part","∂"],["pcy","п"],["percnt","%"],["period","."],["permil","‰"],["perp","⊥"],["pertenk","‱"],["pfr","𝔭"],["phi","φ"],["phiv","ϕ"],["phmmat","ℳ"],["phone","☎"],["pi","π"],["pitchfork","⋔"],["piv","ϖ"],["planck","ℏ"],["planckh","ℎ"],["plankv","ℏ"],["plus","+"],["plusacir","⨣"],["plusb","⊞"],["pluscir","⨢"],["plusdo","∔"],["plusdu","⨥"],["pluse","⩲"],["plusmn","±"],["plussim","⨦"],["plustwo","⨧"],["pm","±"],["pointint","⨕"],["popf","𝕡"],["pound","£"],["pr","≺"],["prE","⪳"],["prap","⪷"],["prcue","≼"],["pre","⪯"],["prec","≺"],["precapprox","⪷"],["preccurlyeq","≼"],["preceq","⪯"],["precnapprox","⪹"],["precneqq","⪵"],["precnsim","⋨"],["precsim","≾"],["prime","′"],["primes","ℙ"],["prnE","⪵"],["prnap","⪹"],["prnsim","⋨"],["prod","∏"],["profalar","⌮"],["profline","⌒"],["profsurf","⌓"],["prop","∝"],["propto","∝"],["prsim","≾"],["prurel","⊰"],["pscr","𝓅"],["psi","ψ"],["puncsp"," "],["qfr","𝔮"],["qint","⨌"],["qopf","𝕢"],["qprime","⁗"],["qscr","𝓆"],["quaternions","ℍ"],["quatint","⨖"],["quest","?"],["questeq","≟"],["quot",'"'],["rAarr","⇛"],["rArr","⇒"],["rAtail","⤜"],["rBarr","⤏"],["rHar","⥤"],["race","∽̱"],["racute","ŕ"],["radic","√"],["raemptyv","⦳"],["rang","⟩"],["rangd","⦒"],["range","⦥"],["rangle","⟩"],["raquo","»"],["rarr","→"],["rarrap","⥵"],["rarrb","⇥"],["rarrbfs","⤠"],["rarrc","⤳"],["rarrfs","⤞"],["rarrhk","↪"],["rarrlp","↬"],["rarrpl","⥅"],["rarrsim","⥴"],["rarrtl","↣"],["rarrw","↝"],["ratail","⤚"],["ratio","∶"],["rationals","ℚ"],["rbarr","⤍"],["rbbrk","❳"],["rbrace","}"],["rbrack","]"],["rbrke","⦌"],["rbrksld","⦎"],["rbrkslu","⦐"],["rcaron","ř"],["rcedil","ŗ"],["rceil","⌉"],["rcub","}"],["rcy","р"],["rdca","⤷"],["rdldhar","⥩"],["rdquo","”"],["rdquor","”"],["rdsh","↳"],["real","ℜ"],["realine","ℛ"],["realpart","ℜ"],["reals","ℝ"],["rect","▭"],["reg","®"],["rfisht","⥽"],["rfloor","⌋"],["rfr","𝔯"],["rhard","⇁"],["rharu","⇀"],["rharul","⥬"],["rho","ρ"],["rhov","ϱ"],["rightarrow","→"],["rightarrowtail","↣"],["rightharpoondown","⇁"],["rightharpoonup","⇀"],["rightleftarrows","⇄"],["rightleftharpoons","⇌"],["rightrightarrows","⇉"],["rightsquigarrow","↝"],["rightthreetimes","⋌"],["ring","˚"],["risingdotseq","≓"],["rlarr","⇄"],["rlhar","⇌"],["rlm","‏"],["rmoust","⎱"],["rmoustache","⎱"],["rnmid","⫮"],["roang","⟭"],["roarr","⇾"],["robrk","⟧"],["ropar","⦆"],["ropf","𝕣"],["roplus","⨮"],["rotimes","⨵"],["rpar",")"],["rpargt","⦔"],["rppolint","⨒"],["rrarr","⇉"],["rsaquo","›"],["rscr","𝓇"],["rsh","↱"],["rsqb","]"],["rsquo","’"],["rsquor","’"],["rthree","⋌"],["rtimes","⋊"],["rtri","▹"],["rtrie","⊵"],["rtrif","▸"],["rtriltri","⧎"],["ruluhar","⥨"],["rx","℞"],["sacute","ś"],["sbquo","‚"],["sc","≻"],["scE","⪴"],["scap","⪸"],["scaron","š"],["sccue","≽"],["sce","⪰"],["scedil","ş"],["scirc","ŝ"],["scnE","⪶"],["scnap","⪺"],["scnsim","⋩"],["scpolint","⨓"],["scsim","≿"],["scy","с"],["sdot","⋅"],["sdotb","⊡"],["sdote","⩦"],["seArr","⇘"],["searhk","⤥"],["searr","↘"],["searrow","↘"],["sect","§"],["semi",";"],["seswar","⤩"],["setminus","∖"],["setmn","∖"],["sext","✶"],["sfr","𝔰"],["sfrown","⌢"],["sharp","♯"],["shchcy","щ"],["shcy","ш"],["shortmid","∣"],["shortparallel","∥"],["shy","­"],["sigma","σ"],["sigmaf","ς"],["sigmav","ς"],["sim","∼"],["simdot","⩪"],["sime","≃"],["simeq","≃"],["simg","⪞"],["simgE","⪠"],["siml","⪝"],["simlE","⪟"],["simne","≆"],["simplus","⨤"],["simrarr","⥲"],["slarr","←"],["smallsetminus","∖"],["smashp","⨳"],["smeparsl","⧤"],["smid","∣"],["smile","⌣"],["smt","⪪"],["smte","⪬"],["smtes","⪬︀"],["softcy","ь"],["sol","/"],["solb","⧄"],["solbar","⌿"],["sopf","𝕤"],["spades","♠"],["spadesuit","♠"],["spar","∥"],["sqcap","⊓"],["sqcaps","⊓︀"],["sqcup","⊔"],["sqcups","⊔︀"],["sqsub","⊏"],["sqsube","⊑"],["sqsubset","⊏"],["sqsubseteq","⊑"],["sqsup","⊐"],["sqsupe","⊒"],["sqsupset","⊐"],["sqsupseteq","⊒"],["squ","□"],["square","□"],["squarf","▪"],["squf","▪"],["srarr","→"],["sscr","𝓈"],["ssetmn","∖"],["ssmile","⌣"],["sstarf","⋆"],["star","☆"],["starf","★"],["straightepsilon","ϵ"],["straightphi","ϕ"],["strns","¯"],["sub","⊂"],["subE","⫅"],["subdot","⪽"],["sube","⊆"],["subedot","⫃"],["submult","⫁"],["subnE","⫋"],["subne","⊊"],["subplus","⪿"],["subrarr","⥹"],["subset","⊂"],["subseteq","⊆"],["subseteqq","⫅"],["subsetneq","⊊"],["subsetneqq","⫋"],["subsim","⫇"],["subsub","⫕"],["subsup","⫓"],["succ","≻"],["succapprox","⪸"],["succcurlyeq","≽"],["succeq","⪰"],["succnapprox","⪺"],["succneqq","⪶"],["succnsim","⋩"],["succsim","≿"],["sum","∑"],["sung","♪"],["sup","⊃"],["sup1","¹"],["sup2","²"],["sup3","³"],["supE","⫆"],["supdot","⪾"],["supdsub","⫘"],["supe","⊇"],["supedot","⫄"],["suphsol","⟉"],["suphsub","⫗"],["suplarr","⥻"],["supmult","⫂"],["supnE","⫌"],["supne","⊋"],["supplus","⫀"],["supset","⊃"],["supseteq","⊇"],["supseteqq","⫆"],["supsetneq","⊋"],["supsetneqq","⫌"],["supsim","⫈"],["supsub","⫔"],["supsup","⫖"],["swArr","⇙"],["swarhk","⤦"],["swarr","↙"],["swarrow","↙"],["swnwar","⤪"],["szlig","ß"],["target","⌖"],["tau","τ"],["tbrk","⎴"],["tcaron","ť"],["tcedil","ţ"],["tcy","т"],["tdot","⃛"],["telrec","⌕"],["tfr","𝔱"],["there4","∴"],["therefore","∴"],["theta","θ"],["thetasym","ϑ"],["thetav","ϑ"],["thickapprox","≈"],["thicksim","∼"],["thinsp"," "],["thkap","≈"],["thksim","∼"],["thorn","þ"],["tilde","˜"],["times","×"],["timesb","⊠"],["timesbar","⨱"],["timesd","⨰"],["tint","∭"],["toea","⤨"],["top","⊤"],["topbot","⌶"],["topcir","⫱"],["topf","𝕥"],["topfork","⫚"],["tosa","⤩"],["tprime","‴"],["trade","™"],["triangle","▵"],["triangledown","▿"],["triangleleft","◃"],["trianglelefteq","⊴"],["triangleq","≜"],["triangleright","▹"],["trianglerighteq","⊵"],["tridot","◬"],["trie","≜"],["triminus","⨺"],["triplus","⨹"],["trisb","⧍"],["tritime","⨻"],["trpezium","⏢"],["tscr","𝓉"],["tscy","ц"],["tshcy","ћ"],["tstrok","ŧ"],["twixt","≬"],["twoheadleftarrow","↞"],["twoheadrightarrow","↠"],["uArr","⇑"],["uHar","⥣"],["uacute","ú"],["uarr","↑"],["ubrcy","ў"],["ubreve","ŭ"],["ucirc","û"],["ucy","у"],["udarr","⇅"],["udblac","ű"],["udhar","⥮"],["ufisht","⥾"],["ufr","𝔲"],["ugrave","ù"],["uharl","↿"],["uharr","↾"],["uhblk","▀"],["ulcorn","⌜"],["ulcorner","⌜"],["ulcrop","⌏"],["ultri","◸"],["umacr","ū"],["uml","¨"],["uogon","ų"],["uopf","𝕦"],["uparrow","↑"],["updownarrow","↕"],["upharpoonleft","↿"],["upharpoonright","↾"],["uplus","⊎"],["upsi","υ"],["upsih","ϒ"],["upsilon","υ"],["upuparrows","⇈"],["urcorn","⌝"],["urcorner","⌝"],["urcrop","⌎"],["uring","ů"],["urtri","◹"],["uscr","𝓊"],["utdot","⋰"],["utilde","ũ"],["utri","▵"],["utrif","▴"],["uuarr","⇈"],["uuml","ü"],["uwangle","⦧"],["vArr","⇕"],["vBar","⫨"],["vBarv","⫩"],["vDash","⊨"],["vangrt","⦜"],["varepsilon","ϵ"],["varkappa","ϰ"],["varnothing","∅"],["varphi","ϕ"],["varpi","ϖ"],["varpropto","∝"],["varr","↕"],["varrho","ϱ"],["varsigma","ς"],["varsubsetneq","⊊︀"],["varsubsetneqq","⫋︀"],["varsupsetneq","⊋︀"],["varsupsetneqq","⫌︀"],["vartheta","ϑ"],["vartriangleleft","⊲"],["vartriangleright","⊳"],["vcy","в"],["vdash","⊢"],["vee","∨"],["veebar","⊻"],["veeeq","≚"],["vellip","⋮"],["verbar","|"],["vert","|"],["vfr","𝔳"],["vltri","⊲"],["vnsub","⊂⃒"],["vnsup","⊃⃒"],["vopf","𝕧"],["vprop","∝"],["vrtri","⊳"],["vscr","𝓋"],["vsubnE","⫋︀"],["vsubne","⊊︀"],["vsupnE","⫌︀"],["vsupne","⊋︀"],["vzigzag","⦚"],["wcirc","ŵ"],["wedbar","⩟"],["wedge","∧"],["wedgeq","≙"],["weierp","℘"],["wfr","𝔴"],["wopf","𝕨"],["wp","℘"],["wr","≀"],["wreath","≀"],["wscr","𝓌"],["xcap","⋂"],["xcirc","◯"],["xcup","⋃"],["xdtri","▽"],["xfr","𝔵"],["xhArr","⟺"],["xharr","⟷"],["xi","ξ"],["xlArr","⟸"],["xlarr","⟵"],["xmap","⟼"],["xnis","⋻"],["xodot","⨀"],["xopf","𝕩"],["xoplus","⨁"],["xotime","⨂"],["xrArr","⟹"],["xrarr","⟶"],["xscr","𝓍"],["xsqcup","⨆"],["xuplus","⨄"],["xutri","△"],["xvee","⋁"],["xwedge","⋀"],["yacute","ý"],["yacy","я"],["ycirc","ŷ"],["ycy","ы"],["yen","¥"],["yfr","𝔶"],["yicy","ї"],["yopf","𝕪"],["yscr","𝓎"],["yucy","ю"],["yuml","ÿ"],["zacute","ź"],["zcaron","ž"],["zcy","з"],["zdot","ż"],["zeetrf","ℨ"],["zeta","ζ"],["zfr","𝔷"],["zhcy","ж"],["zigrarr","⇝"],["zopf","𝕫"],["zscr","𝓏"],["zwj","‍"],["zwnj","‌"]]),decodeMapLegacy=new Map([["AElig","Æ"],["AMP","&"],["Aacute","Á"],["Acirc","Â"],["Agrave","À"],["Aring","Å"],["Atilde","Ã"],["Auml","Ä"],["COPY","©"],["Ccedil","Ç"],["ETH","Ð"],["Eacute","É"],["Ecirc","Ê"],["Egrave","È"],["Euml","Ë"],["GT",">"],["Iacute","Í"],["Icirc","Î"],["Igrave","Ì"],["Iuml","Ï"],["LT","<"],["Ntilde","Ñ"],["Oacute","Ó"],["Ocirc","Ô"],["Ograve","Ò"],["Oslash","Ø"],["Otilde","Õ"],["Ouml","Ö"],["QUOT",'"'],["REG","®"],["THORN","Þ"],["Uacute","Ú"],["Ucirc","Û"],["Ugrave","Ù"],["Uuml","Ü"],["Yacute","Ý"],["aacute","á"],["acirc","â"],["acute","´"],["aelig","æ"],["agrave","à"],["amp","&"],["aring","å"],["atilde","ã"],["auml","ä"],["brvbar","¦"],["ccedil","ç"],["cedil","¸"],["cent","¢"],["copy","©"],["curren","¤"],["deg","°"],["divide","÷"],["eacute","é"],["ecirc","ê"],["egrave","è"],["eth","ð"],["euml","ë"],["frac12","½"],["frac14","¼"],["frac34","¾"],["gt",">"],["iacute","í"],["icirc","î"],["iexcl","¡"],["igrave","ì"],["iquest","¿"],["iuml","ï"],["laquo","«"],["lt","<"],["macr","¯"],["micro","µ"],["middot","·"],["nbsp"," "],["not","¬"],["ntilde","ñ"],["oacute","ó"],["ocirc","ô"],["ograve","ò"],["ordf","ª"],["ordm","º"],["oslash","ø"],["otilde","õ"],["ouml","ö"],["para","¶"],["plusmn","±"],["pound","£"],["quot",'"'],["raquo","»"],["reg","®"],["sect","§"],["shy","­"],["sup1","¹"],["sup2","²"],["sup3","³"],["szlig","ß"],["thorn","þ"],["times","×"],["uacute","ú"],["ucirc","û"],["ugrave","ù"],["uml","¨"],["uuml","ü"],["yacute","ý"],["yen","¥"],["yuml","ÿ"]]),decodeMapNumeric=new Map([[0,"�"],[128,"€"],[130,"‚"],[131,"ƒ"],[132,"„"],[133,"…"],[134,"†"],[135,"‡"],[136,"ˆ"],[137,"‰"],[138,"Š"],[139,"‹"],[140,"Œ"],[142,"Ž"],[145,"‘"],[146,"’"],[147,"“"],[148,"”"],[149,"•"],[150,"–"],[151,"—"],[152,"˜"],[153,"™"],[154,"š"],[155,"›"],[156,"œ"],[158,"ž"],[159,"Ÿ"]]),invalidReferenceCodePoints=new Set([1,2,3,4,5,6,7,8,11,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,127,128,129,130,131,132,133,134,135,136,137,138,139,140,141,142,143,144,145,146,147,148,149,150,151,152,153,154,155,156,157,158,159,64976,64977,64978,64979,64980,64981,64982,64983,64984,64985,64986,64987,64988,64989,64990,64991,64992,64993,64994,64995,64996,64997,64998,64999,65e3,65001,65002,65003,65004,65005,65006,65007,65534,65535,131070,131071,196606,196607,262142,262143,327678,327679,393214,393215,458750,458751,524286,524287,589822,589823,655358,655359,720894,720895,786430,786431,851966,851967,917502,917503,983038,983039,1048574,1048575,1114110,1114111]),regexEscape=/["&'<>`]/g,regexInvalidEntity=/&#(?:[xX][^a-fA-F0-9]|[^0-9xX])/,has=(object,propertyName)=>Object.hasOwn(object,propertyName),merge=(options,defaults)=>{if(!options)return defaults;const result={};for(const key in defaults)result[key]=has(options,key)?options[key]:defaults[key];return result},parseError=message=>{throw new Error(`Parse error: ${message}`)},codePointToSymbol=(codePoint,strict)=>codePoint>=55296&&codePoint<=57343||codePoint>1114111?(strict&&parseError("character reference outside the permissible Unicode range"),"�"):decodeMapNumeric.has(codePoint)?(strict&&parseError("disallowed character reference"),decodeMapNumeric.get(codePoint)):(strict&&invalidReferenceCodePoints.has(codePoint)&&parseError("disallowed character reference"),String.fromCodePoint(codePoint)),hexEscape=codePoint=>`&#x${codePoint.toString(16).toUpperCase()};`,decEscape=codePoint=>`&#${codePoint};`,encode=(string,options)=>{options=merge(options,encode.options),options.strict&&regexInvalidRawCodePoint.test(string)&&parseError("forbidden code point");const encodeEverything=options.encodeEverything,useNamedReferences=options.useNamedReferences,allowUnsafeSymbols=options.allowUnsafeSymbols,escapeCodePoint=options.decimal?decEscape:hexEscape,escapeBmpSymbol=symbol=>escapeCodePoint(symbol.charCodeAt(0));return encodeEverything?(string=string.replace(regexAsciiWhitelist,symbol=>useNamedReferences&&encodeMap.has(symbol)?`&${encodeMap.get(symbol)};`:escapeBmpSymbol(symbol)),useNamedReferences&&(string=string.replace(/&gt;\u20D2/g,"&nvgt;").replace(/&lt;\u20D2/g,"&nvlt;").replace(/&#x66;&#x6A;/g,"&fjlig;")),useNamedReferences&&(string=string.replace(regexEncodeNonAscii,string2=>`&${encodeMap.get(string2)};`))):useNamedReferences?(allowUnsafeSymbols||(string=string.replace(regexEscape,string2=>`&${encodeMap.get(string2)};`)),string=string.replace(/&gt;\u20D2/g,"&nvgt;").replace(/&lt;\u20D2/g,"&nvlt;"),string=string.replace(regexEncodeNonAscii,string2=>`&${encodeMap.get(string2)};`)):allowUnsafeSymbols||(string=string.replace(regexEscape,escapeBmpSymbol)),string.replace(regexAstralSymbols,$0=>{const high=$0.charCodeAt(0),low=$0.charCodeAt(1),codePoint=(high-55296)*1024+low-56320+65536;return escapeCodePoint(codePoint)}).replace(regexBmpWhitelist,escapeBmpSymbol)};encode.options={allowUnsafeSymbols:!1,encodeEverything:!1,strict:!1,useNamedReferences:!1,decimal:!1};var decode=(html,options)=>{options=merge(options,decode.options);const strict=options.strict;return strict&&regexInvalidEntity.test(html)&&parseError("malformed character reference"),html.replace(regexDecode,($0,$1,$2,$3,$4,$5,$6,$7)=>{if($1)return decodeMap.get($1);if($2){const reference=$2,next=$3;return next&&options.isAttributeValue?(strict&&next=="="&&parseError("`&` did not start a character reference"),$0):(strict&&parseError("named character reference was not terminated by a semicolon"),decodeMapLegacy.get(reference)+(next||""))}return $4?(strict&&!$5&&parseError("character reference was not terminated by a semicolon"),codePointToSymbol(parseInt($4,10),strict)):$6?(strict&&!$7&&parseError("character reference was not terminated by a semicolon"),codePointToSymbol(parseInt($6,16),strict)):(strict&&parseError("named character reference was not recognized"),$0)})};decode.options={isAttributeValue:!1,strict:!1};
// src/planning/normalizations.ts
var spellings = {
  crlf: (text) => text.replace(/\r\n?/g, "\n"),
  "trailing-space": (text) => text.replace(/[ \t]+(?=\r?\n|$)/g, ""),
  "final-newline": (text) => text.replace(/[\r\n]+$/, "")
};
var textNormalizations = [
  [],
  ["final-newline"],
  ["crlf"],
  ["crlf", "final-newline"],
  ["trailing-space"],
  ["trailing-space", "final-newline"],
  ["crlf", "trailing-space"],
  ["crlf", "trailing-space", "final-newline"]
];
var anyNormalization = normalizations;
function normalized(text, applied2) {
  return normalizations.reduce(
    (result, each) => each !== "tag-replaced" && applied2.includes(each) ? spellings[each](result) : result,
    text
  );
}
function denormalized(seen, ours, applied2) {
  let text = seen;
  if (applied2.includes("crlf")) {
    const unix = spellings.crlf(text);
    text = ours.includes("\r\n") ? unix.replace(/\n/g, "\r\n") : unix;
  }
  if (applied2.includes("final-newline")) {
    text = spellings["final-newline"](text) + (/[\r\n]+$/.exec(ours)?.[0] ?? "");
  }
  return text;
}

// src/planning/encoding.ts
var times = { raw: 0, once: 1, twice: 2 };
var encodings = ["raw", "once", "twice"];
function decodeAs(encoding, read) {
  let text = read;
  for (let n = 0; n < times[encoding]; n++) text = decode(text);
  return text;
}
function matchingEncodings(read, written, normalizations2) {
  const expected = normalized(written, normalizations2);
  return encodings.filter(
    (encoding) => normalized(decodeAs(encoding, read), normalizations2) === expected
  );
}
function learnEncoding(read, written, normalizations2) {
  const fewest = matchingEncodings(read, written, normalizations2)[0];
  if (fewest === "raw" && !/[<>"'&]/.test(written)) return null;
  return fewest ?? null;
}
function viewField(read, known, encoding, normalizations2) {
  const matches = matchingEncodings(read, known, normalizations2);
  if (encoding === null ? matches.length > 0 : matches.includes(encoding)) return { state: "same" };
  if (matches.length > 0) return { state: "unclear" };
  const [text = read, ...others] = (encoding === null ? encodings : [encoding]).map(
    (each) => decodeAs(each, read)
  );
  return others.every((other) => other === text) ? { state: "different", text } : { state: "unclear" };
}

// src/planning/compare.ts
function comparePost(known, post, encodings2, normalizations2) {
  const fields = [];
  const unclear = [];
  const text = (field, read, ours) => {
    const view = viewField(read, ours, encodings2[slotOf(field)], normalizations2);
    if (view.state === "unclear") unclear.push(field);
    if (view.state !== "different") return ours;
    fields.push(field);
    return denormalized(view.text, ours, normalizations2);
  };
  let theirs = {
    ...known,
    title: text("title", post.title, known.title),
    body: text("body", post.body, known.body)
  };
  if (theirs.kind === "question")
    theirs = { ...theirs, answer: text("answer", post.answer?.body ?? "", theirs.answer) };
  if (unclear.length > 0) return { state: "unclear", fields: unclear };
  if (!normalizations2.includes("tag-replaced") && !sameTags(known.tags, post.tags)) {
    fields.push("tags");
    theirs = { ...theirs, tags: [...post.tags] };
  }
  if (theirs.kind === "article") {
    const settings = compareSettings(theirs, post);
    fields.push(...settings.fields);
    theirs = { ...theirs, ...settings.seen };
  }
  return fields.length === 0 ? { state: "same" } : { state: "different", theirs, fields };
}
function slotOf(field) {
  return field === "title" ? "title" : "body";
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
  const normalizations2 = /* @__PURE__ */ new Set();
  const changed = [];
  let encodings2 = known;
  const check = (field, written, read) => {
    const lesson = verifyText(field, written, read, encodings2);
    encodings2 = lesson.encodings;
    for (const rule of lesson.normalizations) normalizations2.add(rule);
    changed.push(...lesson.changed);
  };
  check("title", sent.title, post.title);
  check("body", sent.body, post.body);
  if (sent.kind === "question" && post.answer) check("answer", sent.answer, post.answer.body);
  if (!sameTags(sent.tags, post.tags)) normalizations2.add("tag-replaced");
  if (sent.kind === "article") changed.push(...compareSettings(sent, post).fields);
  return { encodings: encodings2, normalizations: [...normalizations2].sort(), changed };
}
function verifyText(field, written, read, known) {
  const slot = slotOf(field);
  const normalizations2 = textNormalizations.find(
    (rules) => matchingEncodings(read, written, rules).length > 0
  );
  if (!normalizations2) return { encodings: known, normalizations: [], changed: [field] };
  const encoding = learnEncoding(read, written, normalizations2) ?? known[slot];
  return { encodings: { ...known, [slot]: encoding }, normalizations: normalizations2, changed: [] };
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
  if (!intent || state.now - intent.at >= lateWriteMs) return null;
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
function an(kind) {
  return kind === "article" ? "an article" : "a question";
}

// src/planning/merge.ts
var tagLimit = { article: 4, question: 5 };
function mergeContents(base, ours, theirs) {
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
    const merge2 = mergeLines(b, o, t);
    if (merge2.text === null) fine &&= merge2.fine;
    return merge2.text ?? conflict(field, b, o, t);
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

// src/planning/survey.ts
var clockGrain = 1e3;
var overlap = 5 * 6e4;
var dayMs = 24 * 36e5;
var mostSought = 1e3;
var sweepInterval = dayMs;
async function survey(options) {
  const unseen = { listed: /* @__PURE__ */ new Map(), complete: false };
  const lists = { article: unseen, question: unseen };
  const cursors = { ...options.index.cursors };
  for (const kind of options.kinds) {
    const list = await surveyKind(kind, options);
    lists[kind] = list;
    cursors[kind] = list.cursor;
  }
  return { ...lists, cursors };
}
async function surveyKind(kind, { site, account, index, full, newTitles }) {
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
  const listed = /* @__PURE__ */ new Map();
  let page = await site.list(kind, account, 1);
  const total = page.total;
  let number = 1;
  let newest = cursor?.at ?? 0;
  let oldest = Infinity;
  const addPage = () => {
    for (const item of page.items) {
      oldest = item.activity;
      if (listed.has(item.id)) continue;
      listed.set(item.id, item);
      newest = Math.max(newest, item.activity);
    }
  };
  const pageOn = async (enough) => {
    while (!page.last && !enough()) {
      page = await site.list(kind, account, ++number);
      addPage();
    }
  };
  addPage();
  await pageOn(() => oldest < until);
  const created = [...listed.values()].filter(
    (item) => !own.has(item.id) && item.created > known
  ).length;
  const foreign = (cursor?.foreign ?? 0) + created;
  const expected = own.size + foreign;
  const shared = foreign > 0;
  const due = !cursor || site.now() - cursor.swept >= sweepInterval;
  const titles = new Map(newTitles[kind].map((title) => [titleDigest(title), title]));
  const soughtBefore = new Map(Object.entries(cursor?.sought ?? {}));
  const seeks = shared && [...titles.keys()].some((digest) => !soughtBefore.has(digest));
  const sweep = !cursor || full || total !== expected && (!shared || due) || seeks;
  if (sweep) await pageOn(() => false);
  const complete = page.last;
  const alive = complete ? [...own].filter((id) => listed.has(id)).length : own.size;
  const withTitle = shared && titles.size > 0 ? unclaimedByTitle(listed, own) : () => [];
  const sought = [...titles].sort(([a], [b]) => a < b ? -1 : 1).filter(([digest]) => shared && (complete || soughtBefore.has(digest))).slice(0, mostSought).map(([digest, title]) => {
    const before = complete ? [] : soughtBefore.get(digest) ?? [];
    const ids = /* @__PURE__ */ new Set([...before, ...withTitle(title).map(({ id }) => id)]);
    return [digest, [...ids].sort((a, b) => a - b).slice(0, mostSought)];
  });
  return {
    listed,
    complete,
    cursor: {
      at: newest,
      foreign: complete ? total - alive : foreign,
      // A list of one page is seen whole every time: noted daily, or each plan would write the ledger.
      swept: cursor && (!complete || number === 1 && !due) ? cursor.swept : site.now(),
      ...sought.length > 0 && { sought: Object.fromEntries(sought) }
    }
  };
}
function titleDigest(title) {
  return digestOf({ title: title.trim() });
}
function unclaimedByTitle(listed, claimed) {
  const byTitle = /* @__PURE__ */ new Map();
  for (const item of listed.values()) {
    if (claimed.has(item.id)) continue;
    for (const encoding of encodings) {
      const title = decodeAs(encoding, item.title).trim();
      byTitle.set(title, (byTitle.get(title) ?? /* @__PURE__ */ new Set()).add(item));
    }
  }
  return (title) => [...byTitle.get(title.trim()) ?? []];
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
  for (const { record } of renamedFrom(ours, unposted)) {
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
      { record: { ...orphan.record, gone: true }, renamedFrom: orphan.source }
    );
  if (orphan?.record.post && orphan.base === null)
    return hold(
      "ambiguous",
      `It has the title of ${orphan.source}, which is gone, and was linked to a post without being compared.`,
      `Run \`adopt SOURCE ${state.urlOf(orphan.record.post)}\` if it is the same.`
    );
  const reworded = posted.find(({ base }) => base && isReworded(ours, base));
  if (!orphan && reworded)
    return hold(
      "ambiguous",
      `It has the answer of ${reworded.source}, whose heading is gone: a reworded question, or another one.`,
      `Pin the id: put the old heading back with a line \`<!-- stack-publish-id: NAME -->\` under it, publish, and reword it then. Or run \`adopt SOURCE ${reworded.record.post ? state.urlOf(reworded.record.post) : "URL"}\`.`
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
  return createUnlessTaken(state, ours);
}
function createUnlessTaken(state, ours) {
  const resolution = state.record?.resolution;
  const taken = state.candidates.find((post) => showsTitle(ours, post, state));
  const allTheSame = resolution?.kind === "source" && resolution.activity === taken?.activity;
  if (!taken) return createStep(state, ours);
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
  if (intended.kind === "question" && sameJson(intended, ours))
    return createStep(state, ours, written.ref);
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
    ({ base, intended }) => [base, intended].some((known) => known?.kind === "article" && known.body === ours.body)
  );
}
function showsText(content, post, { encodings: encodings2 }) {
  const compared = comparePost(content, post, encodings2, anyNormalization);
  if (compared.state === "same") return true;
  return !compared.fields.some(
    (field) => field === "title" || field === "body" || field === "answer"
  );
}
function showsTitle(content, post, { encodings: encodings2 }) {
  return viewField(post.title, content.title, encodings2.title, anyNormalization).state !== "different";
}
function isReworded(ours, base) {
  return ours.kind === "question" && base.kind === "question" && ours.answer === base.answer;
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
  return { by: lastWriter(part), at: post.activity, owner: post.owner };
}
function lastWriter({ lastEditor, owner }) {
  return lastEditor ?? owner;
}

// src/planning/replace-step.ts
function replaceStep(state, target, ours, { current, shown, expected, decided }) {
  const compared = comparePost(ours, current, state.encodings, state.record?.normalizations ?? []);
  const differs = compared.state === "same" ? [] : compared.fields;
  const others = wordsOfOthers(current, differs, state.account);
  if (!others && !decided) return plannedStep(state, "update", target, ours, { shown, expected });
  const part = current.answer && differs.every((field) => field === "answer");
  const words = others ?? wordsIn(part ? current.answer : current, current);
  const { activity } = current;
  return plannedStep(state, "overwrite", target, ours, {
    shown,
    expected: { activity },
    expects: { activity },
    overwrites: words
  });
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
      { record: { ...record, gone: true, complete: true } }
    );
  const intendedText = intended ?? ours;
  const answer = post.answer ?? findAnswer(intendedText, state, record);
  if (answer === void 0 && record.intent?.outcome !== "rejected") {
    const pending = stillPending(state, record.intent, hold);
    if (pending) return pending;
  }
  const reached = { ...post, ...answer !== void 0 && { answer } };
  const isBeingCreated = (record.intent?.action ?? "create") === "create";
  if (isBeingCreated && sameJson(intendedText, ours)) return createStep(state, ours, reached);
  const begun = withoutAnswer(intendedText);
  const compared = comparePost(begun, seen.post, state.encodings, record.normalizations);
  const theirs = compared.state === "different" && !state.public ? compared.theirs : null;
  return replaceStep(state, reached, ours, {
    current: seen.post,
    shown: compared.state === "same" ? begun : theirs,
    expected: { activity: seen.post.activity },
    decided: isBeingCreated && compared.state !== "same"
  });
}
function answerAgain(state, question, current, ours) {
  const { record, base, intended } = state;
  const sent = record && intended && findAnswer(intended, state, record);
  const hold = holder(state, ours.title, question);
  const pending = sent === void 0 ? stillPending(state, record?.intent ?? null, hold) : null;
  if (pending) return pending;
  const target = typeof sent === "number" ? { ...question, answer: sent } : question;
  const expected = { activity: current.activity };
  const replace = (shown, decided = false) => replaceStep(state, target, ours, {
    current,
    shown: shown && withoutAnswer(shown),
    expected,
    decided
  });
  const normalizations2 = record?.normalizations ?? [];
  if (base?.kind !== "question" || ours.kind !== "question") return replace(null, true);
  const compared = comparePost(base, current, state.encodings, normalizations2);
  const beside = (fields) => fields.filter((field) => field !== "answer");
  const edited = compared.state === "same" ? [] : beside(compared.fields);
  if (edited.length === 0) return replace(base);
  const theirs = compared.state === "different" && compared.theirs.kind === "question" ? compared.theirs : null;
  if (record?.resolution?.kind === "source") return replace(state.public ? null : theirs, true);
  if (theirs === null)
    return hold(
      "encoding",
      `The site shows the ${edited.join(" and the ")} in another encoding than it did before, or somebody wrote encoded text: the two cannot be told apart.`,
      "Open the post and its source; run `resolve SOURCE source` to take the source."
    );
  if (state.public)
    return hold(
      "public",
      `Somebody edited the ${edited.join(" and the ")} on the site, and to post the answer again would put the site's text into a public place.`,
      `Look at ${state.urlOf(question)}, then run \`resolve SOURCE source\` to take the source; set \`visibility: private\` where only the team can read the repository.`
    );
  const merge2 = mergeContents(base, ours, { ...theirs, answer: base.answer });
  if (merge2.clean)
    return plannedStep(state, "merge", target, merge2.content, {
      composed: ours,
      shown: withoutAnswer(theirs),
      expected
    });
  return hold(
    "conflict",
    merge2.message,
    "Bring the site's change into the source, or run `resolve SOURCE source` to take the source.",
    { conflicts: merge2.conflicts }
  );
}
function restoredAnswer(state, record, post) {
  const { seen, base, answers } = state;
  const missed = record.kind === "question" && post.answer === void 0 && !record.intent;
  if (!missed || seen.state !== "read") return null;
  const own = base ? findAnswer(base, state, record) : void 0;
  const answer = answers.find(({ accepted, id }) => accepted || id === own);
  return answer ? { ...seen.post, ref: { ...post, answer: answer.id }, answer } : null;
}
function findAnswer(content, { answers, encodings: encodings2 }, { normalizations: normalizations2 }) {
  const text = content.kind === "question" ? content.answer : "";
  return answers.find(
    ({ body }) => viewField(body, text, encodings2.body, normalizations2).state === "same"
  )?.id;
}

// src/planning/recover-update.ts
function recoverUpdate(state) {
  const { record, intended, seen, base } = state;
  const intent = record?.intent;
  if (!record || !intent || !intended || seen.state !== "read") return state;
  if (intent.action === "create" || intended.kind !== record.kind) return state;
  if (digestOf(intended) === record.base) return state;
  const { post } = seen;
  const against = (known, normalizations3) => comparePost(known, post, state.encodings, normalizations3);
  const normalizations2 = [[], ...textNormalizations].map((rules) => [.../* @__PURE__ */ new Set([...record.normalizations, ...rules])].sort()).find((rules) => against(intended, rules).state === "same");
  if (!normalizations2) {
    if (!base) return state;
    const compared = against(base, record.normalizations);
    if (compared.state !== "different") return state;
    const merge2 = mergeContents(base, intended, compared.theirs);
    const arrived = merge2.clean && sameJson(merge2.content, compared.theirs);
    if (!arrived) return state;
  }
  return {
    ...state,
    base: intended,
    record: {
      ...record,
      version: record.version + 1,
      // What the source was then is not known: it is read again.
      revision: null,
      ...baseOf(intended),
      step: intent.step,
      plan: intent.plan,
      activity: post.activity,
      edited: !normalizations2,
      normalizations: normalizations2 ?? record.normalizations,
      intent: null
    }
  };
}

// src/planning/reconcile.ts
function reconcile(state) {
  return noteUnsettled(state, decide(state));
}
function noteUnsettled({ seen, now }, change) {
  const { record } = change;
  if (!record?.post || record.gone) return change;
  const isOpen = change.outcome === "held" ? seen.state === "read" : change.outcome === "step" && ["merge", "overwrite"].includes(change.step.action);
  const unsettled = isOpen ? record.unsettled ?? now : null;
  if (record.unsettled === unsettled || !isOpen && seen.state !== "read") return change;
  return { ...change, record: { ...record, unsettled } };
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
  if (record?.post && !record.complete && ours)
    return resumeQuestion(state, record, record.post, ours);
  if (record?.intent?.action === "create" && ours)
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
      "Change the source back, or run `resolve SOURCE recreate` for a new post, or `resolve SOURCE forget`."
    );
  if (seen.state === "deleted")
    return hold(
      "deleted",
      "Its post was deleted on the site.",
      "Run `resolve SOURCE recreate` to post it again, or `resolve SOURCE forget` to leave it deleted.",
      { record: { ...record, gone: true } }
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
  const sameSource = ours === null || record.base !== null && digestOf(ours) === record.base;
  return sameSource ? keep(state, alive) : reconcileChanged(state, alive, post, ours);
}
function keep(state, record) {
  const { seen, ours } = state;
  const known = ours ?? state.base;
  const pending = record.intent && state.now - record.intent.at < lateWriteMs;
  return unchanged(state, record, {
    intent: pending ? record.intent : null,
    resolution: null,
    ...seen.state === "read" && known && {
      edited: comparePost(known, seen.post, state.encodings, record.normalizations).state !== "same",
      activity: seen.post.activity
    }
  });
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
  const against = (known) => comparePost(known, current, state.encodings, record.normalizations);
  const beside = against(ours);
  if (beside.state === "same") return caughtUp(state, record, ours, false, current.activity);
  const compared = base && against(base);
  const theirs = compared?.state === "different" ? compared.theirs : null;
  const merge2 = base && theirs && mergeContents(base, ours, theirs);
  if (merge2?.clean && sameJson(merge2.content, theirs))
    return caughtUp(state, record, ours, true, current.activity);
  const pending = stillPending(state, record.intent, hold);
  if (pending) return pending;
  if (!current.editable)
    return hold(
      "locked",
      "Its post is locked, or our account may not edit it.",
      "Unlock it on the site, or run `resolve SOURCE forget`."
    );
  const { resolution } = record;
  if (resolution?.kind === "source" && resolution.activity === current.activity)
    return replace(
      // In public it may be shown only where it is our own last text.
      compared?.state === "same" ? base : beside.state === "different" && !state.public ? beside.theirs : null,
      { activity: current.activity },
      compared?.state !== "same"
    );
  if (base === null || compared === null)
    return hold(
      "no-base",
      "It was linked to a post with another text, and nothing tells which of the two is right.",
      "Run `resolve SOURCE source` to take the source, or `resolve SOURCE site` to keep the post."
    );
  if (compared.state === "same") return replace(base, { content: base });
  if (merge2?.clean && theirs && sameJson(merge2.content, ours))
    return replace(state.public ? null : theirs, { content: theirs });
  if (!merge2 || !theirs)
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
  if (merge2.clean)
    return plannedStep({ ...state, record }, "merge", post, merge2.content, {
      composed: ours,
      expected: { content: theirs },
      shown: theirs
    });
  return hold(
    "conflict",
    merge2.message,
    "Bring the site's change into the source, or run `resolve SOURCE source` or `resolve SOURCE site`.",
    { conflicts: merge2.conflicts }
  );
}
function caughtUp(state, record, ours, edited, activity) {
  const { intent } = record;
  const news = {
    // A write without an answer arrived after all.
    ...intent && { step: intent.step, plan: intent.plan, version: record.version + 1 },
    ...baseOf(ours),
    activity,
    edited,
    resolution: null,
    intent: null
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

// src/planning/plan-changes.ts
var nothingLearned = { title: null, body: null };
async function planChanges(options) {
  const { site, snapshot, account, purpose, moves } = options;
  const { index } = snapshot;
  const { records, broken, encodings: encodings2, cursors } = index;
  const sources = withBroken(options);
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
  let orphans = await findOrphans(options, surveyed);
  const claimed = { article: /* @__PURE__ */ new Set(), question: /* @__PURE__ */ new Set() };
  for (const { kind, post } of Object.values(records)) if (post) claimed[kind].add(post.id);
  for (const id of Object.values(broken).flatMap(claimedBy)) {
    claimed.article.add(id);
    claimed.question.add(id);
  }
  const byTitle = (kind) => {
    const listed = unclaimedByTitle(surveyed[kind].listed, claimed[kind]);
    const sought = surveyed.cursors[kind]?.sought ?? {};
    return (title) => [
      ...listed(title).map(({ id }) => id),
      ...(sought[titleDigest(title)] ?? []).filter((id) => !claimed[kind].has(id))
    ];
  };
  const urlOf = (post) => site.urlOf(post);
  const outlook = {
    ...options,
    surveyed,
    now,
    addressOf: postAddresses(index, urlOf),
    byTitle: { article: byTitle("article"), question: byTitle("question") },
    intendedTitles: orphans.flatMap(
      ({ record, intended }) => intended && !record.post ? [intended.title] : []
    )
  };
  const states = /* @__PURE__ */ new Map();
  const lookAt = async (some, reading) => {
    const found = await mapConcurrent(
      some,
      10,
      (each) => look(each, outlook, reading(each.source))
    );
    for (const state of found) states.set(state.source, state);
  };
  const decide2 = () => {
    const order = [...states.values()].sort(
      (a, b) => Number(Boolean(b.record?.intent)) - Number(Boolean(a.record?.intent))
    );
    const changes = /* @__PURE__ */ new Map();
    const takenPosts = /* @__PURE__ */ new Set();
    const takenOrphans = /* @__PURE__ */ new Set();
    const promised = new Set([...moves.values()].flat());
    for (const state of order) {
      const change = reconcile({
        ...state,
        account,
        encodings: encodings2[site.destination.api] ?? nothingLearned,
        now,
        public: options.public,
        urlOf,
        candidates: state.candidates.filter(({ id }) => !takenPosts.has(id)),
        orphans: orphans.filter(({ source }) => {
          const own = moves.get(state.source);
          const fits = own ? own.includes(source) : !promised.has(source);
          return fits && !takenOrphans.has(source);
        })
      });
      changes.set(state.source, change);
      if (change.outcome === "step" && change.step.target) takenPosts.add(change.step.target.id);
      if (change.outcome !== "unchanged" && change.renamedFrom)
        takenOrphans.add(change.renamedFrom);
    }
    return {
      changes: sources.flatMap(
        (planned) => changes.get(planned.source) ?? waitingStep(planned, outlook) ?? []
      ),
      orphaned: orphanKeys(options).flatMap((source) => {
        const post = recordOf(index, source)?.post;
        return post && !takenOrphans.has(source) ? [{ source, post }] : [];
      }),
      cursors: { ...cursors, ...surveyed.cursors }
    };
  };
  const mayWait = (planned) => !options.full && mayWaitUnread(planned, recordOf(index, planned.source));
  if ("approved" in purpose) {
    const approved = new Map(purpose.approved.steps.map(({ source, action }) => [source, action]));
    await lookAt(
      sources.filter((planned) => approved.has(planned.source) || !mayWait(planned)),
      // What was approved over somebody's words is that only where these words still are seen.
      (source) => ["merge", "overwrite"].includes(approved.get(source) ?? "") ? "always" : "as-listed"
    );
    return decide2();
  }
  const waiting = new Map(sources.filter(mayWait).map((planned) => [planned.source, planned]));
  const first = new Set([...waiting.keys()].slice(0, mostSteps));
  await lookAt(
    sources.filter(({ source }) => !waiting.has(source) || first.has(source)),
    (source) => first.has(source) ? "never" : "always"
  );
  for (; ; ) {
    const decided = decide2();
    const { only: only2 } = purpose;
    const { taken, tooLong } = selectSteps(
      decided.changes.filter(({ source }) => only2.length === 0 || only2.includes(source)),
      purpose.limits
    );
    const unread = [...taken].filter((change) => change.unread);
    if (unread.length === 0)
      return {
        ...decided,
        changes: decided.changes.map(
          (change) => change.outcome === "step" && tooLong.has(change) ? heldTooLong(change) : change
        )
      };
    const renamed = new Set(unread.map(({ renamedFrom: renamedFrom2 }) => renamedFrom2));
    orphans = await mapConcurrent(orphans, 10, async (orphan) => {
      const { post } = orphan.record;
      if (!post || !renamed.has(orphan.source)) return orphan;
      return { ...orphan, gone: await readPost(site, post) === null };
    });
    await lookAt(
      unread.flatMap(({ source }) => waiting.get(source) ?? []),
      () => "always"
    );
  }
}
function waitingStep({ source, composedFrom, ours }, outlook) {
  const record = withMove(recordOf(outlook.snapshot.index, source), outlook);
  if (!ours || !record?.post) return null;
  const more = { unread: true };
  return plannedStep({ source, composedFrom, record }, "update", record.post, ours, more);
}
function withBroken({
  sources,
  snapshot,
  erroneous
}) {
  const keys = Object.keys(snapshot.index.broken);
  if (keys.length === 0) return sources;
  const present = new Set(sources.map(({ source }) => source));
  const unknown = { provenance: null, sourceCount: 1, revision: null, settings: null };
  const others = keys.filter((key) => !present.has(key) && !erroneous.has(key)).map((source) => ({ source, composedFrom: unknown, ours: null }));
  return [...sources, ...others].sort((a, b) => compareSourceKeys(a.source, b.source));
}
function claimedBy({ stored }) {
  const { post } = Object(stored);
  const { id } = Object(post);
  return typeof id === "number" ? [id] : [];
}
function orphanKeys({ snapshot, sources, erroneous }) {
  const present = new Set(sources.map(({ source }) => source));
  return Object.keys(snapshot.index.records).filter(
    (key) => !present.has(key) && !erroneous.has(key)
  );
}
async function findOrphans(options, surveyed) {
  const { site, snapshot, sources } = options;
  const records = snapshot.index.records;
  if (sources.every(({ source }) => Object.hasOwn(records, source))) return [];
  const keys = /* @__PURE__ */ new Set([...orphanKeys(options), ...[...options.moves.values()].flat()]);
  const found = await mapConcurrent([...keys], 10, async (source) => {
    const record = records[source];
    if (!record) return [];
    const { kind, post, otherOwner, intent } = record;
    const intended = intent?.content ? await heldText(snapshot, intent.content) : null;
    if (!post) return intended ? [{ source, record, base: intended, intended, gone: false }] : [];
    const base = record.base && await heldText(snapshot, record.base);
    const { complete, listed } = surveyed[kind];
    const missing = complete && !otherOwner && !listed.has(post.id);
    const gone = missing ? await readPost(site, post) === null : listed.has(post.id) ? false : null;
    return [{ source, record, base, intended, gone }];
  });
  return found.flat();
}

// src/commands/resolve-editors.ts
function editorResolver(site) {
  const users = /* @__PURE__ */ new Map();
  const groups = /* @__PURE__ */ new Map();
  const idOf = (name, known, ask) => {
    if (typeof name === "number") return Promise.resolve(name);
    const asked = known.get(name) ?? ask(name);
    known.set(name, asked);
    return asked;
  };
  return async (draft) => {
    const { editors } = draft;
    if (editors === null) return { permissions: null };
    if (editors === "everyone" || editors === "owner")
      return { permissions: { editableBy: editors, users: [], groups: [] } };
    const ids = { users: [], groups: [] };
    for (const name of editors.users) {
      const id = await idOf(name, users, (email) => site.userByEmail(email)).catch(notAllowed);
      if (id === "not-allowed")
        return {
          finding: {
            ...editorFinding(draft),
            message: `The editors name the user ${name}, and the site does not let this token look up people by e-mail.`,
            remedy: "Give the id of the user instead."
          }
        };
      if (id === null) return { finding: unknownEditor(draft, `user ${name}`) };
      ids.users.push(id);
    }
    for (const name of editors.groups) {
      const id = await idOf(name, groups, (group) => site.groupByName(group));
      if (id === null) return { finding: unknownEditor(draft, `user group ${name}`) };
      ids.groups.push(id);
    }
    return { permissions: { editableBy: "specific", ...ids } };
  };
}
function notAllowed(error) {
  if (error instanceof Fault && error.code === "site-forbidden") return "not-allowed";
  throw error;
}
function unknownEditor(draft, who) {
  return {
    ...editorFinding(draft),
    message: "The editors name a user or a user group that cannot be found.",
    forTeam: `The site does not know the ${who}.`,
    remedy: "Correct the name, or give the id."
  };
}
function editorFinding({ key: source, provenance, place }) {
  return { rule: "unknown-editor", severity: "error", source, provenance, place };
}

// src/commands/prepare.ts
async function prepare(context, options) {
  const { config, tree, site, ledger } = context;
  const [snapshot, me] = await Promise.all([ledger.read(), site.me()]);
  const approved = await options.findApproved?.(snapshot) ?? null;
  requireSameDestination(snapshot.index, site.destination, ledger.name);
  const account = posting(me, config.destination.account);
  const gathered = await gather(tree, config, {
    index: snapshot.index,
    forge: context.forge,
    recompose: options.recompose,
    now: site.now()
  });
  const resolve = editorResolver(site);
  const findings = [...gathered.findings];
  const erroneous = new Set(gathered.erroneous);
  const composed = await mapConcurrent(gathered.drafts, 10, async (draft) => {
    const editors = await resolve(draft);
    if ("finding" in editors) {
      findings.push(editors.finding);
      erroneous.add(draft.key);
      return [];
    }
    const { key: source, provenance, revision } = draft;
    const sourceCount = gathered.sourceCount(provenance);
    const composedFrom = { provenance, sourceCount, revision, settings: gathered.settings };
    return [{ source, composedFrom, ours: compose(draft, editors.permissions) }];
  });
  const sources = [
    ...composed.flat(),
    ...gathered.unread.map(({ key: source, record }) => ({
      source,
      composedFrom: composedFromOf(record),
      ours: null
    }))
  ].sort((a, b) => compareSourceKeys(a.source, b.source));
  const changes = await planChanges({
    site,
    account: account.id,
    snapshot,
    sources,
    erroneous,
    purpose: approved ? { approved } : { limits: config.limits, only: options.source },
    moves: gathered.moves,
    full: options.full,
    // Asked only now: the forge told it with the pull requests.
    public: await audienceOf(context) === "everyone",
    isRunning: context.isRunning
  });
  return {
    me,
    account,
    snapshot,
    destination: site.destination,
    before: snapshot.index,
    changes: only(options.source, { ...changes, findings }),
    findings,
    erroneous,
    approved,
    sourceCursors: gathered.cursors(openProvenances(changes, findings, snapshot.index.records))
  };
}
function planOf({ changes, destination, account }, { config }) {
  return assemble(changes.changes, destination, account.id, config.limits);
}
function composedFromOf({
  provenance,
  sourceCount,
  revision,
  settings
}) {
  return { provenance, sourceCount, revision, settings };
}
function openProvenances({ changes, orphaned }, findings, records) {
  const open = [
    ...changes.map(
      (change) => change.outcome === "unchanged" ? null : change.composedFrom.provenance
    ),
    // One whose label was removed is not updated by being left so.
    ...orphaned.map(({ source }) => records[source]?.provenance),
    ...findings.map(({ severity, provenance }) => severity === "error" ? provenance : null)
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
function requireSameDestination({ destination }, { tier, site, team }, name) {
  if (!destination) return;
  if (destination.tier === tier && destination.site === site && destination.team === team) return;
  throw new Fault(
    "ledger",
    "ledger-other-destination",
    `Cannot use the ledger ${name}: it records posts of ${destination.site}, team ${destination.team ?? "(main site)"}, expected ${site}, team ${team ?? "(main site)"}.`,
    { remedy: "Set destination back, or name another ledger for this destination." }
  );
}

export {
  fillHoles,
  mapConcurrent,
  readCandidate,
  postDocument,
  destinationDocument,
  requestsDocument,
  changeDocument,
  countOf,
  orphansOf,
  planDocument,
  postAddresses,
  baseOf,
  withoutAnswer,
  sameJson,
  anyNormalization,
  viewField,
  comparePost,
  verifyWrite,
  verifyText,
  lateWriteMs,
  clockGrain,
  survey,
  unclaimedByTitle,
  nothingLearned,
  prepare,
  planOf,
  changeOf
};
