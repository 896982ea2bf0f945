import { Fault } from '../../model/error.ts';
import { certificateRemedy, type HttpFailure } from '../http/http-failure.ts';

/** Whose API it is, and what lets a token ask it; both sentences stand alone. */
export interface CiApi {
  readonly name: string;
  /** What to do about a token that is none. */
  readonly token: string;
  /** What to do about one that is shown nothing. */
  readonly needs: string;
}

const doing = 'Cannot look for the approval';

/** The fault of a status that is no success. `words` are the CI's own. */
export function statusFault(status: number, words: string, api: CiApi): Fault<'forge'> {
  const { name } = api;
  const seen = words === '' ? `status ${status}` : `status ${status}: ${words}`;
  // Azure DevOps answers with a page to sign in at, and 203.
  if (status === 401 || status === 203)
    return refusedFault(`${doing}: ${name} does not accept the token (${seen}).`, api.token);
  if (status === 403 || status === 404)
    return refusedFault(`${doing}: ${name} does not show it to this token (${seen}).`, api.needs);
  if (status === 429)
    return refusedFault(
      `${doing}: ${name} takes no more requests for now (${seen}).`,
      'Run it again later.',
    );
  if (status >= 500)
    return new Fault('forge', 'forge-unreachable', `${doing}: ${name} failed (${seen}).`, {
      remedy: 'Run it again later.',
      outcome: 'unknown',
    });
  if (status >= 300 && status < 400)
    return refusedFault(
      `${doing}: ${name} answers with a redirect, which is not followed.`,
      'Look at what a proxy may answer in between.',
    );
  return refusedFault(
    `${doing}: ${name} refuses the request (${seen}).`,
    'Report this, with the command that was run.',
  );
}

/** The fault of an answer that is not what a CI answers; `seen` says how. */
export function answerFault(seen: string): Fault<'forge'> {
  return new Fault('forge', 'forge-unreachable', `${doing}: ${seen}.`, {
    remedy: 'Look at what a proxy may answer in between.',
  });
}

/** The fault of an answer that did not come. */
export function failureFault(failure: HttpFailure, host: string): Fault<'forge'> {
  const message = `${doing}: cannot reach ${host} (${failure.code}: ${failure.message}).`;
  const remedy = failure.certificate
    ? certificateRemedy
    : 'Check the network; behind a company proxy set HTTPS_PROXY, and NO_PROXY for what it does not serve.';
  return new Fault('forge', 'forge-unreachable', message, { remedy, cause: failure });
}

function refusedFault(message: string, remedy: string): Fault<'forge'> {
  return new Fault('forge', 'forge-refused', message, { remedy });
}
