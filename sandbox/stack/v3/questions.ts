import { createQuestion, editPost, type QuestionInput } from '../changes.ts';
import { brokenLimit } from '../limits.ts';
import type { StoredQuestion } from '../post.ts';
import { domainProblem, type StackProblem } from '../problem.ts';
import { siteRefusal } from '../site-refusal.ts';
import { editable, idOf, visible } from './access.ts';
import type { Call, Operation } from './call.ts';
import { deletePost } from './delete-post.ts';
import { questionModel, questionSummary } from './models.ts';
import { pageOf } from './page-of.ts';
import { readBody } from './read-body.ts';
import { selectPosts } from './select-posts.ts';
import { nothing, writeOperation } from './write-operation.ts';

export const questions: readonly Operation[] = [
  {
    method: 'GET',
    path: 'questions',
    run: ({ stack, query }) => {
      const ids = new Set(query.integers('questionId'));
      const accepted = query.flag('hasAcceptedAnswer');
      const answered = query.flag('isAnswered');
      const { list, sort, order } = selectPosts<StoredQuestion>(stack.posts, 'question', query);
      const kept = list.filter(
        (question) =>
          (ids.size === 0 || ids.has(question.id)) &&
          (accepted === null || accepted === (question.accepted !== null)) &&
          answered !== true,
      );
      return {
        status: 200,
        json: () =>
          pageOf(query, kept, sort, order, (question) => questionSummary(stack, question)),
      };
    },
  },
  {
    method: 'GET',
    path: 'questions/*',
    run: (call) => {
      const question = visible(call, 'question', idOf(call, 0, 'questionId'));
      return { status: 200, json: () => questionModel(call.stack, question) };
    },
  },
  writeOperation('POST', 'questions', bindQuestion, checkQuestion('created'), (call, content) => {
    refuseBySite(call, content, true);
    const question = createQuestion(call.stack, call.token.person, content, call.at);
    return { status: 201, json: () => questionModel(call.stack, question) };
  }),
  writeOperation('PUT', 'questions/*', bindQuestion, checkQuestion('updated'), (call, content) => {
    const before = editable(call, 'question', idOf(call, 0, 'questionId'));
    refuseBySite(call, content, false);
    const question = editPost(call.stack, call.token.person, before, content, call.at);
    return { status: 200, json: () => questionModel(call.stack, question) };
  }),
  writeOperation('DELETE', 'questions/*', nothing, nothing, (call) => {
    const id = idOf(call, 0, 'questionId');
    return deletePost(call, 'question', id, call.stack.posts.get('question', id));
  }),
];

function bindQuestion(call: Call): QuestionInput {
  const members = readBody(call);
  const input = {
    title: members.text('title'),
    body: members.text('body'),
    tags: members.texts('tags'),
  };
  members.refuse();
  return input;
}

function refuseBySite({ stack, token }: Call, content: QuestionInput, isNew: boolean): void {
  const detail = siteRefusal(stack, token.person, { kind: 'question', ...content }, isNew);
  if (detail !== null) throw invalidQuestion(isNew ? 'created' : 'updated', detail);
}

function invalidQuestion(outcome: 'created' | 'updated', detail: string): StackProblem {
  return domainProblem(400, 'questions/ValidationErrors', `Question not ${outcome}`, detail);
}

function checkQuestion(outcome: 'created' | 'updated') {
  return (call: Call, content: QuestionInput): void => {
    const detail = brokenLimit({ kind: 'question', ...content }, call.stack.switches);
    if (detail !== null) throw invalidQuestion(outcome, detail);
  };
}
