import type { Account } from '../../../model/destination.ts';
import type { ArticleType, PostKind } from '../../../model/draft.ts';
import type { ArticleContent, Permissions, PostContent, PostRef } from '../../../model/post.ts';
import type { PostSummary, SiteAnswer, SitePost } from '../../../ports/site.ts';
import { isObject } from '../../../model/is-object.ts';
import { isId, isUserId } from '../ids.ts';
import { parseDate } from '../parse-date.ts';

/** An object of the site's, of which nothing is certain. */
export type Model = Readonly<Record<string, unknown>>;

const types: Readonly<Record<string, ArticleType>> = {
  knowledgeArticle: 'knowledge-article',
  howToGuide: 'how-to-guide',
  announcement: 'announcement',
  policy: 'policy',
};

const editableBy: Readonly<Record<string, Permissions['editableBy']>> = {
  everyone: 'everyone',
  ownerOnly: 'owner',
  specificEditors: 'specific',
};

/** Reads an item of a list; null where a field is missing that nothing can do without. */
export function toSummary(
  kind: PostKind,
  value: unknown,
  urlOf: (ref: PostRef) => string,
): PostSummary | null {
  if (!isObject(value)) return null;
  const { id, title } = value;
  const created = parseDate(value['creationDate']);
  const activity = parseDate(value['lastActivityDate']) ?? created;
  if (!isId(id) || typeof title !== 'string' || activity === null) return null;
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
  const { bodyMarkdown, tags, type, owner, userCanEdit, expirationDate, permissions } = value;
  if (typeof bodyMarkdown !== 'string') return null;
  return {
    ...summary,
    ref: { kind: ref.kind, id: summary.id, ...(ref.answer && { answer: ref.answer }) },
    body: bodyMarkdown,
    tags: namesOf(tags),
    type: typeof type === 'string' ? (own(types, type) ?? null) : null,
    permissions: ref.kind === 'article' ? toPermissions(permissions) : null,
    owner: toAccount(owner),
    lastEditor: toAccount(value['lastEditor']),
    editable: userCanEdit !== false,
    answer: null,
    // An update without these would take them away; not every site knows the first.
    echo: {
      ...(expirationDate !== undefined && { expirationDate }),
      ...(isObject(permissions) && { permissions: sentPermissions(permissions) }),
    },
  };
}

/** Reads an answer; null where a field is missing that nothing can do without. */
export function toAnswer(value: Model): SiteAnswer | null {
  const { id, bodyMarkdown, owner, isAccepted } = value;
  if (!isId(id) || typeof bodyMarkdown !== 'string') return null;
  return {
    id,
    body: bodyMarkdown,
    activity: parseDate(value['lastActivityDate']),
    owner: toAccount(owner),
    lastEditor: toAccount(value['lastEditor']),
    accepted: isAccepted === true,
  };
}

function toAccount(value: unknown): Account | null {
  if (!isObject(value) || !isUserId(value['id'])) return null;
  const { id, name } = value;
  return { id, name: typeof name === 'string' ? name : `user ${id}` };
}

/** Writes a post as the site takes it, a question without its answer. `current` is what it replaces. */
export function fromContent(content: PostContent, current: SitePost | null): Model {
  if (content.kind === 'article') return fromArticle(content, current);
  const { title, body, tags } = content;
  return { ...current?.echo, title, body, tags };
}

function fromArticle(content: ArticleContent, current: SitePost | null): Model {
  const { title, body, tags, type } = content;
  // What nobody manages goes back as it came, also in words that we do not know.
  const permissions = content.permissions ?? (current ? null : openToAll);
  return {
    ...current?.echo,
    title,
    body,
    tags,
    type: keyOf(types, type),
    ...(permissions && {
      permissions: {
        editableBy: keyOf(editableBy, permissions.editableBy),
        editorUserIds: permissions.users,
        editorUserGroupIds: permissions.groups,
      },
    }),
  };
}

/** Permissions as they are read, in the form in which they are sent. */
function sentPermissions(read: Model): Model {
  return {
    editableBy: read['editableBy'],
    editorUserIds: idsOf(read['editorUsers'] ?? read['editorUserIds'], isUserId),
    editorUserGroupIds: idsOf(read['editorUserGroups'] ?? read['editorUserGroupIds'], isId),
  };
}

const openToAll: Permissions = { editableBy: 'everyone', users: [], groups: [] };

function toPermissions(value: unknown): Permissions | null {
  if (!isObject(value)) return null;
  const who = typeof value['editableBy'] === 'string' ? own(editableBy, value['editableBy']) : null;
  if (!who) return null;
  return {
    editableBy: who,
    users: idsOf(value['editorUsers'] ?? value['editorUserIds'], isUserId),
    groups: idsOf(value['editorUserGroups'] ?? value['editorUserGroupIds'], isId),
  };
}

/** Reads give objects, writes take ids. */
function idsOf(value: unknown, isGood: typeof isId): number[] {
  if (!Array.isArray(value)) return [];
  return value.map((item: unknown) => (isObject(item) ? item['id'] : item)).filter(isGood);
}

function namesOf(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value
    .map((item: unknown) => (isObject(item) ? item['name'] : item))
    .filter((name) => typeof name === 'string');
}

function own<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function keyOf<Value>(table: Readonly<Record<string, Value>>, value: Value): string {
  const found = Object.entries(table).find(([, each]) => each === value);
  if (found === undefined) throw new TypeError(`no name for ${String(value)}`);
  return found[0];
}
