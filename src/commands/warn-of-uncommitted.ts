import { matchesGlob } from 'node:path';
import type { Context } from './context.ts';

/** Plans are made from a commit: says which docs files it does not have as they are on disk. */
export async function warnOfUncommitted({
  config,
  repository,
  log,
}: Pick<Context, 'config' | 'repository' | 'log'>): Promise<void> {
  const { docs } = config.sources;
  if (docs === false) return;
  const changed = (await repository.changedPaths()).filter((path) =>
    docs.include.some((pattern) => matchesGlob(path, pattern)),
  );
  if (changed.length === 0) return;
  const more = changed.length > 3 ? ` and ${changed.length - 3} more` : '';
  log.warn(
    `The working tree differs from the commit that is read: ${changed.slice(0, 3).join(', ')}${more}. Commit to publish these changes.`,
  );
}
