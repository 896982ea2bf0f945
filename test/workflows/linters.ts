import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { toolPath, type WorkflowTool } from '../../scripts/workflow-tools.ts';

export interface Linted {
  readonly code: number | null;
  readonly output: string;
}

/** What is wrong with workflows, and with the inputs of actions in the same folder. */
export const actionlint = (folder: string, files: readonly string[]): Promise<Linted> =>
  run('actionlint', ['-no-color', '-shellcheck=', '-pyflakes=', ...files], folder);

/**
 * What is unsafe in workflows and actions. Files only: of a folder it takes those that GitHub would
 * run, and says that all is well where there are none.
 */
export const zizmor = (folder: string, files: readonly string[]): Promise<Linted> =>
  run('zizmor', [...zizmorFlags, ...files], folder);

/** What is wrong with a Dockerfile. */
export const hadolint = (folder: string, file: string): Promise<Linted> =>
  run('hadolint', ['--no-color', file], folder);

const zizmorFlags = [
  '--offline',
  '--strict-collection',
  '--no-progress',
  '--color=never',
  '--persona=pedantic',
  `--config=${join(import.meta.dirname, 'zizmor.yml')}`,
];

function run(name: WorkflowTool['name'], args: readonly string[], folder: string): Promise<Linted> {
  const { promise, resolve, reject } = Promise.withResolvers<Linted>();
  const env = { PATH: '/usr/bin:/bin', HOME: folder, LANG: 'C.UTF-8' };
  const child = spawn(toolPath(name), args, {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.once('error', reject);
  child.once('close', (code) => resolve({ code, output }));
  return promise;
}
