import { limiterKinds, type LimiterKind } from '../test/adapters/stack/throttle/limiters.ts';
import {
  firstPublish,
  play,
  shareOfAllowed,
  threePublishes,
  type Scenario,
} from '../test/adapters/stack/throttle/scenarios.ts';
import type { Outcome } from '../test/adapters/stack/throttle/simulate.ts';
import { grouped, median } from './numbers.ts';
import { row, type Row } from './row.ts';

/** How the pace of API v3 does with every way in which a server may count, over many runs in simulated time. */
export async function measurePace(runs: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const kind of limiterKinds)
    for (const latency of [20, 100, 400]) rows.push(...(await measured(kind, latency, runs)));
  return rows;
}

async function measured(kind: LimiterKind, latency: number, runs: number): Promise<Row[]> {
  const what = (scenario: string) => `${kind}, ${latency} ms: ${scenario}`;
  const alone = await outcomes(firstPublish, { kind, latency, runs });
  const three = await outcomes(threePublishes, { kind, latency, runs });
  const shares = alone.map(shareOfAllowed);
  const least = Math.min(...shares);
  // The sandbox counts so, and the figure is for it.
  const isFigure = kind === 'fixed window from its first call' && latency === 100;
  const share = `${percent(median(shares))} (least: ${percent(least)})`;
  const waited = Math.max(...three.flatMap(({ programs }) => programs.map((each) => each.waited)));
  return [
    isFigure
      ? row(what('alone'), null, share, '>= 90 %', least >= 0.9)
      : row(what('alone'), null, share),
    row(what('alone, 429'), null, refusals(alone), '0', refusedOf(alone) === 0),
    row(what('three, 429'), null, refusals(three)),
    row(
      what('three, longest wait'),
      null,
      `${(waited / 1000).toFixed(1)} s`,
      '<= 60 s in all',
      waited <= 60_000,
    ),
  ];
}

async function outcomes(
  scenario: Scenario,
  { runs, ...how }: { kind: LimiterKind; latency: number; runs: number },
): Promise<Outcome[]> {
  const all: Outcome[] = [];
  for (let seed = 1; seed <= runs; seed += 1) all.push(await play(scenario, { ...how, seed }));
  return all;
}

const percent = (part: number): string => `${(part * 100).toFixed(0)} %`;

const refusedOf = (all: readonly Outcome[]): number =>
  all.reduce((sum, { refused }) => sum + refused, 0);

function refusals(all: readonly Outcome[]): string {
  const calls = all.reduce((sum, { accepted, refused }) => sum + accepted + refused, 0);
  const runs = all.filter(({ refused }) => refused > 0).length;
  return `${refusedOf(all)} of ${grouped(calls)}, in ${runs} of ${all.length} runs`;
}
