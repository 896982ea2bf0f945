import { expect } from 'vitest';
import type { ActionWorld } from '../kit/action-world.ts';
import type { Acted } from '../kit/run-action.ts';

/** What is no decision about an approval has another exit code than 3. */
const exitCodes: Readonly<Record<string, number>> = {
  'forge-refused': 1,
  'forge-unreachable': 1,
  'insecure-url': 2,
  'not-default-branch': 2,
  'token-missing': 2,
};

/** Publishing was refused for this reason, and nothing stands on the site. */
export async function expectRefused(
  world: Pick<ActionWorld, 'titles'>,
  acted: Promise<Acted>,
  reason: string,
): Promise<void> {
  const { code, outputs } = await acted;
  expect({ code, ...outputs }).toMatchObject({ code: exitCodes[reason] ?? 3, reason });
  expect(await world.titles()).toEqual([]);
}
