import { describe, test } from 'vitest';
import {
  expectEndedByRunningAgain,
  expectEndedByStarterAlone,
  expectEndedByWriter,
} from './interrupt-publish.ts';

// Small ones; `test/long/action` has all ways with 200 posts.
const size = { many: 24, after: 8 };

describe('a publish of 24 posts that is killed after 8', () => {
  test('is ended by running it again, approved by comment', () =>
    expectEndedByRunningAgain('comment', size));

  test('is ended by a writer who runs it again, approved by environment', () =>
    expectEndedByWriter('environment', size));

  test('by dispatch is not ended by a writer, and still by who started it', () =>
    expectEndedByStarterAlone(size));
});
