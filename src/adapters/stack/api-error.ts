import { isObject } from '../../model/is-object.ts';
import { parseJson } from './site-sentence.ts';

/** The errors of API v2.3, by their ids. Not the answer's own names: those are a server's words. */
const names: Readonly<Record<number, string>> = {
  400: 'bad_parameter',
  401: 'access_token_required',
  402: 'invalid_access_token',
  403: 'access_denied',
  404: 'no_method',
  405: 'key_required',
  406: 'access_token_compromised',
  407: 'write_failed',
  409: 'duplicate_request',
  500: 'internal_error',
  502: 'throttle_violation',
  503: 'temporarily_unavailable',
};

/** An error as API v2.3 tells it; its message is the site's. */
export interface ApiError {
  readonly id: number;
  readonly message: string;
}

/** Reads the error that an answer of API v2.3 holds, whatever its status; null where it holds none. */
export function apiErrorOf(body: Buffer): ApiError | null {
  const value = body.length > 0 && body.length < 100_000 ? parseJson(body) : null;
  if (!isObject(value) || !Number.isSafeInteger(value['error_id'])) return null;
  const { error_id: id, error_message: message } = value;
  return { id: id as number, message: typeof message === 'string' ? message : '' };
}

/** For messages: `error 402, invalid_access_token`. */
export function errorName({ id }: ApiError): string {
  return `error ${id}${names[id] === undefined ? '' : `, ${names[id]}`}`;
}
