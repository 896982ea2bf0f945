import { expect } from 'vitest';
import { chainsStarsAndRings, linkedWorld } from './linked-world.ts';

/**
 * Publishes so many pages that link to each other, over the plans that the limit makes of them. Then
 * each leads where it should, each ring took a second write, and there is nothing left to do.
 */
export async function expectLinked(size: number): Promise<void> {
  const pages = chainsStarsAndRings(size);
  const world = linkedWorld(pages);
  let [made, more] = [0, 0];
  for (;;) {
    const planned = await world.plan();
    const { steps, digest } = planned.document;
    if (digest === null) break;
    const before = world.writes;
    const published = await world.publish(planned);
    expect(published?.exitCode).toBe(0);
    made += steps.filter(({ action }) => action === 'create').length;
    more += world.writes - before - steps.length;
  }
  // No update of a link: what is linked to comes first.
  expect({ made, more, writes: world.writes }).toEqual({ made: size, more: 5, writes: size + 5 });
  expect(world.shown()).toEqual(pages);
  const last = await world.plan();
  expect(last.document).toMatchObject({ digest: null, counts: { unchanged: size, held: 0 } });
  expect(world.writes).toBe(size + 5);
}
