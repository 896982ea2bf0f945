import type { PostKind } from './post.ts';
import type { Switches } from './switches.ts';

interface Content {
  readonly kind: PostKind;
  readonly title?: string;
  readonly body: string;
  readonly tags?: readonly string[];
}

const maxBody: Readonly<Record<PostKind, number>> = {
  article: 100_000,
  question: 30_000,
  answer: 30_000,
};
const maxTags: Readonly<Record<PostKind, number>> = { article: 4, question: 5, answer: 0 };
const maxTagLength = 35;
// eslint-disable-next-line no-control-regex
const forbiddenInTag = /[\s\u0000-\u001f\u007f<>&"'`()[\]{}\\/_=~|^@$%*?!,;]/u;

/** Says in one sentence which limit a text breaks, or null. Lengths are in UTF-16 units. */
export function brokenLimit(content: Content, switches: Switches): string | null {
  const { kind, title, body, tags } = content;
  if (title !== undefined && title.length > 150)
    return 'Title cannot be longer than 150 characters.';
  if (title !== undefined && title.length < switches.minTitle)
    return `Title must be at least ${switches.minTitle} characters.`;
  if (body.length > maxBody[kind])
    return `Body is limited to ${maxBody[kind]} characters; you entered ${body.length}.`;
  if (body.length < switches.minBody)
    return `Body must be at least ${switches.minBody} characters; you entered ${body.length}.`;
  return tags === undefined ? null : brokenTagLimit(tags, maxTags[kind]);
}

function brokenTagLimit(tags: readonly string[], most: number): string | null {
  if (tags.length === 0) return 'Please enter at least one tag.';
  if (tags.length > most) return `Please enter no more than ${most} tags.`;
  for (const tag of tags) {
    if (tag === '') return 'A tag cannot be empty.';
    if (tag.length > maxTagLength)
      return `The tag '${tag}' is longer than ${maxTagLength} characters.`;
    if (forbiddenInTag.test(tag))
      return `The tag '${tag}' contains characters that are not allowed.`;
  }
  return null;
}

/** The names that the site stores: lower case, synonyms replaced, each once. */
export function storedTags(tags: readonly string[], synonyms: Switches['synonyms']): string[] {
  const names = tags.map((tag) => {
    const name = tag.toLowerCase();
    return Object.hasOwn(synonyms, name) ? (synonyms[name] ?? name).toLowerCase() : name;
  });
  return [...new Set(names)];
}
