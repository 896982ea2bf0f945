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
  answerFault,
  bearer,
  openCiApi
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
  withDefaultsForNull
} from "./adapters.http.in-flight-pacer.js";
import {
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

// src/adapters/azure/run-shapes.ts
var uuid = matching(
  "a UUID",
  (value) => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value)
);
var runShape = withDefaultsForNull(
  { reason: "" },
  partOf({
    id: whole(1),
    status: text,
    reason: text,
    sourceBranch: text,
    sourceVersion: text,
    project: partOf({ id: uuid }),
    repository: withDefaultsForNull(
      { url: null },
      partOf({ id: text, type: text, url: nullable(text) })
    )
  })
);
var timelineShape = partOf({
  records: list(
    withDefaultsForNull(
      { parentId: null, type: "", state: "", startTime: null, finishTime: null, attempt: 1 },
      partOf({
        id: uuid,
        parentId: nullable(uuid),
        type: text,
        state: text,
        attempt: whole(0),
        startTime: nullable(instant),
        finishTime: nullable(instant)
      })
    )
  )
});
var identity = (value) => {
  const found = nullable(
    withDefaultsForNull(
      { descriptor: "", uniqueName: "", isContainer: false },
      partOf({
        id: uuid,
        displayName: text,
        descriptor: text,
        uniqueName: text,
        isContainer: flag
      })
    )
  )(value);
  if (found === null) return null;
  const { id, displayName: name, descriptor, uniqueName, isContainer } = found;
  const isGroup = isContainer || /^(?:vssgp|aadgp)\./.test(descriptor);
  const isPerson = descriptor === "" ? /^[^\\@]+@[^\\@]+$/.test(uniqueName) : /^(?:aad|msa|win)\./.test(descriptor);
  return { id, name, type: isGroup ? "Group" : isPerson ? "User" : "Bot" };
};
var approvalShape = withDefaultsForNull(
  // 0: everyone who was asked.
  { steps: [], minRequiredApprovers: 0 },
  partOf({
    id: uuid,
    status: text,
    minRequiredApprovers: whole(0),
    steps: list(
      withDefaultsForNull(
        { actualApprover: null, lastModifiedOn: null },
        partOf({ status: text, actualApprover: identity, lastModifiedOn: nullable(instant) })
      )
    )
  })
);

// src/adapters/azure/run-forge.ts
var azure = {
  name: "Azure DevOps",
  token: "Map SYSTEM_ACCESSTOKEN to $(System.AccessToken) in the `env` of the step: it is good while its job runs.",
  address: "Look at what a proxy may answer in between."
};
var asked = {
  doing: "look for the approval",
  needs: "The build service of the project has to be allowed to view its builds, and the approvals of the environment."
};
var version2 = "api-version=7.0";
function createRunForge({ place, token, ...options }) {
  const api = openCiApi(azure, options, bearer(token));
  const { project, run: number } = place;
  const build = `/${encodeURIComponent(project)}/_apis/build/builds/${encodeURIComponent(number)}`;
  return {
    async run() {
      const told = await api.get(asked, `${build}?${version2}`, runShape);
      if (String(told.id) !== number || !isSame(told.project.id, project))
        throw answerFault(
          "Azure DevOps answers with another run than the one asked for",
          azure,
          asked
        );
      const { id, type, url } = told.repository;
      return {
        address: `${options.base.replace(/\/+$/, "")}/${project}/_build/results?buildId=${number}`,
        // For a repository on github.com there may be no address, and its name is its id.
        repository: url ?? (type === "GitHub" ? `https://github.com/${id}` : null),
        ref: told.sourceBranch,
        commit: told.sourceVersion,
        status: told.status,
        isOfPullRequest: told.reason === "pullRequest"
      };
    },
    async records() {
      const { records } = await api.get(asked, `${build}/timeline?${version2}`, timelineShape);
      return records.map((record) => ({
        id: record.id.toLowerCase(),
        parent: record.parentId?.toLowerCase() ?? null,
        type: record.type,
        state: record.state,
        attempt: record.attempt,
        started: record.startTime,
        ended: record.finishTime
      }));
    },
    async approval(wanted) {
      const path = `/${encodeURIComponent(project)}/_apis/pipelines/approvals/${encodeURIComponent(wanted)}`;
      const told = await api.get(asked, `${path}?$expand=steps&${version2}`, approvalShape);
      if (!isSame(told.id, wanted))
        throw answerFault(
          "Azure DevOps answers with another approval than the one asked for",
          azure,
          asked
        );
      return {
        id: wanted,
        status: told.status,
        required: told.minRequiredApprovers,
        steps: told.steps.map((step) => ({
          status: step.status,
          by: step.actualApprover,
          at: step.lastModifiedOn
        }))
      };
    },
    get requests() {
      return api.requests;
    },
    close: () => api.close()
  };
}
function isSame(one, other) {
  return one.toLowerCase() === other.toLowerCase();
}

