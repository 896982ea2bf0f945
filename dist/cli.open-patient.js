import {
  createApprovalForge
} from "./adapters.github.approval-forge.js";
import {
  ledgerPlace,
  openCheckout,
  openLedger,
  openRepository,
  refOf,
  siteOptions
} from "./wiring.wire.shared.js";
import {
  gitHubName,
  gitHubOptions,
  repositoryNamed
} from "./adapters.github.find-github.js";
import {
  runGit,
  tryGit
} from "./adapters.ledger.branch.ledger-commit.js";
import "./model.version.js";
import {
  openSite
} from "./adapters.stack.open-site.shared.js";
import "./adapters.log.mask-secrets.js";
import "./adapters.github.open-github.js";
import "./adapters.http.create-http.js";
import "./adapters.http.pinned-origin.js";
import "./npm.undici.js";
import "./adapters.errno-of.js";
import "./adapters.shape.js";
import "./adapters.is-object.js";
import {
  Fault
} from "./model.error.js";
import "./model.memoize.js";
import "./esbuild-helpers.js";

// src/adapters/ledger/branch/may-push.ts
var timeoutMs = 6e4;
async function mayPush({ root, name, branch, env }) {
  const to = `+HEAD:refs/heads/${branch}`;
  const args = ["push", "--dry-run", "--quiet", "--no-verify", "--no-follow-tags", "--no-signed"];
  const signal = AbortSignal.timeout(timeoutMs);
  const { code, stderr } = await tryGit(root, [...args, "--", name, to], { env, signal });
  return code === 0 ? null : stderr || `exit code ${code}`;
}

// src/cli/open-patient.ts
function openPatient(surroundings) {
  const { cwd, env } = surroundings;
  const open = [];
  const checkout = once(() => openCheckout(surroundings));
  const place = once(async () => {
    const { repository, config } = await checkout();
    return ledgerPlace(env, repository, config.ledger);
  });
  const branch = async () => {
    const found = await place();
    return typeof found === "string" ? null : found;
  };
  return {
    node: process.versions.node,
    gitVersion: async () => (await runGit(process.cwd(), ["--version"])).toString("utf8").trim(),
    repository: once(() => openRepository(cwd)),
    config: async () => (await checkout()).config,
    async defaultBranch() {
      const found = await branch();
      if (!found) return null;
      const head = await found.head();
      if (head === null)
        throw new Fault("usage", "not-default-branch", "The remote `origin` has no branch yet.", {
          remedy: "Push the default branch first."
        });
      return { name: head.branch, here: await refOf(found.root, env) };
    },
    ledger: once(async () => openLedger(await place())),
    async pushRefusal() {
      const found = await branch();
      return found && mayPush(found);
    },
    site: once(async () => {
      const { site, close } = openSite(siteOptions(surroundings, (await checkout()).config));
      open.push(close);
      return site;
    }),
    forge: once(async () => {
      const { repository } = await checkout();
      const named = repositoryNamed(await gitHubName(env, repository));
      const token = env["GITHUB_TOKEN"];
      if (!named || !token) return null;
      const forge = createApprovalForge(gitHubOptions(surroundings, named, token));
      open.push(() => forge.close());
      return forge;
    }),
    async [Symbol.asyncDispose]() {
      await Promise.all(open.map((close) => close()));
    }
  };
}
function once(make) {
  let made = null;
  return () => made ??= make();
}
export {
  openPatient
};
