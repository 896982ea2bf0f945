// src/commands/planning-options.ts
var planningOptions = {
  source: { type: "string", multiple: true, value: "KEY", about: "only these sources" },
  full: { type: "boolean", about: "read every post" },
  recompose: {
    type: "boolean",
    about: "compose every source anew, also those that did not change"
  }
};
var wholePlan = { source: [], full: false, recompose: false };

export {
  planningOptions,
  wholePlan
};
