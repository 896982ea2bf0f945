import { test } from 'vitest';
import { expectPromisesKept } from '../../properties/expect-promises-kept.ts';

/**
 * How many histories are tried. Without the variable the same 5000 each time, so that a change is held
 * against what is known to go well; with it as many new ones.
 */
const asked = process.env['STACK_PUBLISH_RUNS'];
const runs = Number(asked ?? 5000);

test(
  'no history breaks a promise',
  () => expectPromisesKept(runs, asked === undefined ? 2026 : undefined),
  60_000 + runs * 100,
);
