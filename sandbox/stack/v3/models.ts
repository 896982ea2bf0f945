import { mayEdit } from '../changes.ts';
import type { FakeStack } from '../fake-stack.ts';
import { bodyHtml } from '../html/body-html.ts';
import { htmlEncode } from '../html/html-encode.ts';
import { groups, personById, type Group, type Person } from '../people.ts';
import type { Post, StoredAnswer, StoredArticle, StoredQuestion, Tag } from '../post.ts';
import { spellDate } from '../spell-date.ts';
import type { Switches } from '../switches.ts';
import type { Token } from '../tokens.ts';

type Model = Record<string, unknown>;

function encoded(text: string, encoding: Switches['titleEncoding']): string {
  if (encoding === 'raw') return text;
  return encoding === 'once' ? htmlEncode(text) : htmlEncode(htmlEncode(text));
}

/** Somebody, as lists show them. */
export function personModel(stack: FakeStack, person: Person): Model {
  return {
    id: person.id,
    accountId: person.accountId,
    name: person.name,
    avatarUrl: `${stack.origin}/assets/avatar.svg`,
    webUrl: `${stack.pages}/users/${person.id}`,
    reputation: person.reputation,
    role: person.role,
  };
}

/** The e-mail address is for administrators and the person alone. */
export function personDetails(stack: FakeStack, person: Person, reader: Person): Model {
  const open = reader.role === 'Moderator' || reader.id === person.id;
  return {
    ...personModel(stack, person),
    communities: [],
    externalId: null,
    department: null,
    jobTitle: null,
    email: open ? person.email : null,
  };
}

function personOf(stack: FakeStack, id: number): Model | null {
  const person = personById(id);
  return person === null ? null : personModel(stack, person);
}

/** A user group, with its members. */
export function groupModel(stack: FakeStack, group: Group): Model {
  return {
    id: group.id,
    name: group.name,
    description: group.description,
    users: group.members.map((id) => personOf(stack, id)),
  };
}

/** The experts of a tag: people, and groups of them. */
function expertIds({ switches }: FakeStack, tag: Tag): Switches['experts'][string] {
  const { experts } = switches;
  return (Object.hasOwn(experts, tag.name) && experts[tag.name]) || { users: [], groups: [] };
}

/** How many people are experts of a tag; null where the site has none. */
export function expertCount(stack: FakeStack, tag: Tag): number | null {
  if (stack.switches.expertise === 'off') return null;
  const { users, groups: ids } = expertIds(stack, tag);
  const members = groups.filter(({ id }) => ids.includes(id)).flatMap(({ members }) => members);
  return new Set([...users, ...members]).size;
}

/** The experts of a tag, by name. */
export function expertsModel(stack: FakeStack, tag: Tag): Model {
  const { users, groups: ids } = expertIds(stack, tag);
  return {
    users: users.flatMap((id) => personOf(stack, id) ?? []),
    userGroups: groups
      .filter(({ id }) => ids.includes(id))
      .map((group) => groupModel(stack, group)),
  };
}

/** A whole tag. */
export function tagDetails(stack: FakeStack, tag: Tag): Model {
  return {
    ...tagModel(stack, tag),
    ...(stack.switches.expertise === 'on' && { subjectMatterExperts: expertsModel(stack, tag) }),
  };
}

/** A tag, as posts and the list of tags show it. */
export function tagModel(stack: FakeStack, tag: Tag): Model {
  return {
    id: tag.id,
    name: tag.name,
    description: '',
    postCount: tag.posts,
    subjectMatterExpertCount: expertCount(stack, tag),
    watcherCount: 0,
    creationDate: spellDate(tag.created, stack.switches.dates),
    hasSynonyms: Object.values(stack.switches.synonyms).includes(tag.name),
    webUrl: `${stack.pages}/tags/${encodeURIComponent(tag.name)}`,
  };
}

function tagModels(stack: FakeStack, names: readonly string[]): Model[] {
  return names.flatMap((name) => {
    const tag = stack.posts.tag(name);
    return tag === null ? [] : [tagModel(stack, tag)];
  });
}

