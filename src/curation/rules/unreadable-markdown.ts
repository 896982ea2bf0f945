import { mostCharacters } from '../../model/draft.ts';
import type { Rule } from '../rule.ts';

export const unreadableMarkdown: Rule = {
  id: 'unreadable-markdown',
  severity: 'error',
  about:
    'A text can be parsed in time: it is not nested hundreds of levels deep, and has no thousands of links or brackets in one paragraph, nor tens of thousands of lists or cells.',
  check(draft, context) {
    return context
      .texts(draft)
      .filter(({ tree, text }) => tree === null && text.length <= mostCharacters[draft.kind])
      .map(({ name }) => ({
        message: `The Markdown of the ${name} takes too long to be checked, expected no deep nesting, and no thousands of links or cells.`,
        remedy: 'Split the text, and take out nested quotes and lists.',
      }));
  },
};
