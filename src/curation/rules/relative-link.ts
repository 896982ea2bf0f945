import { quoted } from '../../markdown/quoted.ts';
import type { Rule } from '../rule.ts';
import { showsAsLink } from '../shows-as-link.ts';

export const relativeLink: Rule = {
  id: 'relative-link',
  severity: 'warning',
  fixed: false,
  about:
    'A link leads to http(s), ftp, mailto or `/…`; the site shows every other as literal text.',
  check(draft, context) {
    return (context.links(draft) ?? [])
      .filter(({ kind, url }) => kind === 'link' && !showsAsLink(url))
      .map(({ url, place }) => ({
        place,
        message: `The link to ${quoted(url)} will not show as a link, expected http(s), ftp, mailto or \`/…\`.`,
        remedy: 'Write the whole address, beginning with `https://`.',
      }));
  },
};
