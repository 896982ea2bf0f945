import { quoted } from '../../markdown/quoted.ts';
import type { ComparingRule } from '../rule.ts';

export const duplicateId: ComparingRule = {
  id: 'duplicate-id',
  severity: 'error',
  fixed: true,
  about: 'No two sources have one key; none of them is published.',
  check(draft, context) {
    const others = context.sameKey(draft);
    if (others === null) return null;
    return {
      message: `The source key ${quoted(draft.key)} is also that of ${others}, expected one source for a key.`,
      remedy: 'Give each source an `id` of its own.',
    };
  },
};

export const duplicateTitle: ComparingRule = {
  id: 'duplicate-title',
  severity: 'error',
  varies: true,
  about:
    'No two sources have titles that look alike; upper and lower case differ. A published source keeps its title.',
  check(draft, context) {
    const others = context.sameTitle(draft);
    if (others === null) return null;
    return {
      message: `The title ${quoted(draft.title)} is also that of ${others}, expected one source for a title.`,
      remedy: 'Give each source a title of its own.',
    };
  },
};
