import type { Token } from '../people.ts';
import { Problem } from '../problem.ts';
import type { StackSite } from '../stack-site.ts';

/** Who asks. Throws the 401 of an unknown, expired or other team's token, and of a wrong team. */
export function identify(site: StackSite, team: string, authorization: string | null): Token {
  if (authorization === null || authorization === '') throw refused('Invalid access token');
  const text = /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
  if (text === undefined) throw refused('invalid bearer token');
  const token = site.tokens.get(text);
  if (token === undefined) throw refused('Invalid access token');
  if (token.state === 'expired') throw refused('token expired');
  if (token.state === 'other-team' || team.toLowerCase() !== site.team.toLowerCase())
    throw refused('Invalid access token');
  return token;
}

function refused(words: string): Problem {
  return new Problem(401, words);
}
