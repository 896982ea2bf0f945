import {
  mostPending
} from "./model.source-cursor.js";
import {
  actions
} from "./model.plan.js";
import {
  normalizations
} from "./model.ledger.js";
import {
  isFilterId,
  lacks
} from "./model.site-memory.js";
import {
  mechanisms
} from "./model.evidence.js";
import {
  imageDigest
} from "./model.image.js";
import {
  changeNumber
} from "./model.provenance.js";
import {
  articleTypes
} from "./model.draft.js";
import {
  digestOf
} from "./model.digest.js";
import {
  canonicalJson
} from "./model.canonical-json.js";
import {
  isDigest
} from "./model.is-digest.js";
import {
  Misfit,
  anyObject,
  flag,
  list,
  map,
  matching,
  nullable,
  object,
  oneOf,
  text,
  whole
} from "./adapters.shape.js";
import {
  isObject
} from "./model.is-object.js";
import {
  Fault
} from "./model.error.js";

// src/adapters/ledger/unreadable.ts
function unreadable(name, seen, line = null, cause) {
  return new Fault("ledger", "ledger-unreadable", `Cannot read the ledger ${name}: ${seen}`, {
    remedy: "Look in the history of the ledger for who wrote that, and correct it there by a further change. Never set the ledger back: what was approved since then would be done again.",
    place: line === null ? null : { file: name, line, column: null },
    cause
  });
}
function checkShape(shape, value, name, path = "") {
  try {
    return shape(value);
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    if (path !== "") error.path.unshift(path);
    const member2 = error.place === "" ? "it" : error.place;
    throw unreadable(name, `${member2} is ${error.seen}, expected ${error.expected}`, null, error);
  }
}

