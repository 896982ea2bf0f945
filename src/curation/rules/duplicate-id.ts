import { quoted } from '../../markdown/quoted.ts';
import type { Rule } from '../rule.ts';

export const duplicateId: Rule = {
  id: 'duplicate-id',
  severity: 'error',
  fixed: true,
  about: 'No two sources have one key; none of them is published.',
  check(draft, context) {
    const [other, ...more] = context.sameKey(draft);
    if (other === undefined) return [];
    const names = more.length === 0 ? other : `${other} and ${more.length} more`;
    return [
      {
        message: `The source key ${quoted(draft.key)} is also that of ${names}, expected one source for a key.`,
        remedy: 'Give each source an `id` of its own.',
      },
    ];
  },
};
