import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { approvalPlace } from '../../src/action/approval-place.ts';

const approval = {
  accept: ['environment', 'dispatch', 'comment'],
  environment: 'stack-internal',
} as const;
const folder = join(import.meta.dirname, '../../examples/workflows');
const github = {
  serverUrl: 'https://forge.example',
  repository: 'acme/app',
  run: { id: '7', attempt: '1', actor: 'mia', commit: '0'.repeat(40) },
  isGitea: false,
};
const place = (
  workflow: string | null,
  accept: typeof approval.accept | readonly ['asserted'] = approval.accept,
) =>
  approvalPlace({
    approval: { ...approval, accept },
    github,
    workflow,
    readFile: (name) => readFile(join(folder, name), 'utf8'),
  });

test.each([
  ['reviewers.yml', true, ['environment'], 'comment'],
  ['comment.yml', true, ['dispatch', 'comment'], 'comment'],
  ['dispatch.yml', true, ['dispatch'], 'dispatch'],
  ['check.yml', false, approval.accept, null],
  ['missing.yml', false, approval.accept, null],
  [null, false, approval.accept, null],
])('of %s', async (workflow, isKnown, ways, by) => {
  const decision = by && { by, workflow: { file: workflow } };
  expect(await place(workflow)).toMatchObject({ isKnown, ways, decision });
});

test('one that has none of those that count does not hide how it is', async () => {
  const ways = ['asserted'];
  const decision = { by: 'comment' };
  const found = await place('reviewers.yml', ['asserted']);
  expect(found).toMatchObject({ isKnown: false, ways, decision });
});

test('the run and the workflow have their pages', async () => {
  const actions = 'https://forge.example/acme/app/actions';
  expect(await place('comment.yml')).toMatchObject({
    run: `${actions}/runs/7`,
    workflow: { file: 'comment.yml', page: `${actions}/workflows/comment.yml` },
    takesExcept: false,
  });
});

test('on a Gitea no environment approves', async () => {
  const readFile = async () => '';
  const gitea = { ...github, isGitea: true };
  const found = await approvalPlace({ approval, github: gitea, workflow: null, readFile });
  expect(found.ways).toEqual(['dispatch', 'comment']);
});
