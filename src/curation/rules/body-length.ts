import { isBlankMarkdown } from '../../markdown/html-comments.ts';
import { mostCharacters, type Draft } from '../../model/draft.ts';
import type { Rule } from '../rule.ts';
import { aPost, textsOf } from '../texts.ts';

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

export const bodyTooLong: Rule = {
  id: 'body-too-long',
  severity: 'error',
  fixed: true,
  about: `The text of an article has at most ${mostCharacters.article} characters, the texts of a question and its answer ${mostCharacters.question} each.`,
  check(draft) {
    const limit = mostCharacters[draft.kind];
    return textsOf(draft)
      .map(({ name, text }) => ({ name, length: lengthOf(draft, name, text) }))
      .filter(({ length }) => length > limit)
      .map(({ name, length }) => ({
        message: `The ${name} has ${length} characters, expected at most ${limit} in ${aPost[draft.kind]}.`,
        remedy: 'Split the text into several sources.',
      }));
  },
};

/** The address that a picture gets is not known before it is uploaded: so many characters are kept for it. */
const anAddress = 100;

function lengthOf({ images = [] }: Draft, field: 'body' | 'answer', text: string): number {
  return images
    .filter((image) => image.field === field && typeof image.file !== 'string')
    .reduce((length, { start, end }) => length - (end - start) + anAddress, text.length);
}

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
