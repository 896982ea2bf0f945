import { isObject } from '../../model/is-object.ts';
import { endOfHour } from './limit-of.ts';
import {
  forbidden,
  LimitSpent,
  notFound,
  TookTooLong,
  unexpectedAnswer,
  type AnswerContext,
  type Asked,
} from './to-fault.ts';

interface GraphqlContext extends AnswerContext {
  readonly mayMiss: (path: readonly unknown[]) => boolean;
}

/** Reads the data of an answer of GraphQL, which tells of refusals under status 200. Throws a `Fault`. */
export function readGraphql(
  whole: unknown,
  headers: Readonly<Record<string, unknown>>,
  asked: Asked,
  at: GraphqlContext,
): object {
  const { data = null, errors = [] } = isObject(whole) ? whole : {};
  if (!isObject(whole) || !Array.isArray(errors)) throw unexpectedAnswer(asked, at);
  for (const error of errors as readonly unknown[]) {
    const { type, message, path } = isObject(error) ? error : {};
    const seen = typeof message === 'string' ? message.slice(0, 200) : 'no reason given';
    if (type === 'RATE_LIMITED') throw new LimitSpent(asked, endOfHour(headers, at.now));
    if (type === 'NOT_FOUND') {
      if (Array.isArray(path) && at.mayMiss(path)) continue;
      throw notFound(asked, seen);
    }
    if (type === 'FORBIDDEN' || type === 'INSUFFICIENT_SCOPES') throw forbidden(asked, seen);
    throw new TookTooLong(asked, seen);
  }
  if (!isObject(data)) throw unexpectedAnswer(asked, at);
  return data;
}
