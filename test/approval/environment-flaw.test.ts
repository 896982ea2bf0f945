import { expect, test } from 'vitest';
import { environmentFlaw } from '../../src/approval/environment-flaw.ts';

const fine = { reviewers: 1, limitsBranches: true, listsBranches: true };

test.each([
  ['that nobody made', null, [], /does not exist/],
  ['without reviewers', { ...fine, reviewers: 0 }, ['main'], /no required reviewers/],
  ['open to every branch', { ...fine, limitsBranches: false }, [], /open to every branch$/],
  ['open by *', fine, ['main', '*'], /"\*"/],
  ['open by **', fine, ['**'], /"\*\*"/],
  ['open by */*', fine, ['*/*'], /"\*\/\*"/],
] as const)('an environment %s is no approval', (_, rules, branches, expected) => {
  expect(environmentFlaw(rules, branches)).toMatch(expected);
});

test.each([[[]], [['main']], [['main', 'release/*']]])(
  'one with reviewers that is limited to %j may be',
  (branches) => {
    expect(environmentFlaw(fine, branches)).toBeNull();
  },
);
