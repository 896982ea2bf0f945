import { expect } from 'vitest';
import { chainsStarsAndRings, linkedWorld } from './linked-world.ts';
import type { Mishap } from './schedule.ts';

/** So long does a write that got no answer count as under way, and more. */
const late = 6 * 60_000;

/**
 * Publishes pages that link to each other while no run gets beyond a write: each ends at its first one,
 * or at its second. Then every page is there once, and leads where it should.
 */
export async function publishKilled(size: number, create: number, at: number, kind: Mishap) {
  const pages = chainsStarsAndRings(size);
  const world = linkedWorld(pages, { createLimit: create });
  let kills = 0;
  for (;;) {
    const planned = await world.plan();
    if (planned.document.digest === null) break;
    const done = await world.publish(planned, [{ at, of: 'writes', kind }]);
    if (done && kind.startsWith('die')) expect(done.exitCode).toBe(0);
    else kills += 1;
    world.site.advance(late);
    if (kills > 4 * size) throw new Error('no end of it');
  }
  expect(world.shown()).toEqual(pages);
  expect(world.site.posts.size).toBe(size);
  for (const { complete, intent } of Object.values(world.ledger.index.records))
    expect({ complete, intent }).toEqual({ complete: true, intent: null });
  const { writes } = world;
  const last = await world.plan();
  expect(last.document).toMatchObject({ digest: null, counts: { unchanged: size, held: 0 } });
  expect(world.writes).toBe(writes);
  return { kills, writes };
}
