import {
  blankMemory
} from "./model.site-memory.js";

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

// src/model/ledger.ts
var normalizations = ["crlf", "trailing-space", "final-newline", "tag-replaced"];
function blankRecord(known) {
  return {
    kind: known.kind,
    post: null,
    complete: false,
    version: 0,
    provenance: known.provenance,
    sourceCount: known.sourceCount,
    revision: known.revision,
    settings: known.settings,
    base: null,
    title: known.title,
    text: null,
    step: null,
    plan: null,
    postedBy: null,
    activity: null,
    edited: false,
    unsettled: null,
    normalizations: [],
    gone: false,
    otherOwner: false,
    forgotten: false,
    skipped: null,
    resolution: null,
    intent: null,
    dependsOn: known.dependsOn,
    filled: {},
    members: known.members
  };
}
function copyOfRecords(records) {
  return Object.assign(/* @__PURE__ */ Object.create(null), records);
}
function postOwners(records) {
  const owners = /* @__PURE__ */ new Map();
  const nameOf = ({ kind, id }) => `${kind} ${id}`;
  for (const [key, { post }] of Object.entries(records)) if (post) owners.set(nameOf(post), key);
  return (post) => owners.get(nameOf(post)) ?? null;
}
var emptyLedger = {
  destination: null,
  started: null,
  sourceCursors: {},
  cursors: {},
  encodings: {},
  siteMemory: {},
  approvals: {},
  plans: {},
  images: {},
  records: copyOfRecords({}),
  broken: {}
};
function withClaimed(cursors, kind, claimed = 1) {
  const cursor = cursors[kind];
  if (!cursor || claimed === 0) return cursors;
  return { ...cursors, [kind]: { ...cursor, foreign: cursor.foreign - claimed } };
}
function withMemory(index, api, memory) {
  if (memory === null || sameJson(memory, index.siteMemory[api] ?? blankMemory)) return index;
  return { ...index, siteMemory: { ...index.siteMemory, [api]: memory } };
}
function withAccount(change, account) {
  return { ...change, index: { ...change.index, account } };
}
function withoutBroken(index, source) {
  if (!Object.hasOwn(index.broken, source)) return index;
  return {
    ...index,
    broken: Object.fromEntries(Object.entries(index.broken).filter(([key]) => key !== source))
  };
}

export {
  sameJson,
  normalizations,
  blankRecord,
  copyOfRecords,
  postOwners,
  emptyLedger,
  withClaimed,
  withMemory,
  withAccount,
  withoutBroken
};
