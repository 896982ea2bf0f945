import { expect, test } from 'vitest';
import { environmentFlaw } from '../../src/approval/environment-flaw.ts';

const fine = { reviewers: 1, branches: 'listed' } as const;
const main = { name: 'main', type: 'branch' };

test.each([
  ['that nobody made', null, null, /does not exist/],
  ['without reviewers', { ...fine, reviewers: 0 }, [main], /no required reviewers/],
  ['open to every branch', { ...fine, branches: 'all' }, null, /open to every branch$/],
  ['open to protected ones', { ...fine, branches: 'protected' }, [main], /protected branch$/],
  ['whose list is missing', fine, null, /does not show/],
  ['whose list is empty', fine, [], /does not show/],
  ['open to a tag', fine, [main, { name: 'main', type: 'tag' }], /tag "main"/],
  ['open to another case', fine, [{ ...main, name: 'Main' }], /"Main"/],
  ['open by ma?n', fine, [main, { ...main, name: 'ma?n' }], /"ma\?n"/],
] as const)('an environment %s is no approval', (_, rules, listed, expected) => {
  expect(environmentFlaw(rules, listed, 'main')).toMatch(expected);
});

test('one with reviewers that lists the default branch alone may be', () => {
  expect(environmentFlaw(fine, [main], 'main')).toBeNull();
  expect(environmentFlaw(fine, [main], null)).not.toBeNull();
});
