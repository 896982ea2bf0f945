import type { IncomingHttpHeaders } from 'node:http';
import type { FakeStack } from '../fake-stack.ts';
import type { Token } from '../tokens.ts';
import type { Method } from './call.ts';
import type { Parameters } from './parameters.ts';
import { accessDenied, badParameter, MethodProblem } from './problem.ts';

interface Caller {
  /** The team, or the main site of an Enterprise. */
  readonly stack: FakeStack;
  readonly token: Token | null;
}

/**
 * Who asks, and which place. Throws the refusal of a token, a key or a team. Nothing but the two
 * headers is a way in.
 */
export function identify(
  site: FakeStack,
  headers: IncomingHttpHeaders,
  parameters: Parameters,
  needs: Method['needs'],
): Caller {
  if (parameters.text('access_token') !== null)
    throw new MethodProblem(406, 'access token was sent in the query');
  const stack =
    site.tier === 'business'
      ? teamOf(site, parameters, needs)
      : mainSiteOf(site, parameters, headers['x-api-key']);
  const text = headers['x-api-access-token'];
  if (typeof text !== 'string' || text === '') {
    const open = needs === 'anyone' || (needs === 'reader' && site.tier === 'enterprise');
    if (!open) throw new MethodProblem(401, 'access token required');
    return { stack, token: null };
  }
  const token = stack.findToken(text);
  if (token?.state === 'revoked') throw new MethodProblem(406, 'access token was revoked');
  if (token === null || token.state !== 'valid')
    throw new MethodProblem(402, 'access token is invalid');
  if (stack.switches.subscription === 'free') throw accessDenied();
  return { stack, token };
}

/** Methods that are for anyone concern no team: the vendor's own client names none there. */
function teamOf(site: FakeStack, parameters: Parameters, needs: Method['needs']): FakeStack {
  const team = parameters.text('team');
  if (team === null && needs === 'anyone') return site;
  const stack = team === null ? null : site.placeOf(team);
  if (stack === null) throw badParameter('team');
  return stack;
}

/** How a private team is reached is not documented, so one that is named is refused. */
function mainSiteOf(
  site: FakeStack,
  parameters: Parameters,
  header: string | string[] | undefined,
): FakeStack {
  const key = typeof header === 'string' && header !== '' ? header : parameters.text('key');
  if (key === null) throw new MethodProblem(405, 'key required');
  if (key !== site.tokens.key) throw badParameter('key');
  const stack = site.placeOf(null);
  if (stack === null || parameters.text('team') !== null) throw badParameter('team');
  return stack;
}
