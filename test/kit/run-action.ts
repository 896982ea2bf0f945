import { dirname, join } from 'node:path';
import { inject } from 'vitest';
import { actAsRunner, type Acted, type Step as RunnerStep } from './act-as-runner.ts';
import type { Running } from './start-program.ts';
import { temporaryFolder } from './temporary-folder.ts';
import type { TestSandbox } from './test-sandbox.ts';

export type { Acted } from './act-as-runner.ts';

export interface Step extends RunnerStep {
  /** Another bundle than the one that all tests share. */
  readonly actionPath?: string;
}

const bundledAction = join(dirname(inject('cliPath')), 'action.js');

/** Runs the bundled Action in a checkout as a runner does. `started` is given the running program. */
export function runAction(
  sandbox: TestSandbox,
  workspace: string,
  { actionPath = bundledAction, ...step }: Step,
  started?: (running: Running) => void,
): Promise<Acted> {
  const runner = { sandbox, workspace, folder: temporaryFolder(), program: actionPath };
  return actAsRunner(runner, step, started);
}
