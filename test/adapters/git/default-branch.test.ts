import { expect, test } from 'vitest';
import { requireDefaultBranch } from '../../../src/adapters/git/default-branch.ts';
import { git, scratchFolder, scratchRepository, write } from './scratch.ts';

/** A checkout whose HEAD is one commit before `main`. */
function behind(): { root: string; main: string } {
  const root = scratchRepository({ 'a.md': 'first' });
  write(root, { 'a.md': 'second' });
  git(root, 'commit', '-q', '-a', '-m', 'second');
  const main = git(root, 'rev-parse', 'HEAD');
  git(root, 'checkout', '-q', 'HEAD~1');
  return { root, main };
}

test.each([
  ['refs/heads/main', 'main', true],
  ['refs/heads/main', null, true],
  ['refs/heads/release', 'main', false],
  ['refs/tags/main', 'main', false],
  ['refs/pull/7/merge', 'main', false],
])('%s where the default branch is %s: %s', async (here, branch, allowed) => {
  const root = scratchRepository();
  const head = { branch, commit: git(root, 'rev-parse', 'HEAD') };
  const run = requireDefaultBranch({ root, head, here });
  if (allowed) await run;
  else await expect(run).rejects.toMatchObject({ kind: 'usage', code: 'not-default-branch' });
});

test('a detached HEAD is refused where it is surely not part of the branch', async () => {
  const { root, main } = behind();
  const head = { branch: 'main', commit: main };
  await requireDefaultBranch({ root, head, here: null });
  write(root, { 'a.md': 'elsewhere' });
  git(root, 'commit', '-q', '-a', '-m', 'elsewhere');
  await expect(requireDefaultBranch({ root, head, here: null })).rejects.toMatchObject({
    code: 'not-default-branch',
    message: expect.stringContaining('not part of it'),
  });
  const shallow = scratchFolder();
  git(shallow, 'clone', '-q', '--depth=1', '--no-single-branch', `file://${root}`, '.');
  git(shallow, 'checkout', '-q', '--detach');
  await requireDefaultBranch({ root: shallow, head, here: null });
});
