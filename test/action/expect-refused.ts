import { expect } from 'vitest';
import type { ActionWorld } from '../kit/action-world.ts';
import type { Acted } from '../kit/run-action.ts';

/** Publishing was refused for this reason, and nothing stands on the site. */
export async function expectRefused(
  world: ActionWorld,
  acted: Promise<Acted>,
  reason: string,
): Promise<void> {
  const { code, outputs } = await acted;
  expect(outputs).toMatchObject({ reason });
  expect(code).not.toBe(0);
  expect(await world.titles()).toEqual([]);
}
