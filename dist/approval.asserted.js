// src/approval/asserted.ts
function asserted(digest, operator, at) {
  return {
    evidence: {
      mechanism: "asserted",
      verified: false,
      by: operator === null ? null : { id: null, login: operator },
      evidence: null,
      digest,
      at
    },
    people: [],
    attempt: 1
  };
}
function assertedSource(operator, now) {
  return {
    read: async (digest) => asserted(digest, operator, now()),
    digest: null,
    authorsOf: null,
    requests: { total: 0, writes: 0 },
    answered: (work) => work(),
    async [Symbol.asyncDispose]() {
    }
  };
}

export {
  asserted,
  assertedSource
};
