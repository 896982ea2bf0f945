import { dailyTime } from '../../src/model/daily-time.ts';
import { grouped } from '../numbers.ts';
import { row, type Row } from '../row.ts';
import { playDay, type Run } from './day.ts';
import { createFleet } from './fleet-world.ts';
import { VirtualTime } from './virtual-time.ts';

const minute = 60_000;
const midnight = Date.parse('2026-11-24T00:00:00Z');

export interface FleetSize {
  readonly repositories: number;
  readonly pushes: number;
}

/** What a fleet of one account asks of the site: in a day, and where all plan in the same minute. */
export async function measureFleet({ repositories, pushes }: FleetSize): Promise<readonly Row[]> {
  const spread = (name: string) => {
    const { hour, minute: at } = dailyTime(name);
    return (hour * 60 + at) * minute;
  };
  const day = await played({ repositories, pushes, dailyAt: spread });
  const rush = await played({ repositories, pushes: 0, dailyAt: () => (6 * 60 + 17) * minute });
  const noops = day.runs.filter(({ isNoop }) => isNoop).map(({ calls }) => calls);
  const failed = (runs: readonly Run[]) => runs.filter(({ failure }) => failure !== null).length;
  const of = (kind: Run['kind'], isNoop: boolean) =>
    day.runs.filter((run) => run.kind === kind && run.isNoop === isNoop);
  const calls = (runs: readonly Run[]) =>
    `${middle(runs, 0.5)} (99 of 100: ${middle(runs, 0.99)}, most: ${middle(runs, 1)})`;
  const longest = Math.max(0, ...day.runs.map(({ longestWait }) => longestWait));
  const inAll = Math.max(0, ...day.runs.map(({ waited }) => waited));
  const work = of('plan of a push', false);
  const publishes = of('publish', false);
  return [
    row('runs', null, grouped(day.runs.length)),
    row('runs that failed', null, grouped(failed(day.runs)), '0', failed(day.runs) === 0),
    row('calls', null, grouped(day.calls)),
    row('answered 429', null, grouped(day.refused), '0', day.refused === 0),
    row(
      'the longest wait of a run for the throttle',
      null,
      `${(longest / 1000).toFixed(1)} s at a time, ${(inAll / 1000).toFixed(1)} s in all`,
      '<= 60 s in all',
      inAll <= minute,
    ),
    row(
      `calls of a plan with nothing to do (${grouped(noops.length)})`,
      null,
      `median ${at(noops, 0.5)}, 99 of 100 ${at(noops, 0.99)}, most ${at(noops, 1)}`,
      'median <= 4, 99 of 100 <= 8',
      at(noops, 0.5) <= 4 && at(noops, 0.99) <= 8,
    ),
    row(
      `of these the daily ones (${of('daily plan', true).length})`,
      null,
      calls(of('daily plan', true)),
    ),
    row(`calls of a plan with something to do (${work.length})`, null, calls(work)),
    row(`calls of a publish (${publishes.length})`, null, calls(publishes)),
    row(
      'all daily plans in the same minute: answered 429',
      null,
      `${grouped(rush.refused)} of ${grouped(rush.calls)} calls, ${failed(rush.runs)} runs failed`,
    ),
  ];
}

async function played({
  repositories,
  pushes,
  dailyAt,
}: FleetSize & { readonly dailyAt: (name: string) => number }) {
  const time = new VirtualTime(midnight);
  const world = await createFleet(time, { repositories, pages: 40 });
  try {
    const before = (await world.site.log()).at(-1)?.number ?? 0;
    let calls = 0;
    let refused = 0;
    let seen = before;
    // The log keeps the last 20,000.
    const count = async () => {
      const log = await world.site.log(seen);
      seen = log.at(-1)?.number ?? seen;
      calls += log.length;
      refused += log.filter(({ status }) => status === 429).length;
    };
    const runs = await playDay(world, time, { pushes, dailyAt, random: randomOf(7), count });
    await count();
    return { runs, calls, refused };
  } finally {
    await world.close();
  }
}

/** The same numbers in each run. */
function randomOf(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

function at(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

const middle = (runs: readonly Run[], part: number): number =>
  at(
    runs.map(({ calls }) => calls),
    part,
  );
