import {
  ownRunEvidence
} from "./wiring.ci.own-run-evidence.js";
import {
  defaultBranchOf,
  ledgerRemote,
  requireDefaultBranch
} from "./adapters.ledger.branch.ledger-remote.js";
import "./adapters.git.head.js";
import "./adapters.ledger.branch.create-queue.js";
import "./approval.asserted.js";
import "./adapters.git.read-blobs.js";
import {
  refused
} from "./approval.policy.js";
import {
  digestOf
} from "./model.digest.js";
import "./model.canonical-json.js";
import "./model.is-digest.js";
import {
  gitLabOptions
} from "./wiring.ci.gitlab-forge.shared.js";
import "./config.config-places.js";
import {
  openGitLab,
  otherAnswer
} from "./adapters.gitlab.open-gitlab.js";
import "./adapters.git.remote.js";
import {
  originOf
} from "./wiring.origin.js";
import "./adapters.git.git.js";
import {
  gitLabPlace
} from "./wiring.ci.gitlab-place.js";
import "./adapters.git.git-environment.js";
import "./adapters.errno-of.js";
import "./wiring.forge.shared.js";
import "./commands.audience-of.js";
import "./adapters.github.repository-name.js";
import "./wiring.ci.github-addresses.js";
import {
  webAddress
} from "./adapters.web-address.js";
import "./adapters.ci-api.open-ci-api.js";
import "./adapters.log.mask-secrets.js";
import "./wiring.ci.remote-place.js";
import {
  checkedToken
} from "./adapters.checked-token.js";
import "./model.version.js";
import "./adapters.forge-lists.js";
import "./adapters.watch-list.js";
import {
  instant,
  partOf,
  withDefaults
} from "./adapters.http.in-flight-pacer.js";
import {
  flag,
  list,
  nullable,
  text,
  whole
} from "./adapters.shape.js";
import "./adapters.http.create-http.js";
import "./adapters.http.retry-delay.js";
import {
  isObject
} from "./model.is-object.js";
import "./model.memoize.js";
import "./npm.undici.js";
import "./adapters.http.pinned-origin.js";
import {
  Fault
} from "./model.error.js";
import "./esbuild-helpers.js";

// builtin-import:node:path?src/wiring/ci/gitlab-evidence.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:path");
var one = (name) => all[name];
var $resolve = /* @__PURE__ */ one("resolve");
var $isAbsolute = /* @__PURE__ */ one("isAbsolute");
var $relative = /* @__PURE__ */ one("relative");
var $sep = /* @__PURE__ */ one("sep");

// src/adapters/gitlab/job-shapes.ts
var programs = /^(?:(?:project|group)_\d+_bot\w*|service_account_\w+|ghost\d*|gitlabduo|duo[-_]\w+|(?:alert|support|migration|security|automation|visual-review|gitlab-(?:admin|security|merge))-bot\d*)$/i;
var user = (value) => {
  const found = nullable(
    withDefaults(
      { bot: false, state: "active" },
      partOf({ id: whole(1), username: text, bot: flag, state: text })
    )
  )(value);
  if (found === null) return null;
  const { id, username: login, bot, state } = found;
  const type = bot || programs.test(login) ? "Bot" : state === "active" ? "User" : state;
  return { id, login, type };
};
var ownJobShape = withDefaults(
  {
    user: null,
    tag: false,
    web_url: null,
    started_at: null,
    created_at: null,
    when: null,
    manual: null
  },
  partOf({
    id: whole(1),
    ref: text,
    tag: flag,
    user,
    web_url: nullable(webAddress),
    started_at: nullable(instant),
    created_at: nullable(instant),
    // No version is known to tell; one that does is believed.
    when: nullable(text),
    manual: nullable(flag),
    pipeline: withDefaults(
      { source: null },
      partOf({ id: whole(1), project_id: whole(1), source: nullable(text) })
    )
  })
);
var deployable = nullable(partOf({ id: whole(1) }));
var environment = partOf({ name: text });
var deploymentItem = withDefaults(
  { created_at: null, deployable: null },
  partOf({ id: whole(1), environment, deployable, created_at: nullable(instant) })
);
var decision = (value) => {
  const found = withDefaults(
    { user: null },
    partOf({ user, status: text, created_at: instant })
  )(value);
  return { user: found.user, status: found.status, at: found.created_at };
};
var deploymentShape = withDefaults(
  { user: null, approvals: [], pending_approval_count: 0, approval_summary: { rules: [] } },
  partOf({
    id: whole(1),
    user,
    environment,
    deployable,
    pending_approval_count: whole(0),
    approvals: list(decision),
    approval_summary: partOf({
      rules: list(partOf({ required_approvals: whole(0), deployment_approvals: list(decision) }))
    })
  })
);
var jobItem = withDefaults(
  { user: null, artifacts: [], finished_at: null },
  partOf({
    id: whole(1),
    user,
    finished_at: nullable(instant),
    artifacts: list(partOf({ file_type: text }))
  })
);
var authorShape = partOf({ iid: whole(1), author: user });

