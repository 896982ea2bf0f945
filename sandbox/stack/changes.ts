import type { Person } from './people.ts';
import { groups } from './people.ts';
import type {
  ApiArticleType,
  Post,
  StoredAnswer,
  StoredArticle,
  StoredPermissions,
  StoredQuestion,
} from './post.ts';
import type { StackSite } from './stack-site.ts';
import { storedTags } from './limits.ts';
import { storedText } from './stored-text.ts';

export interface ArticleInput {
  readonly title: string;
  readonly body: string;
  readonly tags: readonly string[];
  readonly type: ApiArticleType;
  readonly permissions: StoredPermissions;
  readonly expires: string | null;
}

export interface QuestionInput {
  readonly title: string;
  readonly body: string;
  readonly tags: readonly string[];
}

export const everyone: StoredPermissions = { editableBy: 'everyone', users: [], groups: [] };

/** The instant of a change; `at` is given where the change became due earlier. */
function tick(site: StackSite, at: number | null): number {
  return site.clock.tick(at, site.switches.sharedInstants);
}

function fresh(site: StackSite, owner: Person, body: string, now: number) {
  return {
    id: site.posts.newId(),
    body: storedText(body, site.switches),
    owner: owner.id,
    lastEditor: null,
    created: now,
    activity: now,
    edited: null,
    deleted: null,
    locked: false,
  };
}

export function createArticle(
  site: StackSite,
  owner: Person,
  input: ArticleInput,
  at: number | null = null,
): StoredArticle {
  const now = tick(site, at);
  const article: StoredArticle = {
    kind: 'article',
    ...fresh(site, owner, input.body, now),
    title: input.title,
    tags: storedTags(input.tags, site.switches.synonyms),
    type: input.type,
    permissions: input.permissions,
    expires: input.expires,
  };
  site.posts.put(article, now);
  return article;
}

export function createQuestion(
  site: StackSite,
  owner: Person,
  input: QuestionInput,
  at: number | null = null,
): StoredQuestion {
  const now = tick(site, at);
  const question: StoredQuestion = {
    kind: 'question',
    ...fresh(site, owner, input.body, now),
    title: input.title,
    tags: storedTags(input.tags, site.switches.synonyms),
    answers: [],
    accepted: null,
  };
  site.posts.put(question, now);
  return question;
}

export function createAnswer(
  site: StackSite,
  owner: Person,
  question: StoredQuestion,
  body: string,
  at: number | null = null,
): StoredAnswer {
  const now = tick(site, at);
  const answer: StoredAnswer = {
    kind: 'answer',
    ...fresh(site, owner, body, now),
    question: question.id,
  };
  site.posts.put(answer, now);
  site.posts.put({ ...question, answers: [...question.answers, answer.id], activity: now }, now);
  return answer;
}

/** What an edit may change; members that the kind of post does not have are ignored. */
export type PostEdit = Partial<ArticleInput>;

/** Edits a post as somebody, and returns its new version. */
export function editPost<P extends Post>(
  site: StackSite,
  editor: Person,
  post: P,
  edit: PostEdit,
  at: number | null = null,
): P {
  const now = tick(site, at);
  const { body, tags, ...rest } = edit;
  const known = Object.entries(rest).filter(([name, value]) => name in post && value !== undefined);
  const next: P = {
    ...post,
    ...Object.fromEntries(known),
    ...(body === undefined ? {} : { body: storedText(body, site.switches) }),
    ...(tags === undefined || post.kind === 'answer'
      ? {}
      : { tags: storedTags(tags, site.switches.synonyms) }),
    lastEditor: editor.id,
    edited: now,
    activity: now,
  };
  site.posts.put(next, now);
  if (next.kind === 'answer' && site.switches.answerEditBumps) bump(site, next.question, now);
  return next;
}

/** Accepts an answer in the place of the one accepted before; null accepts none. */
export function acceptAnswer(
  site: StackSite,
  question: StoredQuestion,
  answer: number | null,
  at: number | null = null,
): void {
  const now = tick(site, at);
  site.posts.put({ ...question, accepted: answer, activity: now }, now);
}

/** Deletes a post softly, or brings it back. A deletion is no activity. */
export function setDeleted(
  site: StackSite,
  post: Post,
  deleted: boolean,
  at: number | null = null,
): void {
  const now = tick(site, at);
  site.posts.put({ ...post, deleted: deleted ? now : null }, now);
}

export function setLocked(site: StackSite, post: Post, locked: boolean): void {
  site.posts.put({ ...post, locked }, tick(site, null));
}

function bump(site: StackSite, id: number, now: number): void {
  const question = site.posts.get('question', id);
  if (question !== null) site.posts.put({ ...question, activity: now }, now);
}

/** Whether somebody may edit a post. A lock stops everyone but administrators. */
export function mayEdit(site: StackSite, person: Person, post: Post): boolean {
  if (person.role === 'Moderator') return true;
  if (post.locked) return false;
  if (post.owner === person.id || site.switches.editing === 'everyone') return true;
  if (site.switches.editing === 'owner') return false;
  if (post.kind !== 'article' || post.permissions.editableBy === 'everyone') return true;
  if (post.permissions.editableBy === 'ownerOnly') return false;
  return (
    post.permissions.users.includes(person.id) ||
    groups.some(
      (group) => post.permissions.groups.includes(group.id) && group.members.includes(person.id),
    )
  );
}

/** Whether somebody owns a post or administers the site. */
export function mayManage(person: Person, post: Post): boolean {
  return person.role === 'Moderator' || post.owner === person.id;
}
