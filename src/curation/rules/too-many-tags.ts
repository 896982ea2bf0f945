import type { PostKind } from '../../model/draft.ts';
import type { Rule } from '../rule.ts';
import { aPost } from '../texts.ts';

const limits: Record<PostKind, number> = { article: 4, question: 5 };

export const tooManyTags: Rule = {
  id: 'too-many-tags',
  severity: 'error',
  fixed: true,
  about: `An article has at most ${limits.article} tags, a question ${limits.question}.`,
  check({ kind, tags, tagsPlace }) {
    const limit = limits[kind];
    if (tags.length <= limit) return null;
    return {
      place: tagsPlace ?? null,
      message: `The source has ${tags.length} tags, expected at most ${limit} for ${aPost[kind]}.`,
      remedy: `Remove at least ${tags.length - limit} of the tags.`,
    };
  },
};
