import {
  workflowsOf
} from "./wiring.workflows-of.js";
import {
  openSite
} from "./adapters.stack.open-site.shared.js";
import "./adapters.stack.throttle.v3-policy.js";
import "./adapters.stack.purposes.js";
import "./adapters.stack.to-fault.js";
import "./adapters.stack.api-error.js";
import {
  ledgerPlace,
  openLedger,
  siteOptions
} from "./wiring.ledger.js";
import {
  openCheckout
} from "./wiring.configuration.shared.js";
import "./wiring.evidence.js";
import {
  openRepository
} from "./adapters.git.repository.js";
import "./config.config-paths.js";
import {
  defaultBranchOf,
  runRef
} from "./adapters.ledger.branch.ledger-remote.js";
import "./adapters.git.head.js";
import "./adapters.ledger.branch.create-queue.js";
import "./approval.asserted.js";
import "./adapters.git.commit-tree.js";
import {
  createApprovalForge
} from "./adapters.github.approval-forge.js";
import "./adapters.git.read-blobs.js";
import "./curation.rule-ids.js";
import "./model.forge-addresses.js";
import {
  tryPush
} from "./adapters.git.remote.js";
import "./wiring.origin.js";
import {
  runGit
} from "./adapters.git.git.js";
import "./wiring.ci.gitlab-place.js";
import "./adapters.git.git-environment.js";
import "./adapters.errno-of.js";
import {
  gitHubName,
  gitHubOptions,
  gitHubToken,
  openForge
} from "./wiring.forge.shared.js";
import "./commands.audience-of.js";
import {
  parseRepositoryName
} from "./adapters.github.repository-name.js";
import "./wiring.ci.github-addresses.js";
import "./adapters.log.mask-secrets.js";
import "./wiring.ci.remote-place.js";
import "./adapters.checked-token.js";
import "./model.version.js";
import "./adapters.github.repository-about.js";
import "./adapters.github.open-github.js";
import "./adapters.watch-list.js";
import "./adapters.http.in-flight-pacer.js";
import "./adapters.shape.js";
import "./adapters.http.create-http.js";
import "./adapters.http.retry-delay.js";
import "./model.is-object.js";
import {
  memoize
} from "./model.memoize.js";
import "./npm.undici.js";
import "./adapters.http.pinned-origin.js";
import "./model.error.js";
import "./esbuild-helpers.js";

// src/adapters/ledger/branch/may-push.ts
async function mayPush(remote) {
  const { code, stderr } = await tryPush(remote, remote.branch);
  return code === 0 ? null : stderr || `exit code ${code}`;
}

// src/adapters/program-versions.ts
var nodeVersion = process.versions.node;
async function gitVersion() {
  return (await runGit(process.cwd(), ["--version"])).toString("utf8").trim();
}

// src/wiring/doctor-context.ts
var once = { retry: false };
function openDoctorContext(environment) {
  const { cwd } = environment;
  const open = [];
  const counted = { site: [], forge: [] };
  const checkout = memoize(async () => {
    const opened = await openCheckout(environment);
    counted.forge.push({ requests: opened.configRequests });
    return opened;
  });
  const place = memoize(async () => {
    const { repository, config } = await checkout();
    return ledgerPlace(environment, repository, config.ledger);
  });
  const branch = async () => {
    const found = await place();
    return typeof found === "string" ? null : found;
  };
  return {
    node: nodeVersion,
    isGitea: environment.github.isGitea,
    gitVersion,
    now: () => environment.clock.now(),
    tokenExpires: environment.stackTokenExpires,
    repository: memoize(() => openRepository(cwd)),
    config: async () => (await checkout()).config,
    async defaultBranch() {
      const found = await branch();
      if (!found) return null;
      const head = await defaultBranchOf(found);
      return { name: head.branch, here: await runRef(found.root, environment) };
    },
    ledger: memoize(async () => openLedger(await place())),
    async pushRefusal() {
      const found = await branch();
      if (found) await (await checkout()).repository.head();
      return found && mayPush(found);
    },
    site: memoize(async () => {
      const { config } = await checkout();
      const { site, close } = await openSite({ ...siteOptions(environment, config), ...once });
      open.push(close);
      counted.site.push(site);
      return site;
    }),
    forge: memoize(async () => {
      const { repository } = await checkout();
      const named = parseRepositoryName(await gitHubName(environment, repository));
      const token = gitHubToken(environment);
      if (!named || token === null || environment.github.isGitea) return null;
      const forge = createApprovalForge({ ...gitHubOptions(environment, named, token), ...once });
      open.push(() => forge.close());
      counted.forge.push(forge);
      return { ...forge, environment: askedOnce((name) => forge.environment(name)) };
    }),
    pullRequests: memoize(async () => {
      const { repository, config } = await checkout();
      const forge = await openForge(environment, repository, config, once);
      if (forge) {
        open.push(() => forge.close());
        counted.forge.push(forge);
      }
      return forge;
    }),
    workflows: memoize(async () => workflowsOf(await (await checkout()).repository.head())),
    requests: () => ({ site: sumOf(counted.site), forge: sumOf(counted.forge) }),
    async [Symbol.asyncDispose]() {
      await Promise.all(open.map((close) => close()));
    }
  };
}
function sumOf(counts) {
  return {
    total: counts.reduce((sum, { requests }) => sum + requests.total, 0),
    writes: counts.reduce((sum, { requests }) => sum + requests.writes, 0)
  };
}
function askedOnce(ask) {
  const answers = /* @__PURE__ */ new Map();
  return (name) => {
    const answer = answers.get(name) ?? ask(name);
    answers.set(name, answer);
    return answer;
  };
}
export {
  openDoctorContext
};
