import { forbidden } from '../problem.ts';
import type { Answer, Call, Operation } from './call.ts';

/**
 * An operation that changes the site. `bind` reads the body and refuses what is malformed, `check`
 * refuses what breaks a limit; the switch says whether the token's right is looked at before both.
 */
export function writeOperation<Content>(
  method: string,
  path: string,
  bind: (call: Call) => Content,
  check: (call: Call, content: Content) => void,
  commit: (call: Call, content: Content) => Answer,
): Operation {
  const authorise = (call: Call): void => {
    if (!call.token.writes || call.stack.switches.subscription !== 'full') throw forbidden();
  };
  return {
    method,
    path,
    run: (call) => {
      if (call.stack.switches.checks === 'authorise-first') authorise(call);
      const content = bind(call);
      check(call, content);
      authorise(call);
      return commit(call, content);
    },
  };
}

/** For operations without a body. */
export function nothing(): null {
  return null;
}
