import type { PostKind } from '../../model/draft.ts';
import type { Rule } from '../rule.ts';
import { aPost, textsOf } from '../texts.ts';

const limits: Record<PostKind, number> = { article: 100_000, question: 30_000 };

export const bodyTooLong: Rule = {
  id: 'body-too-long',
  severity: 'error',
  fixed: true,
  about: `The text of an article has at most ${limits.article} characters, the texts of a question and its answer ${limits.question} each.`,
  check(draft) {
    const limit = limits[draft.kind];
    return textsOf(draft)
      .filter(({ text }) => text.length > limit)
      .map(({ name, text }) => ({
        message: `The ${name} has ${text.length} characters, expected at most ${limit} in ${aPost[draft.kind]}.`,
        remedy: 'Split the text into several sources.',
      }));
  },
};
