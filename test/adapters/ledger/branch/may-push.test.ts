import { expect, test } from 'vitest';
import { mayPush } from '../../../../src/adapters/ledger/branch/may-push.ts';
import { git } from '../../../kit/repository.ts';
import { forge, originOf } from './branch-world.ts';

test('a push is tried, and nothing is pushed', async () => {
  const { bare, clone } = forge();
  expect(await mayPush(originOf(clone()))).toBeNull();
  expect(git(bare, 'for-each-ref', '--format=%(refname)')).toBe('refs/heads/main');
});

test("where it is refused, git's words are given", async () => {
  const root = forge().clone();
  git(root, 'remote', 'set-url', 'origin', 'file:///nowhere/x.git');
  expect(await mayPush(originOf(root))).toContain('/nowhere/x.git');
});
