// src/commands/resolve/resolutions.ts
var fittingResolutions = {
  conflict: ["source", "site", "forget"],
  "no-base": ["source", "site", "forget"],
  encoding: ["source", "site", "forget"],
  public: ["source", "site", "forget"],
  moved: ["source", "site", "forget"],
  locked: ["forget"],
  deleted: ["recreate", "forget"],
  "kind-changed": ["recreate", "forget"],
  "title-taken": ["source", "forget"],
  ambiguous: ["forget"],
  ledger: ["forget"],
  "too-long": ["forget"],
  "in-progress": [],
  "outcome-unknown": []
};
function waysOut({
  reason,
  ours,
  renamedFrom,
  isProposal
}) {
  if (isProposal) return ["skip"];
  const fitting = fittingResolutions[reason];
  const maySkip = fitting.length > 0 && ours !== null && renamedFrom === null;
  return maySkip ? [...fitting, "skip"] : fitting;
}

export {
  fittingResolutions,
  waysOut
};
