import { describe, test } from 'vitest';
import {
  expectEndedByNewRun,
  expectEndedByRoleAlone,
  expectEndedByRunningAgain,
} from '../../action/interrupt-publish.ts';

const size = { many: 200, after: 40 };

describe('a publish of 200 posts that is killed after 40', () => {
  test.each(['comment', 'dispatch'] as const)(
    'is ended by running it again, approved by %s',
    (name) => expectEndedByRunningAgain(name, size),
  );

  test.each(['comment', 'dispatch'] as const)(
    'by %s is not ended by a writer, and still by somebody with a role, which adds nothing to it',
    (name) => expectEndedByRoleAlone(name, size),
  );

  test('by environment is not ended by a later attempt, and still by a new run', () =>
    expectEndedByNewRun(size));
});