// src/adapters/ledger/json-flaw.ts
var token = /[\t\n\r ]*(?:([{}[\],:])|("[ !#-[\]-\uFFFF]*(?:\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})[ !#-[\]-\uFFFF]*)*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-]))/y;
function jsonFlaw(json) {
  const open = [];
  let expected = "value";
  let at = 0;
  const flaw = (what) => {
    const start = at + (/^[\t\n\r ]*/.exec(json.slice(at, at + 1e4))?.[0].length ?? 0);
    const before = json.slice(0, start);
    const line = before.split("\n").length;
    return { line, column: start - before.lastIndexOf("\n"), what };
  };
  while (expected !== "end") {
    token.lastIndex = at;
    const found = token.exec(json);
    const [, mark, name, value] = found ?? [];
    const inside = open.at(-1);
    const closes = mark === (inside === null ? "]" : "}") && inside !== void 0;
    if (closes && (expected === "first" || expected === "next")) {
      open.pop();
      expected = open.length === 0 ? "end" : "next";
    } else if (expected === "first" && inside !== null || expected === "name") {
      if (name === void 0) return flaw("expected a member name");
      const key = JSON.parse(name);
      if (inside?.has(key) === true) return flaw(`${name} is there twice`);
      inside?.add(key);
      expected = "colon";
    } else if (expected === "colon") {
      if (mark !== ":") return flaw('expected ":"');
      expected = "value";
    } else if (expected === "next") {
      if (mark !== ",") return flaw(`expected "," or "${inside === null ? "]" : "}"}"`);
      expected = inside === null ? "value" : "name";
    } else if (mark === "{" || mark === "[") {
      open.push(mark === "{" ? /* @__PURE__ */ new Set() : null);
      expected = "first";
    } else if (name !== void 0 || value !== void 0) {
      expected = open.length === 0 ? "end" : "next";
    } else {
      return flaw("expected a value");
    }
    at = token.lastIndex;
  }
  return /^[\t\n\r ]*$/.test(json.slice(at)) ? null : flaw("expected the end");
}

// builtin-import:node:buffer?src/adapters/ledger/parse-lines.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:buffer");
var one = (name) => all[name];
var $isUtf8 = /* @__PURE__ */ one("isUtf8");

// src/adapters/ledger/parse-lines.ts
var member = /^("(?:[^"\\]|\\.)*"): (.*?)(,?)$/s;
function parseLines(bytes) {
  if (!$isUtf8(bytes)) return void 0;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let root;
  const open = [];
  let more = null;
  for (let start = 0, end = 0; start < buffer.length; start = end + 1) {
    end = buffer.indexOf(10, start);
    if (end === -1) end = buffer.length;
    const line = buffer.toString("utf8", start, end);
    const inner = open.at(-1);
    if (inner === void 0) {
      if (root !== void 0 || line !== "{") return void 0;
      root = begin(open);
      more = null;
    } else if (line === "}" || line === "},") {
      if (more === true || line === "}," && open.length === 1) return void 0;
      open.pop();
      more = line === "},";
    } else {
      const [, name, value, comma] = member.exec(line) ?? [];
      const key = parsed(name);
      if (typeof key !== "string" || more === false || key in inner) return void 0;
      if (value === "{" && comma === "") {
        inner[key] = begin(open);
        more = null;
      } else {
        const content = parsed(value);
        if (content === void 0) return void 0;
        inner[key] = content;
        more = comma === ",";
      }
    }
  }
  return open.length === 0 ? root : void 0;
}
function begin(open) {
  const started = /* @__PURE__ */ Object.create(null);
  open.push(started);
  return started;
}
function parsed(json) {
  if (json === void 0) return void 0;
  try {
    const value = JSON.parse(json);
    return JSON.stringify(value).length === json.length ? value : void 0;
  } catch {
    return void 0;
  }
}

// src/adapters/ledger/parse-ledger-json.ts
function parseLedgerJson(json, name) {
  const byLine = typeof json === "string" ? void 0 : parseLines(json);
  if (byLine !== void 0) return byLine;
  const text2 = typeof json === "string" ? json : decodeUtf8(json, name);
  let value;
  try {
    value = JSON.parse(text2);
  } catch (error) {
    expectNoFlaw(text2, name);
    throw unreadable(name, "it is not JSON", null, error);
  }
  const blanks = (text2.match(/\n"?/g) ?? []).reduce((sum, found) => sum + found.length, 0);
  if (JSON.stringify(value).length + blanks !== text2.length) expectNoFlaw(text2, name);
  return value;
}
function decodeUtf8(bytes, name) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw unreadable(name, "it is not UTF-8", null, error);
  }
}
function expectNoFlaw(json, name) {
  const flaw = jsonFlaw(json);
  if (flaw === null) return;
  throw unreadable(name, `line ${flaw.line}, column ${flaw.column}: ${flaw.what}`, flaw.line);
}

// src/model/record-flaw.ts
function recordFlaw(record) {
  const { kind: kind2, post, complete, intent: intent2, forgotten } = record;
  if (post && post.kind !== kind2) return `it is of the kind ${kind2}, and its post of another`;
  if (post?.answer !== void 0 && kind2 === "article") return "its article has an answer";
  if (!post && !forgotten) {
    if (complete || record.gone || record.otherOwner)
      return "it has no post, and says something of one";
    if (intent2 && intent2.action !== "create") return "it has no post, and is about to change it";
  }
  const awaitsAddress = Object.values(record.filled).includes(null);
  if (post && !complete && kind2 === "article" && (!awaitsAddress || intent2?.action === "create"))
    return "its article was created, and still is to be";
  if (record.members !== null && record.provenance?.kind !== "release")
    return "it has the members of a release, and is none";
  return null;
}

// src/adapters/ledger/record-shape.ts
var digest = matching("sha256: and 64 hexadecimal digits", isDigest);
var instant = whole(0, 253402300799999);
var pullNumber = whole(1, 2 ** 31 - 1);
var id = whole(1);
var kind = oneOf("article", "question");
var filled = map(text, nullable(text));
var intent = object(
  {
    action: oneOf("create", "update", "merge", "overwrite"),
    step: digest,
    plan: digest,
    content: nullable(digest),
    at: instant,
    run: object({ id: text, host: text, pid: id, started: text }),
    filled,
    outcome: oneOf("open", "unknown", "rejected")
  },
  ["filled"]
);
var sharedMembers = {
  kind,
  post: nullable(object({ kind, id, answer: id }, ["answer"])),
  complete: flag,
  // One more write of it still is a whole number.
  version: whole(0, 2 ** 31),
  base: nullable(digest),
  title: text,
  text: nullable(digest),
  step: nullable(digest),
  plan: nullable(digest),
  activity: nullable(instant),
  edited: flag,
  gone: flag,
  otherOwner: flag,
  forgotten: flag,
  resolution: nullable(object({ kind: oneOf("source", "recreate"), activity: nullable(instant) })),
  intent: nullable(intent)
};
var sourceCount = whole(1, 1e6);
var normalizationList = list(oneOf(...normalizations), normalizations.length);
var provenances = {
  file: object({ kind: oneOf("file"), path: text }),
  "pull-request": object({ kind: oneOf("pull-request"), number: pullNumber }),
  "merge-request": object({ kind: oneOf("merge-request"), number: pullNumber }),
  release: object({ kind: oneOf("release"), tag: text })
};
var provenanceKind = oneOf("file", "pull-request", "merge-request", "release");
var provenance = (value) => provenances[provenanceKind(Object(value)["kind"])](value);
var storedRecord = object(
  {
    ...sharedMembers,
    provenance: nullable(provenance),
    sourceCount,
    revision: nullable(text),
    settings: nullable(digest),
    postedBy: nullable(digest),
    unsettled: nullable(instant),
    skipped: nullable(digest),
    normalizations: normalizationList,
    dependsOn: map(text, nullable(text)),
    filled,
    members: nullable(list(pullNumber, 1e5))
  },
  [
    "postedBy",
    "edited",
    "unsettled",
    "normalizations",
    "gone",
    "otherOwner",
    "forgotten",
    "skipped",
    "resolution",
    "intent",
    "dependsOn",
    "filled",
    "members"
  ]
);
var nothing = Object.freeze({});
var recordShape = (value) => {
  const stored = storedRecord(value);
  return {
    kind: stored.kind,
    post: stored.post,
    complete: stored.complete,
    version: stored.version,
    provenance: stored.provenance,
    sourceCount: stored.sourceCount,
    revision: stored.revision,
    settings: stored.settings,
    base: stored.base,
    title: stored.title,
    text: stored.text,
    step: stored.step,
    plan: stored.plan,
    postedBy: stored.postedBy === void 0 ? stored.plan : stored.postedBy,
    activity: stored.activity,
    edited: stored.edited ?? false,
    unsettled: stored.unsettled ?? null,
    normalizations: stored.normalizations ?? [],
    gone: stored.gone ?? false,
    otherOwner: stored.otherOwner ?? false,
    forgotten: stored.forgotten ?? false,
    skipped: stored.skipped ?? null,
    resolution: stored.resolution ?? null,
    intent: stored.intent ?? null,
    dependsOn: stored.dependsOn ?? nothing,
    filled: stored.filled ?? nothing,
    members: stored.members ?? null
  };
};
function toStoredRecord(record) {
  const isFilled = Object.keys(record.filled).length > 0;
  const depends = Object.keys(record.dependsOn).length > 0;
  return storedRecord({
    activity: record.activity,
    base: record.base,
    complete: record.complete,
    ...depends && { dependsOn: record.dependsOn },
    ...record.edited && { edited: true },
    ...isFilled && { filled: record.filled },
    ...record.forgotten && { forgotten: true },
    ...record.gone && { gone: true },
    ...record.intent && { intent: record.intent },
    kind: record.kind,
    ...record.members && { members: record.members },
    ...record.normalizations.length > 0 && { normalizations: record.normalizations },
    ...record.otherOwner && { otherOwner: true },
    plan: record.plan,
    post: record.post,
    ...record.postedBy !== record.plan && { postedBy: record.postedBy },
    provenance: record.provenance,
    ...record.resolution && { resolution: record.resolution },
    revision: record.revision,
    settings: record.settings,
    ...record.skipped && { skipped: record.skipped },
    sourceCount: record.sourceCount,
    step: record.step,
    text: record.text,
    title: record.title,
    ...record.unsettled !== null && { unsettled: record.unsettled },
    version: record.version
  });
}

// src/adapters/ledger/entry-shape.ts
var tier = oneOf("business", "enterprise");
var planShape = object({
  schema: oneOf(1),
  tier,
  site: text,
  team: nullable(text),
  api: oneOf("v3", "v2.3"),
  // Below 0 is the user Community, whose service keys are.
  account: whole(-1),
  steps: list(object({ source: text, action: oneOf(...actions), digest }))
});
var permissions = object({
  editableBy: oneOf("everyone", "owner", "specific"),
  users: list(whole(0)),
  groups: list(whole(0))
});
var anyHole = object(
  { field: oneOf("body", "answer"), at: whole(0), for: text, else: text },
  ["else"]
);
var holes = list((value) => {
  const hole = anyHole(value);
  if (hole.else === void 0 && imageDigest(hole.for) === null)
    throw new Misfit("an address for a source without a post", void 0, "else");
  return hole;
});
var shared = { title: text, body: text, tags: list(text), holes };
var article = object(
  {
    ...shared,
    kind: oneOf("article"),
    type: oneOf(...articleTypes),
    permissions: nullable(permissions)
  },
  ["holes"]
);
var question = object({ ...shared, kind: oneOf("question"), answer: text }, [
  "holes"
]);
var contentShape = (value) => {
  const found = isObject(value) && value["kind"];
  if (found === "article") return article(value);
  if (found === "question") return question(value);
  throw new Misfit("an article or a question", value);
};

// src/adapters/ledger/schema-1.ts
var record1 = object({
  ...sharedMembers,
  file: nullable(text),
  of: sourceCount,
  revision: text,
  settings: digest,
  form: normalizationList
});
var unread = { revision: "", settings: `sha256:${"0".repeat(64)}` };
var recordShape1 = (value) => {
  const { file, of, form, revision, settings, ...shared2 } = record1(value);
  return {
    ...shared2,
    postedBy: shared2.plan,
    provenance: file === null ? null : provenanceOf(file),
    sourceCount: of,
    revision: revision === unread.revision ? null : revision,
    settings: settings === unread.settings ? null : settings,
    normalizations: form,
    unsettled: null,
    dependsOn: {},
    filled: {},
    members: null,
    skipped: null
  };
};
var pullRequests1 = nullable(
  object(
    { at: instant, pending: list(pullNumber), query: digest },
    ["query"]
  )
);
function provenanceOf(file) {
  const [, number] = /^pull\/([1-9]\d{0,9})$/.exec(file) ?? [];
  return number === void 0 ? { kind: "file", path: file } : { kind: "pull-request", number: Number(number) };
}

// src/adapters/ledger/ledger-shape.ts
var cursor = object(
  {
    at: instant,
    foreign: whole(Number.MIN_SAFE_INTEGER),
    swept: instant,
    checked: whole(1),
    sought: map(digest, list(whole(1), 1e3))
  },
  ["checked", "sought"]
);
var encoding = oneOf("raw", "once", "twice");
var encodings = object({ title: nullable(encoding), body: nullable(encoding) });
var approver = object({ id: nullable(whole(0)), login: text });
var evidence = object(
  {
    mechanism: oneOf(...mechanisms),
    verified: flag,
    by: nullable(approver),
    others: list(approver, 100),
    evidence: nullable(text),
    digest,
    at: instant
  },
  ["others"]
);
var memory = object({
  filter: nullable(object({ id: matching("the id of a filter", isFilterId), safe: flag })),
  wholeLists: list(oneOf("article", "question"), 2),
  lacks: list(oneOf(...lacks), lacks.length)
});
var head = {
  destination: nullable(object({ tier, site: text, team: nullable(text) })),
  started: nullable(instant),
  cursors: object({ article: cursor, question: cursor }, [
    "article",
    "question"
  ]),
  encodings: object({ v3: encodings, "v2.3": encodings }, ["v3", "v2.3"]),
  approvals: map(digest, evidence),
  plans: map(digest, instant)
};
function sourceCursor(name) {
  return object(
    {
      at: instant,
      pending: list(name, mostPending),
      query: digest,
      unreleased: list(pullNumber, 1e5)
    },
    ["query", "unreleased"]
  );
}
var head2 = {
  ...head,
  schema: oneOf(2),
  // Below 0 is the user Community, whose service keys are.
  account: whole(-1),
  siteMemory: object({ v3: memory, "v2.3": memory }, ["v3", "v2.3"]),
  // Whether they are addresses of the site is asked where they are used.
  images: map(digest, object({ url: text, plan: digest, at: instant })),
  sourceCursors: object(
    { "pull-requests": sourceCursor(pullNumber), releases: sourceCursor(text) },
    ["pull-requests", "releases"]
  )
};
var index1 = object({
  ...head,
  schema: oneOf(1),
  pullRequests: pullRequests1,
  records: anyObject
});
var optionalHead = ["account", "siteMemory", "images"];
var index2 = object(
  { ...head2, records: anyObject },
  [...optionalHead]
);
var storedHead = ({
  sourceCursors,
  destination,
  account,
  started,
  cursors,
  encodings: learned,
  siteMemory,
  approvals,
  plans,
  images
}) => object(head2, [...optionalHead])({
  schema: 2,
  destination,
  ...account !== void 0 && { account },
  started,
  sourceCursors: {
    ...withPending(sourceCursors, "pull-requests", changeNumber),
    ...withPending(
      sourceCursors,
      "releases",
      (each) => each.kind === "release" ? [each.tag] : []
    )
  },
  cursors,
  encodings: learned,
  ...Object.keys(siteMemory).length > 0 && { siteMemory },
  approvals,
  plans,
  ...Object.keys(images).length > 0 && { images }
});
function withPending(cursors, listed, nameOf) {
  const cursor2 = cursors[listed];
  if (!cursor2) return {};
  return { [listed]: { ...cursor2, pending: cursor2.pending.flatMap(nameOf) } };
}
var indexShape = (value) => {
  if (isObject(value) && value["schema"] === 1) {
    const { pullRequests, records: records2, ...rest2 } = index1(value);
    const pulls2 = pullRequests && pullRequestCursor(pullRequests);
    return {
      ...headOf(rest2),
      siteMemory: {},
      images: {},
      sourceCursors: pulls2 ? { "pull-requests": pulls2 } : {},
      ...readRecords(records2, recordShape1)
    };
  }
  const {
    sourceCursors: stored,
    siteMemory = {},
    images = {},
    account,
    records,
    ...rest
  } = index2(value);
  const pulls = stored["pull-requests"];
  const releases = stored.releases;
  return {
    ...headOf(rest),
    ...account !== void 0 && { account },
    siteMemory,
    images,
    sourceCursors: {
      ...pulls && { "pull-requests": pullRequestCursor(pulls) },
      ...releases && {
        releases: {
          ...releases,
          pending: releases.pending.map((tag) => ({ kind: "release", tag }))
        }
      }
    },
    ...readRecords(records, recordShape)
  };
};
function headOf({
  destination,
  started,
  cursors,
  encodings: learned,
  approvals,
  plans
}) {
  return { destination, started, cursors, encodings: learned, approvals, plans };
}
function pullRequestCursor({ pending, ...seen }) {
  return { ...seen, pending: pending.map((number) => ({ kind: "pull-request", number })) };
}
function readRecords(stored, shape) {
  const records = /* @__PURE__ */ Object.create(null);
  const broken = /* @__PURE__ */ Object.create(null);
  const holders = /* @__PURE__ */ new Map();
  const put = (key, flaw) => {
    delete records[key];
    broken[key] = { stored: stored[key], flaw };
  };
  for (const key of Object.keys(stored)) {
    const read = readRecord(stored[key], shape);
    if (typeof read === "string") {
      put(key, read);
      continue;
    }
    records[key] = read;
    if (read.post === null) continue;
    const post = `${read.kind} ${read.post.id}`;
    const other = holders.get(post);
    if (other !== void 0) {
      put(key, `it has ${post}, as ${JSON.stringify(other)} has`);
      put(other, `it has ${post}, as ${JSON.stringify(key)} has`);
    }
    holders.set(post, key);
  }
  return { records, broken };
}
function readRecord(stored, shape) {
  try {
    const record = shape(stored);
    return recordFlaw(record) ?? record;
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    return `${error.place || "it"} is ${error.seen}, expected ${error.expected}`;
  }
}
var unchecked = (value) => value;
var documentShape = object({
  schema: oneOf(1, 2),
  index: unchecked,
  texts: map(digest, unchecked),
  plans: map(digest, unchecked)
});

// src/adapters/ledger/ledger-format.ts
var schema = 2;
function encodeIndex(index) {
  return [...indexPieces(index)].join("");
}
function* indexPieces(index) {
  yield* indexLines(index);
  yield "\n";
}
function decodeIndex(json, name) {
  return checkIndex(parseLedgerJson(json, name), name, "");
}
function encodeDocument(document) {
  const pieces = [
    `{
"schema": ${schema},
"index": `,
    ...indexLines(document.index),
    ',\n"texts": ',
    ...lines(document.texts, canonicalJson),
    ',\n"plans": ',
    ...lines(document.plans, canonicalJson),
    "\n}\n"
  ];
  return pieces.join("");
}
function decodeDocument(json, name) {
  const parsed2 = parseLedgerJson(json, name);
  refuseNewer(parsed2, name);
  const { index, texts, plans } = checkShape(documentShape, parsed2, name);
  return { index: checkIndex(index, name, "index"), texts, plans };
}
function namedTexts({ records, broken }) {
  const named = /* @__PURE__ */ new Set();
  for (const { base, intent: intent2 } of Object.values(records)) {
    if (base !== null) named.add(base);
    if (intent2 !== null && intent2.content !== null) named.add(intent2.content);
  }
  for (const { stored } of Object.values(broken))
    for (const [digest2] of JSON.stringify(stored).matchAll(/sha256:[0-9a-f]{64}/g))
      named.add(digest2);
  return named;
}
var headMembers = [
  "destination",
  "account",
  "started",
  "sourceCursors",
  "cursors",
  "encodings",
  "siteMemory"
];
function* indexLines(index) {
  const head3 = writable(() => storedHead(index), []);
  const record = (each, key) => "stored" in each ? each.stored : writable(() => toStoredRecord(each), ["records", key]);
  yield `{
"schema": ${schema},
`;
  for (const name of headMembers)
    if (head3[name] !== void 0) yield `"${name}": ${JSON.stringify(head3[name])},
`;
  for (const name of ["approvals", "plans", "images"]) {
    const entries = head3[name];
    if (!entries) continue;
    yield `"${name}": `;
    yield* lines(entries, (entry) => JSON.stringify(entry));
    yield ",\n";
  }
  yield '"records": ';
  yield* lines(allRecords(index), (each, key) => JSON.stringify(record(each, key)));
  yield "\n}";
}
function allRecords({
  records,
  broken
}) {
  const keys = Object.keys(broken);
  if (keys.length === 0) return records;
  return Object.assign(
    /* @__PURE__ */ Object.create(null),
    broken,
    records
  );
}
function* lines(entries, write) {
  const sorted = Object.keys(entries).sort();
  let before = "{\n";
  for (const key of sorted) {
    yield `${before}${JSON.stringify(key)}: ${write(entries[key], key)}`;
    before = ",\n";
  }
  yield sorted.length === 0 ? "{}" : "\n}";
}
function writable(check, path) {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    error.path.unshift(...path);
    throw new Fault(
      "internal",
      "internal",
      `Cannot write the ledger: ${error.place} should be ${error.expected}, and is ${error.seen}`,
      { remedy: "Report this as a bug.", cause: error }
    );
  }
}
function checkIndex(value, name, path) {
  refuseNewer(value, name);
  return checkShape(indexShape, value, name, path);
}
function refuseNewer(value, name) {
  const found = isObject(value) && value["schema"];
  if (typeof found === "number" && found > schema) {
    throw new Fault(
      "ledger",
      "ledger-newer",
      `Cannot read the ledger ${name}: its schema is ${found}, and this version reads up to ${schema}`,
      { remedy: "Use the version of stack-publish that wrote the ledger, or a newer one." }
    );
  }
}

