import { buildCommand, root, type BuiltCommand } from './build-command.ts';
import { faultKinds } from './fault-kinds.ts';
import { measure, pointsOf, type Extent } from './points.ts';
import { apis } from './apis.ts';
import { articles } from './articles.ts';
import { runAll } from './run-all.ts';
import { weaken, weaknesses, type Weakness } from './weaknesses.ts';
import { createTrialWorld, type TrialWorldOptions } from './trial-world.ts';

export interface Proof {
  readonly weakness: Weakness;
  readonly tried: number;
  /** In how many trials the harm was found that has to be found. */
  readonly found: number;
}

/**
 * Takes one safeguard after the other out of a copy of the command, of those whose name holds a text,
 * and counts what the trials find.
 */
export async function prove(named: string, onProof: (proof: Proof) => void): Promise<Proof[]> {
  const chosen = weaknesses.filter(({ name }) => name.includes(named));
  const proofs: Proof[] = [];
  const built: BuiltCommand[] = [];
  try {
    // All first, so that all are of the same sources.
    const whole = await buildCommand('whole');
    built.push(whole);
    for (const [at, weakness] of chosen.entries())
      built.push(await buildCommand(`weak-${at}`, [weaken(root, weakness)]));
    const { cliPath } = whole;
    const extents = new Map<string, Extent[]>();
    for (const [at, weakness] of chosen.entries()) {
      const { scenario = articles, api = 'v3' } = weakness;
      const world = { cliPath, api, scenario, ledger: 'file' } as const;
      const name = `${api} ${scenario.name}`;
      const known = extents.get(name) ?? (await measureOnce(world));
      extents.set(name, known);
      const jobs = faultKinds
        .filter(({ name }) => weakness.faults.includes(name))
        .flatMap((kind) => pointsOf(kind, known).map((point) => ({ kind, point })))
        .filter(({ point }) => point.command === 'publish');
      const tried = built[at + 1]?.cliPath ?? '';
      const trials = await runAll({ ...world, tried, jobs, lanes: apis[api].lanes });
      const found = trials.filter(({ harm }) => harm[weakness.harm].length > 0).length;
      proofs.push({ weakness, tried: trials.length, found });
      onProof({ weakness, tried: trials.length, found });
    }
    return proofs;
  } finally {
    for (const each of built) await each.remove();
  }
}

/** Measures the whole command: a weak one may not even get through a run without a fault. */
async function measureOnce(options: TrialWorldOptions): Promise<Extent[]> {
  const world = await createTrialWorld(options);
  try {
    return await measure(world);
  } finally {
    await world.close();
  }
}
