// src/model/evidence.ts
var mechanisms = [
  "environment",
  "dispatch",
  "comment",
  "gitlab",
  "azure",
  "jenkins",
  "buildkite",
  "asserted"
];

export {
  mechanisms
};
