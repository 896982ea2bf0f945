import { Fault } from '../../../model/error.ts';

const again = 'Run `stack-publish login` again';

/** Why no token came of a login: what was seen, and what to do. */
const flaws = {
  'login-denied': {
    seen: 'the site did not grant access',
    remedy: `${again} and allow it in the browser; where you may not, ask an administrator of the site.`,
  },
  'login-state': {
    seen: 'the address that was pasted is not of this login',
    remedy: `${again}, open the address that it prints, and never paste one that somebody sent you.`,
  },
  'login-code-missing': {
    seen: 'there is no code in what was pasted, expected the address that the browser ended on, or the code',
    remedy: `${again} and paste the whole address that the browser shows after you allowed it.`,
  },
  'login-code-expired': {
    seen: 'the site says that the code expired',
    remedy: `${again} and paste the new address at once.`,
  },
  'login-code-unknown': {
    seen: 'the site does not know the code; each can be used once',
    remedy: `${again} and paste the whole new address.`,
  },
  'login-read-only': {
    seen: 'the application may not ask for write access, or for another part of the scope',
    remedy:
      'Let an administrator of the site set the application to "Read-write", or log in with a smaller `--scope`.',
  },
  'login-no-expiry': {
    seen: 'the site does not say when the token ends, and nobody asked for one without an end',
    remedy:
      'Let an administrator revoke that token; where one without an end is wanted, add `no_expiry` to `--scope`.',
  },
  'login-refused': {
    seen: 'the site refuses the code or the application',
    remedy:
      'Check that `--client-id` is that of an application of this site, that its domain is that of destination.url, and that it may log in without a secret (PKCE).',
  },
} as const;

export type LoginFlaw = keyof typeof flaws;

/** The fault of a login. `forTeam`: the site's words. */
export function loginFault(
  code: LoginFlaw,
  { more = '', forTeam = null }: { readonly more?: string; readonly forTeam?: string | null } = {},
): Fault<'site'> {
  const { seen, remedy } = flaws[code];
  return new Fault('site', code, `Cannot log in: ${seen}${more}.`, { remedy, forTeam });
}

/** What a site's words to a refusal mean; they are not documented, but for those about the code. */
export function flawOf(words: string, writes: boolean): LoginFlaw {
  if (/verifier|challenge|pkce/i.test(words)) return 'login-refused';
  if (/expired/i.test(words)) return 'login-code-expired';
  if (writes && isOfScope(words)) return 'login-read-only';
  return /\bcode\b|invalid.?grant/i.test(words) ? 'login-code-unknown' : 'login-refused';
}

/** Whether words of the site's are about what an application may ask for. */
export function isOfScope(words: string): boolean {
  return /scope|read.?only|read.?write|write.?access|unauthorized.?client/i.test(words);
}
