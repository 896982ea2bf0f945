import { Fault } from '../../src/model/error.ts';
import { gitHubCommands } from '../github/control/github-commands.ts';
import { gitHubReport } from '../github/control/github-report.ts';
import type { SandboxState } from '../sandbox-state.ts';
import { stackCommands } from '../stack/control/stack-commands.ts';
import { stackReport } from '../stack/control/stack-report.ts';
import { sandboxCommands } from './sandbox-commands.ts';

/**
 * The reads: the state (``), `log?since=N`, `posts/ID` and `posts` with their texts, `github`,
 * `github/log?since=N`.
 */
export function readControl(state: SandboxState, path: string): unknown {
  const { stack } = state;
  const [name = '', query = ''] = path.split('?');
  const { github, rest: known } = repositoryOf(state, name);
  const [kind, id, ...rest] = known.split('/').filter((part) => part !== '');
  if (kind === undefined) return stackReport(stack);
  const since = Number(new URLSearchParams(query).get('since') ?? '0') || 0;
  if (kind === 'log' && id === undefined) return stack.log.since(since);
  if (kind === 'github' && id === undefined) return gitHubReport(github);
  if (kind === 'github' && id === 'log' && rest.length === 0) return github.log.since(since);
  if (kind === 'posts' && id === undefined) return [...stack.posts.all()];
  const post = kind === 'posts' && rest.length === 0 ? stack.posts.find(Number(id)) : null;
  if (post === null) throw unknownControl(path);
  return post;
}

/** Carries out a control call and returns its result. Throws a `Fault` (usage). */
export async function runControl(
  state: SandboxState,
  name: string,
  body: unknown,
): Promise<unknown> {
  const { github, rest } = repositoryOf(state, name);
  const onGitHub = rest.startsWith('github/') ? gitHubCommands.get(rest.slice(7)) : undefined;
  if (onGitHub !== undefined) return onGitHub(github, body);
  const onSandbox = sandboxCommands.get(name);
  const onStack = stackCommands.get(name);
  let result: unknown;
  if (onSandbox !== undefined) result = await onSandbox(state, body);
  else if (onStack !== undefined) result = await onStack(state.stack, body);
  else throw unknownControl(name);
  await state.stack.save();
  return result;
}

/** The repository that a path such as `github/repositories/OWNER/NAME/labels` is about, and the rest of it. */
function repositoryOf({ github }: SandboxState, path: string) {
  const [, owner = '', name = '', rest = ''] =
    /^github\/repositories\/([^/]+)\/([^/]+)(.*)$/.exec(path) ?? [];
  if (owner === '') return { github, rest: path };
  const found = github.repository(owner, name);
  if (found === null) throw unknownControl(path);
  return { github: found, rest: `github${rest}` };
}

function unknownControl(path: string): Fault {
  const names = [
    ...sandboxCommands.keys(),
    ...stackCommands.keys(),
    ...[...gitHubCommands.keys()].map((name) => `github/${name}`),
  ];
  return new Fault('usage', 'usage', `Cannot find the control call ${path}.`, {
    remedy: `Use one of: ${names.join(', ')}; to read: log, posts, posts/ID, github, github/log; below github/repositories/OWNER/NAME for another repository.`,
  });
}
