import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { buildCommand } from './build-command.ts';
import { measureCheck } from './check-pages.ts';
import { measureComposing } from './composing.ts';
import { measureThrottled, measureUnthrottled } from './first-publish.ts';
import { measureFleet } from './fleet/measure.ts';
import { fleetIn, fleetSection, withFleet } from './fleet-section.ts';
import { measureHostile } from './hostile.ts';
import { measurePace } from './pace.ts';
import { page } from './page.ts';
import type { Row } from './row.ts';
import { measureStart } from './start.ts';
import { measureSteady } from './steady.ts';

// Measures the bundled command and writes docs/performance.md; `fleet` measures what many repositories
// ask of one account, and writes that part alone; `pace` measures the pace of calls in simulated time
// and writes nothing. With `--quick` little is measured, and nothing is
// written. Ends with 1 where a figure is missed.

const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const { quick } = values;
const file = join(import.meta.dirname, '../docs/performance.md');

const before = readFileSync(file, 'utf8');
const rows: Row[] = [];
const show = (some: readonly Row[]) => {
  rows.push(...some);
  for (const { what, sources, measured, figure, met } of some)
    console.log(
      [
        met === null ? '      ' : met ? 'ok    ' : 'MISSED',
        String(sources ?? '').padStart(6),
        what.padEnd(58),
        measured.padEnd(24),
        figure,
      ].join('  '),
    );
};
if (positionals[0] === 'fleet') await runFleet();
else if (positionals[0] === 'pace') show(await measurePace(quick ? 50 : 1000));
else await runAll();
if (rows.some(({ met }) => met === false)) process.exitCode = 1;

async function runFleet(): Promise<void> {
  const size = quick ? { repositories: 40, pushes: 120 } : { repositories: 400, pushes: 1200 };
  const found = await measureFleet(size);
  show(found);
  if (!quick) await write(withFleet(before, fleetSection(found, size)));
}

async function runAll(): Promise<void> {
  const command = await buildCommand();
  try {
    show(await measureStart(command.cliPath, quick ? 5 : 11));
    for (const sources of quick ? [10, 200] : [10, 200, 2000, 10_000])
      show(await measureSteady({ command, sources, rounds: quick ? 3 : 5 }));
    show(await measureHostile(command.cliPath, quick ? 1 : 3));
    show(await measureComposing(quick ? 1 : 3));
    show(await measureCheck(command.cliPath, quick ? 200 : 1645));
    show(await measureThrottled(command.cliPath, 200));
    if (!quick) show(await measureUnthrottled(command.cliPath, 450));
  } finally {
    await command.remove();
  }
  // What of many repositories was measured before stays.
  if (!quick) await write(withFleet(page(rows), fleetIn(before)));
}

async function write(text: string): Promise<void> {
  writeFileSync(file, await format(text, { parser: 'markdown', singleQuote: true }));
}
