import type { Rule } from '../rule.ts';

export const similarText: Rule = {
  id: 'similar-text',
  severity: 'warning',
  fixed: false,
  about: 'No two longer texts say nearly the same.',
  check(draft, context) {
    const other = context.similarText(draft);
    if (other === null) return [];
    return [
      {
        message: `The text is nearly that of ${other}, expected one source for a text.`,
        remedy: 'Write what is new in this source, or remove the mark of one of them.',
      },
    ];
  },
};
