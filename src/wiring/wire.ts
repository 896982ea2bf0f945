import { resolve } from 'node:path';
import {
  configOfCommit,
  configOnDisk,
  type ConfigPlace,
  type FoundConfig,
} from '../adapters/git/find-config.ts';
import { commitTree } from '../adapters/git/commit-tree.ts';
import { refOf, requireDefaultBranch } from '../adapters/git/default-branch.ts';
import { forgeCredentials } from '../adapters/git/forge-credentials.ts';
import { gitHubName, gitHubOptions, repositoryNamed } from '../adapters/github/find-github.ts';
import type { GitHubForge } from '../adapters/github/forge.ts';
import { ledgerRemote, type LedgerRemote } from '../adapters/ledger/branch/ledger-remote.ts';
import { openRepository } from '../adapters/git/repository.ts';
import { proxyOf } from '../adapters/http/proxy-of.ts';
import type { Context } from '../commands/context.ts';
import { configPaths } from '../config/config-paths.ts';
import type { Config } from '../config/schema.ts';
import { fixedRuleIds, ruleIds } from '../curation/rule-ids.ts';
import { Fault } from '../model/error.ts';
import type { Clock } from '../ports/clock.ts';
import type { LedgerStore } from '../ports/ledger-store.ts';
import type { Log } from '../ports/log.ts';
import type { CommitTree, Repository } from '../ports/repository.ts';
import { keepHeapSmall } from './small-heap.ts';
import { version } from '../model/version.ts';

/** What an edge knows of where it runs. */
export interface Surroundings {
  /** The checkout, or a folder in it. */
  readonly cwd: string;
  /** An absolute path, or null for the usual names. */
  readonly configFile: string | null;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
  readonly clock: Clock;
}

/** A context whose connections end with it. */
export type Connection = Context & AsyncDisposable;

/** Opens the checkout with the configuration of its working tree: all that `check` needs. */
export async function openCheckout(
  surroundings: Surroundings,
): Promise<{ readonly repository: Repository; readonly config: Config }> {
  const opening = openRepository(surroundings.cwd);
  // Not awaited: it loads while git works.
  const parser = loadParser();
  const repository = await opening;
  const found = await configOnDisk(placeOf(surroundings, repository));
  const config = (await parser)(found);
  keepHeapSmall();
  tellOfReleases(config, surroundings.log);
  return { repository, config };
}

/**
 * Puts together what commands work with that look at the site. With `ask` the site is asked for the
 * account at once, which is then on its way while the rest loads; not where an approval has to be
 * looked at first, as the site is to hear nothing of those that are refused.
 */
export async function connect(
  surroundings: Surroundings,
  { ask }: { readonly ask: boolean },
): Promise<Connection> {
  const { log, clock } = surroundings;
  const opening = openRepository(surroundings.cwd);
  // What comes next loads while git works.
  const parser = loadParser();
  const repository = await opening;
  const reading = readPolicy(surroundings, repository, await parser);
  // `check` goes without it.
  const loading = import('../adapters/stack/open-site.ts');
  const { config, tree, ledger: place } = await reading;
  tellOfReleases(config, log);
  const { openSite } = await loading;
  const { site, sent, close } = openSite(siteOptions(surroundings, config));
  const forge = await openForge(surroundings, repository, config);
  // Whoever waits for the answer gets its error. Loading modules keeps the thread busy: before the
  // request is written it would hold it back.
  if (ask) await Promise.race([sent, site.me().catch(() => {})]);
  // Not before: all that was made up to here is garbage soon, and would be collected again and again.
  keepHeapSmall();
  const [ledger, { currentRun, isRunning }] = await Promise.all([
    openLedger(place),
    import('../adapters/ledger/run.ts'),
  ]);
  return {
    config,
    repository,
    tree,
    site,
    forge,
    ledger,
    clock,
    log,
    run: currentRun(),
    isRunning,
    async [Symbol.asyncDispose]() {
      await Promise.all([close(), forge?.close()]);
    },
  };
}

/**
 * Opens the forge that the repository lives on, for its pull requests and for whether everyone may
 * read it. Null where there is none to ask; without a token it is an error, as a source that nobody
 * asked for would look as if it were gone.
 */
async function openForge(
  surroundings: Surroundings,
  repository: Repository,
  { sources, visibility }: Config,
): Promise<GitHubForge | null> {
  const { env, log } = surroundings;
  const wanted = sources['pull-requests'] !== false;
  if (!wanted && visibility !== 'auto') return null;
  const name = await gitHubName(env, repository);
  const named = repositoryNamed(name);
  if (name && !named)
    throw new Fault(
      'usage',
      'usage',
      `Cannot read pull requests: GITHUB_REPOSITORY is ${JSON.stringify(name)}, expected OWNER/NAME.`,
      { remedy: 'Set GITHUB_REPOSITORY to the repository on GitHub, or unset it.' },
    );
  if (!named) {
    if (wanted) log.info('Pull requests are not read: no GitHub repository is known.');
    return null;
  }
  const token = env['GITHUB_TOKEN'];
  if (!token) {
    if (!wanted) return null;
    throw new Fault(
      'usage',
      'token-missing',
      `Cannot read the pull requests of ${name}: GITHUB_TOKEN is not set.`,
      { remedy: 'Set GITHUB_TOKEN, or set sources.pull-requests to false.' },
    );
  }
  const { createGitHubForge } = await import('../adapters/github/forge.ts');
  return createGitHubForge(gitHubOptions(surroundings, named, token));
}

