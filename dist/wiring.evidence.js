import {
  assertedSource
} from "./approval.asserted.js";

// src/approval/own-decision.ts
var ownDecision = {
  by: null,
  async requireCurrent() {
  },
  answered: (work) => work(),
  requests: { total: 0, writes: 0 },
  async [Symbol.asyncDispose]() {
  }
};

// src/wiring/evidence.ts
var verifyingCis = [
  {
    mechanisms: ["environment", "dispatch", "comment"],
    isHere: ({ event }) => event !== null,
    load: async () => (await import("./wiring.ci.github-evidence.js")).openGitHubEvidence
  },
  {
    mechanisms: ["gitlab"],
    // A step of the Action is a run of GitHub, whatever its variables say.
    isHere: ({ event, gitlab }) => event === null && gitlab.isRunner,
    load: async () => (await import("./wiring.ci.gitlab-evidence.js")).openGitLabEvidence
  },
  {
    mechanisms: ["buildkite"],
    isHere: ({ event, buildkite }) => event === null && buildkite.isRunner,
    load: async () => (await import("./wiring.ci.buildkite-evidence.js")).openBuildkiteEvidence
  },
  {
    mechanisms: ["azure"],
    isHere: ({ event, azure }) => event === null && azure.isRunner,
    load: async () => (await import("./wiring.ci.azure-evidence.js")).openAzureEvidence
  }
];
var readableMechanisms = [
  ...verifyingCis.flatMap(({ mechanisms }) => mechanisms),
  "asserted"
];
function canVerify(environment) {
  return verifyingCis.some(({ isHere }) => isHere(environment));
}
var openEvidence = async (environment, context, given) => {
  const ci = verifyingCis.find(({ isHere }) => isHere(environment));
  if (!ci) return assertedSource(environment.operator, () => context.site.now());
  return (await ci.load())(environment, context, given);
};
async function openDecision(environment, context) {
  if (environment.event === null) return ownDecision;
  const { openGitHubDecision } = await import("./wiring.ci.github-decision.js");
  return openGitHubDecision(environment, context);
}

export {
  readableMechanisms,
  canVerify,
  openEvidence,
  openDecision
};
