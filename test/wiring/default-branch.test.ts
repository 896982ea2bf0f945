import { describe, expect, test } from 'vitest';
import { silent } from '../../src/ports/log.ts';
import { readGitHubEvent, type GitHubEvent } from '../../src/wiring/ci/github.ts';
import {
  requireDefaultBranch,
  requireDefaultBranchOfEvent,
} from '../../src/wiring/default-branch.ts';
import { readEnvironment } from '../../src/wiring/environment.ts';
import { createRepository, git, write } from '../kit/repository.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';

const clock = { now: () => 0, sleep: async () => {} };
const edge = { cwd: '.', configFile: null, log: silent, clock };
const eventOn = (defaultBranch: string | null): GitHubEvent => ({
  ...readGitHubEvent({}),
  defaultBranch,
});

describe('the event of a run', () => {
  const check = (ref: string | undefined, event: GitHubEvent | null) => () =>
    requireDefaultBranchOfEvent(readEnvironment(edge, { GITHUB_REF: ref }, event));

  test.each([
    ['the default branch', 'refs/heads/main', eventOn('main')],
    ['whatever, where the event names no branch', 'refs/heads/topic', eventOn(null)],
    ['whatever, at a command line', 'refs/heads/topic', null],
  ])('allows %s', (_, ref, event) => {
    expect(check(ref, event)).not.toThrow();
  });

  test.each(['refs/heads/topic', 'refs/tags/main', 'refs/pull/1/merge', 'main', undefined])(
    'refuses %s',
    (ref) => {
      expect(check(ref, eventOn('main'))).toThrow(
        /^Cannot run here: .*, expected the branch main\.$/,
      );
    },
  );
});

/** A checkout whose HEAD is one commit before `main`. */
function behind(): { root: string; main: string } {
  const root = createRepository({ 'a.md': 'first' });
  write(root, { 'a.md': 'second' });
  git(root, 'commit', '-q', '-a', '-m', 'second');
  const main = git(root, 'rev-parse', 'HEAD');
  git(root, 'checkout', '-q', 'HEAD~1');
  return { root, main };
}

describe('the default branch of a remote', () => {
  test.each([
    ['refs/heads/main', 'main', true],
    ['refs/heads/main', null, true],
    ['refs/heads/release', 'main', false],
    ['refs/tags/main', 'main', false],
    ['refs/pull/7/merge', 'main', false],
  ])('%s where the default branch is %s: %s', async (here, branch, allowed) => {
    const root = createRepository();
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
    const shallow = temporaryFolder();
    git(shallow, 'clone', '-q', '--depth=1', '--no-single-branch', `file://${root}`, '.');
    git(shallow, 'checkout', '-q', '--detach');
    await requireDefaultBranch({ root: shallow, head, here: null });
  });
});
