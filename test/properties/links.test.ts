import { expect, test } from 'vitest';
import { chainsStarsAndRings, linkedWorld } from './linked-world.ts';

test('200 pages link to each other once all are published', { timeout: 60_000 }, async () => {
  const pages = chainsStarsAndRings();
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
  // A second write for each ring, and no update of a link: what is linked to comes first.
  expect({ made, more, writes: world.writes }).toEqual({ made: 200, more: 5, writes: 205 });
  expect(world.shown()).toEqual(pages);
  const last = await world.plan();
  expect(last.document).toMatchObject({ digest: null, counts: { unchanged: 200, held: 0 } });
  expect(world.writes).toBe(205);
});
