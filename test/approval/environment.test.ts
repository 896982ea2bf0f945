import { describe, expect, test } from 'vitest';
import { environmentReader } from '../../src/approval/environment.ts';
import { Fault } from '../../src/model/error.ts';
import type { ApprovalForge, WorkflowRun } from '../../src/ports/approval-forge.ts';

const digest = `sha256:${'a'.repeat(64)}` as const;
const mia = { id: 2, login: 'mia', type: 'User' };
const ada = { id: 1, login: 'ada', type: 'User' };
const run: WorkflowRun = {
  event: 'push',
  attempt: 1,
  actor: ada,
  triggeringActor: ada,
  created: 100,
};

type Reviews = Awaited<ReturnType<ApprovalForge['reviewsOf']>>;
const yes = { environments: ['Live'], state: 'approved', user: mia };

interface Given {
  readonly attempt?: number;
  readonly shown?: WorkflowRun | null;
}

function read(reviews: Reviews, { attempt = 1, shown = run }: Given = {}) {
  return environmentReader({
    forge: {
      name: 'GitHub',
      workflowRun: async () => shown,
      reviewsOf: async () => reviews,
      environment: async () => ({ reviewers: 1, branches: 'listed' }),
      branchesOf: async () => [{ name: 'main', type: 'branch' }],
      defaultBranch: async () => 'main',
    },
    running: {
      id: 7,
      attempt,
      actor: 'ada',
      repositoryUrl: 'https://github.com/a/b',
      pullPath: 'pull',
    },
    environment: 'live',
    defaultBranch: null,
  })(digest);
}

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => (error instanceof Fault ? error.code : error),
  );

describe("an environment's reviews", () => {
  test('are a yes of all who approved it', async () => {
    const elsewhere = { ...yes, environments: ['staging'], state: 'rejected', user: null };
    const found = await read([yes, elsewhere, { ...yes, user: ada }]);
    expect(found.people.map(({ login }) => login)).toEqual(['mia', 'ada']);
    expect(found).toMatchObject({ attempt: 1, evidence: { at: 100, digest } });
    expect(found.evidence).toMatchObject({ by: { id: 2 }, others: [{ id: 1, login: 'ada' }] });
    expect((await read([yes])).evidence).not.toHaveProperty('others');
  });

  test.each<[string, Reviews, string]>([
    ['nobody', [], 'approval-missing'],
    ['whom GitHub does not name', [{ ...yes, user: null }], 'approver-unknown'],
    ['whom GitHub names in part', [{ ...yes, user: null }, yes], 'approver-unknown'],
    [
      'somebody, and not by somebody else',
      [yes, { ...yes, state: 'rejected' }],
      'approval-missing',
    ],
    ['somebody, in a word yet unknown', [{ ...yes, state: 'Approved' }], 'approval-missing'],
  ])('are none by %s', async (_, reviews, code) => {
    expect(await codeOf(read(reviews))).toBe(code);
  });

  test('are none of a run that GitHub does not show', async () => {
    expect(await codeOf(read([yes], { shown: null }))).toBe('approver-unknown');
  });

  test('are of a later attempt where either GitHub or the runner says so', async () => {
    expect(await read([yes], { attempt: 2 })).toMatchObject({ attempt: 2 });
    expect(await read([yes], { shown: { ...run, attempt: 3 } })).toMatchObject({ attempt: 3 });
  });
});
