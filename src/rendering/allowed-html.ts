import type { Schema } from 'hast-util-sanitize';

/** The HTML that people may write into a post. */
const tags =
  'a b blockquote br code del dd dl dt em h1 h2 h3 h4 h5 h6 hr i img kbd li ol p pre s strike ' +
  'strong sub sup ul';

/** What is left of a page in the end, whatever led to it. */
export const allowedHtml: Schema = {
  tagNames: [...tags.split(' '), 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  attributes: {
    a: ['href', 'title', ['className', 's-tag']],
    img: ['src', 'width', 'height', 'alt', 'title'],
    blockquote: [['className', 'spoiler']],
    code: [['className', /^language-/]],
    ol: ['start'],
    th: ['align'],
    td: ['align'],
  },
  // `isSafe` decides, as these know small letters only.
  protocols: {},
  strip: ['script', 'style'],
  clobber: [],
};

/** Whether following an address, or loading from it, runs nothing: it has a known scheme or none. */
export function isSafe(address: string): boolean {
  return /^(?:(?:https?|ftp|mailto):|[^:/?#]*(?:[/?#]|$))/i.test(address);
}
