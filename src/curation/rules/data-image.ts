import { quoted } from '../../markdown/quoted.ts';
import type { Rule } from '../rule.ts';

export const dataImage: Rule = {
  id: 'data-image',
  severity: 'warning',
  about: 'No image is written into the text itself (`data:`): GitHub and Stack do not show it.',
  check(draft, context) {
    return context
      .links(draft)
      .filter(({ kind, url }) => kind === 'image' && /^\s*data:/i.test(url))
      .map(({ url, at }) => ({
        at,
        message: `The image ${quoted(url.slice(0, 30))} is written into the text: GitHub shows nothing of it, and Stack shows its Markdown as text.`,
        remedy: 'Put it into the repository as a file, and show that.',
      }));
  },
};