// src/adapters/gitlab/job-forge.ts
var slackMs = 36e5;
var asked = {
  doing: "look for the approval",
  needs: "CI_JOB_TOKEN reads deployments from GitLab 16.2 on; look at the CI/CD visibility of the project."
};
function createJobForge(options) {
  const gitlab = openGitLab(options);
  async function findDeployment({ id, project, created }, environment2) {
    const filter = environment2 === null ? "" : `environment=${encodeURIComponent(environment2)}&`;
    const path = `/projects/${project}/deployments?${filter}order_by=id&sort=desc`;
    for await (const items of gitlab.pages(asked, path, deploymentItem)) {
      const found = items.find(
        (item) => item.deployable?.id === id && (environment2 === null || item.environment.name === environment2)
      );
      if (found) return found;
      const oldest = items.at(-1)?.created_at ?? null;
      if (oldest !== null && created !== null && oldest < created - slackMs) return null;
    }
    return null;
  }
  return {
    async ownJob() {
      const job = await gitlab.find(asked, "/job", ownJobShape);
      if (!job) return null;
      const { id, ref, tag, user: user2, pipeline, when, manual } = job;
      const started = job.started_at ?? job.created_at;
      if (started === null) throw otherAnswer(asked, "GitLab does not tell when the job started");
      const base = options.apiUrl.replace(/\/+$/, "");
      const page = job.web_url?.endsWith(`/-/jobs/${id}`) ? job.web_url : null;
      return {
        id,
        project: pipeline.project_id,
        pipeline: pipeline.id,
        isDownstream: /^(?:parent_)?pipeline$/.test(pipeline.source ?? ""),
        ref,
        isTag: tag,
        user: user2,
        created: job.created_at,
        isManual: manual ?? (when === null ? null : when === "manual"),
        started,
        address: page ?? `${base}/projects/${pipeline.project_id}/jobs/${id}`
      };
    },
    async deploymentOf(job, environment2) {
      const found = await findDeployment(job, environment2) ?? await findDeployment(job, null);
      if (!found) return null;
      const path = `/projects/${job.project}/deployments/${found.id}`;
      const told = await gitlab.get(asked, path, deploymentShape);
      if (told.id !== found.id || told.deployable?.id !== job.id || told.environment.name !== found.environment.name)
        throw otherAnswer(asked, "GitLab answers with another deployment than the one asked for");
      return {
        environment: told.environment.name,
        user: told.user,
        pending: told.pending_approval_count,
        decisions: told.approvals,
        rules: told.approval_summary.rules.map((rule) => ({
          required: rule.required_approvals,
          decisions: rule.deployment_approvals
        }))
      };
    },
    async jobsOf({ project, pipeline }) {
      const path = `/projects/${project}/pipelines/${pipeline}/jobs?include_retried=true`;
      const jobs = await gitlab.listIfServed(asked, path, jobItem);
      return jobs?.map(({ id, user: user2, artifacts, finished_at: finished }) => ({
        id,
        user: user2,
        leftFiles: artifacts.some((each) => each.file_type === "archive") ? finished : null
      })) ?? null;
    },
    async fileOf({ project }, id, path) {
      const file = path.split("/").map(encodeURIComponent).join("/");
      return gitlab.findFile(asked, `/projects/${project}/jobs/${id}/artifacts/${file}`);
    },
    async authorOf({ project }, mergeRequest) {
      const path = `/projects/${project}/merge_requests/${mergeRequest}`;
      return (await gitlab.get(asked, path, authorShape)).author?.id ?? null;
    },
    get requests() {
      return gitlab.requests;
    },
    close: () => gitlab.close()
  };
}

