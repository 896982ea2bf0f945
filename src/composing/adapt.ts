import { mostCharacters } from '../model/draft.ts';
import type { TextPoint } from '../model/finding.ts';
import type { Hole } from '../model/post.ts';
import { inlineConstructs, shapingConstructs } from './constructs.ts';
import { openPage, type Construct, type Page, type Remark, type Rewrite } from './page.ts';
import { isSplice, movedBack, spliced } from './splice.ts';

/** A longer one does not fit the site, whatever is cut out of it. */
const longest = 2 * mostCharacters.article;

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
 * Fits a text to the site, by splices into the author's own bytes: first what changes its blocks, then,
 * in the text that comes of it, all else. What needs no change keeps every byte.
 */
export function adapt(text: string, about: Pick<Page, 'field' | 'around' | 'pictureAt'>): Adapted {
  const { field } = about;
  const first = text.length > longest ? null : openPage(text, about);
  if (first === null) return { text, holes: [], remarks: [], targets: [] };
  const shaping = rewritesOf(first, shapingConstructs);
  const splices = shaping.filter(isSplice);
  const shaped = spliced(text, field, splices).text;
  const toAuthors = movedBack(splices);
  const pictureAt = (start: number) => about.pictureAt(toAuthors(start));
  const second = splices.length === 0 ? first : openPage(shaped, { ...about, pictureAt });
  if (second === null) return { text, holes: [], remarks: remarksOf(shaping, field), targets: [] };
  const rewrites = rewritesOf(second, inlineConstructs);
  return {
    ...spliced(shaped, field, rewrites.filter(isSplice)),
    targets: rewrites.flatMap(({ target }) => target ?? []),
    remarks: [...remarksOf(shaping, field), ...remarksOf(rewrites, field, toAuthors)],
  };
}

/** What the constructs make of a page. Where two want the same characters, the first of them gets them. */
function rewritesOf(page: Page, constructs: readonly Construct[]): readonly Rewrite[] {
  const all = constructs.flatMap((construct) => [...construct(page)]);
  const ordered = all.toSorted((a, b) => a.start - b.start);
  let at = 0;
  return ordered.filter((rewrite) => {
    if (!isSplice(rewrite)) return true;
    if (rewrite.start < at) return false;
    at = rewrite.end;
    return true;
  });
}

function remarksOf(
  rewrites: readonly Rewrite[],
  field: Hole['field'],
  toAuthors = (offset: number) => offset,
): readonly PlacedRemark[] {
  return rewrites.flatMap(({ start, remark }) =>
    remark ? [{ ...remark, at: { field, offset: toAuthors(start) } }] : [],
  );
}
