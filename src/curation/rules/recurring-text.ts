import type { Rule } from '../rule.ts';

export const recurringText: Rule = {
  id: 'recurring-text',
  severity: 'error',
  fixed: false,
  about: 'No two sources say the same; only the first of them is published.',
  check(draft, context) {
    const other = context.sameText(draft);
    if (other === null) return [];
    return [
      {
        message: `The text is also that of ${other}, expected one source for a text.`,
        remedy: 'Write what is new in this source, or remove its mark.',
      },
    ];
  },
};
