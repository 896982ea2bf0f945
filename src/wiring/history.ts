import { memoize } from '../model/memoize.ts';
import type { History } from '../ports/history.ts';
import type { Repository } from '../ports/repository.ts';
import type { Environment } from './environment.ts';
import { originOf } from './origin.ts';

/** The history of the remote's tags; nothing is loaded or started before the first question. */
export function openHistory(
  environment: Environment,
  repository: Repository,
): History & AsyncDisposable {
  let opened: (History & AsyncDisposable) | null = null;
  const open = memoize(async () => {
    const { gitHistory } = await import('../adapters/git/history.ts');
    const addresses = await repository.routes('origin');
    const remote =
      addresses.length === 0 ? null : await originOf(environment, repository, addresses);
    opened = gitHistory({ root: repository.root, remote });
    return opened;
  });
  return {
    fetch: async (refs) => (await open()).fetch(refs),
    range: async (from, to) => (await open()).range(from, to),
    contains: async (descendant, ancestor) => (await open()).contains(descendant, ancestor),
    [Symbol.asyncDispose]: async () => opened?.[Symbol.asyncDispose](),
  };
}