// src/approval/azure.ts
function azureReader(options) {
  const { forge, address, job } = options;
  return async (digest) => {
    const records = await forge.records();
    const { own, stage, ids } = checkpointOf(records, job);
    const approvals = await Promise.all(ids.map((id) => forge.approval(id)));
    const yes = approvals.flatMap(countedOf);
    const at = Math.min(...yes.map((each) => each.at));
    requireNoNewPlan(records, stage, at);
    const people = yes.filter(({ by: by2 }, index) => yes.findIndex((each) => each.by.id === by2.id) === index).map(({ by: by2 }) => ({ id: null, login: loginOf(by2), type: by2.type, role: null }));
    const [by, ...others] = people.map(({ id, login }) => ({ id, login }));
    if (!by) throw missing("nobody approved the stage");
    return {
      evidence: {
        mechanism: "azure",
        verified: true,
        by,
        ...others.length > 0 && { others },
        evidence: `${address}#${ids[0] ?? ""}`,
        digest,
        at
      },
      people,
      attempt: own.attempt > 1 || stage.attempt > 1 ? 2 : 1
    };
  };
}
var remedy = "Start a new run, and let an approver approve its stage once the plan is there.";
function missing(why) {
  return refused("approval-missing", why, remedy);
}
var mostApprovals = 20;
function checkpointOf(records, job) {
  const byId = new Map(records.map((record) => [record.id, record]));
  const own = byId.get(job.toLowerCase());
  if (own?.type !== "Job")
    throw refused(
      "approver-unknown",
      "Azure DevOps shows no such job in this run",
      "Leave SYSTEM_JOBID as the agent sets it, and start a new run."
    );
  if (own.state !== "inProgress") throw missing("the job is not one that runs now");
  const stage = stageOf(own, byId);
  if (!stage) throw missing("Azure DevOps shows no stage of the job");
  const ids = records.filter(({ type }) => type === "Checkpoint.Approval").filter(({ parent }) => {
    const checkpoint = byId.get(parent ?? "");
    return checkpoint?.type === "Checkpoint" && checkpoint.parent === stage.id;
  }).map(({ id }) => id);
  if (ids.length === 0)
    throw refused(
      "job-not-manual",
      "the stage of the job waited for no approval, so nobody said yes to anything",
      "Let its job deploy to an environment that has an approval under Approvals and checks."
    );
  if (ids.length > mostApprovals) throw missing(`the stage has ${ids.length} approvals`);
  return { own, stage, ids };
}
function stageOf(own, byId) {
  let record = own;
  for (let level = 0; record && level < 8; level++) {
    if (record.type === "Stage") return record;
    record = byId.get(record.parent ?? "");
  }
  return null;
}
function countedOf({ status, required, steps }) {
  if (status !== "approved") throw missing(`an approval of the stage is ${JSON.stringify(status)}`);
  if (steps.some((step) => step.status === "rejected")) throw missing("somebody rejected it");
  const yes = steps.flatMap(
    ({ status: answer, by, at }) => answer === "approved" && by && at !== null ? [{ by, at }] : []
  );
  const people = yes.filter(({ by }) => by.type === "User");
  const count = new Set(people.map(({ by }) => by.id)).size;
  const wanted = Math.max(1, required === 0 ? steps.length : required);
  if (count >= wanted) return people;
  if (yes.length > people.length) return yes;
  throw missing(`an approval of the stage has ${count} people who approved, and wants ${wanted}`);
}
function requireNoNewPlan(records, stage, at) {
  const byId = new Map(records.map((record) => [record.id, record]));
  const late = records.some(
    (record) => record.type === "Job" && (record.attempt > 1 || (stageOf(record, byId)?.attempt ?? 1) > 1) && stageOf(record, byId) !== stage && record.started !== null && (record.ended === null || record.ended > at)
  );
  if (late)
    throw refused(
      "approval-changed",
      "another stage was started again after this one was approved, so the plan may be another one",
      remedy
    );
}
function loginOf({ id, name }) {
  return `${name.slice(0, 100)} (${id})`;
}

