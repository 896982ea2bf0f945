import type { ServedRequest } from '../../exchange/inject-fault.ts';
import { htmlType, type Reply } from '../../exchange/reply.ts';
import type { FakeStack } from '../fake-stack.ts';
import { signInPage } from '../sign-in-page.ts';
import { compressed } from './compressed.ts';
import {
  backoffViolated,
  comeBackIn,
  errorIds,
  refusalOf,
  type ErrorId,
  type MethodProblem,
} from './problem.ts';

/** An answer in JSON; refusals of methods are answered with status 400. */
export function jsonAnswer(stack: FakeStack, status: number, value: object): Reply {
  const typed = stack.switches.contentType === 'sent';
  return compressed(status, value, stack.v2.countAnswer(), typed);
}

/** The answer to a request that was refused. */
export function refused(stack: FakeStack, { body }: MethodProblem): Reply {
  return jsonAnswer(stack, 400, body);
}

const banPage =
  '<!DOCTYPE html><html><head><title>Too many requests</title></head><body><h1>Too many requests</h1></body></html>\n';

/** What an address gets while it is banned. */
export function bannedFor(stack: FakeStack, seconds: number): Reply {
  if (stack.switches.ban === 'html') return { status: 403, type: htmlType, body: banPage };
  return jsonAnswer(stack, 400, refusalOf(502, comeBackIn(seconds)));
}

/**
 * What faults answer. A status below 500 is the id of an error, whose own status is 400; one above
 * is a status that the real API does not answer, but what stands before it does.
 */
export function faultReplies(stack: FakeStack): ServedRequest['refusals'] {
  const answer = (id: ErrorId, message: string, status = 400): Reply =>
    jsonAnswer(stack, status, refusalOf(id, message));
  return {
    throttled: ({ retryAfter = 10 }) =>
      answer(502, retryAfter === null ? backoffViolated : comeBackIn(retryAfter)),
    unauthorized: () => answer(402, 'access token is invalid'),
    error: ({ status }) => {
      const id = errorIds.find((known) => known === status);
      if (status !== undefined && status < 500) return answer(id ?? 400, 'an error occurred');
      return answer(status === 503 ? 503 : 500, 'an error occurred', status);
    },
    html: ({ status = 200 }) => ({ status, type: htmlType, body: signInPage }),
  };
}
