import type { ComparingRule } from '../rule.ts';

export const recurringText: ComparingRule = {
  id: 'recurring-text',
  severity: 'error',
  varies: true,
  about:
    'No two sources say the same: what is published stays, else the first of them is published.',
  check(draft, context) {
    const other = context.sameText(draft);
    if (other === null) return null;
    return {
      message: `The text is also that of ${other}, expected one source for a text.`,
      remedy: 'Write what is new in this source, or remove its mark.',
    };
  },
};

export const similarText: ComparingRule = {
  id: 'similar-text',
  severity: 'warning',
  varies: true,
  about: 'No two longer texts that are read in one run say nearly the same.',
  check(draft, context) {
    const other = context.similarText(draft);
    if (other === null) return null;
    return {
      message: `The text is nearly that of ${other}, expected one source for a text.`,
      remedy: 'Write what is new in this source, or remove the mark of one of them.',
    };
  },
};
