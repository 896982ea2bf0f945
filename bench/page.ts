import { availableParallelism, loadavg } from 'node:os';
import type { Row } from './row.ts';

/** docs/performance.md. */
export function page(rows: readonly Row[]): string {
  return `<!-- Written by \`npm run bench\`. -->

# Performance

Measured with the bundled command as a process of its own, against the local Stack Internal over HTTP, in a git repository whose ledger is a branch of a bare \`origin\`. ${availableParallelism()} cores, Node ${process.versions.node}, ${process.platform}. Counts and memory are those of one process; the times of starts and of no-op plans are medians, the others are of one run. Other work on the machine spoils them: at the end its load was ${(loadavg()[1] ?? 0).toFixed(0)}, and this needs about 2. \`x\` is the time of \`node -e 0\` in the same run.

${tables(rows)}

How each is measured: [bench/README.md](../bench/README.md).
`;
}

/** What was measured once, line by line; then what was measured at several sizes, side by side. */
function tables(rows: readonly Row[]): string {
  const byName = Map.groupBy(rows, ({ what }) => what);
  const once = [...byName.values()].flatMap((same) => (same.length === 1 ? same : []));
  const often = [...byName].filter(([, same]) => same.length > 1);
  const sizes = [...new Set(often.flatMap(([, same]) => same.map(({ sources }) => sources)))];
  return `A figure in square brackets has to be kept${rows.some(({ met }) => met === false) ? ', and **missed** stands where it was not' : ', and it was'}.

| What | Sources | Measured |
| --- | ---: | --- |
${once.map((row) => `| ${row.what} | ${numberText(row.sources)} | ${resultText(row)} |`).join('\n')}

| What, by the number of sources | ${sizes.map(numberText).join(' | ')} |
| --- | ${sizes.map(() => '---').join(' | ')} |
${often.map(([what, same]) => `| ${what} | ${sizes.map((size) => resultText(same.find(({ sources }) => sources === size))).join(' | ')} |`).join('\n')}`;
}

const numberText = (value: number | null) => value?.toLocaleString('en') ?? '';

/** What was measured, with the figure that has to be kept. */
export function resultText(row: Row | undefined): string {
  if (row === undefined) return '';
  const figure = row.figure.replaceAll('<=', '≤').replaceAll('>=', '≥');
  const missed = row.met === false ? '**missed** ' : '';
  return `${row.measured}${figure === '' ? '' : ` [${missed}${figure}]`}`;
}
