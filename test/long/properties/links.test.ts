import { expect, test } from 'vitest';
import { expectLinked } from '../../properties/expect-linked.ts';
import { publishKilled } from '../../properties/publish-killed.ts';

test('200 pages link to each other once all are published', () => expectLinked(200), 120_000);

test.each([
  ['before its second write', 1, 'die-before'],
  ['after its first write', 0, 'die-after'],
  ['before it takes effect', 0, 'die-late'],
] as const)(
  'all of 200 pages is right in the end where each run ends %s',
  async (_, at, kind) => {
    expect((await publishKilled(200, 25, at, kind)).kills).toBeGreaterThanOrEqual(200);
  },
  600_000,
);
