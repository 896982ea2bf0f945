import { codeInCell, inCell, linked, linkTarget, type Safe } from '../markdown.ts';
import { extra, type Part } from './fit-page.ts';

/** A source in a table: what becomes of it, and its post. */
export interface StepRow {
  /** Words of ours. */
  readonly what: string;
  readonly title: string;
  readonly source: string;
  /** The page of the source; null where none is known. */
  readonly page?: string | null;
  /** The address of the post; null: it has none yet. */
  readonly url: string | null;
  readonly kind: string;
}

/** A row of the table of steps. */
export function stepRow(
  { what, title, source, page = null, url, kind }: StepRow,
  safe: Safe,
): string {
  const from = linked(codeInCell(safe(source)), page);
  const post = url && linkTarget(url) ? linked(kind, url) : 'new';
  return `| ${what} | ${inCell(safe(title))} | ${from} | ${post} |\n`;
}

export const stepTableHead = '| | Title | Source | Post |\n| --- | --- | --- | --- |\n';

/** The whole table, in which each row stands while there is room. */
export function stepTable(rows: readonly StepRow[], safe: Safe): Part[] {
  if (rows.length === 0) return [];
  return [stepTableHead, ...rows.map((row) => extra(0, () => stepRow(row, safe), true)), '\n'];
}
