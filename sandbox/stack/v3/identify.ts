import type { FakeStack } from '../fake-stack.ts';
import { StackProblem } from '../problem.ts';
import type { Token } from '../tokens.ts';

/** Who asks. Throws the 401 of an unknown, expired or other team's token, and of a wrong team. */
export function identify(stack: FakeStack, team: string, authorization: string | null): Token {
  if (authorization === null || authorization === '') throw refused('Invalid access token');
  const text = /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
  if (text === undefined) throw refused('invalid bearer token');
  const token = stack.findToken(text);
  if (token === null) throw refused('Invalid access token');
  if (token.state === 'expired') throw refused('token expired');
  if (token.state === 'other-team' || team.toLowerCase() !== stack.team.toLowerCase())
    throw refused('Invalid access token');
  return token;
}

function refused(words: string): StackProblem {
  return new StackProblem(401, words);
}
