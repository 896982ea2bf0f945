import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { buildCommand } from './build-command.ts';
import { measureCheck } from './check-pages.ts';
import { measureComposing } from './composing.ts';
import { measureThrottled, measureUnthrottled } from './first-publish.ts';
import { measureHostile } from './hostile.ts';
import { page } from './page.ts';
import type { Row } from './row.ts';
import { measureStart } from './start.ts';
import { measureSteady } from './steady.ts';

// Measures the bundled command and writes docs/performance.md; with `--quick` only up to 200 sources,
// and nothing is written. Ends with 1 where a figure is missed.

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const { quick } = values;
const file = join(import.meta.dirname, '../docs/performance.md');

const command = await buildCommand();
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
try {
  show(await measureStart(command.cliPath, quick ? 5 : 11));
  for (const sources of quick ? [10, 200] : [10, 200, 2000, 10_000])
    show(await measureSteady({ command, sources, rounds: quick ? 3 : 5 }));
  show(await measureHostile(command.cliPath, quick ? 1 : 3));
  show(await measureComposing(quick ? 1 : 3));
  show(await measureCheck(command.cliPath, quick ? 200 : 1645));
  show(await measureThrottled(command.cliPath, 200));
  if (!quick) show(await measureUnthrottled(command.cliPath, 500));
} finally {
  await command.remove();
}
if (!quick)
  writeFileSync(file, await format(page(rows), { parser: 'markdown', singleQuote: true }));
if (rows.some(({ met }) => met === false)) process.exitCode = 1;
