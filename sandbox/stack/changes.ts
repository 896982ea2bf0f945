import type { FakeStack } from './fake-stack.ts';
import { storedTags } from './limits.ts';
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
function tick(stack: FakeStack, at: number | null): number {
  return stack.clock.tick(at, stack.switches.sharedInstants);
}

/** What all posts begin with. */
function fresh(stack: FakeStack, owner: Person, body: string, now: number) {
  return {
    id: stack.posts.newId(),
    body: storedText(body, stack.switches),
    owner: owner.id,
    lastEditor: null,
    created: now,
    activity: now,
    edited: null,
    deleted: null,
    locked: false,
  };
}

/** What articles and questions begin with. */
function freshTitled(stack: FakeStack, owner: Person, input: QuestionInput, now: number) {
  return {
    ...fresh(stack, owner, input.body, now),
    title: input.title,
    tags: storedTags(input.tags, stack.switches.synonyms),
  };
}

/** Adds an article of somebody's. */
export function createArticle(
  stack: FakeStack,
  owner: Person,
  input: ArticleInput,
  at: number | null = null,
): StoredArticle {
  const now = tick(stack, at);
  const { type, permissions, expires } = input;
  const titled = freshTitled(stack, owner, input, now);
  const article: StoredArticle = { kind: 'article', ...titled, type, permissions, expires };
  stack.posts.put(article, now);
  return article;
}

/** Adds a question of somebody's. */
export function createQuestion(
  stack: FakeStack,
  owner: Person,
  input: QuestionInput,
  at: number | null = null,
): StoredQuestion {
  const now = tick(stack, at);
  const titled = freshTitled(stack, owner, input, now);
  const question: StoredQuestion = { kind: 'question', ...titled, answers: [], accepted: null };
  stack.posts.put(question, now);
  return question;
}

/** Adds an answer, which is activity of its question. */
export function createAnswer(
  stack: FakeStack,
  owner: Person,
  question: StoredQuestion,
  body: string,
  at: number | null = null,
): StoredAnswer {
  const now = tick(stack, at);
  const answer: StoredAnswer = {
    kind: 'answer',
    ...fresh(stack, owner, body, now),
    question: question.id,
  };
  stack.posts.put(answer, now);
  stack.posts.put({ ...question, answers: [...question.answers, answer.id], activity: now }, now);
  return answer;
}

/** What an edit may change; members that the kind of post does not have are ignored. */
type PostEdit = Partial<ArticleInput>;

/** Edits a post as somebody, and returns its new version. */
export function editPost<P extends Post>(
  stack: FakeStack,
  editor: Person,
  post: P,
  edit: PostEdit,
  at: number | null = null,
): P {
  const now = tick(stack, at);
  const { body, tags, ...rest } = edit;
  const known = Object.entries(rest).filter(([name, value]) => name in post && value !== undefined);
  const next: P = {
    ...post,
    ...Object.fromEntries(known),
    ...(body === undefined ? {} : { body: storedText(body, stack.switches) }),
    ...(tags === undefined || post.kind === 'answer'
      ? {}
      : { tags: storedTags(tags, stack.switches.synonyms) }),
    lastEditor: editor.id,
    edited: now,
    activity: now,
  };
  stack.posts.put(next, now);
  if (next.kind === 'answer' && stack.switches.answerEditBumps) bump(stack, next.question, now);
  return next;
}

/** Accepts an answer in the place of the one accepted before; null accepts none. */
export function acceptAnswer(
  stack: FakeStack,
  question: StoredQuestion,
  answer: number | null,
  at: number | null = null,
): void {
  const now = tick(stack, at);
  stack.posts.put({ ...question, accepted: answer, activity: now }, now);
}

/** Deletes a post softly, or brings it back. A deletion is no activity. */
export function setDeleted(
  stack: FakeStack,
  post: Post,
  deleted: boolean,
  at: number | null = null,
): void {
  const now = tick(stack, at);
  stack.posts.put({ ...post, deleted: deleted ? now : null }, now);
}

/** Locks a post or unlocks it, which is no activity. */
export function setLocked(stack: FakeStack, post: Post, locked: boolean): void {
  stack.posts.put({ ...post, locked }, tick(stack, null));
}

function bump(stack: FakeStack, id: number, now: number): void {
  const question = stack.posts.get('question', id);
  if (question !== null) stack.posts.put({ ...question, activity: now }, now);
}

/** Whether somebody may edit a post. A lock stops everyone but administrators. */
export function mayEdit(stack: FakeStack, person: Person, post: Post): boolean {
  if (person.role === 'Moderator') return true;
  if (post.locked) return false;
  if (post.owner === person.id || stack.switches.editing === 'everyone') return true;
  if (stack.switches.editing === 'owner') return false;
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
