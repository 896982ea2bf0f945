import type { Line } from '../report/line.ts';

/**
 * Cuts a safe line into the rows of a terminal. What shows a text of others is not left to the terminal
 * to wrap: its next row would begin as a line of ours may. Other lines stay whole, to be copied.
 */
export function rowsOf(text: string, { tone, quoted }: Line, columns: number): string[] {
  const isTheirs = quoted || tone === 'added' || tone === 'removed';
  if (!isTheirs || columns < 20) return [text];
  const start = `${quoted ? text.charAt(0) : ''}…`;
  const rows: string[] = [];
  let row = '';
  let width = 0;
  for (const char of text) {
    // Rather too wide than too narrow: how wide a character is, each terminal decides.
    const wide = char === '\t' ? 8 : char > '\u02FF' ? 2 : 1;
    if (width + wide > columns) {
      rows.push(row);
      row = start;
      width = 3;
    }
    row += char;
    width += wide;
  }
  return [...rows, row];
}
