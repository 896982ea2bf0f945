import { describe, test } from 'vitest';
import {
  expectEndedByNewRun,
  expectEndedByRoleAlone,
  expectEndedByRunningAgain,
} from './interrupt-publish.ts';

// Small ones; `test/long/action` has all ways with 200 posts.
const size = { many: 24, after: 8 };

describe('a publish of 24 posts that is killed after 8', () => {
  test('is ended by running it again, approved by comment', () =>
    expectEndedByRunningAgain('comment', size));

  test('by dispatch is not ended by a writer, and still by somebody with a role', () =>
    expectEndedByRoleAlone('dispatch', size));

  test('by environment is not ended by a later attempt, and still by a new run', () =>
    expectEndedByNewRun(size));
});
