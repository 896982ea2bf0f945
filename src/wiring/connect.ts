import { openRepository } from '../adapters/git/repository.ts';
import type { Context } from '../commands/context.ts';
import { assessThreads } from './assess-threads.ts';
import { loadParser } from './configuration.ts';
import { requireDefaultBranchOfEvent } from './default-branch.ts';
import type { Environment } from './environment.ts';
import { openForge } from './forge.ts';
import { openHistory } from './history.ts';
import { openLedger } from './ledger.ts';
import { pagesOf } from './pages.ts';
import { readPolicy } from './policy.ts';
import { siteOptions } from './site.ts';
import { growHeapSlowly, keepHeapSmall } from './small-heap.ts';
import { warnOfUnsupported } from './unsupported.ts';

/**
 * Puts together what commands work with that look at the site; its connections end with it. With `ask` the site is asked for the
 * account at once, which is then on its way while the rest loads; not where an approval has to be
 * looked at first, as the site is to hear nothing of those that are refused.
 */
export async function connect(
  environment: Environment,
  { ask }: { readonly ask: boolean },
): Promise<Context & AsyncDisposable> {
  const { log, clock, stop = null } = environment;
  requireDefaultBranchOfEvent(environment);
  const opening = openRepository(environment.cwd);
  // What comes next loads while git works.
  const parser = loadParser();
  const repository = await opening;
  const reading = readPolicy(environment, repository, await parser);
  // `check` goes without it.
  const loading = import('../adapters/stack/open-site.ts');
  const { config, tree, ledger: place, configRequests } = await reading;
  warnOfUnsupported(config, log);
  const { openSite } = await loading;
  const { site, sent, close } = await openSite(siteOptions(environment, config));
  const [forge, pages] = await Promise.all([
    openForge(environment, repository, config),
    pagesOf(environment, repository),
  ]);
  // Whoever waits for the answer gets its error. Loading modules keeps the thread busy: before the
  // request is written it would hold it back.
  if (ask) await Promise.race([sent, site.me().catch(() => {})]);
  // Not before: all that was made up to here is garbage soon, and would be collected again and again.
  keepHeapSmall();
  growHeapSlowly(40);
  const [ledger, { currentRun, isRunning }] = await Promise.all([
    openLedger(place),
    import('../adapters/ledger/run.ts'),
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
    },
  };
}
