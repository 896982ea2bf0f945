/** An anchor, and whether it got a number because an earlier heading has the same. */
export interface HeadingAnchor {
  readonly anchor: string;
  readonly numbered: boolean;
}

/**
 * Returns a function that makes the anchors of a page's headings as GitHub does: lower case, only
 * letters, marks, digits, `_` and `-`, blanks as `-`. An anchor that is taken gets a number. It must
 * see every heading of the page, in their order.
 */
export function headingAnchors(): (title: string) => HeadingAnchor {
  /** The last number given to each anchor. */
  const taken = new Map<string, number>();
  return (title) => {
    const base = title
      .toLowerCase()
      .replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- ]/gu, '')
      .replaceAll(' ', '-');
    let anchor = base;
    for (let last = taken.get(base); taken.has(anchor);) {
      last = (last ?? 0) + 1;
      taken.set(base, last);
      anchor = `${base}-${last}`;
    }
    taken.set(anchor, 0);
    return { anchor, numbered: anchor !== base };
  };
}
