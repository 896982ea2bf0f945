import { configOnDisk, type ConfigPlace, type FoundConfig } from '../adapters/git/find-config.ts';
import { openRepository } from '../adapters/git/repository.ts';
import { configPaths } from '../config/config-paths.ts';
import type { OpenCheckout } from '../commands/session.ts';
import type { Config } from '../config/schema.ts';
import { fixedRuleIds, ruleIds } from '../curation/rule-ids.ts';
import type { Repository } from '../ports/repository.ts';
import { assessThreads } from './assess-threads.ts';
import type { Environment } from './environment.ts';
import { pagesOf } from './pages.ts';
import { sharedConfigs, type ReadOwnFile, type SharedConfigs } from './shared-config.ts';
import { growHeapSlowly, keepHeapSmall } from './small-heap.ts';
import { unsupported, warnOfUnsupported } from './unsupported.ts';

/**
 * Makes a configuration of its text and of what it extends. Throws `config-invalid`,
 * `extends-unreadable`.
 */
export type Parser = (
  found: FoundConfig,
  shared: SharedConfigs,
  readOwn: ReadOwnFile,
) => Promise<Config>;

/** Loads what reads configurations; git can work meanwhile. */
export async function loadParser(): Promise<Parser> {
  const { readConfig } = await import('../config/parse-config.ts');
  const known = { ids: ruleIds, fixed: fixedRuleIds, lacks: unsupported };
  return async (found, shared, readOwn) => {
    const { extended, complete } = readConfig(found, known);
    return complete(extended && (await shared.read(extended, readOwn)));
  };
}

/** Where the configuration is looked for. */
export function configPlace(
  { configFile }: Environment,
  { root }: Pick<Repository, 'root'>,
): ConfigPlace {
  return { root, file: configFile, usual: configPaths };
}

/**
 * Opens the checkout with the configuration of its working tree. With `alone` it goes on without what
 * that extends where it cannot be read, and warns: `check` needs no network.
 */
export async function openCheckout(
  environment: Environment,
  { alone }: { readonly alone: boolean } = { alone: false },
): Promise<OpenCheckout> {
  const opening = openRepository(environment.cwd);
  // Not awaited: it loads while git works.
  const parser = loadParser();
  const repository = await opening;
  const place = configPlace(environment, repository);
  const found = await configOnDisk(place);
  const shared = sharedConfigs(environment, repository, { mayMiss: alone });
  const parse = await parser;
  const config = await parse(found, shared, (path) =>
    configOnDisk({ ...place, file: null, usual: [path] }),
  );
  keepHeapSmall();
  growHeapSlowly(80);
  warnOfUnsupported(config, environment.log);
  const pages = await pagesOf(environment, repository);
  return {
    repository,
    config,
    pages,
    now: environment.clock.now(),
    configRequests: shared.requests,
    log: environment.log,
    threads: assessThreads,
    async readPull() {
      const { event, gitlab } = environment;
      if (event !== null || !gitlab.isRunner || gitlab.mergeRequest === null)
        return { pull: event?.pull ?? null, requests: { total: 0, writes: 0 } };
      const { readPipelineRequest } = await import('./ci/gitlab-merge-request.ts');
      return readPipelineRequest(environment, repository, gitlab.mergeRequest);
    },
    async openForge() {
      const [{ openForge }, { openHistory }] = await Promise.all([
        import('./forge.ts'),
        import('./history.ts'),
      ]);
      const forge = await openForge(environment, repository, config);
      const history = openHistory(environment, repository);
      const close = async () => {
        await Promise.all([forge?.close(), history[Symbol.asyncDispose]()]);
      };
      return { forge, history, [Symbol.asyncDispose]: close };
    },
  };
}
