import type { Account } from '../../../model/destination.ts';
import { articleTypes, type PostKind } from '../../../model/draft.ts';
import { isObject } from '../../../model/is-object.ts';
import type { Instant, PostContent, PostRef } from '../../../model/post.ts';
import type { PostSummary, SiteAnswer, SitePost } from '../../../ports/site.ts';
import { isId, isUserId } from '../ids.ts';

/** An object of the site's, of which nothing is certain. A field whose value is null is left out. */
export type Model = Readonly<Record<string, unknown>>;

/** What an object is. */
export type ModelKind = PostKind | 'answer';

/** Where objects of each kind are, as a part of a path. */
export const collections: Readonly<Record<ModelKind, string>> = {
  article: 'articles',
  question: 'questions',
  answer: 'answers',
};

/** Up to the end of the year 9999, in seconds. */
const latestSecond = 253_402_300_799;

const common = [
  'body_markdown',
  'creation_date',
  'last_activity_date',
  'last_edit_date',
  'last_editor',
  'owner',
];

/** The fields that are read of each model, and so wanted of a filter. */
const fields: Readonly<Record<string, readonly string[]>> = {
  article: ['article_id', 'article_type', 'title', 'tags', ...common],
  question: ['question_id', 'title', 'tags', 'locked_date', ...common],
  answer: ['answer_id', 'question_id', 'is_accepted', 'locked_date', ...common],
  shallow_user: ['display_name', 'user_id'],
};

const wrapperFields = [
  'backoff',
  'error_id',
  'error_message',
  'error_name',
  'has_more',
  'items',
  'quota_max',
  'quota_remaining',
  'total',
];

/** What a filter is to include, as it is asked for. */
export const includedFields: string = [
  ...wrapperFields.map((name) => `.${name}`),
  ...Object.entries(fields).flatMap(([model, names]) => names.map((name) => `${model}.${name}`)),
].join(';');

/** The id that an object has as such a kind; null where it has none. */
export function idOf(kind: ModelKind, model: Model): number | null {
  const id = model[`${kind}_id`];
  return isId(id) ? id : null;
}

/**
 * Whether objects have what every object of their kind has. What a filter of unknown origin leaves out
 * cannot be told from what there is none of.
 */
export function areWhole(kind: ModelKind, models: readonly unknown[]): boolean {
  return (
    models.every((model) => isWhole(kind, model)) &&
    // Who was deleted has no id, or is not told at all: one who is there shows that the others would be.
    areTold(models, (model) => isObject(model['owner']) && isUserId(model['owner']['user_id'])) &&
    areTold(
      models.filter((model) => isObject(model) && model['last_edit_date'] !== undefined),
      (model) => model['last_editor'] !== undefined,
    )
  );
}

function isWhole(kind: ModelKind, model: unknown): boolean {
  if (!isObject(model) || idOf(kind, model) === null) return false;
  const texts = kind === 'answer' ? ['body_markdown'] : ['body_markdown', 'title'];
  return (
    texts.every((name) => typeof model[name] === 'string') &&
    toInstant(model['creation_date']) !== null &&
    (kind === 'answer' ? typeof model['is_accepted'] === 'boolean' : Array.isArray(model['tags']))
  );
}

function areTold(models: readonly unknown[], tells: (model: Model) => boolean): boolean {
  return models.length === 0 || models.some((model) => isObject(model) && tells(model));
}

/** Reads an item of a list; null where a field is missing that nothing can do without. */
export function toSummary(
  kind: PostKind,
  value: unknown,
  urlOf: (ref: PostRef) => string,
): PostSummary | null {
  if (!isObject(value)) return null;
  const id = idOf(kind, value);
  const { title } = value;
  const created = toInstant(value['creation_date']);
  const activity = toInstant(value['last_activity_date']) ?? created;
  if (id === null || typeof title !== 'string' || activity === null) return null;
  // Not the site's own address: it holds words of the title, which need not be ours.
  return { kind, id, title, created: created ?? activity, activity, url: urlOf({ kind, id }) };
}

/** Reads a whole post; null where a field is missing that nothing can do without. */
export function toPost(
  ref: Pick<PostRef, 'kind' | 'answer'>,
  value: unknown,
  urlOf: (ref: PostRef) => string,
): SitePost | null {
  const summary = toSummary(ref.kind, value, urlOf);
  if (summary === null || !isObject(value)) return null;
  const { body_markdown: body, tags, article_type: type } = value;
  if (typeof body !== 'string') return null;
  return {
    ...summary,
    ref: { kind: ref.kind, id: summary.id, ...(ref.answer && { answer: ref.answer }) },
    body,
    tags: Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [],
    type: articleTypes.find((known) => known === type) ?? null,
    permissions: null,
    owner: toAccount(value['owner']),
    lastEditor: toAccount(value['last_editor']),
    editable: value['locked_date'] === undefined,
    answer: null,
    echo: {},
  };
}

/** Reads an answer; null where a field is missing that nothing can do without. */
export function toAnswer(value: Model): SiteAnswer | null {
  const id = idOf('answer', value);
  const { body_markdown: body, is_accepted: accepted } = value;
  if (id === null || typeof body !== 'string') return null;
  return {
    id,
    body,
    activity: toInstant(value['last_activity_date']),
    owner: toAccount(value['owner']),
    lastEditor: toAccount(value['last_editor']),
    accepted: accepted === true,
  };
}

/** Reads who somebody is; null where the account is gone. */
export function toAccount(value: unknown): Account | null {
  if (!isObject(value) || !isUserId(value['user_id'])) return null;
  const { user_id: id, display_name: name } = value;
  return { id, name: typeof name === 'string' ? name : `user ${id}` };
}

/** Writes a post as the form of a write has it, a question without its answer. */
export function fromContent(content: PostContent): Readonly<Record<string, string>> {
  const { title, body, tags } = content;
  const shared = { title, body, tags: tags.join(',') };
  return content.kind === 'article' ? { ...shared, article_type: content.type } : shared;
}

/** Reads a date, which comes in seconds since 1970. */
function toInstant(value: unknown): Instant | null {
  const isDate = Number.isSafeInteger(value) && (value as number) >= 0;
  return isDate && (value as number) <= latestSecond ? (value as number) * 1000 : null;
}
