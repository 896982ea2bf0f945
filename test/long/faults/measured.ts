import type { Api } from './api.ts';
import { recoveries, type Tally } from './tally.ts';
import { harms } from './trial.ts';
import type { Scenario } from './scenario.ts';
import type { LedgerKind } from './trial-world.ts';

/** A table of the page: what was tried, when, and what came of it. */
export interface Measured {
  readonly api: Api['name'];
  readonly scenario: Scenario['name'];
  readonly ledger: LedgerKind;
  /** The day and the commit, in words. */
  readonly when: string;
  readonly tallies: readonly Tally[];
}

const section =
  /^## (Articles|Questions) over API (v3|v2\.3), with the ledger in a (file|branch)\n\nMeasured (.+)\.\n\n((?:\|.*\n)+)/gm;
/** What a table may have columns for; those with nothing but zeros are left out. */
const counted: readonly string[] = ['tried', ...harms, ...recoveries];

/** Reads the tables back out of the page. Throws where one of them has an unknown column. */
export function readMeasured(page: string): Measured[] {
  return [...page.matchAll(section)].map(([, scenario, api, ledger, when = '', table = '']) => {
    const [[, ...columns] = [], , ...rows] = table.trim().split('\n').map(cellsOf);
    if (columns[0] !== 'tried' || columns.some((name) => !counted.includes(name)))
      throw new Error(`docs/reliability.md has a table with other columns: ${columns.join(', ')}`);
    return {
      scenario: scenario === 'Articles' ? 'articles' : 'questions',
      api: api as Api['name'],
      ledger: ledger as LedgerKind,
      when,
      tallies: rows.flatMap(([name = '', ...numbers]) =>
        name.startsWith('*') ? [] : [tallyOf(name, columns, numbers.map(Number))],
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

function tallyOf(name: string, columns: readonly string[], numbers: readonly number[]): Tally {
  const count = (column: string) => numbers[columns.indexOf(column)] ?? 0;
  const byName = <Name extends string>(names: readonly Name[]) =>
    Object.fromEntries(names.map((each) => [each, count(each)])) as Record<Name, number>;
  return { name, tried: count('tried'), harm: byName(harms), recovery: byName(recoveries) };
}
