import { isAbsolute, join, relative, resolve } from 'node:path';
import { fileLedger } from './adapters/file/file-ledger.ts';
import { currentRun, isRunning } from './adapters/file/run.ts';
import { readConfigFile } from './adapters/file/read-config-file.ts';
import { openRepository } from './adapters/git/repository.ts';
import type { Context } from './commands/context.ts';
import { configPaths } from './config/config-paths.ts';
import { parseConfig } from './config/parse-config.ts';
import type { Config } from './config/schema.ts';
import { fixedRuleIds, ruleIds } from './curation/rules.ts';
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
  /** A path from there, or null for the usual names. */
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
  const repository = await openRepository(surroundings.cwd);
  const found = await configOnDisk(surroundings, repository);
  return { repository, config: parse(found) };
}

/** Puts together what commands work with that look at the site. */
export async function connect(surroundings: Surroundings): Promise<Connection> {
  const { env, log, clock } = surroundings;
  const repository = await openRepository(surroundings.cwd);
  const tree = remembered(await repository.head());
  const config = parse(await configOfCommit(surroundings, repository, tree));
  const token = env['STACK_ACCESS_TOKEN'];
  if (!token)
    throw new Fault(
      'usage',
      'token-missing',
      'Cannot reach the site: STACK_ACCESS_TOKEN is not set.',
      { remedy: 'Set STACK_ACCESS_TOKEN to an access token of Stack Internal.' },
    );
  if (config.destination.api !== 'v3' || config.destination.tier !== 'business')
    throw new Fault(
      'usage',
      'config-invalid',
      `Cannot use ${config.destination.tier} with API ${config.destination.api}: this version speaks API v3 of Business.`,
      { remedy: 'Set destination to { tier: business, api: v3 }.' },
    );
  const { tier, url: site, team, api } = config.destination;
  const ledger = openLedger(config, repository);
  // Loaded only here: what talks to the site is most of the bundle.
  const [{ createHttp }, { createSiteV3 }] = await Promise.all([
    import('./adapters/http.ts'),
    import('./adapters/stack/v3.ts'),
  ]);
  const http = createHttp({
    base: site,
    userAgent: `stack-publish/${version}`,
    clock,
    log,
    proxy: {
      https: env['HTTPS_PROXY'] ?? env['https_proxy'],
      exclude: env['NO_PROXY'] ?? env['no_proxy'],
    },
  });
  return {
    config,
    repository,
    tree,
    site: createSiteV3({ destination: { tier, site, team, api }, token, http, clock }),
    ledger,
    clock,
    log,
    run: currentRun(),
    isRunning,
    [Symbol.asyncDispose]: () => http.close(),
  };
}

function openLedger({ ledger }: Config, { root }: Repository): LedgerStore {
  if ('file' in ledger) {
    // A folder is named by its slash, which resolving would drop.
    const path = resolve(root, ledger.file);
    return fileLedger(ledger.file.endsWith('/') ? `${path}/` : path);
  }
  throw new Fault(
    'usage',
    'config-invalid',
    'Cannot open the ledger: this version keeps it in a file only.',
    { remedy: 'Set ledger to { file: PATH }.' },
  );
}

interface FoundConfig {
  readonly text: string;
  readonly name: string;
}

function parse({ text, name }: FoundConfig): Config {
  return parseConfig(text, name, { ids: ruleIds, fixed: fixedRuleIds });
}

/** The configuration as it is on disk. */
async function configOnDisk(
  { cwd, configFile }: Surroundings,
  { root }: Repository,
): Promise<FoundConfig> {
  if (configFile !== null) {
    const text = await readConfigFile(resolve(cwd, configFile));
    if (text !== null) return { text, name: configFile };
    throw notFound(configFile);
  }
  for (const path of configPaths) {
    const text = await readConfigFile(join(root, path));
    if (text !== null) return { text, name: path };
  }
  throw notFound(configPaths.join(' or '));
}

/**
 * The configuration of the commit that is read, so that nobody weakens the policy by a change that was
 * not reviewed. One that no commit has yet is taken from the disk, and that is said.
 */
async function configOfCommit(
  surroundings: Surroundings,
  repository: Repository,
  tree: FileTree,
): Promise<FoundConfig> {
  const { configFile, log } = surroundings;
  const candidates =
    configFile === null
      ? configPaths
      : [relative(repository.root, resolve(surroundings.cwd, configFile)).replaceAll('\\', '/')];
  const files = new Map((await tree.files()).map((file) => [file.path, file]));
  const committed = candidates.flatMap((path) => files.get(path) ?? [])[0];
  if (committed?.kind !== 'file') {
    const found = await configOnDisk(surroundings, repository);
    const outside = configFile !== null && /^\.\.|^\//.test(candidates[0] ?? '');
    if (!outside && !isAbsolute(candidates[0] ?? ''))
      log.warn(`${found.name} is not committed yet; it is read as it is on disk.`);
    return found;
  }
  for await (const { bytes } of tree.read([committed])) {
    const text = new TextDecoder('utf-8', { ignoreBOM: false }).decode(bytes);
    const onDisk = await readConfigFile(join(repository.root, committed.path));
    if (onDisk !== null && onDisk !== text)
      log.warn(`${committed.path} differs from the commit that is read; the commit counts.`);
    return { text, name: committed.path };
  }
  throw notFound(committed.path);
}

function notFound(what: string): Fault<'usage'> {
  return new Fault(
    'usage',
    'config-not-found',
    `Cannot find the configuration: there is no ${what}.`,
    {
      remedy:
        'Write .github/stack-publish.yml; its smallest form is `destination: { tier: business, team: YOUR-TEAM }`.',
    },
  );
}

/** Lists a tree's files once. */
function remembered(tree: FileTree): FileTree {
  let files: ReturnType<FileTree['files']> | null = null;
  return { ...tree, files: () => (files ??= tree.files()) };
}
