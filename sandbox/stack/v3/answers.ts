import { acceptAnswer, createAnswer, editPost, mayManage } from '../changes.ts';
import { brokenLimit } from '../limits.ts';
import type { StoredAnswer, StoredQuestion } from '../post.ts';
import { domainProblem, forbidden, notFound } from '../problem.ts';
import { editable, idOf, visible } from './access.ts';
import type { Answer, Call, Operation } from './call.ts';
import { deletePost } from './delete-post.ts';
import { answerModel, answerSummary } from './models.ts';
import { pageOf } from './page-of.ts';
import { readBody } from './read-body.ts';
import { sortOrders } from './select-posts.ts';
import { nothing, writeOperation } from './write-operation.ts';

const sorts = ['score', 'modified', 'creation'] as const;

export const answers: readonly Operation[] = [
  {
    method: 'GET',
    path: 'questions/*/answers',
    run: (call) => {
      const { stack, query } = call;
      const question = questionOf(call);
      const sort = query.choice('sort', sorts, 'score');
      const order = query.choice('order', sortOrders, 'desc');
      query.paging();
      const rank = (answer: StoredAnswer): number =>
        sort === 'score' ? 0 : sort === 'creation' ? answer.created : answer.activity;
      const list = question.answers
        .flatMap((id) => stack.posts.get('answer', id) ?? [])
        .filter((answer) => answer.deleted === null)
        .sort((a, b) => rank(a) - rank(b) || a.id - b.id);
      if (order === 'desc') list.reverse();
      return {
        status: 200,
        json: () =>
          pageOf(query, list, sort, order, (answer) =>
            answerSummary(stack, answer, question.accepted === answer.id),
          ),
      };
    },
  },
  {
    method: 'GET',
    path: 'questions/*/answers/*',
    run: (call) => {
      const question = questionOf(call);
      const answer = answerOf(call, question);
      const accepted = question.accepted === answer.id;
      return { status: 200, json: () => answerModel(call.stack, answer, accepted) };
    },
  },
  writeOperation(
    'POST',
    'questions/*/answers',
    bindAnswer,
    checkAnswer('created'),
    (call, body) => {
      const id = idOf(call, 0, 'questionId');
      const question = call.stack.posts.get('question', id);
      if (question === null || question.deleted !== null) throw notFound('Question', id);
      if (question.locked && call.token.person.role !== 'Moderator') throw forbidden();
      const answer = createAnswer(call.stack, call.token.person, question, body, call.at);
      return { status: 201, json: () => answerModel(call.stack, answer, false) };
    },
  ),
  writeOperation(
    'PUT',
    'questions/*/answers/*',
    bindAnswer,
    checkAnswer('updated'),
    (call, body) => {
      const question = questionOf(call);
      const before = editable(call, 'answer', answerOf(call, question).id);
      const answer = editPost(call.stack, call.token.person, before, { body }, call.at);
      const accepted = question.accepted === answer.id;
      return { status: 200, json: () => answerModel(call.stack, answer, accepted) };
    },
  ),
  writeOperation('DELETE', 'questions/*/answers/*', nothing, nothing, (call) => {
    const question = questionOf(call);
    const id = idOf(call, 1, 'answerId');
    const answer = call.stack.posts.get('answer', id);
    return deletePost(call, 'answer', id, answer?.question === question.id ? answer : null);
  }),
  writeOperation('POST', 'questions/*/answers/*/accept', nothing, nothing, (call) =>
    setAccepted(call, true),
  ),
  writeOperation('DELETE', 'questions/*/answers/*/accept', nothing, nothing, (call) =>
    setAccepted(call, false),
  ),
];

/** Accepts an answer or takes that back: for the question's owner and for moderators. */
function setAccepted(call: Call, accepted: boolean): Answer {
  const question = questionOf(call);
  const answer = answerOf(call, question);
  if (question.deleted !== null) throw notFound('Question', question.id);
  if (answer.deleted !== null) throw notFound('Answer', answer.id);
  if (!mayManage(call.token.person, question)) throw forbidden();
  // Saying again what holds already changes nothing, and is no activity.
  if ((question.accepted === answer.id) !== accepted)
    acceptAnswer(call.stack, question, accepted ? answer.id : null, call.at);
  return { status: 200, json: () => answerSummary(call.stack, answer, accepted) };
}

function questionOf(call: Call): StoredQuestion {
  return visible(call, 'question', idOf(call, 0, 'questionId'));
}

function answerOf(call: Call, question: StoredQuestion): StoredAnswer {
  const id = idOf(call, 1, 'answerId');
  const answer = visible(call, 'answer', id);
  if (answer.question !== question.id) throw notFound('Answer', id);
  return answer;
}

function bindAnswer(call: Call): string {
  const members = readBody(call);
  const body = members.text('body');
  members.refuse();
  return body;
}

function checkAnswer(outcome: 'created' | 'updated') {
  return (call: Call, body: string): void => {
    const detail = brokenLimit({ kind: 'answer', body }, call.stack.switches);
    if (detail !== null)
      throw domainProblem(400, 'answers/ValidationErrors', `Answer not ${outcome}`, detail);
  };
}
