import type { LogEntry } from '../../sandbox/index.ts';
import type { ActionWorld } from '../kit/action-world.ts';

/** What GitHub is asked while something is done: each request by its name, git's left out. */
export async function askedDuring(
  { fakeGitHub }: Pick<ActionWorld, 'fakeGitHub'>,
  work: () => Promise<unknown>,
): Promise<string[]> {
  const before = (await fakeGitHub.log()).at(-1)?.number ?? 0;
  await work();
  return (await fakeGitHub.log(before)).filter(({ path }) => !/\.git\//.test(path)).map(nameOf);
}

/** `GET actions/runs/*` for REST; `query Name` for GraphQL. */
function nameOf({ method, path, sent }: LogEntry): string {
  if (path === '/graphql') return /query \w+/.exec(sent ?? '')?.[0] ?? 'query';
  const route = path
    .replace(/^\/repos\/[^/]+\/[^/]+\//, '')
    .replaceAll(/\/\d+(?=\/|$)/g, '/*')
    .replace(/^collaborators\/[^/]+/, 'collaborators/*')
    .replace(/^environments\/[^/]+/, 'environments/*');
  return `${method} ${route}`;
}
