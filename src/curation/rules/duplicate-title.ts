import { quoted } from '../../markdown/quoted.ts';
import type { Rule } from '../rule.ts';

export const duplicateTitle: Rule = {
  id: 'duplicate-title',
  severity: 'error',
  fixed: false,
  about: 'No two sources have exactly one title; upper and lower case differ.',
  check(draft, context) {
    const [other, ...more] = draft.title.trim() === '' ? [] : context.sameTitle(draft);
    if (other === undefined) return [];
    const names = more.length === 0 ? other : `${other} and ${more.length} more`;
    return [
      {
        message: `The title ${quoted(draft.title)} is also that of ${names}, expected one source for a title.`,
        remedy: 'Give each source a title of its own.',
      },
    ];
  },
};
