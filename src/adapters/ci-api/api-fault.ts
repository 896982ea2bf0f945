import { Fault } from '../../model/error.ts';
import { certificateRemedy, type HttpFailure } from '../http/http-failure.ts';

/** Whose API it is; each remedy is whole sentences. */
export interface CiApi {
  readonly name: string;
  /** What to do about a token that is none. */
  readonly token: string;
  /** What to look at where something else answers. */
  readonly address: string;
}

/** What a request was for. */
export interface Asked {
  /** After "Cannot": `look for the approval`. */
  readonly doing: string;
  /** What to do about a token that is shown nothing, or may not. */
  readonly needs: string;
}

/** The fault of a status that is no success. `words` are the CI's own. */
export function statusFault(
  {
    status,
    words,
    host,
  }: { readonly status: number; readonly words: string; readonly host: string },
  { name, token, address }: CiApi,
  { doing, needs }: Asked,
): Fault<'forge'> {
  const seen = words === '' ? `status ${status}` : `status ${status}: ${words}`;
  // Azure DevOps answers with a page to sign in at, and 203.
  if (status === 401 || status === 203)
    return refusedFault(`Cannot ${doing}: ${name} does not accept the token (${seen}).`, token);
  if (status === 403 || status === 404)
    return refusedFault(`Cannot ${doing}: ${name} denies it to this token (${seen}).`, needs);
  if (status === 429)
    return refusedFault(
      `Cannot ${doing}: ${name} refuses more requests before its limit allows them (${seen}).`,
      'Run it again later.',
    );
  if (status >= 500)
    return new Fault('forge', 'forge-unreachable', `Cannot ${doing}: ${name} failed (${seen}).`, {
      remedy: 'Run it again later.',
      outcome: 'unknown',
    });
  if (status >= 300 && status < 400)
    return refusedFault(
      `Cannot ${doing}: ${host} answers with a redirect, which is not followed.`,
      address,
    );
  return refusedFault(
    `Cannot ${doing}: ${name} refuses the request (${seen}).`,
    'Report this, with the command that was run.',
  );
}

/** The fault of an answer that is not what a CI answers; `seen` says how. */
export function answerFault(
  seen: string,
  { address }: Pick<CiApi, 'address'>,
  { doing }: Pick<Asked, 'doing'>,
): Fault<'forge'> {
  const message = `Cannot ${doing}: ${seen}.`;
  return new Fault('forge', 'forge-unreachable', message, { remedy: address });
}

/** The fault of an answer that did not come. */
export function failureFault(
  failure: HttpFailure,
  host: string,
  { doing }: Pick<Asked, 'doing'>,
): Fault<'forge'> {
  const message = `Cannot ${doing}: cannot reach ${host} (${failure.code}: ${failure.message}).`;
  const remedy = failure.certificate
    ? certificateRemedy
    : 'Check the network; behind a company proxy set HTTPS_PROXY, and NO_PROXY for what it does not serve.';
  return new Fault('forge', 'forge-unreachable', message, { remedy, cause: failure });
}

function refusedFault(message: string, remedy: string): Fault<'forge'> {
  return new Fault('forge', 'forge-refused', message, { remedy });
}
