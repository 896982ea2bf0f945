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

export {
  asserted
};
