import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { measuredRun } from './measured-run.ts';
import { median } from './numbers.ts';
import { row, type Row } from './row.ts';
import { createWorld } from './world.ts';
import { seedPublished } from './seed-published.ts';

/** How long it takes to start, in the time that `node -e 0` takes; all in turn, so that they meet the same machine. */
export async function measureStart(cliPath: string, rounds: number): Promise<Row[]> {
  const world = await createWorld(cliPath, 10);
  try {
    await seedPublished(world);
    const node = async (...args: string[]) =>
      (await measuredRun(process.execPath, args, world.options)).wall;
    const comment = { ...world.options, env: await commentEvent(world.options.cwd) };
    const action = join(dirname(cliPath), 'action.js');
    const bare: number[] = [];
    const remark: number[] = [];
    const version: number[] = [];
    const request: number[] = [];
    const withoutGit: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      bare.push(await node('-e', '0'));
      remark.push((await measuredRun(process.execPath, [action], comment)).wall);
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
      row(
        'the Action for a comment that is no command',
        null,
        told(remark),
        '<= 1.5 x',
        ratio(remark) <= 1.5,
      ),
      row('start to the first request', 10, told(request), '<= 5 x', ratio(request) <= 5),
      row('`check`, whole', 10, told(withoutGit)),
    ];
  } finally {
    await world.close();
  }
}

/** The variables that a runner sets for somebody's remark on a pull request. */
async function commentEvent(folder: string): Promise<Record<string, string>> {
  const event = {
    action: 'created',
    issue: { number: 1, pull_request: {} },
    comment: { id: 1, body: 'Thank you, this helps a lot!', user: { id: 1 } },
  };
  const file = join(folder, '.git', 'event.json');
  await writeFile(file, JSON.stringify(event));
  return {
    GITHUB_EVENT_NAME: 'issue_comment',
    GITHUB_EVENT_PATH: file,
    INPUT_COMMAND: 'publish',
  };
}
