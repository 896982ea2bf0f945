import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sandbox } from '../../sandbox/index.ts';
import { gitHubEnvironment } from './github-environment.ts';
import { startProgram, type Running } from './start-program.ts';

/** What one step of a workflow left behind. */
export interface Acted {
  readonly code: number | null;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

export interface Step {
  readonly event: string;
  readonly payload?: object;
  readonly command?: string;
  readonly digest?: string | undefined;
  readonly run?: number;
  readonly attempt?: number;
  readonly actor?: string;
  readonly triggeringActor?: string;
  readonly ref?: string;
  /** Which of the site's tokens the job has. */
  readonly token?: 'read' | 'write';
  readonly env?: Readonly<Record<string, string>>;
}

interface Runner {
  readonly sandbox: Sandbox;
  /** The checkout. */
  readonly workspace: string;
  /** An empty one, for the files between runner and step. */
  readonly folder: string;
  /** The Action's entry. */
  readonly program: string;
}

/** Runs the Action in a checkout as a runner does. `started` is given the running program. */
export async function actAsRunner(
  { sandbox, workspace, folder, program }: Runner,
  step: Step,
  started?: (running: Running) => void,
): Promise<Acted> {
  const file = (name: string) => join(folder, name);
  const { repository, tokens } = sandbox.github;
  const payload = {
    repository: { default_branch: 'main', full_name: repository },
    ...step.payload,
  };
  await writeFile(file('event.json'), JSON.stringify(payload));
  await writeFile(file('output'), '');
  await writeFile(file('summary'), '');
  const actor = step.actor ?? 'mia-maintain';
  const env: Record<string, string> = {
    HOME: folder,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    ...gitHubEnvironment(sandbox),
    GITHUB_EVENT_NAME: step.event,
    GITHUB_EVENT_PATH: file('event.json'),
    GITHUB_OUTPUT: file('output'),
    GITHUB_STEP_SUMMARY: file('summary'),
    GITHUB_REF: step.ref ?? 'refs/heads/main',
    GITHUB_RUN_ID: String(step.run ?? 4242),
    GITHUB_RUN_ATTEMPT: String(step.attempt ?? 1),
    GITHUB_ACTOR: actor,
    GITHUB_TRIGGERING_ACTOR: step.triggeringActor ?? actor,
    RUNNER_TEMP: folder,
    INPUT_COMMAND: step.command ?? 'auto',
    INPUT_DIGEST: step.digest ?? '',
    'INPUT_GITHUB-TOKEN': tokens.job,
    'INPUT_STACK-TOKEN': sandbox.stack.tokens[step.token ?? 'write'],
    ...step.env,
  };
  const running = startProgram(process.execPath, [program], { cwd: workspace, env });
  started?.(running);
  const { code, output } = await running.ended;
  return {
    code,
    log: output,
    outputs: outputsOf(await readFile(file('output'), 'utf8')),
    summary: await readFile(file('summary'), 'utf8'),
  };
}

function outputsOf(text: string): Record<string, string> {
  const found = text.matchAll(/^([^\n<]+)<<(\S+)\n([\s\S]*?)\n\2$/gm);
  return Object.fromEntries([...found].map(([, name = '', , value = '']) => [name, value]));
}
