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
    activity: null,
    edited: false,
    unsettled: null,
    normalizations: [],
    gone: false,
    otherOwner: false,
    forgotten: false,
    resolution: null,
    intent: null,
    dependsOn: {},
    filled: {},
    members: null
  };
}
var mostPending = 1e3;
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
  approvals: {},
  plans: {},
  records: copyOfRecords({}),
  broken: {}
};
function withClaimed(cursors, kind, claimed = 1) {
  const cursor = cursors[kind];
  if (!cursor || claimed === 0) return cursors;
  return { ...cursors, [kind]: { ...cursor, foreign: cursor.foreign - claimed } };
}
function withoutBroken(index, source) {
  if (!Object.hasOwn(index.broken, source)) return index;
  return {
    ...index,
    broken: Object.fromEntries(Object.entries(index.broken).filter(([key]) => key !== source))
  };
}

export {
  normalizations,
  blankRecord,
  mostPending,
  copyOfRecords,
  postOwners,
  emptyLedger,
  withClaimed,
  withoutBroken
};
