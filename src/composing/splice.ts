import type { Hole } from '../model/post.ts';

/** What stands in the place of a part of an author's text: other characters, or a hole. */
export interface Splice {
  readonly start: number;
  /** The offset after the part; the same as `start` where nothing goes. */
  readonly end: number;
  readonly by: string | Pick<Hole, 'for' | 'else'>;
  /** Where these very characters stood before, for a part of the text that moves. */
  readonly from?: number;
}

/**
 * Puts something else in the place of parts of a text, by position: every other character stays as the
 * author wrote it. The parts must not overlap; offsets are those of `text`.
 */
export function spliced(
  text: string,
  field: Hole['field'],
  splices: readonly Splice[],
): { readonly text: string; readonly holes: readonly Hole[] } {
  const holes: Hole[] = [];
  let result = '';
  let at = 0;
  for (const { start, end, by } of splices.toSorted((a, b) => a.start - b.start)) {
    if (start < at) throw new TypeError(`two constructs claim the characters at ${start}`);
    result += text.slice(at, start);
    if (typeof by === 'string') result += by;
    else holes.push({ field, at: result.length, ...by });
    at = end;
  }
  return { text: result + text.slice(at), holes };
}

/** Whether something comes in the place of a part. */
export function isSplice<Some extends Omit<Splice, 'by'> & { readonly by?: Splice['by'] }>(
  part: Some,
): part is Some & Splice {
  return part.by !== undefined;
}

/** Tells of an offset in a text that was spliced so where it stood before. */
export function movedBack(splices: readonly Splice[]): (offset: number) => number {
  const parts: { readonly at: number; readonly before: number; readonly isNew: boolean }[] = [];
  let moved = 0;
  for (const { start, end, by, from } of splices.toSorted((a, b) => a.start - b.start)) {
    parts.push({ at: start + moved, before: from ?? start, isNew: from === undefined });
    moved += (typeof by === 'string' ? by.length : 0) - (end - start);
    parts.push({ at: end + moved, before: end, isNew: false });
  }
  return (offset) => {
    let low = 0;
    let high = parts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((parts[middle]?.at ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const part = parts[low - 1];
    if (!part) return offset;
    return part.isNew ? part.before : part.before + (offset - part.at);
  };
}
