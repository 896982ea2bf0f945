import type { Draft } from '../model/draft.ts';
import { Fault } from '../model/error.ts';
import type { Permissions, PostContent } from '../model/post.ts';

/**
 * Makes of a draft what the site will hold. `permissions` are the draft's editors in ids of the site;
 * null where they are not managed. A question has none.
 */
export function compose(draft: Draft, permissions: Permissions | null): PostContent {
  const { title, body, tags } = draft;
  if (draft.kind === 'article') {
    if (draft.type === null) throw incomplete(draft, 'an article without a type');
    return { kind: 'article', title, body, tags, type: draft.type, permissions };
  }
  if (draft.answer === null) throw incomplete(draft, 'a question without an answer');
  return { kind: 'question', title, body, tags, answer: draft.answer };
}

function incomplete({ key, place }: Draft, seen: string): Fault {
  return new Fault('internal', 'internal', `Cannot compose ${key}: it is ${seen}.`, {
    remedy: 'Report this as a bug.',
    place,
  });
}
