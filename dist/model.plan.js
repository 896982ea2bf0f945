import {
  digestOf
} from "./model.digest.js";

// src/model/plan.ts
var actions = ["create", "update", "merge", "overwrite", "adopt"];
var createReasons = ["deleted", "kind-changed", "title-taken"];
function stepDigest(step) {
  return digestOf(step);
}
function indexOf(destination, account, steps) {
  return {
    schema: 1,
    ...destination,
    account,
    steps: steps.map(({ step }) => ({
      source: step.source,
      action: step.action,
      digest: stepDigest(step)
    }))
  };
}

export {
  actions,
  createReasons,
  stepDigest,
  indexOf
};
