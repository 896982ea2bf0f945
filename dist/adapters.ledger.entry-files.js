import {
  actions
} from "./model.plan.js";
import {
  normalizations
} from "./model.ledger.js";
import {
  provenanceText
} from "./model.provenance.js";
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
} from "./adapters.is-object.js";
import {
  mechanisms
} from "./model.evidence.js";
import {
  articleTypes
} from "./model.draft.js";
import {
  Fault
} from "./model.error.js";

// src/adapters/ledger/unreadable.ts
function unreadable(name, seen, line = null, cause) {
  return new Fault("ledger", "ledger-unreadable", `Cannot read the ledger ${name}: ${seen}`, {
    remedy: "Restore the last good state of the ledger from its history or a backup.",
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

// src/adapters/ledger/stored-record.ts
var unread = { revision: "", settings: `sha256:${"0".repeat(64)}` };
function fromStoredRecord(stored) {
  return {
    kind: stored.kind,
    post: stored.post,
    complete: stored.complete,
    version: stored.version,
    provenance: stored.file === null ? null : provenanceOf(stored.file),
    sourceCount: stored.of,
    revision: stored.revision === unread.revision ? null : stored.revision,
    settings: stored.settings === unread.settings ? null : stored.settings,
    base: stored.base,
    title: stored.title,
    text: stored.text,
    step: stored.step,
    plan: stored.plan,
    activity: stored.activity,
    edited: stored.edited,
    normalizations: stored.form,
    gone: stored.gone,
    otherOwner: stored.otherOwner,
    forgotten: stored.forgotten,
    resolution: stored.resolution,
    intent: stored.intent
  };
}
function toStoredRecord(record) {
  return {
    kind: record.kind,
    post: record.post,
    complete: record.complete,
    version: record.version,
    file: record.provenance && provenanceText(record.provenance),
    of: record.sourceCount,
    revision: record.revision ?? unread.revision,
    settings: record.settings ?? unread.settings,
    base: record.base,
    title: record.title,
    text: record.text,
    step: record.step,
    plan: record.plan,
    activity: record.activity,
    edited: record.edited,
    form: record.normalizations,
    gone: record.gone,
    otherOwner: record.otherOwner,
    forgotten: record.forgotten,
    resolution: record.resolution,
    intent: record.intent
  };
}
function fromStoredPullRequests({ pending, ...seen }) {
  return { ...seen, pending: pending.map((number) => ({ kind: "pull-request", number })) };
}
function toStoredPullRequests({ pending, ...seen }) {
  const numbers = pending.flatMap((each) => each.kind === "pull-request" ? [each.number] : []);
  return { ...seen, pending: numbers };
}
function provenanceOf(file) {
  const [, number] = /^pull\/([1-9]\d{0,14})$/.exec(file) ?? [];
  return number === void 0 ? { kind: "file", path: file } : { kind: "pull-request", number: Number(number) };
}

// src/adapters/ledger/ledger-shape.ts
var digest = matching("sha256: and 64 hexadecimal digits", isDigest);
var instant = whole(0);
var id = whole(1);
var kind = oneOf("article", "question");
var tier = oneOf("business", "enterprise");
var post = object({ kind, id, answer: id }, ["answer"]);
var run = object({ id: text, host: text, pid: id, started: text });
var intent = object({
  action: oneOf("create", "update", "merge"),
  step: digest,
  plan: digest,
  content: nullable(digest),
  at: instant,
  run,
  outcome: oneOf("open", "unknown", "rejected")
});
var storedRecordShape = object({
  kind,
  post: nullable(post),
  complete: flag,
  version: whole(0),
  file: nullable(text),
  of: whole(1),
  revision: text,
  settings: digest,
  base: nullable(digest),
  title: text,
  text: nullable(digest),
  step: nullable(digest),
  plan: nullable(digest),
  activity: nullable(instant),
  edited: flag,
  form: list(oneOf(...normalizations)),
  gone: flag,
  otherOwner: flag,
  forgotten: flag,
  resolution: nullable(object({ kind: oneOf("source", "recreate"), activity: nullable(instant) })),
  intent: nullable(intent)
});
var cursor = object({
  at: instant,
  foreign: whole(Number.MIN_SAFE_INTEGER),
  swept: instant
});
var encoding = oneOf("raw", "once", "twice");
var encodings = object({ title: nullable(encoding), body: nullable(encoding) });
var evidence = object({
  mechanism: oneOf(...mechanisms),
  verified: flag,
  by: nullable(object({ id: nullable(whole(0)), login: text })),
  evidence: nullable(text),
  digest,
  at: instant
});
var head = {
  schema: oneOf(1),
  destination: nullable(object({ tier, site: text, team: nullable(text) })),
  started: nullable(instant),
  pullRequests: nullable(
    object({ at: instant, pending: list(whole(1)), query: digest }, ["query"])
  ),
  cursors: object({ article: cursor, question: cursor }, [
    "article",
    "question"
  ]),
  encodings: object({ v3: encodings, "v2.3": encodings }, ["v3", "v2.3"]),
  approvals: map(digest, evidence),
  plans: map(digest, instant)
};
var indexHeadShape = object(head);
var storedRecords = map(text, storedRecordShape);
function fromStoredRecords(stored) {
  const records = /* @__PURE__ */ Object.create(null);
  for (const key in stored) {
    const record = stored[key];
    if (record) records[key] = fromStoredRecord(record);
  }
  return records;
}
var storedIndexShape = object({
  ...head,
  records: (value) => fromStoredRecords(storedRecords(value))
});
var indexShape = (value) => {
  const { pullRequests, ...index } = storedIndexShape(value);
  return {
    ...index,
    sourceCursors: pullRequests ? { "pull-requests": fromStoredPullRequests(pullRequests) } : {}
  };
};
var planShape = object({
  schema: oneOf(1),
  tier,
  site: text,
  team: nullable(text),
  api: oneOf("v3", "v2.3"),
  account: whole(0),
  steps: list(object({ source: text, action: oneOf(...actions), digest }))
});
var permissions = object({
  editableBy: oneOf("everyone", "owner", "specific"),
  users: list(whole(0)),
  groups: list(whole(0))
});
var holes = list(
  object({ field: oneOf("body", "answer"), at: whole(0), for: text, else: text }, ["else"])
);
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
var unchecked = (value) => value;
var documentShape = object({
  schema: oneOf(1),
  index: unchecked,
  texts: map(digest, unchecked),
  plans: map(digest, unchecked)
});

// src/adapters/ledger/ledger-format.ts
var schema = 1;
function encodeIndex(index) {
  return `${indexLines(index)}
`;
}
function decodeIndex(json, name) {
  return checkIndex(parseLedgerJson(json, name), name, "");
}
function encodeDocument(document) {
  return `{
"schema": ${schema},
"index": ${indexLines(document.index)},
"texts": ${lines(document.texts, canonicalJson)},
"plans": ${lines(document.plans, canonicalJson)}
}
`;
}
function decodeDocument(json, name) {
  const parsed2 = parseLedgerJson(json, name);
  refuseNewer(parsed2, name);
  const { index, texts, plans } = checkShape(documentShape, parsed2, name);
  return { index: checkIndex(index, name, "index"), texts, plans };
}
function namedTexts(index) {
  const named = /* @__PURE__ */ new Set();
  for (const { base, intent: intent2 } of Object.values(index.records)) {
    if (base !== null) named.add(base);
    if (intent2 !== null && intent2.content !== null) named.add(intent2.content);
  }
  return named;
}
function indexLines({ records, sourceCursors, ...index }) {
  const cursor2 = sourceCursors["pull-requests"];
  const pullRequests = cursor2 ? toStoredPullRequests(cursor2) : null;
  const head2 = writable(() => indexHeadShape({ ...index, pullRequests }), []);
  const record = (each, key) => writable(() => storedRecordShape(toStoredRecord(each)), ["records", key]);
  const members = [
    `"schema": ${schema}`,
    ...["destination", "started", "pullRequests", "cursors", "encodings"].map(
      (name) => `"${name}": ${JSON.stringify(head2[name])}`
    ),
    `"approvals": ${lines(head2.approvals, (entry) => JSON.stringify(entry))}`,
    `"plans": ${lines(head2.plans, (entry) => JSON.stringify(entry))}`,
    `"records": ${lines(records, (each, key) => JSON.stringify(record(each, key)))}`
  ];
  return `{
${members.join(",\n")}
}`;
}
function lines(entries, write) {
  const sorted = Object.keys(entries).sort();
  if (sorted.length === 0) return "{}";
  const line = (key) => `${JSON.stringify(key)}: ${write(entries[key], key)}`;
  return `{
${sorted.map(line).join(",\n")}
}`;
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
  decodeIndex,
  encodeDocument,
  decodeDocument,
  namedTexts,
  entryFolders,
  entryReaders,
  entryPath,
  entryFiles
};
