/** What a page may go without: it stands there while there is room. */
export interface Extra {
  /** The lowest come first. */
  readonly rank: number;
  /** Whether a reader is told where it is left out: nothing else on the page says it. */
  readonly isCounted: boolean;
  /** Empty: there is nothing to tell. Asked for only while there is some room. */
  readonly make: () => string;
}

export type Part = string | Extra;

export function extra(rank: number, make: () => string, isCounted = false): Extra {
  return { rank, make, isCounted };
}

/** With less room nothing is tried any more. */
const least = 100;

/** Puts a page together, with each extra that fits into so many bytes, and how many counted ones do not. */
export function fitPage(parts: readonly Part[], room: number): { text: string; left: number } {
  const isExtra = (part: Part) => typeof part !== 'string';
  const sizeOf = (text: string) => Buffer.byteLength(text);
  let free = parts.reduce((sum, part) => (isExtra(part) ? sum : sum - sizeOf(part)), room);
  let left = 0;
  const taken = new Map<Extra, string>();
  for (const extra of parts.filter(isExtra).toSorted((a, b) => a.rank - b.rank)) {
    const text = free < least ? null : extra.make();
    if (text !== null && sizeOf(text) <= free) {
      taken.set(extra, text);
      free -= sizeOf(text);
    } else if (extra.isCounted) left += 1;
  }
  const text = parts.map((part) => (isExtra(part) ? (taken.get(part) ?? '') : part)).join('');
  return { text, left };
}
