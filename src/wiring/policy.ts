import { commitTree } from '../adapters/git/commit-tree.ts';
import { configOfCommit } from '../adapters/git/find-config.ts';
import type { LedgerRemote } from '../adapters/ledger/branch/ledger-remote.ts';
import type { Config } from '../config/schema.ts';
import { Fault } from '../model/error.ts';
import { memoize } from '../model/memoize.ts';
import type { CommitTree, Repository } from '../ports/repository.ts';
import type { RequestCount } from '../ports/site.ts';
import { configPlace, type Parser } from './configuration.ts';
import { defaultBranchOf, requireDefaultBranch, runRef } from './default-branch.ts';
import type { Environment } from './environment.ts';
import { ledgerPlace } from './ledger.ts';
import { sharedConfigs } from './shared-config.ts';

/** What a run goes by, and where its ledger is: a path, or a branch of a remote. */
interface Policy {
  readonly config: Config;
  /** The commit that sources, rules and policy are read from. */
  readonly tree: CommitTree;
  readonly ledger: string | LedgerRemote;
  /** What was sent to the forge for it. */
  readonly configRequests: RequestCount;
}

/**
 * Finds the commit that a run goes by: with a ledger in a file that is HEAD; with a branch it is what
 * the remote's default branch has now.
 */
export async function readPolicy(
  environment: Environment,
  repository: Repository,
  parse: Parser,
): Promise<Policy> {
  const { log } = environment;
  const { root } = repository;
  const place = configPlace(environment, repository);
  const head = listedOnce(await repository.head());
  const [found] = await Promise.all([
    configOfCommit(place, head, log),
    // Needed right below, and remembered.
    repository.remote('origin'),
  ]);
  const shared = sharedConfigs(environment, repository, { mayMiss: false });
  const ownFile = (commit: CommitTree) => (path: string) =>
    configOfCommit({ ...place, file: null, usual: [path] }, commit, log);
  const config = await parse(found, shared, ownFile(head));
  const ledger = await ledgerPlace(environment, repository, config.ledger);
  if (typeof ledger === 'string')
    return { config, tree: head, ledger, configRequests: shared.requests };
  const asked = Promise.all([defaultBranchOf(ledger), runRef(root, environment)]);
  // Most often the remote has the same commit, whose files are listed meanwhile.
  head.files().catch(() => {});
  const [remoteHead, here] = await asked;
  await requireDefaultBranch({ root, head: remoteHead, here });
  const tree = listedOnce(commitTree(root, remoteHead.commit));
  if (tree.id === head.id) return { config, tree: head, ledger, configRequests: shared.requests };
  log.info(`Reading ${tree.name}, which the default branch has now; HEAD is ${head.name}.`);
  const current = await parse(await configOfCommit(place, tree, log), shared, ownFile(tree));
  const moved = 'file' in current.ledger || current.ledger.branch !== ledger.branch;
  if (!moved) return { config: current, tree, ledger, configRequests: shared.requests };
  throw new Fault(
    'usage',
    'config-invalid',
    'Cannot open the ledger: the default branch names another one than HEAD does.',
    { remedy: 'Update the checkout to what the default branch has now.' },
  );
}

/** A tree whose files are listed once. */
function listedOnce(tree: CommitTree): CommitTree {
  return { ...tree, files: memoize(() => tree.files()) };
}
