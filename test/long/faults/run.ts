import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runProgram } from '../../kit/run-program.ts';
import type { Api } from './api.ts';
import { apis } from './apis.ts';
import { articles } from './articles.ts';
import { buildCommand, root } from './build-command.ts';
import { faultKinds, isOf, type FaultKind } from './fault-kinds.ts';
import { readMeasured, type Measured } from './measured.ts';
import { measure, pointsOf } from './points.ts';
import { prove } from './prove.ts';
import { questions } from './questions.ts';
import { reliabilityPage } from './reliability-page.ts';
import { runAll, type Job } from './run-all.ts';
import type { Scenario } from './scenario.ts';
import { tally, total, troubles } from './tally.ts';
import type { Trial } from './trial.ts';
import { createTrialWorld, type LedgerKind } from './trial-world.ts';

// Tries every fault at every point and writes docs/reliability.md; with `--prove`, shows instead that
// the trials find the harm when a safeguard is taken out.

const { values } = parseArgs({
  options: {
    prove: { type: 'boolean', default: false },
    scenario: { type: 'string', multiple: true, default: ['articles', 'questions'] },
    ledger: { type: 'string', multiple: true, default: ['file', 'branch'] },
    api: { type: 'string', multiple: true, default: ['v3', 'v2.3'] },
    // Those alone whose name holds this; with `--prove`, safeguards.
    fault: { type: 'string' },
    every: { type: 'string' },
    // Everything together takes forty on two quiet cores.
    minutes: { type: 'string', default: '60' },
  },
});
setTimeout(
  () => {
    console.error('The trials took too long.');
    process.exit(1);
  },
  Number(values.minutes) * 60_000,
).unref();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

interface Table {
  readonly api: Api['name'];
  readonly scenario: Scenario;
  readonly ledger: LedgerKind;
  readonly has: (kind: FaultKind) => boolean;
  /** At every request, or at every third, where the faults together come to all of them. */
  readonly every: number;
}

const waits = (kind: FaultKind): boolean => kind.at === 'request' && kind.waits !== undefined;
// They are tried with Articles, over API v3.
const waitsLong = (kind: FaultKind) => kind.at === 'request' && kind.waits === 'its limits';
/** In the order of the page. */
const tables: readonly Table[] = [
  { api: 'v3', scenario: articles, ledger: 'file', every: 1, has: () => true },
  {
    api: 'v3',
    scenario: articles,
    ledger: 'branch',
    every: 1,
    // The rest does not touch the ledger.
    has: ({ name }) => /^(?:killed|answer lost$|done later|ledger)/.test(name),
  },
  { api: 'v3', scenario: questions, ledger: 'file', every: 1, has: (kind) => !waitsLong(kind) },
  // What differs there, and what leaves an outcome in doubt in each of its ways.
  ...[articles, questions].map((scenario): Table => ({
    api: 'v2.3',
    scenario,
    ledger: 'file',
    every: 3,
    has: (kind) => !waitsLong(kind) && !/^status 50[23]/.test(kind.name),
  })),
];

async function runTable(table: Table, cliPath: string): Promise<Trial[]> {
  const { api, scenario, ledger, has } = table;
  const every = Number(values.every ?? table.every);
  const options = { cliPath, api, scenario, ledger };
  const name = `${api}, ${scenario.name}, ${ledger}`;
  const world = await createTrialWorld(options);
  try {
    const extents = await measure(world);
    for (const { command, requests, ledgerWrites } of extents)
      console.log(`${name}: ${command} makes ${requests} requests, ${ledgerWrites} ledger writes`);
    const jobs = faultKinds
      .filter(
        (kind) =>
          has(kind) &&
          isOf(kind, api) &&
          (values.fault === undefined || kind.name.includes(values.fault)),
      )
      .flatMap((kind, place) =>
        pointsOf(kind, extents)
          .filter((_, at) => kind.at === 'ledger' || (at + place) % every === 0)
          .map((point): Job => ({ kind, point })),
      );
    const run = (some: Job[], lanes: number) =>
      runAll({
        ...options,
        jobs: some,
        lanes,
        first: world,
        onTrial(trial, done) {
          for (const trouble of troubles(trial)) console.error(trouble);
          if (done % 50 === 0) console.log(`${name}: ${done} of ${some.length}`);
        },
      });
    const quick = await run(
      jobs.filter(({ kind }) => !waits(kind)),
      apis[api].lanes,
    );
    // Those mostly wait, so more of them run side by side.
    const slow = await run(
      jobs.filter(({ kind }) => waits(kind)),
      12,
    );
    return [...quick, ...slow];
  } finally {
    await world.close();
  }
}

/** Today, and the commit that made the sources what they are: later ones leave the command as it was. */
async function now(): Promise<string> {
  const git = async (...args: string[]) => (await runProgram('git', args, { cwd: root })).trim();
  const day = new Date().toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  const changed = await git('status', '--porcelain', '--', 'src');
  const commit = await git('log', '-1', '--format=%h', '--', 'src');
  return `on ${day}, at commit ${commit}${changed === '' ? '' : ' with changes on top of it'}`;
}

async function runWhole(): Promise<boolean> {
  const chosen = tables.filter(
    ({ api, scenario, ledger }) =>
      values.api.includes(api) &&
      values.scenario.includes(scenario.name) &&
      values.ledger.includes(ledger),
  );
  if (chosen.length === 0) throw new Error('there are no such trials');
  const when = await now();
  const command = await buildCommand('whole');
  try {
    let sound = true;
    for (const table of chosen) {
      const trials = await runTable(table, command.cliPath);
      const tallies = tally(trials);
      sound &&= trials.every((trial) => troubles(trial).length === 0);
      console.table(
        Object.fromEntries(
          [...tallies, { name: 'all', ...total(tallies) }].map(
            ({ name, tried, harm, recovery }) => [name, { tried, ...harm, ...recovery }],
          ),
        ),
      );
      if (values.fault === undefined && values.every === undefined)
        await writePage({ ...table, scenario: table.scenario.name, when, tallies });
    }
    return sound;
  } finally {
    await command.remove();
  }
}

/** Puts a new table into the page; the others stay. */
async function writePage(result: Measured): Promise<void> {
  const file = join(root, 'docs/reliability.md');
  const before = await readFile(file, 'utf8').catch(() => '');
  const known = [result, ...readMeasured(before)];
  const page = await reliabilityPage(
    tables.flatMap(
      ({ api, scenario, ledger }) =>
        known.find(
          (each) => each.api === api && each.scenario === scenario.name && each.ledger === ledger,
        ) ?? [],
    ),
  );
  if (before !== page) await writeFile(file, page);
}

async function runProofs(): Promise<boolean> {
  const proofs = await prove(values.fault ?? '', ({ weakness, tried, found }) => {
    console.log(
      `${found > 0 ? 'found  ' : 'MISSED '} ${weakness.name}: ${weakness.harm} in ${found} of ${tried} trials`,
    );
  });
  return proofs.every(({ found }) => found > 0);
}

process.exit((values.prove ? await runProofs() : await runWhole()) ? 0 : 1);
