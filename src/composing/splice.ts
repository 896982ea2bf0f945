import type { Hole } from '../model/post.ts';

/** What stands in the place of a part of an author's text: other characters, or a hole. */
export interface Splice {
  readonly start: number;
  /** The offset after the part; the same as `start` where nothing goes. */
  readonly end: number;
  readonly by: string | Pick<Hole, 'for' | 'else'>;
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
