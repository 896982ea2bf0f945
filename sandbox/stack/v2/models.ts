import type { FakeStack } from '../fake-stack.ts';
import { bodyHtml } from '../html/body-html.ts';
import { personById, type Person } from '../people.ts';
import type { Post, PostKind, StoredAnswer, StoredArticle, StoredQuestion } from '../post.ts';
import { wireArticleTypes } from './article-types.ts';
import type { Model } from './call.ts';

/** The API counts in whole seconds since 1970. */
export function wireDate(instant: number): number {
  return Math.floor(instant / 1000);
}

/** A person, as posts show their owners and editors. */
function shallowUser(stack: FakeStack, id: number): Model | null {
  const person = personById(id);
  return person === null ? null : { type: 'shallow_user', fields: personFields(stack, person) };
}

/** A person, by their own methods. */
export function userModel(stack: FakeStack, person: Person): Model {
  return {
    type: 'user',
    fields: { ...personFields(stack, person), is_employee: false, creation_date: 1_600_000_000 },
  };
}

function personFields(stack: FakeStack, person: Person) {
  return {
    user_id: person.id,
    account_id: person.accountId,
    display_name: person.name,
    user_type: person.role === 'Moderator' ? 'moderator' : 'registered',
    reputation: person.reputation,
    link: `${stack.pages}/users/${person.id}/${slug(person.name)}`,
    profile_image: `${stack.origin}/assets/avatar.svg`,
  };
}

function common(stack: FakeStack, post: Post) {
  return {
    body: () => bodyHtml(post, stack.switches.html),
    body_markdown: post.body,
    owner: shallowUser(stack, post.owner),
    last_editor: post.lastEditor === null ? null : shallowUser(stack, post.lastEditor),
    creation_date: wireDate(post.created),
    last_activity_date: wireDate(post.activity),
    last_edit_date: post.edited === null ? null : wireDate(post.edited),
    score: 0,
    comment_count: 0,
  };
}

/** The store does not know since when a post is locked. */
function lockedDate(post: Post): number | null {
  return post.locked ? wireDate(post.activity) : null;
}

function articleModel(stack: FakeStack, article: StoredArticle): Model {
  return {
    type: 'article',
    fields: {
      ...common(stack, article),
      article_id: article.id,
      article_type: wireArticleTypes[article.type],
      title: article.title,
      tags: article.tags,
      view_count: 0,
      link: `${stack.pages}/articles/${article.id}/${slug(article.title)}`,
    },
  };
}

function questionLink(stack: FakeStack, { id, title }: StoredQuestion): string {
  return `${stack.pages}/questions/${id}/${slug(title)}`;
}

function questionModel(stack: FakeStack, question: StoredQuestion): Model {
  const answers = question.answers.filter((id) => stack.posts.get('answer', id)?.deleted === null);
  return {
    type: 'question',
    fields: {
      ...common(stack, question),
      question_id: question.id,
      title: question.title,
      tags: question.tags,
      // That is an upvoted answer, and nobody votes here.
      is_answered: false,
      answer_count: answers.length,
      accepted_answer_id: question.accepted,
      locked_date: lockedDate(question),
      closed_date: null,
      view_count: 0,
      link: questionLink(stack, question),
      share_link: `${stack.pages}/q/${question.id}`,
    },
  };
}

function answerModel(stack: FakeStack, answer: StoredAnswer): Model {
  const question = stack.posts.get('question', answer.question);
  return {
    type: 'answer',
    fields: {
      ...common(stack, answer),
      answer_id: answer.id,
      question_id: answer.question,
      is_accepted: question?.accepted === answer.id,
      locked_date: lockedDate(answer),
      title: question?.title ?? null,
      tags: question?.tags ?? null,
      link: question && `${questionLink(stack, question)}/${answer.id}#${answer.id}`,
      share_link: `${stack.pages}/a/${answer.question}/${answer.id}`,
    },
  };
}

/** A post with all its fields. */
export function postModel(stack: FakeStack, post: Post): Model {
  if (post.kind === 'article') return articleModel(stack, post);
  return post.kind === 'question' ? questionModel(stack, post) : answerModel(stack, post);
}

/** What the path calls each kind of post. */
export const postPaths: Readonly<Record<PostKind, string>> = {
  article: 'articles',
  question: 'questions',
  answer: 'answers',
};

/** A title as addresses show it. */
function slug(title: string): string {
  const words = title.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.join('-').slice(0, 80) || 'untitled';
}
