import { resolve } from 'node:path';
import { fileLedger } from './adapters/file/file-ledger.ts';
import {
  configOfCommit,
  configOnDisk,
  type ConfigPlace,
  type FoundConfig,
} from './adapters/file/find-config.ts';
import { currentRun, isRunning } from './adapters/file/run.ts';
import { commitTree } from './adapters/git/commit-tree.ts';
import { refOf, requireDefaultBranch } from './adapters/git/default-branch.ts';
import { forgeCredentials } from './adapters/git/forge-credentials.ts';
import type { GitHubForge } from './adapters/github/forge.ts';
import { openRepository } from './adapters/git/repository.ts';
import type { ProxySettings } from './adapters/http/open-dispatcher.ts';
import type { Context } from './commands/context.ts';
import { configPaths } from './config/config-paths.ts';
import type { Config } from './config/schema.ts';
import { Fault } from './model/error.ts';
import type { Clock } from './ports/clock.ts';
import type { LedgerStore } from './ports/ledger-store.ts';
import type { Log } from './ports/log.ts';
import type { FileTree, Repository } from './ports/repository.ts';
import { version } from './version.ts';

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
  tellOfReleases(config, surroundings.log);
  return { repository, config };
}

/** Puts together what commands work with that look at the site. */
export async function connect(surroundings: Surroundings): Promise<Connection> {
  const { env, log, clock } = surroundings;
  const opening = openRepository(surroundings.cwd);
  // What comes next loads while git works.
  const parser = loadParser();
  const repository = await opening;
  const reading = openLedger(surroundings, repository, await parser);
  const loading = loadClient();
  const { config, tree, ledger } = await reading;
  tellOfReleases(config, log);
  const token = env['STACK_ACCESS_TOKEN'];
  if (!token)
    throw new Fault(
      'usage',
      'token-missing',
      'Cannot reach the site: STACK_ACCESS_TOKEN is not set.',
      { remedy: 'Set STACK_ACCESS_TOKEN to an access token of Stack Internal.' },
    );
  const { tier, url, team, api } = config.destination;
  if (api !== 'v3' || tier !== 'business')
    throw new Fault(
      'usage',
      'config-invalid',
      `Cannot use ${tier} with API ${api}: this version speaks API v3 of Business.`,
      { remedy: 'Set destination to { tier: business, api: v3 }.' },
    );
  const { createHttp, createSiteV3 } = await loading;
  const forge = await openForge(surroundings, repository, config);
  const http = createHttp({
    base: url,
    userAgent: `stack-publish/${version}`,
    clock,
    log,
    proxy: proxyOf(env),
  });
  const site = createSiteV3({ destination: { tier, site: url, team, api }, token, http, clock });
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
      await Promise.all([http.close(), forge?.close()]);
    },
  };
}

/**
 * Opens the forge that the repository lives on, for its pull requests and for whether everyone may
 * read it. Null where there is none to ask; without a token it is an error, as a source that nobody
 * asked for would look as if it were gone.
 */
async function openForge(
  { env, log, clock }: Surroundings,
  repository: Repository,
  { sources, visibility }: Config,
): Promise<GitHubForge | null> {
  const wanted = sources['pull-requests'] !== false;
  if (!wanted && visibility !== 'auto') return null;
  const server = env['GITHUB_SERVER_URL'] ?? 'https://github.com';
  const name = env['GITHUB_REPOSITORY'] ?? nameOn(server, await repository.remote('origin'));
  const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(name ?? '') ?? [];
  if (name && !owner)
    throw new Fault(
      'usage',
      'usage',
      `Cannot read pull requests: GITHUB_REPOSITORY is ${JSON.stringify(name)}, expected OWNER/NAME.`,
      { remedy: 'Set GITHUB_REPOSITORY to the repository on GitHub, or unset it.' },
    );
  if (!owner || !repo) {
    if (wanted) log.info('Pull requests are not read: no GitHub repository is known.');
    return null;
  }
  const token = env['GITHUB_TOKEN'];
  if (!token) {
    if (!wanted) return null;
    throw new Fault(
      'usage',
      'token-missing',
      `Cannot read the pull requests of ${owner}/${repo}: GITHUB_TOKEN is not set.`,
      { remedy: 'Set GITHUB_TOKEN, or set sources.pull-requests to false.' },
    );
  }
  const { createGitHubForge } = await import('./adapters/github/forge.ts');
  const apiUrl = env['GITHUB_API_URL'] ?? 'https://api.github.com';
  return createGitHubForge({
    apiUrl,
    graphqlUrl: env['GITHUB_GRAPHQL_URL'] ?? `${apiUrl}/graphql`,
    repository: { owner, name: repo },
    token,
    userAgent: `stack-publish/${version}`,
    clock,
    log,
    proxy: proxyOf(env),
  });
}

