// src/commands/resolve/resolutions.ts
var resolutions = {
  source: { about: "take what the source says (a step to approve)", needsApproval: true },
  site: { about: "keep what the site has", needsApproval: false },
  recreate: { about: "post it again (a step to approve)", needsApproval: true },
  forget: {
    about: "leave the source alone from now on, also one that is gone",
    needsApproval: false
  },
  skip: {
    about: "do not publish what it says now; it comes back once it changes",
    needsApproval: false
  }
};
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
  resolutions,
  fittingResolutions,
  waysOut
};
