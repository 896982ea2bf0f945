import {
  acceptAnswer,
  createAnswer,
  createArticle,
  createQuestion,
  editPost,
  everyone,
  mayEdit,
  mayManage,
  setDeleted,
  type QuestionInput,
} from '../changes.ts';
import { brokenLimit } from '../limits.ts';
import type { ApiArticleType, Post, PostKind, PostOf } from '../post.ts';
import { siteRefusal } from '../site-refusal.ts';
import type { Token } from '../tokens.ts';
import { articleTypeOf } from './article-types.ts';
import { oneItem, type Call, type Method, type Page } from './call.ts';
import { postModel, postPaths } from './models.ts';
import { accessDenied, badParameter, writeFailed } from './problem.ts';
import { writeMethod } from './write-method.ts';

/** What changes posts. */
export const writes: readonly Method[] = [
  writeMethod({
    path: 'articles/add',
    read: readArticle,
    commit: ({ stack, at }, content, { person }) => {
      refuseBySite(stack, person, { kind: 'article', ...content }, true);
      stack.v2.articlePace.take(person.id, stack.switches, at ?? stack.clock.now());
      const input = { ...content, permissions: everyone, expires: null };
      return one(stack, createArticle(stack, person, input, at));
    },
  }),
  writeMethod({
    path: 'articles/*/edit',
    offered: ({ articleEdit }) => articleEdit,
    read: readArticle,
    commit: (call, content, token) => {
      const { stack, at } = call;
      const before = editable(call, 'article', token);
      refuseBySite(stack, token.person, { kind: 'article', ...content }, false);
      stack.v2.articlePace.take(token.person.id, stack.switches, at ?? stack.clock.now());
      return one(stack, editPost(stack, token.person, before, content, at));
    },
  }),
  writeMethod({
    path: 'questions/add',
    read: readQuestion,
    commit: ({ stack, at }, content, { person }) => {
      refuseBySite(stack, person, { kind: 'question', ...content }, true);
      return one(stack, createQuestion(stack, person, content, at));
    },
  }),
  writeMethod({
    path: 'questions/*/edit',
    read: readQuestion,
    commit: (call, content, token) => {
      const before = editable(call, 'question', token);
      refuseBySite(call.stack, token.person, { kind: 'question', ...content }, false);
      return one(call.stack, editPost(call.stack, token.person, before, content, call.at));
    },
  }),
  writeMethod({
    path: 'questions/*/answers/add',
    read: readAnswer,
    commit: (call, body, { person }) => {
      const question = subject(call, 'question');
      if (question.locked && person.role !== 'Moderator') throw accessDenied();
      return one(call.stack, createAnswer(call.stack, person, question, body, call.at));
    },
  }),
  writeMethod({
    path: 'answers/*/edit',
    read: readAnswer,
    commit: (call, body, token) =>
      one(
        call.stack,
        editPost(call.stack, token.person, editable(call, 'answer', token), { body }, call.at),
      ),
  }),
  acceptMethod('answers/*/accept', true),
  acceptMethod('answers/*/accept/undo', false),
  ...(['article', 'question', 'answer'] as const).map(deleteMethod),
];

function refuseBySite(...asked: Parameters<typeof siteRefusal>): void {
  const sentence = siteRefusal(...asked);
  if (sentence !== null) throw writeFailed(sentence);
}

/** Accepts an answer or takes that back: for the question's owner and for moderators. */
function acceptMethod(path: string, accepted: boolean): Method {
  return writeMethod({
    path,
    offered: ({ accept }) => accept,
    read: () => null,
    commit: (call, _, { person }) => {
      const { stack, at } = call;
      const answer = subject(call, 'answer');
      const question = stack.posts.get('question', answer.question);
      if (question === null || question.deleted !== null) throw badParameter('id');
      if (!mayManage(person, question)) throw accessDenied();
      // Saying again what holds already changes nothing, and is no activity.
      if ((question.accepted === answer.id) !== accepted)
        acceptAnswer(stack, question, accepted ? answer.id : null, at);
      return one(stack, answer);
    },
  });
}

/** Deletes a post softly, for its owner and for moderators; nothing is answered. */
function deleteMethod(kind: PostKind): Method {
  return writeMethod({
    path: `${postPaths[kind]}/*/delete`,
    read: () => null,
    commit: (call, _, { person }) => {
      const post = subject(call, kind);
      if (!mayManage(person, post)) throw accessDenied();
      setDeleted(call.stack, post, true, call.at);
      return { type: kind, items: [], total: 0, page: 1, pageSize: 1 };
    },
  });
}

function one(stack: Call['stack'], post: Post): Page {
  return oneItem(postModel(stack, post));
}

/** The post that the path names. */
function subject<Kind extends PostKind>({ stack, segments }: Call, kind: Kind): PostOf<Kind> {
  const post = stack.posts.get(kind, Number(segments[0]));
  if (post === null || post.deleted !== null) throw badParameter('id');
  return post;
}

function editable<Kind extends PostKind>(call: Call, kind: Kind, { person }: Token): PostOf<Kind> {
  const post = subject(call, kind);
  if (!mayEdit(call.stack, person, post)) throw accessDenied();
  return post;
}

function readArticle(call: Call): QuestionInput & { readonly type: ApiArticleType } {
  const content = readTitled(call);
  const type = articleTypeOf(call.parameters.required('article_type'));
  if (type === null) throw badParameter('article_type');
  return checked(call, 'article', { ...content, type });
}

function readQuestion(call: Call): QuestionInput {
  return checked(call, 'question', readTitled(call));
}

function readAnswer(call: Call): string {
  refusePreview(call);
  return checked(call, 'answer', { body: call.parameters.required('body') }).body;
}

function readTitled(call: Call): QuestionInput {
  refusePreview(call);
  const { parameters } = call;
  return {
    title: parameters.required('title'),
    body: parameters.required('body'),
    tags: tagsIn(parameters.required('tags')),
  };
}

/** Commas, semicolons and blanks all separate tags. */
function tagsIn(text: string): string[] {
  return text.split(/[\s,;]+/).filter((tag) => tag !== '');
}

/** The sandbox does not know what a preview answers, and must not post one. */
function refusePreview({ parameters }: Call): void {
  if (parameters.flag('preview')) throw badParameter('preview');
}

function checked<Content extends { readonly body: string }>(
  { stack }: Call,
  kind: PostKind,
  content: Content,
): Content {
  const sentence = brokenLimit({ kind, ...content }, stack.switches);
  if (sentence !== null) throw writeFailed(sentence);
  return content;
}
