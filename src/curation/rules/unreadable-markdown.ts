import { longestMarkdown } from '../../markdown/parse-markdown.ts';
import type { Rule } from '../rule.ts';

export const unreadableMarkdown: Rule = {
  id: 'unreadable-markdown',
  severity: 'error',
  about:
    'The links of a text can be found: it is not nested hundreds of levels deep, nor very long.',
  check(draft, context) {
    if (context.links(draft) !== null) return null;
    return {
      message: `The Markdown cannot be checked for links, expected at most ${longestMarkdown} characters and no deep nesting.`,
      remedy: 'Shorten the text, and take out nested quotes and lists.',
    };
  },
};
