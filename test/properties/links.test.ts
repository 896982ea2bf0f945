import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { expectLinked, publishLinked } from './expect-linked.ts';
import { denseGroup, linkedWorld } from './linked-world.ts';
import { publishKilled } from './publish-killed.ts';

test('60 pages link to each other once all are published', () => expectLinked(60));

test('of 60 pages that all link to each other, few are written twice in a plan', async () => {
  expect(await publishLinked(denseGroup(20))).toEqual({ made: 20, more: 5, writes: 20 + 5 + 14 });
  // These take several plans, as one shows so many links at most.
  expect(await publishLinked(denseGroup(60), { createLimit: 60 })).toMatchObject({ made: 60 });
});

test('whatever links to what, each plan takes few writes more, and all is right in the end', () => {
  const size = 14;
  const page = fc.integer({ min: 0, max: size - 1 });
  const graph = fc.array(fc.tuple(page, page), { maxLength: 120 });
  return fc.assert(
    fc.asyncProperty(graph, fc.constantFrom(3, 7, 25), async (links, createLimit) => {
      const pages = denseGroup(size, (from, to) =>
        links.some(([one, other]) => one === from && other === to),
      );
      expect((await publishLinked(pages, { createLimit })).made).toBe(size);
    }),
    { numRuns: 25, seed: 13 },
  );
});

test.each([
  ['before its second write', 1, 'die-before'],
  ['after its first write', 0, 'die-after'],
] as const)('all is right in the end where each run ends %s', async (_, at, kind) => {
  expect((await publishKilled(20, 10, at, kind)).kills).toBeGreaterThanOrEqual(20);
});

const ring = { 'docs/a.md': ['docs/b.md'], 'docs/b.md': ['docs/a.md'] };

test.each(['die-before', 'die-after'] as const)(
  'what a run left of a ring is done under the same approval: %s',
  async (kind) => {
    const world = linkedWorld(ring);
    const planned = await world.plan();
    expect(await world.publish(planned, [{ at: 2, of: 'writes', kind }])).toBeNull();
    expect(world.ledger.index.records['docs/a.md']).toMatchObject({
      complete: false,
      filled: { 'docs/b.md': null },
      intent: { action: 'update' },
    });
    world.site.advance(6 * 60_000);
    const again = await world.publish(planned);
    expect(again).toMatchObject({ exitCode: 0, document: { counts: { created: 0, refused: 0 } } });
    expect(world.shown()).toEqual(ring);
    expect(world.writes).toBe(3);
    expect((await world.plan()).document.digest).toBeNull();
    const { a, b } = Object.fromEntries(
      Object.entries(world.ledger.index.records).map(([key, each]) => [key.charAt(5), each]),
    );
    expect(a).toMatchObject({ complete: true, version: 2, intent: null });
    expect(b).toMatchObject({ complete: true, version: 1, intent: null });
  },
);

test('else it is an update of that link, in every next plan', async () => {
  const world = linkedWorld(ring);
  await world.publish(await world.plan(), [{ at: 2, of: 'writes', kind: 'die-before' }]);
  world.site.advance(6 * 60_000);
  const planned = await world.plan();
  expect(planned.document.steps).toMatchObject([
    { action: 'update', source: 'docs/a.md', links: true },
  ]);
  expect((await world.plan()).document.digest).toBe(planned.document.digest);
  expect((await world.publish(planned))?.document.counts).toMatchObject({ updated: 1 });
  expect(world.shown()).toEqual(ring);
  expect(world.writes).toBe(3);
});
