import { Fault } from '../../model/error.ts';
import { certificateRemedy, type HttpFailure } from '../http/http-failure.ts';

/** What a request was for. */
export interface Asked {
  /** After "Cannot": `read the merge requests`. */
  readonly doing: string;
  /** What lets the token do it, as a sentence's end: `the job needs …`. */
  readonly needs: string;
}

/** The fault of a status that is no success. `words` are GitLab's own. */
export function statusFault(status: number, words: string, asked: Asked, host: string): Fault {
  const { doing, needs } = asked;
  const seen = words === '' ? `status ${status}` : `status ${status}: ${words}`;
  if (status === 401)
    return refusedFault(
      `Cannot ${doing}: GitLab does not accept the token (${seen}).`,
      'CI_JOB_TOKEN is good while its job runs; set GITLAB_TOKEN to a project token of this GitLab that has not expired.',
    );
  if (status === 403 || status === 404)
    return refusedFault(`Cannot ${doing}: GitLab does not show it to this token (${seen}).`, needs);
  if (status === 429)
    return refusedFault(
      `Cannot ${doing}: GitLab takes no more requests for now (${seen}).`,
      'Run it again later.',
    );
  if (status >= 500)
    return new Fault('forge', 'forge-unreachable', `Cannot ${doing}: GitLab failed (${seen}).`, {
      remedy: 'Run it again later.',
      outcome: 'unknown',
    });
  if (status >= 300 && status < 400)
    return refusedFault(
      `Cannot ${doing}: ${host} answers with a redirect, which is not followed.`,
      "Check the remote `origin` and CI_API_V4_URL: use the project's present address.",
    );
  return refusedFault(
    `Cannot ${doing}: GitLab refuses the request (${seen}).`,
    'Report this, with the command that was run.',
  );
}

/** The fault of an answer that is not what GitLab answers; `seen` says how. */
export function answerFault({ doing }: Asked, seen: string): Fault<'forge'> {
  return new Fault('forge', 'forge-unreachable', `Cannot ${doing}: ${seen}.`, {
    remedy: 'Check CI_API_V4_URL, and what a proxy may answer in between.',
  });
}

/** The fault of an answer that did not come. */
export function failureFault(failure: HttpFailure, { doing }: Asked, host: string): Fault<'forge'> {
  const message = `Cannot ${doing}: cannot reach ${host} (${failure.code}: ${failure.message}).`;
  const remedy = failure.certificate
    ? certificateRemedy
    : 'Check CI_API_V4_URL and the network; behind a company proxy set HTTPS_PROXY, and NO_PROXY for what it does not serve.';
  return new Fault('forge', 'forge-unreachable', message, { remedy, cause: failure });
}

function refusedFault(message: string, remedy: string): Fault<'forge'> {
  return new Fault('forge', 'forge-refused', message, { remedy });
}
