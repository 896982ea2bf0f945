import { expect, test } from 'vitest';
import { Fault } from '../../src/model/error.ts';
import { errorDocument } from '../../src/report/error-document.ts';
import { forTheTeam } from './for-the-team.ts';

test.each([
  [
    { file: 'docs/a.md', line: 3, column: null },
    { file: 'docs/a.md', line: 3, column: null },
  ],
  [null, { file: null, line: null, column: null }],
])('an error has its place in members of their own: %j', (place, expected) => {
  const fault = new Fault('usage', 'usage', 'Cannot run.', { remedy: 'Run it.', place });
  expect(errorDocument('plan', forTheTeam.fault(fault))).toEqual({
    schema: 1,
    command: 'plan',
    error: { code: 'usage', message: 'Cannot run.', remedy: 'Run it.', ...expected },
  });
});
