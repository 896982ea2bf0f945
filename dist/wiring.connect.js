import {
  ledgerPlace,
  openLedger,
  siteOptions
} from "./wiring.ledger.js";
import {
  openHistory
} from "./wiring.history.shared.js";
import {
  assessThreads,
  configOfCommit,
  configPlace,
  growHeapSlowly,
  keepHeapSmall,
  loadParser,
  pagesOf,
  sharedConfigs,
  warnOfUnsupported
} from "./wiring.configuration.shared.js";
import "./wiring.evidence.js";
import {
  openRepository
} from "./adapters.git.repository.js";
import "./config.config-paths.js";
import {
  defaultBranchOf,
  requireDefaultBranch,
  requireDefaultBranchOfEvent,
  runRef
} from "./adapters.ledger.branch.ledger-remote.js";
import "./adapters.git.head.js";
import "./adapters.ledger.branch.create-queue.js";
import "./approval.asserted.js";
import {
  commitTree
} from "./adapters.git.commit-tree.js";
import "./adapters.git.read-blobs.js";
import "./curation.rule-ids.js";
import "./model.forge-addresses.js";
import "./adapters.git.remote.js";
import "./wiring.origin.js";
import "./adapters.git.git.js";
import "./wiring.ci.gitlab-place.js";
import "./adapters.git.git-environment.js";
import "./adapters.errno-of.js";
import {
  openForge
} from "./wiring.forge.shared.js";
import "./commands.audience-of.js";
import "./adapters.github.repository-name.js";
import "./wiring.ci.github-addresses.js";
import "./wiring.ci.remote-place.js";
import "./adapters.checked-token.js";
import "./model.version.js";
import {
  memoize
} from "./model.memoize.js";
import "./adapters.http.pinned-origin.js";
import {
  Fault
} from "./model.error.js";
import "./esbuild-helpers.js";

// src/wiring/policy.ts
async function readPolicy(environment, repository, parse) {
  const { log } = environment;
  const { root } = repository;
  const place = configPlace(environment, repository);
  const head = listedOnce(await repository.head());
  const [found] = await Promise.all([
    configOfCommit(place, head, log),
    // Needed right below, and remembered.
    repository.remote("origin")
  ]);
  const shared = sharedConfigs(environment, repository, { mayMiss: false });
  const ownFile = (commit) => (path) => configOfCommit({ ...place, file: null, usual: [path] }, commit, log);
  const config = await parse(found, shared, ownFile(head));
  const ledger = await ledgerPlace(environment, repository, config.ledger);
  if (typeof ledger === "string")
    return { config, tree: head, ledger, configRequests: shared.requests };
  const asked = Promise.all([defaultBranchOf(ledger), runRef(root, environment)]);
  head.files().catch(() => {
  });
  const [remoteHead, here] = await asked;
  await requireDefaultBranch({ root, head: remoteHead, here });
  const tree = listedOnce(commitTree(root, remoteHead.commit));
  if (tree.id === head.id) return { config, tree: head, ledger, configRequests: shared.requests };
  log.info(`Reading ${tree.name}, which the default branch has now; HEAD is ${head.name}.`);
  const current = await parse(await configOfCommit(place, tree, log), shared, ownFile(tree));
  const moved = "file" in current.ledger || current.ledger.branch !== ledger.branch;
  if (!moved) return { config: current, tree, ledger, configRequests: shared.requests };
  throw new Fault(
    "usage",
    "config-invalid",
    "Cannot open the ledger: the default branch names another one than HEAD does.",
    { remedy: "Update the checkout to what the default branch has now." }
  );
}
function listedOnce(tree) {
  return { ...tree, files: memoize(() => tree.files()) };
}

// src/wiring/connect.ts
async function connect(environment, { ask }) {
  const { log, clock, stop = null } = environment;
  requireDefaultBranchOfEvent(environment);
  const opening = openRepository(environment.cwd);
  const parser = loadParser();
  const repository = await opening;
  const reading = readPolicy(environment, repository, await parser);
  const loading = import("./adapters.stack.open-site.js");
  const { config, tree, ledger: place, configRequests } = await reading;
  warnOfUnsupported(config, log);
  const { openSite } = await loading;
  const { site, sent, close } = await openSite(siteOptions(environment, config));
  const [forge, pages] = await Promise.all([
    openForge(environment, repository, config),
    pagesOf(environment, repository)
  ]);
  if (ask) await Promise.race([sent, site.me().catch(() => {
  })]);
  keepHeapSmall();
  growHeapSlowly(40);
  const [ledger, { currentRun, isRunning }] = await Promise.all([
    openLedger(place),
    import("./adapters.ledger.run.js")
  ]);
  const history = openHistory(environment, repository);
  return {
    config,
    repository,
    tree,
    site,
    forge,
    configRequests,
    history,
    pages,
    ledger,
    clock,
    log,
    threads: assessThreads,
    stop,
    run: currentRun(),
    isRunning,
    async [Symbol.asyncDispose]() {
      await Promise.all([close(), forge?.close(), history[Symbol.asyncDispose]()]);
    }
  };
}
export {
  connect
};
