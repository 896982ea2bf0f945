import type { ApiError } from './api-error.ts';
import type { Asked } from './asked.ts';

/** What an answer means that is none of what was asked for, in whichever API's words. */
type Meaning =
  | 'no-token'
  | 'bad-token'
  | 'revoked-token'
  | 'bad-key'
  | 'no-team'
  | 'forbidden'
  | 'gone'
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

interface Answered {
  readonly status: number;
  /** In the words of API v2.3; null where there is none. */
  readonly error: ApiError | null;
  /** Whether the API itself answered, as far as that shows. */
  readonly isOwn: boolean;
}

/** API v2.3 answers nearly all of its errors with status 400, and tells them by an id. */
export function meaningOf(
  { status, error, isOwn }: Answered,
  { changesPost = false }: Pick<Asked, 'changesPost'>,
): Meaning {
  if (error) {
    // Of a parameter that is wrong, the site says the name.
    const parameter = error.id === 400 ? error.message : '';
    if (/^key$|\bapi key\b/i.test(parameter)) return 'bad-key';
    if (/^(?:team|site)$/i.test(parameter)) return 'no-team';
    if (/^ids?$/i.test(parameter) && changesPost) return 'gone';
    return byId[error.id] ?? 'refused';
  }
  if (status === 401) return 'bad-token';
  if (status === 403) return 'forbidden';
  if (status === 404) return isOwn && changesPost ? 'gone' : 'not-found';
  if (status === 429) return 'throttled';
  return status < 500 ? 'refused' : 'broken';
}
