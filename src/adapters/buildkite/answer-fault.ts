import { Fault } from '../../model/error.ts';
import { certificateRemedy, type HttpFailure } from '../http/http-failure.ts';

const doing = 'Cannot look for the approval';

/** The fault of a status that is no success. `words` are Buildkite's own. */
export function statusFault(status: number, words: string): Fault<'forge'> {
  const seen = words === '' ? `status ${status}` : `status ${status}: ${words}`;
  if (status === 401)
    return refusedFault(
      `${doing}: Buildkite does not accept the token (${seen}).`,
      'Set BUILDKITE_API_TOKEN to an API access token of this organization that has not expired.',
    );
  if (status === 403 || status === 404)
    return refusedFault(
      `${doing}: Buildkite does not show the build to this token (${seen}).`,
      'The token needs the scope read_builds, and whose token it is has to see the pipeline.',
    );
  if (status === 429)
    return refusedFault(
      `${doing}: Buildkite takes no more requests for now (${seen}).`,
      'Run it again later.',
    );
  if (status >= 500)
    return new Fault('forge', 'forge-unreachable', `${doing}: Buildkite failed (${seen}).`, {
      remedy: 'Run it again later.',
      outcome: 'unknown',
    });
  if (status >= 300 && status < 400)
    return refusedFault(
      `${doing}: Buildkite answers with a redirect, which is not followed.`,
      'Look at what a proxy may answer in between.',
    );
  return refusedFault(
    `${doing}: Buildkite refuses the request (${seen}).`,
    'Report this, with the command that was run.',
  );
}

/** The fault of an answer that is not what Buildkite answers; `seen` says how. */
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
