import type { Rule } from '../rule.ts';

const least = 15;

export const titleTooShort: Rule = {
  id: 'title-too-short',
  severity: 'warning',
  fixed: false,
  about: `A title has at least ${least} characters; some sites refuse a shorter one.`,
  check({ title }) {
    const { length } = title.trim();
    if (length === 0 || length >= least) return [];
    return [
      {
        message: `The title has ${length} characters, expected at least ${least}.`,
        remedy: 'Write a title that tells what the text is about.',
      },
    ];
  },
};
