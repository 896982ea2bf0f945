import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildCommand, root } from './build-command.ts';
import { faultKinds, type FaultKind } from './fault-kinds.ts';
import { measure, pointsOf } from './points.ts';
import { prove } from './prove.ts';
import { reliabilityPage } from './reliability-page.ts';
import { runAll, type Job } from './run-all.ts';
import { tally, total, troubles } from './tally.ts';
import type { Trial } from './trial.ts';
import { createWorld, type LedgerKind } from './world.ts';

// Tries every fault at every point and writes docs/reliability.md; with `--prove`, shows instead that
// the trials find the harm when a safeguard is taken out.

const { values } = parseArgs({
  options: {
    prove: { type: 'boolean', default: false },
    ledger: { type: 'string', multiple: true, default: ['file', 'branch'] },
    fault: { type: 'string' },
  },
});
/** Everything together takes a third of it on two cores. */
const longest = 45 * 60_000;
setTimeout(() => {
  console.error('The trials took too long.');
  process.exit(1);
}, longest).unref();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

/** What is tried with the ledger in a branch too: the rest does not touch the ledger. */
const branchFaults = /^(?:killed|answer lost$|done later|ledger)/;
const waits = (kind: FaultKind): boolean => kind.at === 'request' && kind.waits === true;

async function runLedger(ledger: LedgerKind, cliPath: string): Promise<Trial[]> {
  const world = await createWorld(cliPath, ledger);
  try {
    const extents = await measure(world);
    for (const { command, requests, ledgerWrites } of extents)
      console.log(
        `${ledger}: ${command} makes ${requests} requests, ${ledgerWrites} ledger writes`,
      );
    const kinds = faultKinds.filter(
      ({ name }) =>
        (ledger === 'file' || branchFaults.test(name)) &&
        (values.fault === undefined || name.includes(values.fault)),
    );
    const jobs = kinds.flatMap((kind) =>
      pointsOf(kind, extents).map((point): Job => ({ kind, point })),
    );
    const run = (some: Job[], lanes: number) =>
      runAll({
        cliPath,
        ledger,
        jobs: some,
        lanes,
        first: world,
        onTrial(trial, done) {
          for (const trouble of troubles(trial)) console.error(trouble);
          if (done % 50 === 0) console.log(`${ledger}: ${done} of ${some.length}`);
        },
      });
    const quick = await run(
      jobs.filter(({ kind }) => !waits(kind)),
      2,
    );
    // Those mostly wait, so more of them run side by side.
    return [
      ...quick,
      ...(await run(
        jobs.filter(({ kind }) => waits(kind)),
        9,
      )),
    ];
  } finally {
    await world.close();
  }
}

async function runWhole(): Promise<boolean> {
  const command = await buildCommand('whole');
  try {
    const results = [];
    let sound = true;
    for (const ledger of values.ledger as LedgerKind[]) {
      const trials = await runLedger(ledger, command.cliPath);
      const tallies = tally(trials);
      results.push({ ledger, tallies });
      sound &&= trials.every((trial) => troubles(trial).length === 0);
      console.table(
        Object.fromEntries(
          [...tallies, { kind: { name: 'all' }, ...total(tallies) }].map(
            ({ kind, tried, harm, recovery }) => [kind.name, { tried, ...harm, ...recovery }],
          ),
        ),
      );
    }
    if (values.fault === undefined && values.ledger.length === 2) {
      const file = join(root, 'docs/reliability.md');
      const page = await reliabilityPage(results);
      if ((await readFile(file, 'utf8').catch(() => '')) !== page) await writeFile(file, page);
    }
    return sound;
  } finally {
    await command.remove();
  }
}

async function runProofs(): Promise<boolean> {
  const proofs = await prove(({ weakness, tried, found }) => {
    console.log(
      `${found > 0 ? 'found  ' : 'MISSED '} ${weakness.name}: ${weakness.harm} in ${found} of ${tried} trials`,
    );
  });
  return proofs.every(({ found }) => found > 0);
}

process.exit((values.prove ? await runProofs() : await runWhole()) ? 0 : 1);