// src/adapters/ledger/entry-files.ts
var entryFolders = ["texts", "plans"];
function entryReaders(find) {
  const reader = (folder, shape) => async (digest2) => {
    const found = isDigest(digest2) ? await find(folder, digest2) : null;
    if (found === null) return null;
    const entry = checkShape(shape, found.entry, found.name);
    const seen = digestOf(entry);
    if (seen === digest2) return entry;
    throw unreadable(found.name, `the content of ${digest2} has the digest ${seen}`);
  };
  return { text: reader("texts", contentShape), plan: reader("plans", planShape) };
}
function entryPath(folder, digest2) {
  return `${folder}/${digest2.slice("sha256:".length)}.json`;
}
function entryFiles({ index, texts = [], plans = [] }) {
  const named = /* @__PURE__ */ new Set([
    ...[...namedTexts(index)].map((digest2) => entryPath("texts", digest2)),
    ...Object.keys(index.plans).map((digest2) => entryPath("plans", digest2))
  ]);
  const given = [
    ...texts.map((text2) => [entryPath("texts", digestOf(text2)), text2]),
    ...plans.map((plan) => [entryPath("plans", digestOf(plan)), plan])
  ];
  const added = given.filter(([path]) => named.has(path)).map(([path, entry]) => [path, canonicalJson(entry)]);
  return { named, added: new Map(added) };
}

export {
  unreadable,
  parseLedgerJson,
  decodeUtf8,
  encodeIndex,
  indexPieces,
  decodeIndex,
  encodeDocument,
  decodeDocument,
  namedTexts,
  entryFolders,
  entryReaders,
  entryPath,
  entryFiles
};
