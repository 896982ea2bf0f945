/** Every error of the API, by its id. */
export const errorNames = {
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
} as const;
export type ErrorId = keyof typeof errorNames;
export const errorIds = Object.keys(errorNames).map((id) => Number(id) as ErrorId);

/** What a refusal says in JSON. Its HTTP status is 400, whatever its id. */
interface Refusal {
  readonly error_id: ErrorId;
  readonly error_name: string;
  readonly error_message: string;
  /** Seconds to wait before the same method. */
  readonly backoff?: number;
}

/** A refusal of a method. */
export class MethodProblem extends Error {
  readonly body: Refusal;

  constructor(id: ErrorId, message: string, backoff: number | null = null) {
    super(message);
    this.body = refusalOf(id, message, backoff);
  }
}

/** The JSON of a refusal. */
export function refusalOf(id: ErrorId, message: string, backoff: number | null = null): Refusal {
  const error = { error_id: id, error_message: message, error_name: errorNames[id] };
  return backoff === null ? error : { ...error, backoff };
}

/** A parameter that is missing, malformed or unknown: its name is all that is said. */
export function badParameter(name: string): MethodProblem {
  return new MethodProblem(400, name);
}

/** An address that is no method, also one with an id that is no number. */
export function noMethod(): MethodProblem {
  return new MethodProblem(404, 'this method cannot be called this way');
}

/** A token, or an account, that may not do this. */
export function accessDenied(): MethodProblem {
  return new MethodProblem(403, 'access denied');
}

/** A rule of the site that a text breaks: `sentence` is for people. */
export function writeFailed(sentence: string): MethodProblem {
  return new MethodProblem(407, sentence);
}

/** Too many requests; `backoff` is told where the site would. */
export function throttled(message: string, backoff: number | null = null): MethodProblem {
  return new MethodProblem(502, message, backoff);
}

/** The words for who uses a method that was closed. */
export const backoffViolated = 'Violation of backoff parameter';

/** The words of a throttle that counts the requests of an address. */
export function comeBackIn(seconds: number): string {
  return `too many requests from this IP, more requests available in ${seconds} seconds`;
}
