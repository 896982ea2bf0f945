import { configOnDisk } from '../adapters/git/find-config.ts';
import { openRepository } from '../adapters/git/repository.ts';
import type { Config } from '../config/schema.ts';
import type { Repository } from '../ports/repository.ts';
import { configPlace, loadParser, warnOfReleases } from './configuration.ts';
import type { Environment } from './environment.ts';
import { keepHeapSmall } from './small-heap.ts';

/** Opens the checkout with the configuration of its working tree: all that `check` needs. */
export async function openCheckout(
  environment: Environment,
): Promise<{ readonly repository: Repository; readonly config: Config }> {
  const opening = openRepository(environment.cwd);
  // Not awaited: it loads while git works.
  const parser = loadParser();
  const repository = await opening;
  const found = await configOnDisk(configPlace(environment, repository));
  const config = (await parser)(found);
  keepHeapSmall();
  warnOfReleases(config, environment.log);
  return { repository, config };
}