// src/wiring/ci/azure-evidence.ts
var openAzureEvidence = ownRunEvidence({
  mechanism: "azure",
  name: "Azure Pipelines",
  async open(environment, context) {
    const { azure: azure2, clock, log, proxy } = environment;
    const { place } = placeOf(environment);
    if (azure2.givenToken === null)
      throw new Fault(
        "usage",
        "token-missing",
        "Cannot look for the approval: SYSTEM_ACCESSTOKEN is not set.",
        { remedy: "Map it in the `env` of the step: SYSTEM_ACCESSTOKEN: $(System.AccessToken)." }
      );
    return createRunForge({
      base: await collectionOf(environment, context),
      token: checkedToken("SYSTEM_ACCESSTOKEN", azure2.givenToken),
      place,
      userAgent: `stack-publish/${version}`,
      clock,
      log,
      proxy
    });
  },
  async examine(forge, environment, context) {
    const run = await forge.run();
    await requireRunOfCheckout(environment, context, { word: "run", ...run });
    if (run.status !== "inProgress")
      throw refused("approval-missing", "the run has ended", "Start a new run.");
    const { job } = placeOf(environment);
    return { read: azureReader({ forge, address: run.address, job }), authorsOf: null };
  }
});
var uuid2 = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
function placeOf({ azure: azure2 }) {
  const { project, run, job } = azure2;
  if (!uuid2.test(project ?? "") || !uuid2.test(job ?? "") || !/^[1-9]\d{0,11}$/.test(run ?? ""))
    throw new Fault(
      "usage",
      "usage",
      "Cannot look for the approval: SYSTEM_TEAMPROJECTID, BUILD_BUILDID and SYSTEM_JOBID name no job.",
      { remedy: "Run it in a job of Azure Pipelines, whose agent sets them." }
    );
  return { job: job ?? "", place: { project: project ?? "", run: run ?? "" } };
}
async function collectionOf({ azure: azure2 }, { repository }) {
  const address = azure2.collection ?? "";
  if (/^https:\/\/(?:dev\.azure\.com\/[\w.-]+|[\w-]+\.visualstudio\.com)\/?$/.test(address))
    return address;
  const url = URL.parse(address);
  const home = remotePlace(await repository.remote("origin"));
  const isOfHome = home !== null && url !== null && (isLoopback(home.host.replace(/:\d+$/, "")) ? isLoopback(url.hostname) : home.host === url.host);
  if (isOfHome) return address;
  throw new Fault(
    "usage",
    "insecure-url",
    `Cannot ask Azure DevOps: SYSTEM_COLLECTIONURI is on ${url?.host || "no host"}, and the remote \`origin\` on ${home?.host ?? "no other machine"}.`,
    { remedy: "Leave SYSTEM_COLLECTIONURI as the agent sets it." }
  );
}
export {
  openAzureEvidence
};
