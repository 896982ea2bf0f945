import {
  requireRunOfCheckout
} from "./wiring.ci.run-of-checkout.js";
import {
  ownRunEvidence
} from "./wiring.ci.own-run-evidence.js";
import "./adapters.ledger.branch.ledger-remote.js";
import "./adapters.git.head.js";
import "./adapters.ledger.branch.create-queue.js";
import "./approval.asserted.js";
import "./adapters.git.read-blobs.js";
import {
  refused
} from "./approval.policy.js";
import "./model.digest.js";
import "./model.canonical-json.js";
import "./model.is-digest.js";
import "./adapters.git.remote.js";
import "./wiring.origin.js";
import "./adapters.git.git.js";
import "./wiring.ci.gitlab-place.js";
import "./adapters.git.git-environment.js";
import "./adapters.errno-of.js";
import "./wiring.forge.shared.js";
import "./commands.audience-of.js";
import "./adapters.github.repository-name.js";
import "./wiring.ci.github-addresses.js";
import {
  isBotName
} from "./model.bot-name.js";
import {
  answerFault,
  bearer,
  openCiApi,
  wordsOf
} from "./adapters.ci-api.open-ci-api.js";
import "./adapters.log.mask-secrets.js";
import {
  remotePlace
} from "./wiring.ci.remote-place.js";
import {
  checkedToken
} from "./adapters.checked-token.js";
import {
  version
} from "./model.version.js";
import {
  instant,
  partOf,
  withDefaults,
  withDefaultsForNull
} from "./adapters.http.in-flight-pacer.js";
import {
  anyObject,
  flag,
  list,
  matching,
  nullable,
  text,
  whole
} from "./adapters.shape.js";
import "./adapters.http.create-http.js";
import "./adapters.http.retry-delay.js";
import "./model.is-object.js";
import "./model.memoize.js";
import "./npm.undici.js";
import {
  isLoopback
} from "./adapters.http.pinned-origin.js";
import {
  Fault
} from "./model.error.js";
import "./esbuild-helpers.js";

// src/adapters/buildkite/build-shape.ts
var uuid = matching(
  "a UUID",
  (value) => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value)
);
var job = withDefaultsForNull(
  {
    state: null,
    runnable_at: null,
    started_at: null,
    finished_at: null,
    retried: false,
    retries_count: null,
    retry_source: null,
    unblocked_by: null,
    unblocked_at: null
  },
  partOf({
    id: uuid,
    type: text,
    state: nullable(text),
    runnable_at: nullable(instant),
    started_at: nullable(instant),
    finished_at: nullable(instant),
    retried: flag,
    retries_count: nullable(whole(0)),
    retry_source: nullable(anyObject),
    unblocked_by: nullable(
      withDefaultsForNull({ email: "" }, partOf({ id: uuid, name: text, email: text }))
    ),
    unblocked_at: nullable(instant)
  })
);
var buildShape = withDefaultsForNull(
  { tag: null, pull_request: null },
  partOf({
    url: text,
    number: whole(1),
    branch: text,
    commit: text,
    tag: nullable(text),
    pull_request: nullable(anyObject),
    jobs: list(job),
    pipeline: partOf({ repository: text })
  })
);

// src/adapters/buildkite/build-forge.ts
var buildkite = {
  name: "Buildkite",
  token: "Set BUILDKITE_API_TOKEN to an API access token of this organization that has not expired.",
  address: "Look at what a proxy may answer in between."
};
var asked = {
  doing: "look for the approval",
  needs: "The token needs the scope read_builds, and whose token it is has to see the pipeline; a workload identity sees those under its Resource Access."
};
function createBuildForge({
  place,
  token,
  before = { total: 0, writes: 0 },
  ...options
}) {
  const api = openCiApi(buildkite, options, bearer(token));
  const { organization, pipeline, number } = place;
  const path = `/v2/organizations/${encodeURIComponent(organization)}/pipelines/${encodeURIComponent(pipeline)}/builds/${encodeURIComponent(number)}`;
  return {
    async build() {
      const told = await api.get(asked, `${path}?include_retried_jobs=true`, buildShape);
      if (String(told.number) !== number || URL.parse(told.url)?.pathname !== path)
        throw answerFault(
          "Buildkite answers with another build than the one asked for",
          buildkite,
          asked
        );
      return {
        address: `https://buildkite.com/${organization}/${pipeline}/builds/${number}`,
        repository: told.pipeline.repository,
        branch: told.branch,
        commit: told.commit,
        isOfPullRequest: Object.keys(told.pull_request ?? {}).length > 0,
        isOfTag: (told.tag ?? "") !== "",
        jobs: told.jobs.map((job2) => ({
          id: job2.id,
          type: job2.type,
          state: job2.state,
          runnable: job2.runnable_at,
          started: job2.started_at,
          ended: job2.finished_at,
          isRetry: (job2.retries_count ?? 0) > 0 || job2.retry_source !== null,
          isReplaced: job2.retried,
          unblockedBy: job2.unblocked_by,
          unblocked: job2.unblocked_at
        }))
      };
    },
    get requests() {
      const { total, writes } = api.requests;
      return { total: before.total + total, writes: before.writes + writes };
    },
    close: () => api.close()
  };
}