// src/approval/gitlab.ts
function gitLabReader(options) {
  const { forge, job, environment: environment2 } = options;
  return async (digest) => {
    const deployment = await forge.deploymentOf(job, environment2);
    if (deployment && deployment.environment !== environment2)
      throw refused(
        "environment-differs",
        `the job deploys to ${JSON.stringify(deployment.environment)}, and approval.environment is ${JSON.stringify(environment2)}`,
        "Name the same environment in the job and in approval.environment."
      );
    const shared = { mechanism: "gitlab", verified: true, evidence: job.address, digest };
    if (deployment && wantsApprovals(deployment)) {
      const { starters, left } = await pipelineOf(job, deployment, forge);
      const approval = approvedBy(shared, deployment, starters);
      const { at } = approval.evidence;
      const isNews = left.some((each) => each.at > at);
      const isProved = !job.isDownstream && !isNews;
      if (!isProved && !await wasThere(options, left, approval.evidence))
        throw changed(job.isDownstream);
      return approval;
    }
    return startedBy(shared, job, job.isManual ?? options.isManual);
  };
}
function wantsApprovals({ rules, pending, decisions }) {
  return rules.some(({ required }) => required > 0) || pending > 0 || decisions.length > 0;
}
async function pipelineOf(job, { user: user2 }, forge) {
  if (!user2)
    throw refused(
      "approver-unknown",
      "GitLab does not tell who started the pipeline, whose own approval would not count",
      "Start a new pipeline."
    );
  const jobs = await forge.jobsOf(job) ?? [];
  const [first] = jobs.toSorted((a, b) => a.id - b.id);
  const others = jobs.filter(({ id }) => id !== job.id);
  return {
    // A deployment of a job that was started again names who did that.
    starters: /* @__PURE__ */ new Set([user2.id, ...first?.user ? [first.user.id] : []]),
    left: others.flatMap(({ id, leftFiles: at }) => at === null ? [] : [{ job: id, at }])
  };
}
var mostLooked = 20;
async function wasThere({ forge, job, indexPath }, left, { at, digest }) {
  if (indexPath === null) return false;
  const before = left.filter((each) => each.at <= at).toSorted((a, b) => b.at - a.at);
  try {
    for (const each of before.slice(0, mostLooked)) {
      const found = await forge.fileOf(job, each.job, indexPath);
      if (found) return isObject(found.json) && digestOf(found.json) === digest;
    }
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
  }
  return false;
}
function changed(isDownstream) {
  return isDownstream ? refused(
    "approval-changed",
    "another pipeline started this one, and no job of this one left the index before the deployment was approved",
    "Let the job that plans and the one that publishes be of one pipeline."
  ) : refused(
    "approval-changed",
    "a job of the pipeline left files after the deployment was approved, and no job before it left this index",
    remedy
  );
}
var remedy = "Start a new pipeline, and let an approver approve its deployment.";
function approvedBy(shared, deployment, starters) {
  const { decisions, rules, pending } = deployment;
  const all2 = [...decisions, ...rules.flatMap((rule) => rule.decisions)];
  if (all2.some(({ status }) => status !== "approved"))
    throw refused("approval-missing", "not every decision about the deployment is a yes", remedy);
  const counted = distinct(all2.flatMap((decision2) => countedOf(decision2, starters)));
  const isShort = rules.some(
    (rule) => distinct(rule.decisions.flatMap((each) => countedOf(each, starters))).length < rule.required
  );
  const [by, ...others] = counted.map(({ user: { id, login } }) => ({ id, login }));
  if (!by || isShort || pending > 0)
    throw refused(
      "approval-missing",
      `the deployment has ${counted.length} approvals that count, and wants more; whoever started the pipeline and programs approve nothing`,
      remedy
    );
  const at = Math.min(...counted.map((decision2) => decision2.at));
  return {
    evidence: { ...shared, by, ...others.length > 0 && { others }, at },
    // GitLab itself decided that these people may approve.
    people: counted.map(({ user: user2 }) => ({ ...user2, role: null })),
    attempt: 1
  };
}
function countedOf(decision2, starters) {
  const { user: user2 } = decision2;
  return user2?.type === "User" && !starters.has(user2.id) ? [{ ...decision2, user: user2 }] : [];
}
function distinct(decisions) {
  return decisions.filter(
    ({ user: user2 }, index) => decisions.findIndex((each) => each.user.id === user2.id) === index
  );
}
function startedBy(shared, { user: user2, started }, isManual) {
  if (!isManual)
    throw refused(
      "job-not-manual",
      "the job started by itself, so nobody said yes to anything",
      "Give it `when: manual`, or an environment that wants approvals, and name that one in approval.environment."
    );
  if (!user2)
    throw refused(
      "approver-unknown",
      "GitLab does not tell who started the job",
      "Start the job again."
    );
  return {
    evidence: { ...shared, by: { id: user2.id, login: user2.login }, at: started },
    people: [{ ...user2, role: null }],
    attempt: 1
  };
}

