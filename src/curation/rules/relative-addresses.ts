import { quoted } from '../../markdown/quoted.ts';
import type { Rule } from '../rule.ts';

/** The site shows a link or an image to anything else as literal text. */
const shown = /^(?:https?:|ftp:|mailto:|\/)/i;

export const relativeLink: Rule = {
  id: 'relative-link',
  severity: 'warning',
  about:
    'A link leads to http(s), ftp, mailto or `/…`; the site shows every other as literal text.',
  check(draft, context) {
    return context
      .links(draft)
      .filter(({ kind, url }) => kind === 'link' && !shown.test(url))
      .map(({ url, place }) => ({
        place,
        message: `The link to ${quoted(url)} will not show as a link, expected http(s), ftp, mailto or \`/…\`.`,
        remedy: 'Write the whole address, beginning with `https://`.',
      }));
  },
};

export const relativeImage: Rule = {
  id: 'relative-image',
  severity: 'warning',
  about:
    'An image has an http(s), ftp or `/…` address; the site shows every other as literal text.',
  check(draft, context) {
    // These were looked up in the repository; other rules tell of what is not there.
    const local = new Set(draft.images?.map(({ url }) => url));
    return context
      .links(draft)
      .filter(({ kind, url }) => kind === 'image' && !shown.test(url) && !local.has(url))
      .map(({ url, place }) => ({
        place,
        message: `The image ${quoted(url)} will not show, expected an address with http(s), ftp or \`/…\`.`,
        remedy: 'Write the whole address of the image, beginning with `https://`.',
      }));
  },
};
