import { htmlTags, type HtmlTag } from '../../markdown/html-tags.ts';
import { quoted } from '../../markdown/quoted.ts';
import { lineAfter, lineStart, skipBlankLines } from '../../markdown/lines.ts';
import { namesOf as names } from '../../markdown/names-of.ts';
import { blockMark } from '../block-mark.ts';
import type { Construct, Rewrite } from '../page.ts';
import { shownTags as shown } from '../shown-tags.ts';
import type { TextRange } from '../words.ts';

/** Rules of their own tell of these, or GitHub shows their tags as text, as the site does. */
const others = names(
  'audio canvas details embed iframe math noembed noframes object param plaintext script style summary svg table tbody td textarea tfoot th thead title tr track video xmp',
);
/** All that only marks a text. */
const marking = names(
  'abbr acronym address article aside bdi bdo big caption center cite data dfn div fieldset figcaption figure font footer form header hgroup ins label legend main mark menu nav nobr output q rp rt ruby samp search section small span time tt u var wbr',
);
/** What is an element of HTML, and shows nothing by itself. */
const known = names(
  'area base basefont body button col colgroup datalist dialog dir frame frameset head html input link map meta meter noscript optgroup option picture progress select slot source template',
);

/** A placeholder in a block of HTML: as text it begins a paragraph. */
export const blockTags: Construct = function* blockTags({ text, nodes }) {
  if (!text.includes('<')) return;
  for (const tag of htmlTags(text, nodes))
    if (!tag.isInline && isPlaceholder(tag)) yield escaped(tag, '&lt;');
};

/**
 * HTML outside of what the site shows: what only marks a text loses its tags, as the site would print
 * them; and what is no element is a placeholder, such as `<name>`, which has to stay to be read.
 */
export const tags: Construct = function* tags({ text, nodes, words }) {
  if (!text.includes('<')) return;
  /** How many of a name a block of HTML has begun: a paragraph may hold the end, as `<div>`, a line, `x</div>`. */
  const begun = new Map<string, number>();
  const addresses = new Map(words.addresses.map((each) => [each.end, each]));
  for (const tag of htmlTags(text, nodes)) {
    const { name, start, end, written, isInline, isEnd, partner } = tag;
    if (name === 'a') {
      if (isAnchor(tag) || (isEnd && partner && isAnchor(partner))) yield* anchor(text, tag);
    } else if (shown.has(name)) {
      // `Set<S>` is meant as text; in small letters it is as likely a tag that nobody closed.
      if (isInline && !isEnd && !partner && /^<[B-Z]>$/.test(written))
        yield* escapedIn(text, tag, addresses);
    } else if (others.has(name)) continue;
    else if (name === 'picture' || name === 'source') {
      if (isInline && (partner || name === 'source')) yield { start, end, by: '' };
    } else if (!isInline && !partner && !isEnd) begun.set(name, (begun.get(name) ?? 0) + 1);
    else if (isInline && !partner && isEnd && marking.has(name) && begun.get(name)) {
      begun.set(name, (begun.get(name) ?? 0) - 1);
      yield { start, end, by: '' };
    } else if (isInline && name === 'q' && partner) yield { start, end, by: '"' };
    else if (isInline && marking.has(name) && (partner || name === 'wbr')) yield* cut(text, tag);
    else if (isInline) yield* escapedIn(text, tag, addresses);
  }
};

/** Without the tag; what it stands before begins no block by that. */
function* cut(text: string, { start, end, isInline }: HtmlTag): Iterable<Rewrite> {
  yield { start, end, by: '' };
  const mark = isInline ? blockMark(text, start, end) : null;
  if (mark !== null) yield { start: mark, end: mark, by: '\\' };
}

/** A backslash right behind a bare address would be a part of it, so that one gets its marks. */
function* escapedIn(
  text: string,
  tag: HtmlTag,
  addresses: ReadonlyMap<number, TextRange>,
): Iterable<Rewrite> {
  const before = addresses.get(tag.start);
  const isOpen = before !== undefined && /[\w/=-]/.test(text[tag.start - 1] ?? '');
  if (isOpen) yield { start: before.start, end: before.start, by: '<' };
  yield escaped(tag, isOpen ? '>\\<' : '\\<');
}

/** Whether it names a place in the page, and leads nowhere. */
function isAnchor({ written, isEnd }: HtmlTag): boolean {
  return !isEnd && /\s(?:name|id)\s*=/i.test(written) && !/\shref\s*=/i.test(written);
}

/** With its whole line, where nothing else is in it. */
function* anchor(text: string, tag: HtmlTag): Iterable<Rewrite> {
  const [first, last] = tag.isEnd ? [tag.partner ?? tag, tag] : [tag, tag.partner ?? tag];
  const line = lineStart(text, first.start);
  const next = lineAfter(text, last.end);
  const beside = [
    text.slice(line, first.start),
    text.slice(first.end, Math.max(first.end, last.start)),
    text.slice(last.end, next),
  ];
  const isAlone = beside.every((part) => part.trim() === '');
  if (!isAlone) yield* cut(text, tag);
  else if (tag === first) yield { start: line, end: skipBlankLines(text, next), by: '' };
}

/** In a block of HTML: a component, such as `<Tabs>`, is none. */
function isPlaceholder({ name, written }: HtmlTag): boolean {
  return (
    name !== 'a' &&
    !shown.has(name) &&
    !others.has(name) &&
    !marking.has(name) &&
    !known.has(name) &&
    !/^<\/?[A-Z]/.test(written)
  );
}

function escaped({ start, written, isEnd }: HtmlTag, by = '\\<'): Rewrite {
  if (isEnd) return { start, end: start + 1, by };
  return {
    start,
    end: start + 1,
    by,
    remark: {
      rule: 'unknown-tag',
      message: `GitHub shows nothing of ${quoted(written)}, which it takes for a tag; the post shows it as it is written.`,
      remedy: 'Write it as code in backticks, or with `\\<` in the place of `<`.',
    },
  };
}
