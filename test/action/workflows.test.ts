import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'examples/workflows');
const names = await readdir(folder);

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly run?: string;
}
interface Workflow {
  readonly on: unknown;
  readonly permissions: object;
  readonly concurrency?: unknown;
  readonly jobs: Readonly<
    Record<
      string,
      { readonly permissions?: Readonly<Record<string, string>>; readonly steps: readonly Step[] }
    >
  >;
}
const action = parse(await readFile(join(root, 'action.yml'), 'utf8'));

test('there is one for each way', () => {
  expect(names.toSorted()).toEqual([
    'check.yml',
    'comment.yml',
    'daily.yml',
    'dispatch.yml',
    'release.yml',
    'reviewers.yml',
  ]);
});

describe.each(names)('%s', async (name) => {
  const text = await readFile(join(folder, name), 'utf8');
  const workflow = parse(text) as Workflow;
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps);

  test('gives each job its own permissions, with a reason for each', () => {
    expect(workflow.permissions).toEqual({});
    for (const { permissions } of jobs) expect(permissions).toBeDefined();
    for (const line of text.split('\n').filter((each) => /: (read|write)\b/.test(each)))
      expect(line).toMatch(/ # \S/);
  });

  test('pins every action to a commit, and runs no text of others', () => {
    for (const { uses, run } of steps) {
      if (uses !== undefined) expect(uses).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
      // What runs is the same whatever the event says.
      if (run !== undefined) expect(run).not.toContain('${{');
    }
    expect(text).not.toMatch(/pull_request_target|workflow_run|cache|concurrency:/);
  });

  test('gives the Action only inputs that it has', () => {
    const known = Object.keys(action.inputs);
    for (const { uses, with: given = {} } of steps)
      if (uses?.startsWith('stack-publish/') === true)
        for (const input of Object.keys(given)) expect(known).toContain(input);
  });
});

test('those that start the other need no secret, and nothing else has their trigger', async () => {
  for (const [name, trigger] of [
    ['daily.yml', 'schedule'],
    ['release.yml', 'release'],
  ] as const) {
    for (const each of names) {
      const { on } = parse(await readFile(join(folder, each), 'utf8')) as Workflow;
      const triggers = typeof on === 'string' ? [on] : Object.keys(on ?? {});
      expect(triggers.includes(trigger)).toBe(each === name);
    }
    const text = await readFile(join(folder, name), 'utf8');
    expect(text).not.toMatch(/secrets\.|environment:/);
    expect(text).toContain('STACK_INTERNAL: stack-internal.yml');
  }
});
