import type { FakeStack } from '../fake-stack.ts';
import { forbidden, StackProblem } from '../problem.ts';
import type { Token } from '../tokens.ts';

/**
 * Who asks. Throws the 401 of a token that is unknown, expired, revoked, or of another team or the main
 * site, and the 403 of a site without an API.
 */
export function identify(stack: FakeStack, authorization: string | null): Token {
  if (authorization === null || authorization === '') throw refused();
  const text = /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
  if (text === undefined) throw refused('invalid bearer token');
  const token = stack.findToken(text);
  if (token === null) throw refused();
  if (token.state === 'expired') throw refused('token expired');
  if (token.state !== 'valid') throw refused();
  if (stack.switches.subscription === 'free') throw forbidden();
  return token;
}

/** The site's words for a token that it does not accept, or whose place it does not have. */
export function refused(words = 'Invalid access token'): StackProblem {
  return new StackProblem(401, words);
}
