// src/report/approval-ways.ts
function approvalWays(digest, accept) {
  const ways = {
    environment: {
      sentence: "To approve it, approve the deployment that waits in this run.",
      line: null
    },
    comment: {
      sentence: "To approve it, comment on a pull request with this line alone:",
      line: `/publish ${digest}`,
      more: "To leave a step out, add a line `except SOURCE` for it."
    },
    dispatch: {
      sentence: "To approve it, start the workflow by hand with this digest:",
      line: digest
    },
    asserted: {
      sentence: "To approve it, run:",
      line: `stack-publish publish --digest ${digest}`
    }
  };
  return Object.entries(ways).flatMap(
    ([mechanism, way]) => accept.includes(mechanism) ? [way] : []
  );
}

export {
  approvalWays
};
