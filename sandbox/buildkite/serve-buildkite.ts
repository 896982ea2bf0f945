import type { Exchange } from '../exchange/exchange.ts';
import { jsonReply, type Reply } from '../exchange/reply.ts';
import { refusalsOf, serveRest } from '../exchange/serve-rest.ts';
import type { FakeBuildkite } from './fake-buildkite.ts';
import { buildModel } from './models.ts';

/** Answers a request to the local Buildkite: its REST interface below `/v2`, and where tokens are exchanged. */
export function serveBuildkite(buildkite: FakeBuildkite, exchange: Exchange): Promise<void> {
  return serveRest(buildkite, exchange, {
    below: (segments) => segments,
    answer: (asked, segments, body) =>
      asked.method === 'POST' && segments.join('/') === 'oauth/token'
        ? exchangeToken(buildkite, asked, body)
        : answer(buildkite, asked, segments),
    refusals,
  });
}

function answer(
  buildkite: FakeBuildkite,
  { request, method, url, entry }: Exchange,
  segments: readonly string[],
): Reply {
  const [, token = ''] = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  const rights = buildkite.rightsOf(token);
  entry.token = rights?.scopes.join(' ') ?? null;
  if (rights === null)
    return problem(401, 'Authentication required. Please supply a valid API Access Token');
  const [v2, organizations, organization, pipelines, pipeline, builds, number = '', ...rest] =
    segments;
  const isBuild =
    [v2, organizations, pipelines, builds].join() === 'v2,organizations,pipelines,builds' &&
    rest.length === 0;
  if (!isBuild || method !== 'GET')
    return problem(501, 'The sandbox does not serve this part of Buildkite.');
  if (!rights.scopes.some((scope) => /^(?:read|write)_builds$/.test(scope)))
    return problem(403, 'Your access token does not have the required scope: read_builds');
  const build =
    organization === buildkite.organization &&
    pipeline === buildkite.pipeline &&
    rights.pipelines.includes(pipeline)
      ? buildkite.builds.get(Number(number))
      : undefined;
  if (!build) return problem(404, 'No build found');
  const all = url.searchParams.get('include_retried_jobs') === 'true';
  return jsonReply(200, buildModel(buildkite, build, all));
}

function exchangeToken(buildkite: FakeBuildkite, { request }: Exchange, body: Buffer): Reply {
  if (!request.headers['content-type']?.startsWith('application/x-www-form-urlencoded'))
    return jsonReply(400, { error: 'invalid_request', error_description: 'Expected a form.' });
  const form = new URLSearchParams(body.toString('utf8'));
  const told = buildkite.identities.exchange(form, buildkite.clock.now());
  return jsonReply(told.status, told.body);
}

function problem(status: number, message: string): Reply {
  return jsonReply(status, { message });
}

const refusals = refusalsOf('Buildkite', problem, {
  throttled: 'You have exceeded your API rate limit',
  unauthorized: 'Authentication required',
});
