import { isBlankMarkdown } from '../../markdown/html-comments.ts';
import type { Rule } from '../rule.ts';
import { textsOf } from '../texts.ts';

export const emptyBody: Rule = {
  id: 'empty-body',
  severity: 'error',
  fixed: true,
  about: 'A text shows something: it is more than blanks and HTML comments.',
  check(draft) {
    return textsOf(draft)
      .filter(({ text }) => isBlankMarkdown(text))
      .map(({ name }) => ({
        message: `The ${name} shows nothing, expected text.`,
        remedy: 'Write the text, or remove the mark.',
      }));
  },
};
