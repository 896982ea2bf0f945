import { availableParallelism, loadavg } from 'node:os';
import type { Row } from './row.ts';

/** docs/performance.md. */
export function page(rows: readonly Row[]): string {
  const lines = rows.map(({ what, sources, measured, figure, met }) =>
    [
      what,
      sources?.toLocaleString('en') ?? '',
      measured,
      figure.replace('<=', '≤').replace('>=', '≥'),
      met === null ? '' : met ? 'met' : 'missed',
    ].join(' | '),
  );
  return `<!-- Written by \`npm run bench\`. -->

# Performance

Measured with the bundled command as a process of its own, against the local Stack Internal over HTTP, in a git repository whose ledger is a branch of a bare \`origin\`. ${availableParallelism()} cores, Node ${process.versions.node}, ${process.platform}. Counts and memory are those of one process; the times of starts and of no-op plans are medians, the others are of one run. Other work on the machine spoils them: at the end its load was ${(loadavg()[1] ?? 0).toFixed(0)}, and this needs about 2. \`x\` is the time of \`node -e 0\` in the same run.

| What | Sources | Measured | Figure | |
| --- | ---: | --- | --- | --- |
${lines.map((line) => `| ${line} |`).join('\n')}

How each is measured: [bench/README.md](../bench/README.md).
`;
}
