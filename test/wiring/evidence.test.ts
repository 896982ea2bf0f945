import { expect, test } from 'vitest';
import { readGitHubEvent } from '../../src/wiring/ci/github.ts';
import { readEnvironment } from '../../src/wiring/environment.ts';
import { canVerify, openEvidence } from '../../src/wiring/evidence.ts';
import { silent } from '../../src/ports/log.ts';
import { digestOf } from '../../src/model/digest.ts';

const runner = { GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'acme/docs', USER: 'ada' };
const clock = { now: () => 0, sleep: async () => {} };
const edge = { cwd: '.', configFile: null, log: silent, clock };
const digest = digestOf({});

type Given = Parameters<typeof openEvidence>[1];
// Only the clock of the site is asked for.
const context = { site: { now: () => 42 } } as unknown as Given;

test('at a command line a yes is asserted, also in a step of a workflow', async () => {
  const environment = readEnvironment(edge, runner, null);
  expect(canVerify(environment)).toBe(false);
  await using evidence = await openEvidence(environment, context, {
    digest,
    index: null,
    file: null,
  });
  expect(await evidence.read(digest)).toEqual({
    evidence: {
      mechanism: 'asserted',
      verified: false,
      by: { id: null, login: 'ada' },
      evidence: null,
      digest,
      at: 42,
    },
    people: [],
    attempt: 1,
  });
  expect(evidence.authorsOf).toBeNull();
});

test("in the Action GitHub's word is asked for, and nothing else will do", async () => {
  const environment = readEnvironment(edge, runner, readGitHubEvent({}));
  expect(canVerify(environment)).toBe(true);
  await expect(
    openEvidence(environment, context, { digest, index: null, file: null }),
  ).rejects.toMatchObject({
    code: 'token-missing',
  });
});