async function common(stack: FakeStack, post: StoredArticle | StoredQuestion): Promise<Model> {
  const url =
    post.kind === 'article' ? `${stack.pages}/articles/${post.id}` : `${stack.pages}/q/${post.id}`;
  return {
    id: post.id,
    title: encoded(post.title, stack.switches.titleEncoding),
    tags: tagModels(stack, post.tags),
    owner: personOf(stack, post.owner),
    ...(post.lastEditor === null ? {} : { lastEditor: personOf(stack, post.lastEditor) }),
    creationDate: spellDate(post.created, stack.switches.dates),
    lastActivityDate: spellDate(post.activity, stack.switches.dates),
    score: 0,
    viewCount: 0,
    webUrl: url,
    shareUrl: url,
    isDeleted: post.deleted !== null,
    isObsolete: false,
    isClosed: false,
    body: await bodyHtml(post, stack.switches.html),
  };
}

function markdown(stack: FakeStack, post: Post): Model {
  return { bodyMarkdown: encoded(post.body, stack.switches.bodyEncoding) };
}

/** An article as lists show it: without its Markdown. */
export async function articleSummary(stack: FakeStack, article: StoredArticle): Promise<Model> {
  return { ...(await common(stack, article)), type: article.type };
}

/** A whole article, as somebody reads it. */
export async function articleModel(
  stack: FakeStack,
  article: StoredArticle,
  reader: Token,
): Promise<Model> {
  const { editableBy, users, groups: ids } = article.permissions;
  return {
    communities: [],
    ...(await articleSummary(stack, article)),
    ...markdown(stack, article),
    userIsFollowing: false,
    userHasUpvoted: false,
    userHasDownvoted: false,
    userCanEdit: mayEdit(stack, reader.person, article),
    permissions: {
      editableBy,
      editorUsers: users.map((id) => personOf(stack, id)),
      editorUserGroups: groups
        .filter((group) => ids.includes(group.id))
        .map((group) => groupModel(stack, group)),
    },
    ...(stack.switches.expirationDate ? { expirationDate: article.expires } : {}),
  };
}

/** A question as lists show it: without its Markdown and its answers. */
export async function questionSummary(stack: FakeStack, question: StoredQuestion): Promise<Model> {
  const answers = question.answers.filter((id) => stack.posts.get('answer', id)?.deleted === null);
  // `isAnswered` means an upvoted answer, and nobody votes here.
  return { ...(await common(stack, question)), isAnswered: false, answerCount: answers.length };
}

/** A whole question, without its answers. */
export async function questionModel(stack: FakeStack, question: StoredQuestion): Promise<Model> {
  return {
    communities: [],
    ...(await questionSummary(stack, question)),
    ...markdown(stack, question),
    mentionedUsers: [],
    mentionedUserGroups: [],
    userIsFollowing: false,
    userHasUpvoted: false,
    userHasDownvoted: false,
    userHasBookmarked: false,
  };
}

/** An answer as lists show it: without its Markdown. */
export async function answerSummary(
  stack: FakeStack,
  answer: StoredAnswer,
  accepted: boolean,
): Promise<Model> {
  const dates = stack.switches.dates;
  const url = `${stack.pages}/a/${answer.question}/${answer.id}`;
  const editor = answer.lastEditor === null ? null : personOf(stack, answer.lastEditor);
  return {
    id: answer.id,
    questionId: answer.question,
    body: await bodyHtml(answer, stack.switches.html),
    score: 0,
    isAccepted: accepted,
    isDeleted: answer.deleted !== null,
    isBookmarked: false,
    isFollowed: false,
    creationDate: spellDate(answer.created, dates),
    lockedDate: null,
    lastEditDate: answer.edited === null ? null : spellDate(answer.edited, dates),
    lastActivityDate: spellDate(answer.activity, dates),
    deletionDate: answer.deleted === null ? null : spellDate(answer.deleted, dates),
    owner: personOf(stack, answer.owner),
    ...(editor === null ? {} : { lastEditor: editor }),
    lastActivityUser: editor ?? personOf(stack, answer.owner),
    commentCount: 0,
    webUrl: url,
    shareLink: url,
    userCanFollow: true,
    canBeFollowed: true,
    isSubjectMatterExpert: false,
  };
}

/** A whole answer. */
export async function answerModel(
  stack: FakeStack,
  answer: StoredAnswer,
  accepted: boolean,
): Promise<Model> {
  return { ...(await answerSummary(stack, answer, accepted)), ...markdown(stack, answer) };
}
