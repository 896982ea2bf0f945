import { test } from 'vitest';
import { expectPromisesKept } from '../../properties/expect-promises-kept.ts';

/**
 * How many histories are tried. Without the variables the same 5000 each time, so that a change is held
 * against what is known to go well; with the first as many new ones, or those of a seed.
 */
const { STACK_PUBLISH_RUNS: asked, STACK_PUBLISH_SEED: seed } = process.env;
const runs = Number(asked ?? 5000);

test(
  'no history breaks a promise',
  () => expectPromisesKept(runs, seed ? Number(seed) : asked === undefined ? 2026 : undefined),
  60_000 + runs * 100,
);
