import { quoted } from '../../markdown/quoted.ts';
import type { Rule } from '../rule.ts';
import { showsAsLink } from '../shows-as-link.ts';

export const relativeImage: Rule = {
  id: 'relative-image',
  severity: 'warning',
  fixed: false,
  about:
    'An image has an http(s), ftp or `/…` address; the site shows every other as literal text.',
  check(draft, context) {
    return (context.links(draft) ?? [])
      .filter(({ kind, url }) => kind === 'image' && !showsAsLink(url))
      .map(({ url, place }) => ({
        place,
        message: `The image ${quoted(url)} will not show, expected an address with http(s), ftp or \`/…\`.`,
        remedy: 'Write the whole address of the image, beginning with `https://`.',
      }));
  },
};
