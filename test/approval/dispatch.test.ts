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
  triggeringActor: 'mia',
  sender: 2,
  repositoryUrl: 'https://github.com/a/b',
};
const run: WorkflowRun = {
  event: 'workflow_dispatch',
  attempt: 1,
  actor: mia,
  triggeringActor: mia,
  created: 100,
};

function read({
  workflowRun = async () => run,
  words = {},
  begun = null,
}: {
  workflowRun?: () => Promise<WorkflowRun | null>;
  words?: Partial<Running>;
  begun?: number | null;
} = {}) {
  return dispatchReader({
    forge: {
      workflowRun,
      roleOf: async (login) => ({
        user: login === 'mia' ? mia : login === 'will' ? will : { ...mia, login },
        role: login === 'mia' ? 'maintain' : 'write',
      }),
    },
    running: { ...running, ...words },
    inputs: [digest],
    begun: async () => begun,
    now: () => 500,
  })(digest);
}

const hidden = async () => null;
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => (error instanceof Fault ? error.code : error),
  );

describe('a run that GitHub shows', () => {
  test("is dated by GitHub, and belongs to whom GitHub names, whatever the runner's words", async () => {
    const approval = await read({ words: { actor: 'will', triggeringActor: 'will', sender: 3 } });
    expect(approval).toMatchObject({ people: [mia], attempt: 1 });
    expect(approval.evidence).toMatchObject({ by: { id: 2 }, at: 100, verified: true });
  });

  test('needs the role of both who started it and who started it again', async () => {
    const workflowRun = async () => ({ ...run, attempt: 2, triggeringActor: will });
    const approval = await read({ workflowRun });
    expect(approval.people.map(({ login }) => login)).toEqual(['mia', 'will']);
    expect(approval.attempt).toBe(2);
  });

  test('of a login that passed to another account is nobody’s', async () => {
    const workflowRun = async () => ({ ...run, actor: { ...mia, id: 99 } });
    expect(await codeOf(read({ workflowRun }))).toBe('approver-unknown');
  });

  test('of an account that is gone is nobody’s, also where the runner names somebody', async () => {
    const workflowRun = async () => ({ ...run, actor: null });
    expect(await codeOf(read({ workflowRun }))).toBe('approver-unknown');
  });

  test('that was not started by hand is none', async () => {
    const workflowRun = async () => ({ ...run, event: 'push' });
    expect(await codeOf(read({ workflowRun }))).toBe('approval-missing');
  });
});

describe('a run that GitHub denies to the token', () => {
  test('belongs to whom the runner names, with the id of the event', async () => {
    const approval = await read({ workflowRun: hidden });
    expect(approval).toMatchObject({ people: [mia], attempt: 1, evidence: { at: 500 } });
  });

  test('is nobody’s where the id is another', async () => {
    const words = { sender: 99 };
    expect(await codeOf(read({ workflowRun: hidden, words }))).toBe('approver-unknown');
  });

  test('keeps in a later attempt the time of its recorded yes', async () => {
    const words = { attempt: 2 };
    const approval = await read({ workflowRun: hidden, words, begun: 42 });
    expect(approval).toMatchObject({ attempt: 2, evidence: { at: 42 } });
  });

  test('is nobody’s in a later attempt that the runner does not name a person for', async () => {
    const words = { attempt: 2, triggeringActor: null };
    expect(await codeOf(read({ workflowRun: hidden, words }))).toBe('approver-unknown');
  });
});

test('no answer is a no: the runner is not asked instead', async () => {
  for (const code of ['forge-unreachable', 'forge-refused'] as const) {
    const workflowRun = async () => {
      throw new Fault('forge', code, 'Cannot read the run', { remedy: 'Run it again.' });
    };
    expect(await codeOf(read({ workflowRun }))).toBe(code);
  }
});
