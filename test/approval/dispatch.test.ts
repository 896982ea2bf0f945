import { describe, expect, test } from 'vitest';
import { dispatchReader } from '../../src/approval/dispatch.ts';
import type { Running } from '../../src/approval/running.ts';
import { Fault } from '../../src/model/error.ts';
import type { WorkflowRun } from '../../src/ports/approval-forge.ts';

const digest = `sha256:${'a'.repeat(64)}` as const;
const mia = { id: 2, login: 'mia', type: 'User' };
const will = { id: 3, login: 'will', type: 'User' };
const running: Running = {
  id: 7,
  attempt: 1,
  actor: 'mia',
  repositoryUrl: 'https://github.com/a/b',
  pullPath: 'pull',
};
const run: WorkflowRun = {
  event: 'workflow_dispatch',
  attempt: 1,
  actor: mia,
  triggeringActor: mia,
  created: 100,
};

/** Reads where GitHub has these attempts, the last of which is the newest; null: it denies it. */
function read(attempts: readonly (Partial<WorkflowRun> | null)[] = [{}], attempt = 1) {
  const all = attempts.map((each, index) => each && { ...run, attempt: index + 1, ...each });
  return dispatchReader({
    forge: {
      name: 'GitHub',
      workflowRun: async (_, number = all.length) => all[number - 1] ?? null,
      roleOf: async (login) => ({
        user: login === 'mia' ? mia : login === 'will' ? will : { ...mia, login },
        role: login === 'mia' ? 'maintain' : 'write',
      }),
    },
    running: { ...running, attempt },
    inputs: [digest],
  })(digest);
}

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => (error instanceof Fault ? error.code : error),
  );

describe('a run that GitHub shows', () => {
  test('is dated by GitHub, and belongs to whom GitHub names', async () => {
    const approval = await read();
    expect(approval).toMatchObject({ people: [{ ...mia, role: 'maintain' }], attempt: 1 });
    expect(approval.evidence).toMatchObject({ by: { id: 2 }, at: 100, verified: true });
  });

  test('needs the role of both who started it and who started it again', async () => {
    const approval = await read([{}, { triggeringActor: will }], 2);
    expect(approval.people.map(({ login }) => login)).toEqual(['mia', 'will']);
    expect(approval.attempt).toBe(2);
  });

  test('is a later attempt where either GitHub or the runner says so', async () => {
    expect(await read([{}, { triggeringActor: will }], 1)).toMatchObject({ attempt: 2 });
    expect(await read([{}, null, {}], 3)).toMatchObject({ attempt: 3, people: [mia] });
  });

  test.each<[string, Parameters<typeof read>]>([
    ['of a login that passed to another account', [[{ actor: { ...mia, id: 99 } }]]],
    ['of an account that is gone', [[{ actor: null }]]],
    ['started again by an account that is gone', [[{}, { triggeringActor: null }], 2]],
    ['of which it does not show this attempt', [[{}, null], 2]],
    ['of which it has no such attempt', [[{}], 2]],
    ['that it does not show', [[null]]],
  ])('%s is nobody’s', async (_, given) => {
    expect(await codeOf(read(...given))).toBe('approver-unknown');
  });

  test('is no person’s where either the run or the account says so', async () => {
    const bot = { ...mia, type: 'Bot' };
    expect(await read([{ actor: bot, triggeringActor: bot }])).toMatchObject({ people: [bot] });
  });

  test('that was not started by hand is none', async () => {
    expect(await codeOf(read([{ event: 'push' }]))).toBe('approval-missing');
  });
});
