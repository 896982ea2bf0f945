import type { Draft } from '../model/draft.ts';
import { Fault } from '../model/error.ts';
import type { Hole, Permissions, PostContent } from '../model/post.ts';
import { imageSplices, type Pictures } from './images.ts';
import { spliced } from './splice.ts';

/**
 * Makes of a draft what the site will hold. `permissions` are the draft's editors in ids of the site;
 * null where they are not managed. A question has none.
 */
export function compose(
  draft: Draft,
  permissions: Permissions | null,
  pictures: Pictures = { on: 'site' },
): PostContent {
  const { title, tags } = draft;
  const fitted = (field: Hole['field'], text: string) =>
    spliced(text, field, imageSplices(draft, field, pictures));
  const { text: body, holes } = fitted('body', draft.body);
  if (draft.kind === 'article') {
    if (draft.type === null) throw incomplete(draft, 'an article without a type');
    return {
      kind: 'article',
      title,
      body,
      tags,
      type: draft.type,
      permissions,
      ...withHoles(holes),
    };
  }
  if (draft.answer === null) throw incomplete(draft, 'a question without an answer');
  const answer = fitted('answer', draft.answer);
  const all = [...holes, ...answer.holes];
  return { kind: 'question', title, body, tags, answer: answer.text, ...withHoles(all) };
}

function withHoles(holes: readonly Hole[]): Pick<PostContent, 'holes'> {
  return holes.length > 0 ? { holes } : {};
}

function incomplete({ key, place }: Draft, seen: string): Fault {
  return new Fault('internal', 'internal', `Cannot compose ${key}: it is ${seen}.`, {
    remedy: 'Report this as a bug.',
    place,
  });
}
