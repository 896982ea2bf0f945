import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { toolPath } from '../../scripts/workflow-tools.ts';

/** One line of act's log. */
export interface ActLine {
  readonly msg?: string;
  readonly jobID?: string;
  readonly stepID?: readonly string[];
  readonly step?: string;
  readonly jobResult?: 'success' | 'failure';
  /** Whether the step itself wrote it. */
  readonly raw_output?: boolean;
  /** A command of the runner's: its name, and the line as it was written, secrets and all. */
  readonly command?: string;
  readonly raw?: string;
  readonly name?: string;
  readonly arg?: string;
  readonly content?: string;
}

export interface ActOptions {
  readonly cwd: string;
  readonly home: string;
  readonly event: string;
  readonly args: readonly string[];
}

/** Runs act where jobs run on this very machine, in an empty environment; all of that reaches every step. */
export async function act({ cwd, home, event, args }: ActOptions): Promise<{
  readonly code: number | null;
  readonly lines: readonly ActLine[];
  readonly errors: string;
}> {
  const env = {
    // act runs the first `node` of its own PATH, whatever the Action asks for.
    PATH: [dirname(process.execPath), '/usr/bin', '/bin'].join(':'),
    HOME: home,
    XDG_CACHE_HOME: `${home}/cache`,
    LANG: 'C.UTF-8',
    ACT_DISABLE_VERSION_CHECK: '1',
  };
  const fixed = ['--json', '--rm', '--no-cache-server', '-P', 'ubuntu-latest=-self-hosted'];
  const child = spawn(toolPath('act'), [event, ...fixed, ...args], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  child.once('error', reject);
  child.once('close', resolve);
  const code = await promise;
  const lines = output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ActLine);
  return { code, lines, errors };
}
