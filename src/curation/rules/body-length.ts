import { isBlankMarkdown } from '../../markdown/html-comments.ts';
import type { Rule } from '../rule.ts';
import { textsOf } from '../texts.ts';

const least = 30;

export const emptyBody: Rule = {
  id: 'empty-body',
  severity: 'error',
  fixed: true,
  about:
    'A text shows something: it is more than blanks, invisible characters, HTML comments and empty elements.',
  check(draft) {
    return textsOf(draft)
      .filter(({ text }) => isBlankMarkdown(text))
      .map(({ name }) => ({
        message: `The ${name} shows nothing, expected text.`,
        remedy: 'Write the text, or remove the mark.',
      }));
  },
};

export const bodyTooShort: Rule = {
  id: 'body-too-short',
  severity: 'warning',
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
