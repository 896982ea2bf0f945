import { measuredRun } from './measured-run.ts';
import { median } from './numbers.ts';
import { row, type Row } from './row.ts';
import { createWorld } from './world.ts';
import { seedPublished } from './seed-published.ts';

/** How long it takes to start, in the time that `node -e 0` takes; the three in turn, so that all meet the same machine. */
export async function measureStart(cliPath: string, rounds: number): Promise<Row[]> {
  const world = await createWorld(cliPath, 10);
  try {
    await seedPublished(world);
    const node = async (...args: string[]) =>
      (await measuredRun(process.execPath, args, world.options)).wall;
    const bare: number[] = [];
    const version: number[] = [];
    const request: number[] = [];
    const withoutGit: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      bare.push(await node('-e', '0'));
      version.push(await node(cliPath, '--version'));
      const { started, log } = await world.plan({ probed: false });
      request.push((log[0]?.at ?? Number.NaN) - started);
      withoutGit.push(await node(cliPath, 'check'));
    }
    const base = median(bare);
    const ratio = (values: readonly number[]) => median(values) / base;
    const told = (values: readonly number[]) =>
      `${ratio(values).toFixed(1)} x (${median(values).toFixed(0)} ms)`;
    const least = Math.min(...bare).toFixed(0);
    const most = Math.max(...bare).toFixed(0);
    return [
      row('`node -e 0`', null, `${base.toFixed(0)} ms (${least} to ${most})`),
      row('`--version`', null, told(version), '<= 1.5 x', ratio(version) <= 1.5),
      row('start to the first request', 10, told(request), '<= 5 x', ratio(request) <= 5),
      row('`check`, whole', 10, told(withoutGit)),
    ];
  } finally {
    await world.close();
  }
}
