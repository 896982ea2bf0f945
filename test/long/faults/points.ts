import type { FaultKind } from './fault-kinds.ts';
import { disagreements, look } from './observe.ts';
import { isComplete } from './scenario.ts';
import type { Point } from './trial.ts';
import type { TrialWorld } from './trial-world.ts';

/** How many requests and ledger writes a command makes when nothing goes wrong. */
export interface Extent {
  readonly command: Point['command'];
  readonly requests: number;
  readonly ledgerWrites: number;
}

/** Runs both commands without a fault: where the points are, and that the scenario is sound. */
export async function measure(world: TrialWorld): Promise<Extent[]> {
  const extents: Extent[] = [];
  const count = async (command: Point['command'], args: readonly string[]): Promise<void> => {
    await world.setBack(command === 'plan' ? 'unplanned' : 'planned');
    const { code, stdout, stderr } = await world.cli([...args, '--json'], {
      nth: 0,
      act: 'fail-before',
    }).ended;
    if (code !== 0) throw new Error(`${command} fails by itself:\n${stdout}\n${stderr}`);
    const { requests } = await world.site.state();
    extents.push({ command, requests, ledgerWrites: await world.ledgerWrites() });
  };
  await count('plan', ['plan']);
  await count('publish', ['publish', '--digest', world.digest]);
  const view = await look(world);
  const wrong = await disagreements(world, view, []);
  if (!isComplete(world.scenario, view) || wrong.length > 0)
    throw new Error(`the scenario is broken: ${wrong.join('; ')}`);
  return extents;
}

/** Every point of the commands where a fault can happen. */
export function pointsOf(kind: FaultKind, extents: readonly Extent[]): Point[] {
  return extents.flatMap(({ command, requests, ledgerWrites }) =>
    Array.from({ length: kind.at === 'ledger' ? ledgerWrites : requests }, (_, at) => ({
      command,
      nth: at + 1,
    })),
  );
}
