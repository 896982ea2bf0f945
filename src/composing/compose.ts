import type { Draft } from '../model/draft.ts';
import { Fault } from '../model/error.ts';
import type { Hole, Permissions, PostContent } from '../model/post.ts';
import { adapt, type PlacedRemark } from './adapt.ts';
import { pictureIn, type Pictures } from './images.ts';
import type { EmojiOf, Surroundings } from './page.ts';

/** What is known of the repository that a draft is from. */
export type Repository = Pick<Surroundings, 'forge' | 'sourceAt' | 'kindOf'>;

/** A repository of which nothing is known. */
const unknown: Repository = { forge: null, sourceAt: () => null, kindOf: () => 'file' };

/** A draft as the site will hold it, and what its author is told of it. */
export interface Composed {
  readonly content: PostContent;
  readonly remarks: readonly PlacedRemark[];
  /** The Markdown files, perhaps with `#` and an anchor, that it links to: each may be a source. */
  readonly targets: readonly string[];
}

interface ComposeOptions {
  /** None are known where it is left out. */
  readonly emojiOf?: EmojiOf;
  readonly pictures?: Pictures;
  readonly repository?: Repository;
}

/**
 * Makes of a draft what the site will hold. `permissions` are the draft's editors in ids of the site;
 * null where they are not managed. A question has none.
 */
export function compose(
  draft: Draft,
  permissions: Permissions | null,
  { pictures = { on: 'site' }, repository = unknown, emojiOf = () => null }: ComposeOptions = {},
): Composed {
  const { key, title, tags, provenance } = draft;
  const around = {
    ...repository,
    emojiOf,
    key,
    title,
    file: provenance.kind === 'file' ? provenance.path : null,
  };
  const fitted = (field: Hole['field'], text: string) =>
    adapt(text, { field, around, pictureAt: pictureIn(draft, field, pictures) });
  const body = fitted('body', draft.body);
  if (draft.kind === 'article') {
    if (draft.type === null) throw incomplete(draft, 'an article without a type');
    const { remarks, targets, text, holes } = body;
    const article = { kind: 'article', title, body: text, tags, type: draft.type } as const;
    return { content: { ...article, permissions, ...withHoles(holes) }, remarks, targets };
  }
  if (draft.answer === null) throw incomplete(draft, 'a question without an answer');
  const answer = fitted('answer', draft.answer);
  const question = { kind: 'question', title, body: body.text, tags, answer: answer.text } as const;
  return {
    content: { ...question, ...withHoles([...body.holes, ...answer.holes]) },
    remarks: [...body.remarks, ...answer.remarks],
    targets: [...body.targets, ...answer.targets],
  };
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
