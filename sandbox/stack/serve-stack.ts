import type { IncomingMessage, ServerResponse } from 'node:http';
import { send, textReply } from '../exchange/reply.ts';
import type { FakeStack } from './fake-stack.ts';
import { serveOAuth } from './oauth/serve-oauth.ts';
import { serveApi } from './serve-api.ts';
import { serveV2 } from './v2/serve-v2.ts';
import { serveV3 } from './v3/serve-v3.ts';

/** The versions of the API, each below a path of its own. */
const versions = [
  { tier: 'business', below: /^\/v3(\/|$)/i, serve: serveV3 },
  { tier: 'enterprise', below: /^\/api\/v3(\/|$)/i, serve: serveV3 },
  { tier: 'business', below: /^\/2\.3(\/|$)/, serve: serveV2 },
  { tier: 'enterprise', below: /^\/api\/2\.3(\/|$)/i, serve: serveV2 },
] as const;

/** Answers a request to the local Stack Internal: to its API, or for one of its pages. */
export async function serveStack(
  stack: FakeStack,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  closing: AbortSignal,
): Promise<void> {
  const version = versions.find(
    ({ tier, below }) => tier === stack.tier && below.test(url.pathname),
  );
  if (version !== undefined) return serveApi(version.serve, stack, request, response, url, closing);
  if (stack.tier === 'enterprise' && /^\/oauth(\/|$)/i.test(url.pathname))
    return serveOAuth(stack, request, response, url, closing);
  const read = request.method === 'GET' || request.method === 'HEAD';
  if (!read) return send(response, textReply(404, 'Not found\n'));
  const { servePage } = await import('../pages/serve-page.ts');
  send(response, (await servePage(stack, url)) ?? textReply(404, 'Not found\n'));
}
