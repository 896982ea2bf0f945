import {
  readGitHub
} from "./wiring.ci.github.js";

// src/wiring/ci/azure.ts
function readAzure(variables) {
  const given = (name) => variables[name]?.trim() || null;
  return {
    isRunner: /^true$/i.test(variables["TF_BUILD"] ?? ""),
    collection: given("SYSTEM_COLLECTIONURI"),
    project: given("SYSTEM_TEAMPROJECTID"),
    run: given("BUILD_BUILDID"),
    job: given("SYSTEM_JOBID"),
    givenToken: variables["SYSTEM_ACCESSTOKEN"] || null
  };
}

// src/wiring/ci/buildkite.ts
function readBuildkite(variables) {
  const given = (name) => variables[name]?.trim() || null;
  return {
    isRunner: variables["BUILDKITE"] === "true",
    organization: given("BUILDKITE_ORGANIZATION_SLUG"),
    pipeline: given("BUILDKITE_PIPELINE_SLUG"),
    build: given("BUILDKITE_BUILD_NUMBER"),
    job: given("BUILDKITE_JOB_ID"),
    givenToken: variables["BUILDKITE_API_TOKEN"] || null,
    oidcToken: variables["BUILDKITE_OIDC_TOKEN"] || null,
    client: given("BUILDKITE_CLIENT_ID"),
    apiUrl: given("BUILDKITE_API_URL")
  };
}

// src/wiring/ci/gitlab.ts
function readGitLab(variables) {
  const given = (name) => variables[name]?.trim().replace(/\/+$/, "") || null;
  return {
    // What runs such jobs elsewhere sets it to `false`.
    isRunner: variables["GITLAB_CI"] === "true",
    defaultBranch: given("CI_DEFAULT_BRANCH"),
    apiUrl: given("CI_API_V4_URL"),
    project: given("CI_PROJECT_PATH") ?? given("CI_PROJECT_ID"),
    givenToken: variables["GITLAB_TOKEN"] || null,
    jobToken: variables["CI_JOB_TOKEN"] || null,
    givenCommentToken: variables["GITLAB_COMMENT_TOKEN"] || null,
    isManual: variables["CI_JOB_MANUAL"] === "true",
    job: /^[1-9]\d{0,15}$/.exec(variables["CI_JOB_ID"] ?? "")?.[0] ?? null,
    mergeRequest: mergeRequestIn(variables)
  };
}
function mergeRequestIn(variables) {
  const [here, there] = [variables["CI_PROJECT_ID"], variables["CI_MERGE_REQUEST_PROJECT_ID"]];
  const [iid] = /^[1-9]\d{0,8}$/.exec(variables["CI_MERGE_REQUEST_IID"] ?? "") ?? [];
  return iid === void 0 || there !== void 0 && there !== here ? null : Number(iid);
}

// src/wiring/variables.ts
var secretVariables = {
  stackToken: "STACK_ACCESS_TOKEN",
  stackApiKey: "STACK_API_KEY",
  gitHubToken: "GITHUB_TOKEN",
  giteaRolesToken: "GITEA_ROLES_TOKEN",
  gitLabToken: "GITLAB_TOKEN",
  gitLabCommentToken: "GITLAB_COMMENT_TOKEN",
  gitLabJobToken: "CI_JOB_TOKEN",
  buildkiteToken: "BUILDKITE_API_TOKEN",
  buildkiteOidcToken: "BUILDKITE_OIDC_TOKEN",
  azureToken: "SYSTEM_ACCESSTOKEN"
};

// src/wiring/environment.ts
function secretsOf(environment) {
  const { stackToken, stackApiKey, github, gitlab, buildkite, azure } = environment;
  const { givenToken, jobToken, givenCommentToken } = gitlab;
  const forges = [
    github.givenToken,
    github.givenRolesToken,
    givenToken,
    jobToken,
    givenCommentToken
  ];
  const cis = [buildkite.givenToken, buildkite.oidcToken, azure.givenToken];
  return [stackToken, stackApiKey, ...forges, ...cis].flatMap((secret) => secret ?? []);
}
function readEnvironment(edge, variables, event) {
  return {
    ...edge,
    stackToken: variables[secretVariables.stackToken],
    stackTokenExpires: variables["STACK_TOKEN_EXPIRES"],
    stackApiKey: variables[secretVariables.stackApiKey],
    proxy: {
      https: variables["HTTPS_PROXY"] ?? variables["https_proxy"],
      exclude: variables["NO_PROXY"] ?? variables["no_proxy"]
    },
    operator: variables["USER"] ?? variables["USERNAME"] ?? null,
    github: readGitHub(variables),
    gitlab: readGitLab(variables),
    buildkite: readBuildkite(variables),
    azure: readAzure(variables),
    event
  };
}

export {
  secretVariables,
  secretsOf,
  readEnvironment
};
