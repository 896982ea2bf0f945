import { groups, personById, type Group, type Person, type Token } from '../people.ts';
import type { Post, StoredAnswer, StoredArticle, StoredQuestion, Tag } from '../post.ts';
import type { StackSite } from '../stack-site.ts';
import { htmlEncode } from '../html-encode.ts';
import { mayEdit } from '../changes.ts';
import { bodyHtml } from '../body-html.ts';
import { spellDate } from '../spell-date.ts';
import type { Switches } from '../switches.ts';

type Model = Record<string, unknown>;

function encoded(text: string, encoding: Switches['titleEncoding']): string {
  if (encoding === 'raw') return text;
  return encoding === 'once' ? htmlEncode(text) : htmlEncode(htmlEncode(text));
}

export function personModel(site: StackSite, person: Person): Model {
  return {
    id: person.id,
    accountId: person.accountId,
    name: person.name,
    avatarUrl: `${site.origin}/assets/avatar.svg`,
    webUrl: `${site.pages}/users/${person.id}`,
    reputation: person.reputation,
    role: person.role,
  };
}

/** The e-mail address is for administrators and the person alone. */
export function personDetails(site: StackSite, person: Person, reader: Person): Model {
  const open = reader.role === 'Moderator' || reader.id === person.id;
  return {
    ...personModel(site, person),
    communities: [],
    externalId: null,
    department: null,
    jobTitle: null,
    email: open ? person.email : null,
  };
}

function personOf(site: StackSite, id: number): Model | null {
  const person = personById(id);
  return person === null ? null : personModel(site, person);
}

export function groupModel(site: StackSite, group: Group): Model {
  return {
    id: group.id,
    name: group.name,
    description: group.description,
    users: group.members.map((id) => personOf(site, id)),
  };
}

export function tagModel(site: StackSite, tag: Tag): Model {
  return {
    id: tag.id,
    name: tag.name,
    description: '',
    postCount: tag.posts,
    subjectMatterExpertCount: 0,
    watcherCount: 0,
    creationDate: spellDate(tag.created, site.switches.dates),
    hasSynonyms: Object.values(site.switches.synonyms).includes(tag.name),
    webUrl: `${site.pages}/tags/${encodeURIComponent(tag.name)}`,
  };
}

function tagModels(site: StackSite, names: readonly string[]): Model[] {
  return names.flatMap((name) => {
    const tag = site.posts.tag(name);
    return tag === null ? [] : [tagModel(site, tag)];
  });
}

async function common(site: StackSite, post: StoredArticle | StoredQuestion): Promise<Model> {
  const url =
    post.kind === 'article' ? `${site.pages}/articles/${post.id}` : `${site.pages}/q/${post.id}`;
  return {
    id: post.id,
    title: encoded(post.title, site.switches.titleEncoding),
    tags: tagModels(site, post.tags),
    owner: personOf(site, post.owner),
    ...(post.lastEditor === null ? {} : { lastEditor: personOf(site, post.lastEditor) }),
    creationDate: spellDate(post.created, site.switches.dates),
    lastActivityDate: spellDate(post.activity, site.switches.dates),
    score: 0,
    viewCount: 0,
    webUrl: url,
    shareUrl: url,
    isDeleted: post.deleted !== null,
    isObsolete: false,
    isClosed: false,
    body: await bodyHtml(post, site.switches.html),
  };
}

function markdown(site: StackSite, post: Post): Model {
  return { bodyMarkdown: encoded(post.body, site.switches.bodyEncoding) };
}

export async function articleSummary(site: StackSite, article: StoredArticle): Promise<Model> {
  return { ...(await common(site, article)), type: article.type };
}

export async function articleModel(
  site: StackSite,
  article: StoredArticle,
  reader: Token,
): Promise<Model> {
  const { editableBy, users, groups: ids } = article.permissions;
  return {
    communities: [],
    ...(await articleSummary(site, article)),
    ...markdown(site, article),
    userIsFollowing: false,
    userHasUpvoted: false,
    userHasDownvoted: false,
    userCanEdit: mayEdit(site, reader.person, article),
    permissions: {
      editableBy,
      editorUsers: users.map((id) => personOf(site, id)),
      editorUserGroups: groups
        .filter((group) => ids.includes(group.id))
        .map((group) => groupModel(site, group)),
    },
    ...(site.switches.expirationDate ? { expirationDate: article.expires } : {}),
  };
}

export async function questionSummary(site: StackSite, question: StoredQuestion): Promise<Model> {
  const answers = question.answers.filter((id) => site.posts.get('answer', id)?.deleted === null);
  // `isAnswered` means an upvoted answer, and nobody votes here.
  return { ...(await common(site, question)), isAnswered: false, answerCount: answers.length };
}

export async function questionModel(site: StackSite, question: StoredQuestion): Promise<Model> {
  return {
    communities: [],
    ...(await questionSummary(site, question)),
    ...markdown(site, question),
    mentionedUsers: [],
    mentionedUserGroups: [],
    userIsFollowing: false,
    userHasUpvoted: false,
    userHasDownvoted: false,
    userHasBookmarked: false,
  };
}

export async function answerSummary(
  site: StackSite,
  answer: StoredAnswer,
  accepted: boolean,
): Promise<Model> {
  const dates = site.switches.dates;
  const url = `${site.pages}/a/${answer.question}/${answer.id}`;
  const editor = answer.lastEditor === null ? null : personOf(site, answer.lastEditor);
  return {
    id: answer.id,
    questionId: answer.question,
    body: await bodyHtml(answer, site.switches.html),
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
    owner: personOf(site, answer.owner),
    ...(editor === null ? {} : { lastEditor: editor }),
    lastActivityUser: editor ?? personOf(site, answer.owner),
    commentCount: 0,
    webUrl: url,
    shareLink: url,
    userCanFollow: true,
    canBeFollowed: true,
    isSubjectMatterExpert: false,
  };
}

export async function answerModel(
  site: StackSite,
  answer: StoredAnswer,
  accepted: boolean,
): Promise<Model> {
  return { ...(await answerSummary(site, answer, accepted)), ...markdown(site, answer) };
}
