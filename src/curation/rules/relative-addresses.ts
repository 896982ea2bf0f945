import { quoted } from '../../markdown/quoted.ts';
import type { Rule } from '../rule.ts';

/** The site shows an image of any other address as literal text. */
const shown = /^(?:https?:|ftp:|mailto:|\/)/i;

export const relativeImage: Rule = {
  id: 'relative-image',
  severity: 'warning',
  about:
    'An image has an http(s), ftp or `/…` address; the site shows every other as literal text.',
  check(draft, context) {
    // Rules of their own tell of `data:` and `file:`.
    const isRelative = (url: string) => !shown.test(url) && !/^(?:data|file):/i.test(url);
    // These were looked up in the repository; other rules tell of what is not there.
    const local = new Set(draft.images?.map(({ url }) => url));
    return context
      .links(draft)
      .filter(({ kind, url }) => kind === 'image' && isRelative(url) && !local.has(url))
      .map(({ url, at }) => ({
        at,
        message: `The image ${quoted(url)} will not show, expected an address with http(s), ftp or \`/…\`.`,
        remedy: 'Write the whole address of the image, beginning with `https://`.',
      }));
  },
};
