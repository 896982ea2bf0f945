import { describe, expect, test } from 'vitest';
import { silent } from '../../src/ports/log.ts';
import { readGitHubEvent, type GitHubEvent } from '../../src/wiring/ci/github.ts';
import {
  requireDefaultBranch,
  requireDefaultBranchOfEvent,
} from '../../src/wiring/default-branch.ts';
import { readEnvironment } from '../../src/wiring/environment.ts';

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

describe('the default branch of a remote', () => {
  const commit = '0'.repeat(40);
  const ask = (here: string, branch: string | null) =>
    requireDefaultBranch({ root: '/', head: { branch, commit }, here });

  test('is the one that may be run, where it is known', async () => {
    await ask('refs/heads/main', 'main');
    await ask('refs/heads/topic', null);
    await expect(ask('refs/heads/topic', 'main')).rejects.toMatchObject({
      code: 'not-default-branch',
      message: 'Cannot run here: the run is for the branch topic, expected the branch main.',
    });
  });
});
