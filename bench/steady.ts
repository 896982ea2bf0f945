import type { BuiltCommand } from './build-command.ts';
import { loadedParts } from './loaded-parts.ts';
import { grouped, median, megabytes, seconds } from './numbers.ts';
import { row, type Row } from './row.ts';
import { seedPublished } from './seed-published.ts';
import { createWorld } from './world.ts';

interface SteadyOptions {
  readonly command: BuiltCommand;
  readonly sources: number;
  readonly rounds: number;
}

/** The everyday runs: nothing to do, and one source changed, with the throttle on. */
export async function measureSteady({ command, sources, rounds }: SteadyOptions): Promise<Row[]> {
  const world = await createWorld(command.cliPath, sources);
  try {
    await seedPublished(world);
    await world.plan();
    await world.site.switches({ throttle: true });
    const idle = await world.plan();
    const walls: number[] = [];
    const peaks: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      walls.push((await world.plan({ probed: false })).wall);
      peaks.push((await world.plan()).peak);
    }
    const peak = median(peaks);
    const requests = idle.log.length;
    const wall = median(walls);
    expect(idle.document.counts.unchanged === sources, 'a plan without a change has steps');

    await world.change(Math.ceil(sources / 2));
    const planned = await world.plan();
    const published = await world.publish(planned.document.digest);
    expect(published.document.counts.updated === 1, 'the change was not published');
    const more = published.log.length - requests;
    const parts = loadedParts(published.loaded, command);

    const large = sources >= 10_000;
    const most = large ? 150_000_000 : sources === 200 ? 95_000_000 : null;
    return [
      row('no-op `plan`: requests', sources, String(requests), '<= 3', requests <= 3),
      row(
        'no-op `plan`: wall',
        sources,
        seconds(wall),
        large ? '<= 3 s' : '',
        large ? wall <= 3000 : null,
      ),
      row(
        'no-op `plan`: memory',
        sources,
        `${megabytes(peak)} (${megabytes(Math.min(...peaks))} to ${megabytes(Math.max(...peaks))})`,
        most === null ? '' : `<= ${megabytes(most)}`,
        most === null ? null : peak <= most,
      ),
      row(
        'one changed, `publish`: requests',
        sources,
        `no-op + ${more}`,
        sources === 200 ? 'no-op + 2' : '',
        sources === 200 ? more <= 2 : null,
      ),
      row('one changed, `plan`: wall', sources, seconds(planned.wall)),
      row('one changed, `publish`: wall', sources, seconds(published.wall)),
      row('one changed, `publish`: memory', sources, megabytes(published.peak)),
      ...(sources === 10
        ? [
            row(
              'one changed, `publish`: loaded of dist/',
              sources,
              `${megabytes(parts.bytes)} (${grouped(parts.files)} files)`,
              '<= 1.5 MB',
              parts.bytes <= 1_500_000,
            ),
            row(
              'of it sandbox, demo and pages',
              sources,
              `${grouped(parts.unused)} bytes`,
              '0',
              parts.unused === 0,
            ),
          ]
        : []),
    ];
  } finally {
    await world.close();
  }
}

function expect(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(`The measurement is void: ${otherwise}.`);
}
