import { openSignIn } from '../adapters/stack/oauth/open-sign-in.ts';
import type { SignInWish } from '../commands/session.ts';
import { version } from '../model/version.ts';
import type { SignIn } from '../ports/sign-in.ts';
import type { Environment } from './environment.ts';

/** Begins a login at a site, reached as the site itself is. */
export function signInAt(
  { proxy, clock, log }: Environment,
  wish: SignInWish,
): SignIn & AsyncDisposable {
  return openSignIn({ ...wish, proxy, clock, log, userAgent: `stack-publish/${version}` });
}
