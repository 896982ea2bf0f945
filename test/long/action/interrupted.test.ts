import { describe, test } from 'vitest';
import {
  expectEndedByRunningAgain,
  expectEndedByStarterAlone,
  expectEndedByWriter,
} from '../../action/interrupt-publish.ts';
import { wayNames } from '../../action/many-posts.ts';

const size = { many: 200, after: 40 };

describe('a publish of 200 posts that is killed after 40', () => {
  test.each(wayNames)('is ended by running it again, approved by %s', (name) =>
    expectEndedByRunningAgain(name, size),
  );

  test.each(['comment', 'environment'] as const)(
    'is ended by a writer who runs it again, approved by %s: that adds nothing to what was approved',
    (name) => expectEndedByWriter(name, size),
  );

  test('by dispatch is not ended by a writer, and still by who started it', () =>
    expectEndedByStarterAlone(size));
});
