import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { apis } from './apis.ts';
import { articles } from './articles.ts';
import { faultKinds, isOf } from './fault-kinds.ts';
import { measure, pointsOf, type Extent } from './points.ts';
import { questions } from './questions.ts';
import { runAll, type Job } from './run-all.ts';
import { harms, type Trial } from './trial.ts';
import { createTrialWorld, type TrialWorld } from './trial-world.ts';

const cliPath = inject('cliPath');
/** For the whole run alone: what waits out the time limits, and more statuses of one kind. */
const quick = faultKinds.filter(
  (kind) => kind.at === 'ledger' || !(kind.waits || /^status 50[23]/.test(kind.name)),
);
/** Also what is of API v2.3 alone. */
const over = (api: 'v3' | 'v2.3') => quick.filter((kind) => isOf(kind, api));
/** What leaves the most in doubt between the three writes of a question. */
const doubtful = [
  'killed, done',
  'answer lost',
  'done later',
  'status 500, done',
  'edit on the site',
  'killed after a ledger write',
];

const samples = [
  { api: 'v3', scenario: articles, kinds: over('v3'), points: 8 },
  {
    api: 'v3',
    scenario: questions,
    kinds: over('v3').filter(({ name }) => doubtful.includes(name)),
    points: 3,
  },
  { api: 'v2.3', scenario: articles, kinds: over('v2.3'), points: 8 },
  {
    api: 'v2.3',
    scenario: questions,
    kinds: over('v2.3').filter(({ name, only }) => only === 'v2.3' || doubtful.includes(name)),
    points: 3,
  },
] as const;

describe.each(samples)('$scenario.name over API $api: a fault at one point of a run', (sampled) => {
  const { api, scenario, kinds } = sampled;
  let world: TrialWorld;
  let trials: Trial[];

  beforeAll(async () => {
    const options = { cliPath, api, scenario, ledger: 'file' } as const;
    world = await createTrialWorld(options);
    const jobs = sample(await measure(world));
    trials = await runAll({ ...options, jobs, lanes: apis[api].lanes, first: world });
  }, 300_000);
  afterAll(() => world?.close());

  /** Every fault once, each at another point, so that all points come up over the faults. */
  function sample(extents: readonly Extent[]): Job[] {
    return kinds.flatMap((kind, at) => {
      const points = pointsOf(kind, extents).filter(({ command }) => command === 'publish');
      // Steps of the golden ratio spread over any number of points.
      const point = points[Math.floor(((at * 0.618 + 0.3) % 1) * points.length)];
      return point ? [{ kind, point }] : [];
    });
  }

  test('every fault is tried, at many points', () => {
    expect(trials).toHaveLength(kinds.length);
    expect(new Set(trials.map(({ point }) => point.nth)).size).toBeGreaterThan(sampled.points);
    // An edit has no chance to be seen at some points; every other fault is met.
    const missed = trials.filter(({ reached }) => !reached).map(({ kind }) => kind.name);
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
