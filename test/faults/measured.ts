import { recoveries, type Tally } from './tally.ts';
import { harms } from './trial.ts';
import type { Scenario } from './scenario.ts';
import type { LedgerKind } from './world.ts';

/** A table of the page: what was tried, when, and what came of it. */
export interface Measured {
  readonly scenario: Scenario['name'];
  readonly ledger: LedgerKind;
  /** The day and the commit, in words. */
  readonly when: string;
  readonly tallies: readonly Tally[];
}

const section =
  /^## (Articles|Questions), with the ledger in a (file|branch)\n\nMeasured (.+)\.\n\n((?:\|.*\n)+)/gm;
const columns = ['tried', ...harms, ...recoveries];

/** Reads the tables back out of the page. Throws where one of them has other columns. */
export function readMeasured(page: string): Measured[] {
  return [...page.matchAll(section)].map(([, scenario, ledger, when = '', table = '']) => {
    const [head = [], , ...rows] = table.trim().split('\n').map(cellsOf);
    if (head.slice(1).join() !== columns.join())
      throw new Error(`docs/reliability.md has a table with other columns: ${head.join(', ')}`);
    return {
      scenario: scenario === 'Articles' ? 'articles' : 'questions',
      ledger: ledger as LedgerKind,
      when,
      tallies: rows.flatMap(([name = '', ...numbers]) =>
        name.startsWith('*') ? [] : [tallyOf(name, numbers.map(Number))],
      ),
    };
  });
}

function cellsOf(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

function tallyOf(name: string, [tried = 0, ...counts]: readonly number[]): Tally {
  const byName = <Name extends string>(names: readonly Name[], from: number) =>
    Object.fromEntries(names.map((each, at) => [each, counts[from + at] ?? 0])) as Record<
      Name,
      number
    >;
  return {
    name,
    tried,
    harm: byName(harms, 0),
    recovery: byName(recoveries, harms.length),
  };
}
