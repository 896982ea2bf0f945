// src/report/how-to-approve.ts
function anyPlace(accept, environment) {
  return {
    ways: accept,
    isKnown: false,
    environment,
    run: null,
    workflow: null,
    takesExcept: false,
    decision: null,
    isWaiting: false
  };
}
var inOrder = [
  "environment",
  "gitlab",
  "buildkite",
  "azure",
  "comment",
  "dispatch",
  "asserted"
];
function howToApprove(digest, place) {
  const told = inOrder.flatMap((way) => place.ways.includes(way) ? [way] : []);
  const shown = place.isKnown ? told.slice(0, 1) : told;
  const isEither = place.isKnown && told[0] === "comment" && told.includes("dispatch");
  return {
    ways: shown.map((way) => wayTo(way, digest, place)),
    rest: [
      ...isEither ? [["Or ", ...byHand(place), " with that digest."]] : [],
      ["To leave out for good what a source says now, ", ...skipping(place), ", and plan again."]
    ]
  };
}
function wayTo(way, digest, place) {
  switch (way) {
    case "environment": {
      const deployment = ["approve the deployment to ", { code: place.environment }];
      const sentence = place.isWaiting ? [
        "This very plan waits for its approval in an earlier run already: ",
        ...deployment,
        " there, or ",
        ...byHand(place),
        " to be asked again. Its digest:"
      ] : [
        ...capital(deployment),
        " that waits in ",
        { text: "this run", address: place.run },
        ". It publishes what has this digest, and nothing else:"
      ];
      return { sentence, line: digest, more: null };
    }
    case "gitlab":
      return {
        sentence: [
          "Start the job of this pipeline that publishes, once the deployment to ",
          { code: place.environment },
          " has the approvals that it wants. It publishes what has this digest, and nothing else:"
        ],
        line: digest,
        more: null
      };
    case "buildkite":
      return {
        sentence: [
          "Unblock the block step of this build that stands before the step that publishes. It publishes what has this digest, and nothing else:"
        ],
        line: digest,
        more: null
      };
    case "azure":
      return {
        sentence: [
          "Approve the stage of this run that publishes. It publishes what has this digest, and nothing else:"
        ],
        line: digest,
        more: null
      };
    case "comment":
      return {
        sentence: ["Comment on a pull request with this line alone:"],
        line: `/publish ${digest}`,
        more: ["To leave a step out, add a line ", { code: "except SOURCE" }, " for it."]
      };
    case "dispatch": {
      const { workflow, takesExcept } = place;
      const how = workflow === null ? "" : ", or at a terminal";
      return {
        sentence: [...capital(byHand(place)), ` with its digest${how}:`],
        line: workflow === null ? digest : `gh workflow run ${workflow.file} -f digest=${digest}`,
        more: takesExcept ? ["To leave a step out, name its source in the input ", { code: "except" }, "."] : null
      };
    }
    case "asserted":
      return {
        sentence: ["Run:"],
        line: `stack-publish publish --digest ${digest}`,
        more: ["To leave a step out, add ", { code: "--except SOURCE" }, " for it."]
      };
  }
}
function byHand({ workflow }) {
  return ["start ", { text: "the workflow", address: workflow?.page ?? null }, " by hand"];
}
function skipping({ decision }) {
  switch (decision?.by) {
    case void 0:
      return ["run ", { code: "stack-publish resolve SOURCE skip" }];
    case "comment":
      return ["comment on a pull request with ", { code: "/resolve SOURCE skip" }, " alone"];
    case "dispatch": {
      const { page } = decision.workflow;
      const given = [{ code: "source" }, " and the resolution ", { code: "skip" }];
      return ["start ", { text: "the workflow", address: page }, " by hand with its ", ...given];
    }
  }
}
function capital([first = "", ...rest]) {
  return typeof first === "string" ? [first.charAt(0).toUpperCase() + first.slice(1), ...rest] : [first, ...rest];
}

export {
  anyPlace,
  howToApprove
};