/** OWNER/NAME where a remote's address is one of this forge; null else. */
export function nameOn(server: string, address: string | null): string | null {
  const host = URL.parse(server)?.hostname;
  const remote =
    /^(?:https:\/\/(?:[^/@]*@)?|ssh:\/\/git@|git@)([^/:]+)[/:]([^/]+\/[^/]+?)(?:\.git)?\/?$/.exec(
      address ?? '',
    );
  return remote && remote[1] === host ? (remote[2] ?? null) : null;
}

interface Opened {
  readonly config: Config;
  readonly tree: FileTree;
  readonly ledger: LedgerStore;
}

/**
 * Opens the ledger, and the commit that sources, rules and policy are read from. With a file that is
 * HEAD; with a branch it is what the remote's default branch has now, which comes with its fetch.
 */
async function openLedger(
  surroundings: Surroundings,
  repository: Repository,
  parse: Parser,
): Promise<Opened> {
  const { env, log } = surroundings;
  const place = placeOf(surroundings, repository);
  const head = remembered(await repository.head());
  const [remote, sshCommand, here] = await Promise.all([
    repository.remote('origin'),
    repository.sshCommand(),
    refOf(repository.root, env),
    // Needed right below, and remembered.
    head.files(),
  ]);
  const config = parse(await configOfCommit(place, head, log));
  if ('file' in config.ledger) {
    const { file } = config.ledger;
    // A folder is named by its slash, which resolving would drop.
    const path = resolve(repository.root, file) + (file.endsWith('/') ? '/' : '');
    return { config, tree: head, ledger: fileLedger(path) };
  }

  if (remote === null)
    throw new Fault(
      'usage',
      'config-invalid',
      'Cannot open the ledger: it is a branch of the remote `origin`, and there is no such remote.',
      { remedy: 'Add the remote, or set ledger to { file: PATH } for a trial.' },
    );
  const { branchLedger } = await import('./adapters/git/branch-ledger.ts');
  const server = env['GITHUB_SERVER_URL'] ?? 'https://github.com';
  const open = (branch: string) =>
    branchLedger({
      root: repository.root,
      remote: 'origin',
      branch,
      here: repository.commit,
      sshCommand,
      env: forgeCredentials({ remote, server, token: env['GITHUB_TOKEN'] }),
      author: { name: 'stack-publish', email: 'noreply@stack-publish.invalid' },
    });
  const ledger = open(config.ledger.branch);
  const remoteHead = await ledger.remoteHead();
  // A ledger pushed into an empty remote would become its default branch on many a forge.
  if (remoteHead === null)
    throw new Fault(
      'usage',
      'not-default-branch',
      'Cannot read the default branch: the remote `origin` has none yet.',
      { remedy: 'Push the default branch first.' },
    );
  await requireDefaultBranch({ root: repository.root, head: remoteHead, here });
  const tree = remembered(commitTree(repository.root, remoteHead.commit));
  if (tree.name === head.name) return { config, tree: head, ledger };
  log.info(`Reading ${tree.name}, which the default branch has now; HEAD is ${head.name}.`);
  const current = parse(await configOfCommit(place, tree, log));
  const moved = 'file' in current.ledger || current.ledger.branch !== config.ledger.branch;
  if (!moved) return { config: current, tree, ledger };
  throw new Fault(
    'usage',
    'config-invalid',
    'Cannot open the ledger: the default branch names another one than HEAD does.',
    { remedy: 'Update the checkout to what the default branch has now.' },
  );
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
  const [{ parseConfig }, { fixedRuleIds, ruleIds }] = await Promise.all([
    import('./config/parse-config.ts'),
    import('./curation/rule-ids.ts'),
  ]);
  return ({ text, name }) => parseConfig(text, name, { ids: ruleIds, fixed: fixedRuleIds });
}

/** Most of the bundle: `check` goes without. */
async function loadClient() {
  const [{ createHttp }, { createSiteV3 }] = await Promise.all([
    import('./adapters/http.ts'),
    import('./adapters/stack/v3.ts'),
  ]);
  return { createHttp, createSiteV3 };
}

function proxyOf(env: Surroundings['env']): ProxySettings {
  return {
    https: env['HTTPS_PROXY'] ?? env['https_proxy'],
    exclude: env['NO_PROXY'] ?? env['no_proxy'],
  };
}

/** Lists a tree's files once. */
function remembered(tree: FileTree): FileTree {
  let files: ReturnType<FileTree['files']> | null = null;
  return { ...tree, files: () => (files ??= tree.files()) };
}
