import type { Proof } from './proof.ts';

/** What an application asks a person for. */
export interface Wish {
  readonly clientId: string;
  /** Such as `write_access`; none: to read. */
  readonly scope: readonly string[];
}

/** Where the site exchanges a code for a token, below its base. */
export const tokenPath = '/oauth/access_token/json';

/** Where the browser ends: a page of the site's own that every application may name. */
export function redirectOf(base: string): string {
  return `${base}/oauth/login_success`;
}

/** The page of a site where a person says yes. `base` has no slash at its end. */
export function authoriseAddress(
  base: string,
  { clientId, scope }: Wish,
  { state, challenge }: Pick<Proof, 'state' | 'challenge'>,
): string {
  const query = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectOf(base),
    scope: scope.join(','),
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
  });
  // A comma needs no escape there, and the scope stays readable.
  return `${base}/oauth?${query.toString().replaceAll('%2C', ',')}`;
}
