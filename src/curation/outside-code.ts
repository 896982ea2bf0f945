import { blankCode } from '../markdown/blank-code.ts';
import type { Draft } from '../model/draft.ts';
import type { Place } from '../model/error.ts';
import { placesIn, textsOf } from './texts.ts';

/** What a pattern (with the flag `g`) matches in the texts of a draft outside code, with its places. */
export function outsideCode(
  draft: Draft,
  pattern: RegExp,
): readonly { readonly match: RegExpExecArray; readonly place: Place | null }[] {
  return textsOf(draft).flatMap((part) => {
    // Most texts match nothing, and parsing takes long.
    if (part.text.search(pattern) === -1) return [];
    const placeOf = placesIn(draft, part);
    return [...blankCode(part.text).matchAll(pattern)].map((match) => ({
      match,
      place: placeOf(match.index),
    }));
  });
}
