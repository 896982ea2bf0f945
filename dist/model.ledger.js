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
    normalizations: [],
    gone: false,
    otherOwner: false,
    forgotten: false,
    resolution: null,
    intent: null
  };
}
var emptyLedger = {
  schema: 1,
  destination: null,
  started: null,
  sourceCursors: {},
  cursors: {},
  encodings: {},
  approvals: {},
  plans: {},
  records: {}
};

export {
  normalizations,
  blankRecord,
  emptyLedger
};
