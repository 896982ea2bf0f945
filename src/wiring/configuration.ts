import { configOnDisk, type ConfigPlace, type FoundConfig } from '../adapters/git/find-config.ts';
import { openRepository } from '../adapters/git/repository.ts';
import { configPaths } from '../config/config-paths.ts';
import type { OpenCheckout } from '../commands/session.ts';
import type { Config } from '../config/schema.ts';
import { fixedRuleIds, ruleIds } from '../curation/rule-ids.ts';
import type { Repository } from '../ports/repository.ts';
import type { Environment } from './environment.ts';
import { pagesOf } from './pages.ts';
import { growHeapSlowly, keepHeapSmall } from './small-heap.ts';
import { unsupported, warnOfUnsupported } from './unsupported.ts';

/** Makes a configuration of its text. Throws `config-invalid`. */
export type Parser = (found: FoundConfig) => Config;

/** Loads what reads configurations; git can work meanwhile. */
export async function loadParser(): Promise<Parser> {
  const { parseConfig } = await import('../config/parse-config.ts');
  const known = { ids: ruleIds, fixed: fixedRuleIds, lacks: unsupported };
  return ({ text, name }) => parseConfig(text, name, known);
}

/** Where the configuration is looked for. */
export function configPlace(
  { configFile }: Environment,
  { root }: Pick<Repository, 'root'>,
): ConfigPlace {
  return { root, file: configFile, usual: configPaths };
}

/** Opens the checkout with the configuration of its working tree: all that `check` needs. */
export async function openCheckout(environment: Environment): Promise<OpenCheckout> {
  const opening = openRepository(environment.cwd);
  // Not awaited: it loads while git works.
  const parser = loadParser();
  const repository = await opening;
  const found = await configOnDisk(configPlace(environment, repository));
  const config = (await parser)(found);
  keepHeapSmall();
  growHeapSlowly(80);
  warnOfUnsupported(config, environment.log);
  const pages = await pagesOf(environment, repository);
  return {
    repository,
    config,
    pages,
    now: environment.clock.now(),
    pull: environment.event?.pull ?? null,
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