// src/adapters/buildkite/exchange-token.ts
var remedy = "Compare the workload identity with this job: its client id is BUILDKITE_CLIENT_ID; issuer, subject and claims fit; the token was asked for with its audience, in this job; its scopes have read_builds.";
var buildkite2 = {
  name: "Buildkite",
  token: remedy,
  address: "Look at what a proxy may answer in between."
};
var asked2 = { doing: "exchange the job's OIDC token", needs: remedy };
var scope = "read_builds";
var tokenShape = withDefaults(
  { scope: null },
  partOf({ access_token: text, token_type: text, scope: nullable(text) })
);
async function exchangeToken(connection, { client, oidcToken }) {
  const api = openCiApi(buildkite2, connection, {});
  try {
    const answer = await api.ask(asked2, {
      method: "POST",
      path: "/oauth/token",
      // It changes nothing, so that it is tried again: a job that is started again needs a new yes.
      effect: "read",
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: client,
        client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        client_assertion: oidcToken,
        scope
      })
    });
    if (answer.status === 400) throw refused2(`status 400: ${wordsOf(answer.json)}`);
    const told = api.read(asked2, answer, tokenShape);
    if (!/^[\x21-\x7e]+$/.test(told.access_token) || !/^bearer$/i.test(told.token_type))
      throw answerFault("Buildkite answers with no token that goes as `Bearer`", buildkite2, asked2);
    if (told.scope !== null && !told.scope.split(" ").includes(scope))
      throw refused2(`its token is without the scope ${scope}`);
    return { token: told.access_token, requests: api.requests };
  } finally {
    await api.close();
  }
}
function refused2(seen) {
  const message = `Cannot ${asked2.doing}: Buildkite refuses it (${seen}).`;
  return new Fault("forge", "forge-refused", message, { remedy });
}

// src/approval/buildkite.ts
function buildkiteReader(options) {
  const { build, job: job2 } = options;
  return (digest) => Promise.resolve(approvalOf(build, job2, digest));
}
var remedy2 = "Start a new build, and let an approver unblock it once its plan is there.";
function approvalOf({ jobs, address }, id, digest) {
  const place = jobs.findIndex((job2) => job2.id === id);
  const own = jobs[place];
  if (!own)
    throw refused(
      "approver-unknown",
      "Buildkite shows no such job in this build",
      "Start it again."
    );
  if (own.type !== "script" || own.state !== "running" || own.isReplaced)
    throw refused(
      "approval-missing",
      "the job is not one that runs now",
      "Leave BUILDKITE_JOB_ID as the agent sets it."
    );
  const before = jobs.slice(0, place);
  const block = onlyBlock(before);
  const { by, at } = unblockingOf(block);
  if (own.runnable === null || own.runnable < at)
    throw refused(
      "approval-missing",
      "the job could begin before its block step was unblocked, so it does not wait for it",
      "Let the step depend on the block step: leave `depends_on` out, or name its key there."
    );
  requireNoNewPlan(jobs, { own, block, at });
  const login = `${by.name.slice(0, 100)} (${by.id})`;
  return {
    evidence: {
      mechanism: "buildkite",
      verified: true,
      by: { id: null, login },
      evidence: `${address}#${block.id}`,
      digest,
      at
    },
    // Buildkite itself decided that this person may unblock.
    people: [{ id: null, login, type: isProgram(by) ? "Bot" : "User", role: null }],
    attempt: own.isRetry ? 2 : 1
  };
}
function onlyBlock(before) {
  const [block, ...others] = before.filter(({ type }) => type === "manual");
  if (!block)
    throw refused(
      "job-not-manual",
      "no block step stands before the job, so nobody said yes to anything",
      "Put a block step between the step that plans and the one that publishes."
    );
  if (others.length > 0)
    throw refused(
      "approval-missing",
      `${others.length + 1} block or input steps stand before the job, and Buildkite does not tell which of them it waits for`,
      "Publish in a pipeline of its own, or before the other block steps."
    );
  return block;
}
function unblockingOf({ state, unblockedBy: by, unblocked: at }) {
  if (state !== "unblocked")
    throw refused("approval-missing", "nobody unblocked the block step before the job", remedy2);
  if (!by || at === null || by.name.trim() === "")
    throw refused(
      "approver-unknown",
      "Buildkite does not tell who unblocked the block step before the job",
      remedy2
    );
  return { by, at };
}
function requireNoNewPlan(jobs, { own, block, at }) {
  const place = jobs.indexOf(block);
  const isLate = ({ type, started, ended }) => type === "script" && started !== null && (ended === null || ended > at);
  const late = jobs.some(
    (job2, index) => job2 !== own && (index < place || job2.isRetry) && isLate(job2)
  );
  if (late)
    throw refused(
      "approval-changed",
      "a job before the block step ended, or was started again, after it was unblocked, so the plan may be another one",
      remedy2
    );
}
function isProgram({ name, email }) {
  return [name, email.replace(/@.*$/s, "")].some(isBotName);
}

