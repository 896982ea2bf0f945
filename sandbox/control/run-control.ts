import { Fault } from '../../src/model/error.ts';
import type { SandboxState } from '../exchange/sandbox-state.ts';
import { fakeGitHubCommands } from '../github/control-commands.ts';
import { fakeGitHubReport } from '../github/control-report.ts';
import { commands } from './commands.ts';
import { stateReport } from './state-report.ts';

/** The reads: the state (``), `log?since=N`, `posts/ID` and `posts` with their texts, `github`, `github/log?since=N`. */
export function readControl(state: SandboxState, path: string): unknown {
  const [name = '', query = ''] = path.split('?');
  const [kind, id, ...rest] = name.split('/').filter((part) => part !== '');
  if (kind === undefined) return stateReport(state);
  const since = Number(new URLSearchParams(query).get('since') ?? '0') || 0;
  if (kind === 'log' && id === undefined) return state.log.since(since);
  if (kind === 'github' && id === undefined) return fakeGitHubReport(state.fakeGitHub);
  if (kind === 'github' && id === 'log' && rest.length === 0)
    return state.fakeGitHub.log.since(since);
  if (kind === 'posts' && id === undefined) return [...state.site.posts.all()];
  const post = kind === 'posts' && rest.length === 0 ? state.site.posts.find(Number(id)) : null;
  if (post === null) throw unknownControl(path);
  return post;
}

/** Carries out a control call and returns its result. Throws a `Fault` (usage). */
export async function runControl(
  state: SandboxState,
  name: string,
  body: unknown,
): Promise<unknown> {
  const fakeGitHubCommand = name.startsWith('github/')
    ? fakeGitHubCommands.get(name.slice(7))
    : undefined;
  if (fakeGitHubCommand !== undefined) return fakeGitHubCommand(state.fakeGitHub, body);
  const run = commands.get(name);
  if (run === undefined) throw unknownControl(name);
  const result: unknown = await run(state, body);
  await state.save();
  return result;
}

function unknownControl(path: string): Fault {
  const names = [
    ...commands.keys(),
    ...[...fakeGitHubCommands.keys()].map((name) => `github/${name}`),
  ];
  return new Fault('usage', 'usage', `Cannot find the control call ${path}.`, {
    remedy: `Use one of: ${names.join(', ')}; to read: log, posts, posts/ID, github, github/log.`,
  });
}