/** What a run goes by, and where its ledger is: a path, or a branch of a remote. */
interface Policy {
  readonly config: Config;
  readonly tree: CommitTree;
  readonly ledger: string | LedgerRemote;
}

/**
 * Finds the commit that sources, rules and policy are read from: with a ledger in a file that is HEAD;
 * with a branch it is what the remote's default branch has now.
 */
async function readPolicy(
  surroundings: Surroundings,
  repository: Repository,
  parse: Parser,
): Promise<Policy> {
  const { env, log } = surroundings;
  const { root } = repository;
  const place = placeOf(surroundings, repository);
  const head = remembered(await repository.head());
  const [found] = await Promise.all([
    configOfCommit(place, head, log),
    // Needed right below, and remembered.
    repository.remote('origin'),
  ]);
  const config = parse(found);
  const ledger = await ledgerPlace(env, repository, config.ledger);
  if (typeof ledger === 'string') return { config, tree: head, ledger };
  const asked = Promise.all([ledger.head(), refOf(root, env)]);
  // Most often the remote has the same commit, whose files are listed meanwhile.
  head.files().catch(() => {});
  const [remoteHead, here] = await asked;
  // A ledger pushed into an empty remote would become its default branch on many a forge.
  if (remoteHead === null)
    throw new Fault(
      'usage',
      'not-default-branch',
      'Cannot read the default branch: the remote `origin` has none yet.',
      { remedy: 'Push the default branch first.' },
    );
  await requireDefaultBranch({ root, head: remoteHead, here });
  const tree = remembered(commitTree(root, remoteHead.commit));
  if (tree.id === head.id) return { config, tree: head, ledger };
  log.info(`Reading ${tree.name}, which the default branch has now; HEAD is ${head.name}.`);
  const current = parse(await configOfCommit(place, tree, log));
  const moved = 'file' in current.ledger || current.ledger.branch !== ledger.branch;
  if (!moved) return { config: current, tree, ledger };
  throw new Fault(
    'usage',
    'config-invalid',
    'Cannot open the ledger: the default branch names another one than HEAD does.',
    { remedy: 'Update the checkout to what the default branch has now.' },
  );
}

/** Where the ledger is: the path of a file or folder, or a branch of the remote `origin`. */
export async function ledgerPlace(
  env: Surroundings['env'],
  repository: Repository,
  ledger: Config['ledger'],
): Promise<string | LedgerRemote> {
  const { root } = repository;
  // A folder is named by its slash, which resolving would drop.
  if ('file' in ledger) return resolve(root, ledger.file) + (ledger.file.endsWith('/') ? '/' : '');
  const address = await repository.remote('origin');
  if (address === null)
    throw new Fault(
      'usage',
      'config-invalid',
      'Cannot open the ledger: it is a branch of the remote `origin`, and there is no such remote.',
      { remedy: 'Add the remote, or set ledger to { file: PATH } for a trial.' },
    );
  const server = env['GITHUB_SERVER_URL'] ?? 'https://github.com';
  const credentials = forgeCredentials({ remote: address, server, token: env['GITHUB_TOKEN'] });
  const sshCommand = await repository.sshCommand();
  return ledgerRemote(
    { root, name: 'origin', env: credentials, sshCommand },
    ledger.branch,
    repository.commit,
  );
}

export async function openLedger(place: string | LedgerRemote): Promise<LedgerStore> {
  if (typeof place === 'string')
    return (await import('../adapters/ledger/file/file-ledger.ts')).fileLedger(place);
  const { branchLedger } = await import('../adapters/ledger/branch/branch-ledger.ts');
  return branchLedger(place);
}

function tellOfReleases({ sources }: Config, log: Log): void {
  if (sources.releases !== false)
    log.warn('sources.releases is set, and this version does not read releases yet.');
}

function placeOf({ configFile }: Surroundings, { root }: Repository): ConfigPlace {
  return { root, file: configFile, usual: configPaths };
}

type Parser = (found: FoundConfig) => Config;

async function loadParser(): Promise<Parser> {
  const { parseConfig } = await import('../config/parse-config.ts');
  return ({ text, name }) => parseConfig(text, name, { ids: ruleIds, fixed: fixedRuleIds });
}

export function siteOptions({ env, clock, log }: Surroundings, { destination }: Config) {
  const { tier, url, team, api } = destination;
  return {
    destination: { tier, site: url, team, api },
    token: env['STACK_ACCESS_TOKEN'],
    userAgent: `stack-publish/${version}`,
    proxy: proxyOf(env),
    clock,
    log,
  };
}

/** Lists a tree's files once. */
function remembered(tree: CommitTree): CommitTree {
  let files: ReturnType<CommitTree['files']> | null = null;
  return { ...tree, files: () => (files ??= tree.files()) };
}
