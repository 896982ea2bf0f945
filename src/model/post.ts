import { visibleText } from './visible-text.ts';
import { digestOf, type Digest } from './digest.ts';
import type { ArticleType, PostKind } from './draft.ts';

/** Who may edit an article, in ids of the site. */
export interface Permissions {
  readonly editableBy: 'everyone' | 'owner' | 'specific';
  readonly users: readonly number[];
  readonly groups: readonly number[];
}

/**
 * A place in a composed text where an address goes. The text names what the address is of; the address
 * itself comes in when the text is written.
 */
export interface Hole {
  readonly field: 'body' | 'answer';
  /** The offset in the field, in UTF-16 units. */
  readonly at: number;
  /** What the address is of: a source key, or `image:sha256:…`. */
  readonly for: string;
  /** The address on the forge, for a target that has none of its own; an image has no such. */
  readonly else?: string;
}

interface TitledText {
  readonly title: string;
  readonly body: string;
  readonly tags: readonly string[];
  /** Absent where there are none. */
  readonly holes?: readonly Hole[];
}

export interface ArticleContent extends TitledText {
  readonly kind: 'article';
  readonly type: ArticleType;
  /** Null: not managed. A new article is open to everyone, an existing one keeps what it has. */
  readonly permissions: Permissions | null;
}

export interface QuestionContent extends TitledText {
  readonly kind: 'question';
  /** The text of the accepted answer. */
  readonly answer: string;
}

/** Everything about a post that we manage, as Markdown within the site's limits. */
export type PostContent = ArticleContent | QuestionContent;

/** Names a post on the site. A question also names its accepted answer, once it has one. */
export interface PostRef {
  readonly kind: PostKind;
  readonly id: number;
  readonly answer?: number;
}

/** A moment by the site's own clock, in milliseconds since 1970 UTC. */
export type Instant = number;

/** The digest of what a post or a draft says without its title and tags, as a reader tells it from others. */
export function textDigest({
  body,
  answer = null,
}: {
  body: string;
  answer?: string | null;
}): Digest {
  return digestOf({
    body: visibleText(body),
    answer: answer === null ? null : visibleText(answer),
  });
}

/** What a record says of its base once that is `content`, composed of a text with the digest `text`. */
export function baseOf(
  content: PostContent,
  text: Digest | null = null,
): {
  readonly base: Digest;
  readonly title: string;
  readonly text: Digest;
} {
  return { base: digestOf(content), title: content.title, text: text ?? textDigest(content) };
}

/** A content as its first write sends it: a question comes without its answer. */
export function withoutAnswer(content: PostContent): PostContent {
  return content.kind === 'question' ? withAnswerOf(content, { answer: '' }) : content;
}

/** A question with the answer of another one, and what is in its holes. */
export function withAnswerOf(
  { holes: own = [], ...question }: QuestionContent,
  { answer, holes: others = [] }: Pick<QuestionContent, 'answer' | 'holes'>,
): QuestionContent {
  const isAnswers = ({ field }: Hole) => field === 'answer';
  const holes = [...own.filter((hole) => !isAnswers(hole)), ...others.filter(isAnswers)];
  return { ...question, answer, ...(holes.length > 0 && { holes }) };
}
