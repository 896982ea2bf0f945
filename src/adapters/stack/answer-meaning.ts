import type { ApiError } from './api-error.ts';

/** What an answer means that is none of what was asked for, in whichever API's words. */
type Meaning =
  | 'no-token'
  | 'bad-token'
  | 'revoked-token'
  | 'bad-key'
  | 'no-team'
  | 'forbidden'
  | 'not-found'
  | 'throttled'
  | 'in-doubt'
  | 'broken'
  | 'refused';

const byId: Readonly<Record<number, Meaning>> = {
  401: 'no-token',
  402: 'bad-token',
  403: 'forbidden',
  404: 'not-found',
  405: 'bad-key',
  406: 'revoked-token',
  // It may be the one before that was carried out.
  409: 'in-doubt',
  500: 'broken',
  502: 'throttled',
  503: 'broken',
};

/** API v2.3 answers nearly all of its errors with status 400, and tells them by an id. */
export function meaningOf(status: number, error: ApiError | null): Meaning {
  if (error) {
    // Of a parameter that is wrong, the site says the name.
    if (error.id === 400 && /^key$|\bapi key\b/i.test(error.message)) return 'bad-key';
    if (error.id === 400 && /^(?:team|site)$/i.test(error.message)) return 'no-team';
    return byId[error.id] ?? 'refused';
  }
  if (status === 401) return 'bad-token';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not-found';
  if (status === 429) return 'throttled';
  return status < 500 ? 'refused' : 'broken';
}