// src/wiring/ci/gitlab-evidence.ts
var openGitLabEvidence = ownRunEvidence({
  mechanism: "gitlab",
  name: "GitLab",
  async open(environment2, { repository }) {
    const { gitlab } = environment2;
    const place = await gitLabPlace(gitlab, repository);
    if (!place)
      throw new Fault(
        "usage",
        "insecure-url",
        "Cannot look for the approval: CI_API_V4_URL is not set, and `origin` is on no GitLab.",
        { remedy: "Run it in a job of GitLab CI, whose runner sets it." }
      );
    if (gitlab.jobToken === null)
      throw new Fault(
        "usage",
        "token-missing",
        "Cannot look for the approval: CI_JOB_TOKEN is not set.",
        { remedy: "Run it in a job of GitLab CI, whose runner sets it." }
      );
    const value = checkedToken("CI_JOB_TOKEN", gitlab.jobToken);
    const token = { kind: "job", value };
    return createJobForge(gitLabOptions(environment2, { apiUrl: place.apiUrl, token }));
  },
  async examine(forge, environment2, context, { file }) {
    const job = await forge.ownJob();
    if (!job)
      throw refused(
        "approver-unknown",
        "GitLab does not show this job to its token, and so not who started it",
        "Start the job again."
      );
    await requireJobOfDefaultBranch(environment2, context, job);
    const { isManual } = environment2.gitlab;
    const named = context.config.approval.environment;
    return {
      read: gitLabReader({
        forge,
        job,
        environment: named,
        isManual,
        indexPath: pathIn(context.repository.root, environment2.cwd, file)
      }),
      authorsOf: (numbers) => Promise.all(numbers.map((number) => forge.authorOf(job, number)))
    };
  }
});
function pathIn(root, cwd, file) {
  const path = file === null ? "" : $relative(root, $resolve(cwd, file));
  const isInside = path !== "" && !$isAbsolute(path) && !/^\.\.(?:[/\\]|$)/.test(path);
  return isInside ? path.split($sep).join("/") : null;
}
async function requireJobOfDefaultBranch(environment2, { config, repository }, { ref, isTag }) {
  if ("file" in config.ledger) return;
  const origin = await originOf(environment2, repository, await repository.routes("origin"));
  const head = await defaultBranchOf(ledgerRemote(origin, config.ledger.branch, repository.commit));
  const here = `refs/${isTag ? "tags" : "heads"}/${ref}`;
  await requireDefaultBranch({ root: repository.root, head, here });
}
export {
  openGitLabEvidence
};
