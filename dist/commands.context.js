// src/commands/context.ts
var wholePlan = { sources: [], full: false, recompose: false };

export {
  wholePlan
};
