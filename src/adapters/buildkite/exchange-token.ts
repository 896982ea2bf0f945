import { Fault } from '../../model/error.ts';
import type { RequestCount } from '../../ports/site.ts';
import { answerFault, type Asked, type CiApi } from '../ci-api/api-fault.ts';
import { openCiApi, wordsOf, type CiConnection } from '../ci-api/open-ci-api.ts';
import { partOf, withDefaults } from '../loose-shape.ts';
import { nullable, text } from '../shape.ts';

/** A job, as a workload identity of Buildkite knows it. */
export interface Workload {
  /** The identity's client id, which is no secret. */
  readonly client: string;
  /** What `buildkite-agent oidc request-token` printed. */
  readonly oidcToken: string;
}

const remedy =
  'Compare the workload identity with this job: its client id is BUILDKITE_CLIENT_ID; issuer, subject and claims fit; the token was asked for with its audience, in this job; its scopes have read_builds.';

const buildkite: CiApi = {
  name: 'Buildkite',
  token: remedy,
  address: 'Look at what a proxy may answer in between.',
};

const asked: Asked = { doing: "exchange the job's OIDC token", needs: remedy };

const scope = 'read_builds';

const tokenShape = withDefaults(
  { scope: null },
  partOf({ access_token: text, token_type: text, scope: nullable(text) }),
);

/**
 * Exchanges a job's OIDC token for a short-lived token of Buildkite's API that may read builds, as RFC 7523
 * (2.2) says. `base` is where people sign in, and not the API. Throws a `Fault` of kind `forge`, which holds
 * neither token, or `insecure-url`.
 */
export async function exchangeToken(
  connection: CiConnection,
  { client, oidcToken }: Workload,
): Promise<{ readonly token: string; readonly requests: RequestCount }> {
  const api = openCiApi(buildkite, connection, {});
  try {
    const answer = await api.ask(asked, {
      method: 'POST',
      path: '/oauth/token',
      // It changes nothing, so that it is tried again: a job that is started again needs a new yes.
      effect: 'read',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: client,
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: oidcToken,
        scope,
      }),
    });
    // OAuth says by 400 what others say by 401 or 403.
    if (answer.status === 400) throw refused(`status 400: ${wordsOf(answer.json)}`);
    const told = api.read(asked, answer, tokenShape);
    if (!/^[\x21-\x7e]+$/.test(told.access_token) || !/^bearer$/i.test(told.token_type))
      throw answerFault('Buildkite answers with no token that goes as `Bearer`', buildkite, asked);
    if (told.scope !== null && !told.scope.split(' ').includes(scope))
      throw refused(`its token is without the scope ${scope}`);
    return { token: told.access_token, requests: api.requests };
  } finally {
    await api.close();
  }
}

function refused(seen: string): Fault<'forge'> {
  const message = `Cannot ${asked.doing}: Buildkite refuses it (${seen}).`;
  return new Fault('forge', 'forge-refused', message, { remedy });
}
