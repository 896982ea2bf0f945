import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseConfig } from '../../src/config/parse-config.ts';
import { fixedRuleIds, ruleIds } from '../../src/curation/rule-ids.ts';

const examples = join(import.meta.dirname, '../../examples');
const read = (path: string) => readFile(join(examples, path), 'utf8');

interface Workflow {
  readonly on: unknown;
  readonly permissions: object;
  readonly jobs: Readonly<Record<string, Job>>;
}
interface Job {
  readonly uses?: string;
  readonly secrets?: string;
  readonly permissions: Readonly<Record<string, 'read' | 'write'>>;
}

test('the workflow to call does what the one to copy does, and is started by nothing else', async () => {
  const called = parse(await read('fleet/publish.yml')) as Workflow;
  const copied = parse(await read('workflows/reviewers.yml')) as Workflow;
  expect(called.jobs).toEqual(copied.jobs);
  expect(called.permissions).toEqual({});
  expect(called.on).toBe('workflow_call');
});

test('who calls it gives it what its jobs take, a commit, and its secrets', async () => {
  const text = await read('fleet/caller.yml');
  const { on, permissions, jobs } = parse(text) as Workflow;
  const copied = parse(await read('workflows/reviewers.yml')) as Workflow;
  expect(on).toEqual(copied.on);
  expect(permissions).toEqual({});
  const [job, ...others] = Object.values(jobs);
  expect(others).toEqual([]);
  expect(job?.uses).toMatch(
    /^acme\/\.github\/\.github\/workflows\/stack-internal\.yml@[0-9a-f]{40}$/,
  );
  expect(job?.secrets).toBe('inherit');
  const taken = Object.values(copied.jobs).flatMap((each) => Object.entries(each.permissions));
  const most = taken.toSorted(([, a], [, b]) => (a < b ? -1 : Number(a > b)));
  // `write` comes after `read`.
  expect(job?.permissions).toEqual(Object.fromEntries(most));
  for (const line of text.split('\n').filter((each) => /: (read|write)\b/.test(each)))
    expect(line).toMatch(/ # \S/);
});

test('the shared configuration is one', async () => {
  const text = await read('fleet/config/stack-publish.yml');
  const config = parseConfig(text, 'stack-publish.yml', { ids: ruleIds, fixed: fixedRuleIds });
  expect(config.approval.accept).toEqual(['environment']);
});
