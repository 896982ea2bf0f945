import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { root } from './build-command.ts';
import { faultKinds } from './fault-kinds.ts';
import { measure, pointsOf, type Extent } from './points.ts';
import { runAll, type Job } from './run-all.ts';
import { harms, type Trial } from './trial.ts';
import { weakened, weaknesses } from './weaknesses.ts';
import { createWorld, type World } from './world.ts';

const cliPath = inject('cliPath');
/** Those that wait out the time limits are for the whole run alone. */
const quick = faultKinds.filter((kind) => kind.at === 'ledger' || !kind.waits);

let world: World;
let extents: Extent[];
let trials: Trial[];

beforeAll(async () => {
  world = await createWorld(cliPath, 'file');
  extents = await measure(world);
  trials = await runAll({ cliPath, ledger: 'file', jobs: sample(), lanes: 2, first: world });
}, 300_000);
afterAll(() => world?.close());

/** Every fault once, each at another point, so that all points come up over the faults. */
function sample(): Job[] {
  return quick.flatMap((kind, at) => {
    const points = pointsOf(kind, extents).filter(({ command }) => command === 'publish');
    // Steps of the golden ratio spread over any number of points.
    const point = points[Math.floor(((at * 0.618 + 0.3) % 1) * points.length)];
    return point ? [{ kind, point }] : [];
  });
}

describe('a fault at one point of a run', () => {
  test('every point and every fault is tried', () => {
    expect(trials).toHaveLength(quick.length);
    expect(new Set(trials.map(({ point }) => point.nth)).size).toBeGreaterThan(8);
    // An edit has no chance to be seen at some points; every other fault strikes.
    const missed = trials.filter(({ struck }) => !struck).map(({ kind }) => kind.name);
    expect(missed.filter((name) => name !== 'edit on the site')).toEqual([]);
  });

  test.each(harms)('%s: none', (harm) => {
    const found = trials.flatMap((trial) =>
      trial.harm[harm].map((what) => `${trial.kind.name} at ${trial.point.nth}: ${what}`),
    );
    expect(found).toEqual([]);
  });

  test('the next runs put right what it left', () => {
    const left = trials.filter(({ recovery }) => recovery === 'never');
    expect(left.map(({ kind, point }) => `${kind.name} at ${point.nth}`)).toEqual([]);
  });
});

describe.each(weaknesses)('a copy of the command with $name', (weakness) => {
  test('can still be made', async () => {
    for (const [file] of weakness.changes)
      await expect(weakened(root, weakness, join(root, 'src', file))).resolves.toBeTypeOf('string');
    const names = faultKinds.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([...weakness.faults]));
  });
});
