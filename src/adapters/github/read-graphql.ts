import { isObject } from '../is-object.ts';
import {
  forbidden,
  TookTooLong,
  limited,
  notFound,
  unexpectedAnswer,
  lasting,
  type AnswerContext,
  type Asked,
  type Refused,
} from './to-fault.ts';
import { spentAt } from './limit-of.ts';
import type { GitHubAnswer } from './github-answer.ts';

interface GraphqlContext extends AnswerContext {
  readonly mayMiss: (path: readonly unknown[]) => boolean;
}

/** Reads an answer of GraphQL, which tells of refusals under status 200. */
export function readGraphql(
  { data: whole, headers }: GitHubAnswer,
  asked: Asked,
  at: GraphqlContext,
): { readonly data: object } | Refused {
  const { data = null, errors = [] } = isObject(whole) ? whole : {};
  if (!isObject(whole) || !Array.isArray(errors)) return lasting(unexpectedAnswer(asked, at));
  for (const error of errors as readonly unknown[]) {
    const { type, message, path } = isObject(error) ? error : {};
    const seen = typeof message === 'string' ? message.slice(0, 200) : 'no reason given';
    if (type === 'RATE_LIMITED') return limited(spentAt(headers, at.now).until, asked);
    if (type === 'NOT_FOUND') {
      if (Array.isArray(path) && at.mayMiss(path)) continue;
      return lasting(notFound(asked, seen));
    }
    if (type === 'FORBIDDEN' || type === 'INSUFFICIENT_SCOPES')
      return lasting(forbidden(asked, seen));
    return lasting(new TookTooLong(asked, seen));
  }
  return isObject(data) ? { data } : lasting(unexpectedAnswer(asked, at));
}
