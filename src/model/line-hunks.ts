import { diffArrays } from 'diff';

/** Lines of one text that stand for lines of another: `lines` in the place of `start` up to `end`. */
export interface Hunk {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

/** The time that comparing takes grows with the square of how many lines come and go. */
const mostEdits = 1000;

/** Splits a text into its lines, each with its own ending. */
export function splitLines(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}

/**
 * Finds what makes one list of lines another, in the order of the first. Where more than a thousand
 * lines come or go, all between the first and the last of them is one hunk, and `fine` is false.
 */
export function lineHunks(
  before: readonly string[],
  after: readonly string[],
): { readonly hunks: readonly Hunk[]; readonly fine: boolean } {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const old = before.slice(head, before.length - tail);
  const now = after.slice(head, after.length - tail);
  if (old.length === 0 && now.length === 0) return { hunks: [], fine: true };
  const whole: Hunk = { start: head, end: head + old.length, lines: now };
  if (old.length === 0 || now.length === 0) return { hunks: [whole], fine: true };
  const changes = diffArrays(old, now, { maxEditLength: mostEdits });
  if (changes === undefined) return { hunks: [whole], fine: false };

  const hunks: Hunk[] = [];
  let at = head;
  let open: { start: number; end: number; lines: string[] } | null = null;
  for (const { added, removed, value } of changes) {
    if (!added && !removed) open = null;
    else {
      if (open === null) hunks.push((open = { start: at, end: at, lines: [] }));
      if (added) open.lines.push(...value);
      else open.end += value.length;
    }
    if (!added) at += value.length;
  }
  return { hunks, fine: true };
}
