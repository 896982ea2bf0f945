import type { LogEntry } from '../sandbox/index.ts';
import { grouped, megabytes, seconds } from './numbers.ts';
import { row, type Row } from './row.ts';
import { createWorld } from './world.ts';

const burst = { calls: 50, milliseconds: 2000 };

/** The first publish of everything, with 100 ms a request and the throttle on. */
export async function measureThrottled(cliPath: string, sources: number): Promise<Row[]> {
  const world = await createWorld(cliPath, sources);
  try {
    const planned = await world.plan();
    // This also starts the throttle's windows anew: the plan's own calls do not count.
    await world.site.switches({ throttle: true, latency: 100 });
    const { log, document, wall } = await world.publish(planned.document.digest);
    const writes = log.filter(({ wrote }) => wrote).length;
    const others = log.length - writes;
    const refused = log.filter(({ status }) => status === 429).length;
    const share = shareOfAllowed(log);
    const what = 'first `publish`, throttle on, 100 ms';
    return [
      row(
        `${what}: requests`,
        sources,
        `${grouped(writes)} writes + ${others}`,
        `${grouped(sources)} writes + <= 8`,
        document.counts.created === sources && writes === sources && others <= 8,
      ),
      row(`${what}: answered 429`, sources, String(refused), '0', refused === 0),
      row(
        `${what}: of what the throttle allows`,
        sources,
        `${(share * 100).toFixed(0)} %`,
        '>= 90 %',
        share >= 0.9,
      ),
      row(`${what}: wall`, sources, seconds(wall)),
    ];
  } finally {
    await world.close();
  }
}

/** The time that so many calls take at the throttle's own rate, by the time from first to last. */
function shareOfAllowed(log: readonly LogEntry[]): number {
  const took = (log.at(-1)?.at ?? Number.NaN) - (log[0]?.at ?? Number.NaN);
  return ((log.length / burst.calls) * burst.milliseconds) / took;
}

/** The first publish of everything, as fast as it can go. */
export async function measureUnthrottled(cliPath: string, sources: number): Promise<Row[]> {
  const world = await createWorld(cliPath, sources);
  try {
    const planned = await world.plan();
    const published = await world.publish(planned.document.digest);
    if (published.document.counts.created !== sources)
      throw new Error('The measurement is void: not all was published.');
    const writes = published.log.filter(({ wrote }) => wrote).length;
    const what = 'first `publish`, 0 ms';
    return [
      row('first `plan`: wall', sources, seconds(planned.wall)),
      row('first `plan`: memory', sources, megabytes(planned.peak)),
      row(
        `${what}: requests`,
        sources,
        `${grouped(writes)} writes + ${published.log.length - writes}`,
      ),
      row(`${what}: wall`, sources, seconds(published.wall)),
      row(`${what}: memory`, sources, megabytes(published.peak)),
    ];
  } finally {
    await world.close();
  }
}
