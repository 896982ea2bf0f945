import { quoted } from '../../markdown/quoted.ts';
import type { Rule } from '../rule.ts';

export const duplicateId: Rule = {
  id: 'duplicate-id',
  severity: 'error',
  fixed: true,
  about: 'No two sources have one key; none of them is published.',
  check(draft, context) {
    const others = context.sameKey(draft);
    if (others.length === 0) return null;
    return {
      message: `The source key ${quoted(draft.key)} is also that of ${listed(others)}, expected one source for a key.`,
      remedy: 'Give each source an `id` of its own.',
    };
  },
};

export const duplicateTitle: Rule = {
  id: 'duplicate-title',
  severity: 'error',
  about: 'No two sources have exactly one title; upper and lower case differ.',
  check(draft, context) {
    const others = draft.title.trim() === '' ? [] : context.sameTitle(draft);
    if (others.length === 0) return null;
    return {
      message: `The title ${quoted(draft.title)} is also that of ${listed(others)}, expected one source for a title.`,
      remedy: 'Give each source a title of its own.',
    };
  },
};

function listed([first = '', ...more]: readonly string[]): string {
  return more.length === 0 ? first : `${first} and ${more.length} more`;
}
