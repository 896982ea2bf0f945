import type { Switches } from '../switches.ts';
import type { Token } from '../tokens.ts';
import type { Call, Method, Page } from './call.ts';
import { idsIn } from './parameters.ts';
import { accessDenied, MethodProblem, noMethod } from './problem.ts';

interface WriteMethod<Content> {
  readonly path: string;
  readonly offered?: (switches: Switches) => boolean;
  /** Reads the parameters and refuses what breaks a rule of the site. */
  readonly read: (call: Call) => Content;
  /** Refuses what this account may not do to this post, and does it. */
  readonly commit: (call: Call, content: Content, token: Token) => Page;
}

/**
 * A method that changes the site. The switch says whether the token's right is looked at before
 * what was sent.
 */
export function writeMethod<Content>({ read, commit, ...method }: WriteMethod<Content>): Method {
  return {
    ...method,
    method: 'POST',
    needs: 'user',
    run: (call) => {
      if (method.path.includes('*') && idsIn(call.segments[0] ?? '')?.length !== 1)
        throw noMethod();
      if (call.stack.switches.checks === 'authorise-first') writer(call);
      const content = read(call);
      return commit(call, content, writer(call));
    },
  };
}

function writer({ stack, token }: Call): Token {
  if (token === null) throw new MethodProblem(401, 'access token required');
  if (!token.writes || stack.switches.subscription !== 'full') throw accessDenied();
  return token;
}