// src/wiring/ci/buildkite-evidence.ts
var openBuildkiteEvidence = ownRunEvidence({
  mechanism: "buildkite",
  name: "Buildkite",
  async open(environment, context) {
    const { clock, log, proxy } = environment;
    const { place } = placeOf(environment);
    const here = await apiOnThisMachine(environment, context);
    const connection = { userAgent: `stack-publish/${version}`, clock, log, proxy };
    const given = await tokenOf(environment, {
      ...connection,
      base: here ?? "https://buildkite.com"
    });
    return createBuildForge({
      ...connection,
      ...given,
      base: here ?? "https://api.buildkite.com",
      place
    });
  },
  async examine(forge, environment, context) {
    const build = await forge.build();
    const ref = `refs/${build.isOfTag ? "tags" : "heads"}/${build.branch}`;
    await requireRunOfCheckout(environment, context, { word: "build", ref, ...build });
    const { job: job2 } = placeOf(environment);
    return { read: buildkiteReader({ build, job: job2 }), authorsOf: null };
  }
});
function placeOf({ buildkite: buildkite3 }) {
  const { organization, pipeline, build: number, job: job2 } = buildkite3;
  const isSlug = (text2) => text2 !== null && /^[\w-]{1,200}$/.test(text2);
  if (!isSlug(organization) || !isSlug(pipeline) || !isSlug(job2) || !/^[1-9]\d{0,11}$/.test(number ?? ""))
    throw new Fault(
      "usage",
      "usage",
      "Cannot look for the approval: BUILDKITE_ORGANIZATION_SLUG, BUILDKITE_PIPELINE_SLUG, BUILDKITE_BUILD_NUMBER and BUILDKITE_JOB_ID name no job.",
      {
        remedy: "Run it in a job of Buildkite, whose agent sets them; into a container pass them on."
      }
    );
  return {
    job: job2 ?? "",
    place: { organization: organization ?? "", pipeline: pipeline ?? "", number: number ?? "" }
  };
}
async function tokenOf({ buildkite: buildkite3 }, connection) {
  const { givenToken, oidcToken, client } = buildkite3;
  if (givenToken !== null) return { token: checkedToken("BUILDKITE_API_TOKEN", givenToken) };
  if (oidcToken === null || client === null)
    throw new Fault(
      "usage",
      "token-missing",
      oidcToken === null && client === null ? "Cannot look for the approval: BUILDKITE_API_TOKEN is not set." : `Cannot look for the approval: ${client === null ? "BUILDKITE_CLIENT_ID" : "BUILDKITE_OIDC_TOKEN"} is not set, and the other of the two is.`,
      {
        remedy: "Set BUILDKITE_API_TOKEN to an API access token with the scope read_builds alone; or BUILDKITE_OIDC_TOKEN to the job's own token, of `buildkite-agent oidc request-token`, and BUILDKITE_CLIENT_ID to the workload identity that takes it."
      }
    );
  const workload = { client, oidcToken: checkedToken("BUILDKITE_OIDC_TOKEN", oidcToken) };
  const { token, requests } = await exchangeToken(connection, workload);
  return { token, before: requests };
}
async function apiOnThisMachine({ buildkite: buildkite3 }, { repository }) {
  if (buildkite3.apiUrl === null) return null;
  const host = URL.parse(buildkite3.apiUrl)?.hostname ?? "";
  const home = remotePlace(await repository.remote("origin"))?.host.replace(/:\d+$/, "") ?? "";
  if (isLoopback(host) && isLoopback(home)) return buildkite3.apiUrl;
  throw new Fault(
    "usage",
    "insecure-url",
    `Cannot ask Buildkite: BUILDKITE_API_URL is on ${host || "no host"}.`,
    { remedy: "Unset BUILDKITE_API_URL: it is for a Buildkite of a test on this machine." }
  );
}
export {
  openBuildkiteEvidence
};
