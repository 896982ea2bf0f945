import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { offeredWays } from '../../src/action/offered-ways.ts';

const approval = {
  accept: ['environment', 'dispatch', 'comment'],
  environment: 'stack-internal',
} as const;
const folder = join(import.meta.dirname, '../../examples/workflows');
const ways = (
  workflow: string | null,
  accept: typeof approval.accept | readonly ['asserted'] = approval.accept,
) =>
  offeredWays({
    approval: { ...approval, accept },
    workflow,
    readFile: (name) => readFile(join(folder, name), 'utf8'),
  });

test.each([
  ['reviewers.yml', ['environment']],
  ['comment.yml', ['dispatch', 'comment']],
  ['missing.yml', approval.accept],
  [null, approval.accept],
])('of %s', async (workflow, expected) => {
  expect(await ways(workflow)).toEqual(expected);
});

test('one that has none of those that count does not hide how it is', async () => {
  expect(await ways('reviewers.yml', ['asserted'])).toEqual(['asserted']);
});
