import type { Rule } from '../rule.ts';

export const emptyTitle: Rule = {
  id: 'empty-title',
  severity: 'error',
  fixed: true,
  about: 'A source has a title.',
  check({ title }) {
    if (title.trim() !== '') return null;
    return {
      message: 'The source has no title, expected one in its front matter or a level-1 heading.',
      remedy: 'Add `title:` to the front matter, or a level-1 heading with text.',
    };
  },
};
