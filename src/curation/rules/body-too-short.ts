import { isBlankMarkdown } from '../../markdown/is-blank-markdown.ts';
import type { Rule } from '../rule.ts';
import { textsOf } from '../texts.ts';

const least = 30;

export const bodyTooShort: Rule = {
  id: 'body-too-short',
  severity: 'warning',
  fixed: false,
  about: `A text has at least ${least} characters; some sites refuse a shorter one.`,
  check(draft) {
    return textsOf(draft)
      .filter(({ text }) => text.trim().length < least && !isBlankMarkdown(text))
      .map(({ name, text }) => ({
        message: `The ${name} has ${text.trim().length} characters, expected at least ${least}.`,
        remedy: 'Say more, or remove the mark.',
      }));
  },
};
