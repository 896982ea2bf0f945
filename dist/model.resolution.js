// src/model/resolution.ts
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
var resolutionNames = Object.keys(resolutions);

export {
  resolutions,
  resolutionNames
};
