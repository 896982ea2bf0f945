import type { Filled } from '../model/ledger.ts';
import type { Hole, PostContent } from '../model/post.ts';

/** Tells the address of what a hole names; null where it has none now. */
export type AddressOf = (target: string) => string | null;

/** A content as the site is to hold it, and what was put in, by what the holes name. */
interface FilledContent {
  readonly content: PostContent;
  readonly filled: Filled;
}

/**
 * Puts an address into each hole: that of what it names, else the hole's own. A composed text names
 * its targets only, so that its digest stays while their addresses come and go.
 * @throws TypeError for a hole that can have no address: its step must not get this far.
 */
export function fillHoles(composed: PostContent, addressOf: AddressOf): FilledContent {
  const { holes = [], ...content } = composed;
  if (holes.length === 0) return { content: composed, filled: {} };
  const filled = new Map(holes.map((hole) => [hole.for, addressOf(hole.for)]));
  const addresses = holes.map((hole): readonly [Hole, string] => {
    const address = filled.get(hole.for) ?? hole.else;
    if (address === undefined) throw new TypeError(`nothing fills the hole for ${hole.for}`);
    return [hole, address];
  });
  const fill = (field: Hole['field'], text: string): string =>
    addresses
      .filter(([hole]) => hole.field === field)
      // From the end on, so that an address moves no hole that is still to be filled.
      .toSorted(([a], [b]) => b.at - a.at)
      .reduce((rest, [{ at }, address]) => rest.slice(0, at) + address + rest.slice(at), text);
  const body = fill('body', content.body);
  return {
    content:
      content.kind === 'question'
        ? { ...content, body, answer: fill('answer', content.answer) }
        : { ...content, body },
    filled: Object.fromEntries(filled),
  };
}
