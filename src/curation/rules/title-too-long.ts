import type { Rule } from '../rule.ts';

const limit = 150;

export const titleTooLong: Rule = {
  id: 'title-too-long',
  severity: 'error',
  fixed: true,
  about: `A title has at most ${limit} characters.`,
  check({ title }) {
    if (title.length <= limit) return [];
    return [
      {
        message: `The title has ${title.length} characters, expected at most ${limit}.`,
        remedy: `Shorten the title by ${title.length - limit} characters.`,
      },
    ];
  },
};
