import { expect, test } from 'vitest';
import { expectLinked } from './expect-linked.ts';
import { publishKilled } from './publish-killed.ts';

test('60 pages link to each other once all are published', () => expectLinked(60));

test.each([
  ['before its second write', 1, 'die-before'],
  ['after its first write', 0, 'die-after'],
] as const)('all is right in the end where each run ends %s', async (_, at, kind) => {
  expect((await publishKilled(20, 10, at, kind)).kills).toBeGreaterThanOrEqual(20);
});
