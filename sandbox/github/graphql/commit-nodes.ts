import type { FakeGitHub } from '../fake-github.ts';
import { nodeId } from '../models/node-id.ts';
import type { Thread } from '../records.ts';
import { connection, mapped, type PageArguments } from './connection.ts';

/** A commit as GraphQL shows it. */
export const commitNode = (oid: string): object => ({
  __typename: 'Commit',
  id: nodeId('C', oid),
  oid,
});

/** A commit with those before it, each with the pull requests that brought it. */
export function commitWithHistory(
  github: FakeGitHub,
  oid: string,
  pullNode: (pull: Thread) => object,
): object {
  return {
    ...commitNode(oid),
    history: async ({ path, ...args }: PageArguments & { readonly path?: string | null }) => {
      const oids = await github.git.history(oid, path ?? null);
      const page = connection('history', args, oids, (each) => each);
      return mapped(page, (each) => commitWithHistory(github, each, pullNode));
    },
    associatedPullRequests: async (args: PageArguments) => {
      const pulls = await pullsOf(github, oid);
      const page = connection('associatedPullRequests', args, pulls, ({ number }) =>
        String(number),
      );
      return mapped(page, pullNode);
    },
  };
}

/** The pull requests that brought a commit: as the commit that merged them, or as one of those merged. */
async function pullsOf(github: FakeGitHub, oid: string): Promise<readonly Thread[]> {
  const found: Thread[] = [];
  for (const thread of github.threads.values()) {
    const { mergeCommit } = thread;
    if (mergeCommit === null) continue;
    if (mergeCommit === oid || (await github.git.brings(mergeCommit, oid))) found.push(thread);
  }
  return found;
}
