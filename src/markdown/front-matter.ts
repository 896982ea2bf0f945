/** What stands between `---` lines at the very start of a text. Offsets are UTF-16 units. */
export interface FrontMatter {
  /**
   * - `yaml`: a plain `---` line opens it;
   * - `foreign`: the opening line names another engine, as `---js`: never read, only text;
   * - `unclosed`: no closing line follows, so that it is body text.
   */
  readonly kind: 'yaml' | 'foreign' | 'unclosed';
  /** What follows `---` in the opening line, trimmed. */
  readonly label: string;
  /** Where the block begins (after the opening line) and ends (before the closing line). */
  readonly start: number;
  readonly end: number;
  /** The first offset after the closing line; where unclosed, the start of the text. */
  readonly after: number;
}

const opening = /^\uFEFF?---[ \t]*(|[A-Za-z][^\n]*?)[ \t]*\r?\n/;

/**
 * Finds the front matter of a text, or null where it has none. A byte order mark before it is
 * tolerated; lines end in LF or CRLF; `---` or `...` closes it.
 */
export function findFrontMatter(text: string): FrontMatter | null {
  const open = opening.exec(text);
  if (open === null) return null;
  const label = open[1] ?? '';
  const start = open[0].length;
  // Not the `m` flag: its line starts also follow U+2028, which ends no line of a file.
  const closing = /(?<=\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/g;
  closing.lastIndex = start;
  const close = closing.exec(text);
  if (close === null) return { kind: 'unclosed', label, start, end: text.length, after: 0 };
  return {
    kind: label === '' ? 'yaml' : 'foreign',
    label,
    start,
    end: close.index,
    after: close.index + close[0].length,
  };
}
