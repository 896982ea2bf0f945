import { mostCharacters } from '../model/draft.ts';
import type { TextPoint } from '../model/finding.ts';
import type { Hole } from '../model/post.ts';
import { constructs } from './constructs.ts';
import { openPage, type Page, type Remark, type Rewrite } from './page.ts';
import { isSplice, movedBack, spliced } from './splice.ts';

/** A longer one does not fit the site, whatever is cut out of it. */
const longest = 2 * mostCharacters.article;

/** So often is a text looked at: what one construct makes of it may be another's. */
const mostTimes = 9;

/** A text of a draft as the site is to hold it. */
interface Adapted {
  readonly text: string;
  readonly holes: readonly Hole[];
  readonly remarks: readonly PlacedRemark[];
  /** What decides about links: Markdown files, perhaps with `#` and an anchor. */
  readonly targets: readonly string[];
}

/** A remark, and the place in the author's text that it is about. */
export interface PlacedRemark extends Remark {
  readonly at: TextPoint;
}

/**
 * Fits a text to the site, by splices into the author's own bytes, until there is nothing left to fit:
 * addresses last, as they alone become holes. What needs no change keeps every byte.
 */
export function adapt(text: string, about: Pick<Page, 'field' | 'around' | 'pictureAt'>): Adapted {
  const { field } = about;
  let page = text.length > longest ? null : openPage(text, about);
  if (page === null) return { text, holes: [], remarks: [], targets: [] };
  let toAuthors = (offset: number) => offset;
  const remarks = new Map<string, PlacedRemark>();
  const targets = new Set<string>();
  for (let time = 1; ; time += 1) {
    const rewrites = rewritesOf(page);
    for (const { start, remark, target } of rewrites) {
      if (target !== undefined) targets.add(target);
      const at = { field, offset: toAuthors(start) };
      if (remark) remarks.set(`${remark.rule} ${at.offset}`, { ...remark, at });
    }
    const splices = rewrites.filter(isSplice);
    const words = splices.filter(({ isAddress }) => isAddress !== true);
    if (words.length === 0 || time === mostTimes)
      return {
        ...spliced(page.text, field, splices),
        targets: [...targets],
        remarks: [...remarks.values()],
      };
    const [back, before] = [movedBack(words), toAuthors];
    toAuthors = (offset) => before(back(offset));
    const pictureAt = (start: number) => about.pictureAt(toAuthors(start));
    const made: string = spliced(page.text, field, words).text;
    const next = openPage(made, { ...about, pictureAt });
    if (next === null) return { text, holes: [], remarks: [...remarks.values()], targets: [] };
    page = next;
  }
}

/** What the constructs make of a page, up to the first group of them that changes more than addresses. */
function rewritesOf(page: Page): readonly Rewrite[] {
  const found: Rewrite[] = [];
  for (const group of constructs) {
    const rewrites = inOrder(group.flatMap((construct) => [...construct(page)]));
    found.push(...rewrites);
    if (rewrites.some((rewrite) => isSplice(rewrite) && rewrite.isAddress !== true)) break;
  }
  return found;
}

/** In the order of the text. Where two want the same characters, the first of them gets them. */
function inOrder(rewrites: readonly Rewrite[]): readonly Rewrite[] {
  let at = 0;
  return rewrites
    .toSorted((a, b) => a.start - b.start)
    .filter((rewrite) => {
      if (!isSplice(rewrite)) return true;
      if (rewrite.start < at) return false;
      at = rewrite.end;
      return true;
    });
}
