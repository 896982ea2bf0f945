import { expect } from 'vitest';
import { chainsStarsAndRings, linkedWorld, type LinkedPages } from './linked-world.ts';
import type { Setting } from './steps.ts';

/** So many writes more than it has steps a plan may take. */
const mostSeconds = 5;

/**
 * Publishes pages that link to each other, over the plans that the limits make of them, each of which
 * takes few writes more than it has steps. Then each leads where it should, and there is nothing left to
 * do. Returns how many posts were made, how many writes went beyond the steps, and how many there were.
 */
export async function publishLinked(
  pages: LinkedPages,
  setting: Partial<Setting> = {},
): Promise<{ readonly made: number; readonly more: number; readonly writes: number }> {
  const world = linkedWorld(pages, setting);
  const size = Object.keys(pages).length;
  let [made, more] = [0, 0];
  for (let plans = 0; ; plans += 1) {
    const planned = await world.plan();
    const { steps, digest } = planned.document;
    if (digest === null) break;
    const before = world.writes;
    const published = await world.publish(planned);
    expect(published?.exitCode).toBe(0);
    made += steps.filter(({ action }) => action === 'create').length;
    const beyond = world.writes - before - steps.length;
    expect(beyond).toBeLessThanOrEqual(mostSeconds);
    more += beyond;
    expect(plans).toBeLessThan(3 * size);
  }
  const { writes } = world;
  expect(world.shown()).toEqual(pages);
  const last = await world.plan();
  expect(last.document).toMatchObject({ digest: null, counts: { unchanged: size, held: 0 } });
  expect(world.writes).toBe(writes);
  return { made, more, writes };
}

/** The same of so many pages in chains, stars and five rings, of which each ring takes a second write. */
export async function expectLinked(size: number): Promise<void> {
  // No update of a link: what is linked to comes first.
  expect(await publishLinked(chainsStarsAndRings(size))).toEqual({
    made: size,
    more: 5,
    writes: size + 5,
  });
}
