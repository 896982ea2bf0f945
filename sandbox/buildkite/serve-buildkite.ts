import type { IncomingMessage, ServerResponse } from 'node:http';
import { Exchange } from '../exchange/exchange.ts';
import type { ServedRequest } from '../exchange/inject-fault.ts';
import { pathSegments } from '../exchange/path-segments.ts';
import { receive } from '../exchange/receive.ts';
import {
  htmlType,
  jsonReply,
  send,
  textReply,
  withRetryAfter,
  type Reply,
} from '../exchange/reply.ts';
import { respond } from '../exchange/respond.ts';
import type { FakeBuildkite } from './fake-buildkite.ts';
import { buildModel } from './models.ts';

/** Answers a request to the local Buildkite: its REST interface below `/v2`. */
export async function serveBuildkite(
  buildkite: FakeBuildkite,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  closing: AbortSignal,
): Promise<void> {
  const { clock, log, faults, late } = buildkite;
  const exchange = new Exchange({ request, response, url, clock, log, closing });
  const segments = pathSegments(url.pathname);
  const body = await receive(request);
  if (segments === null || body === null) return send(response, textReply(400, 'Bad request\n'));
  exchange.noteBody(body);
  await respond(
    exchange,
    faults,
    { segments, token: '' },
    {
      carryOut: async () => {
        const reply = answer(buildkite, exchange, segments);
        return () => Promise.resolve(reply);
      },
      refusals,
      late,
      lateClock: 'real',
    },
  );
}

function answer(
  buildkite: FakeBuildkite,
  { request, method, url, entry }: Exchange,
  segments: readonly string[],
): Reply {
  const [, token = ''] = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  entry.token = buildkite.scopeOf(token);
  if (entry.token === null)
    return problem(401, 'Authentication required. Please supply a valid API Access Token');
  const [v2, organizations, organization, pipelines, pipeline, builds, number = '', ...rest] =
    segments;
  const isBuild =
    [v2, organizations, pipelines, builds].join() === 'v2,organizations,pipelines,builds' &&
    rest.length === 0;
  if (!isBuild || method !== 'GET')
    return problem(501, 'The sandbox does not serve this part of Buildkite.');
  if (!/^(?:read|write)_builds$/.test(entry.token))
    return problem(403, 'Your access token does not have the required scope: read_builds');
  const build =
    organization === buildkite.organization && pipeline === buildkite.pipeline
      ? buildkite.builds.get(Number(number))
      : undefined;
  if (!build) return problem(404, 'No build found');
  const all = url.searchParams.get('include_retried_jobs') === 'true';
  return jsonReply(200, buildModel(buildkite, build, all));
}

function problem(status: number, message: string): Reply {
  return jsonReply(status, { message });
}

const page = '<!DOCTYPE html><html><head><title>Buildkite</title></head><body></body></html>\n';

/** What faults answer in the place of Buildkite. */
const refusals: ServedRequest['refusals'] = {
  throttled: ({ status = 429, retryAfter }) => ({
    ...problem(status, 'You have exceeded your API rate limit'),
    headers: withRetryAfter({}, retryAfter),
  }),
  unauthorized: () => problem(401, 'Authentication required'),
  error: ({ status = 500 }) => problem(status, `Error ${status}`),
  html: ({ status = 200 }) => ({ status, type: htmlType, body: page }),
};
