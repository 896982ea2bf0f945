import type { IncomingMessage, ServerResponse } from 'node:http';
import { receive } from '../../exchange/receive.ts';
import { send, textReply, type Reply } from '../../exchange/reply.ts';
import type { FakeStack } from '../fake-stack.ts';
import { serveApi } from '../serve-api.ts';
import { decide } from './decide.ts';
import { readRequest } from './read-request.ts';
import { serveToken } from './serve-token.ts';

/** Answers a request below `/oauth` of an Enterprise: from a person's browser, or for a token. */
export async function serveOAuth(
  stack: FakeStack,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  closing: AbortSignal,
): Promise<void> {
  const path = url.pathname.toLowerCase().replace(/\/$/, '');
  if (path === '/oauth/access_token/json' && request.method === 'POST')
    return serveApi(serveToken, stack, request, response, url, closing);
  send(response, (await pageOf(stack, request, url, path)) ?? textReply(404, 'Not found\n'));
}

async function pageOf(
  stack: FakeStack,
  request: IncomingMessage,
  url: URL,
  path: string,
): Promise<Reply | null> {
  const { pageReply } = await import('../../pages/serve-page.ts');
  const { authorisePage, refusedPage, successPage } = await import('../../pages/oauth-page.ts');
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (isRead && path === '/oauth/login_success') return pageReply(successPage(stack, url));
  if (path !== '/oauth' || (!isRead && request.method !== 'POST')) return null;
  const form = isRead ? null : await receive(request);
  const parameters = form ? new URLSearchParams(form.toString('utf8')) : url.searchParams;
  const asked = readRequest(parameters, request.headers.host ?? '');
  if ('page' in asked) return pageReply(refusedPage(stack, asked.page));
  if ('redirect' in asked) return redirect(asked.redirect);
  if (form) return redirect(decide(stack, asked, parameters));
  return pageReply(authorisePage(stack, asked, parameters));
}

function redirect(Location: string): Reply {
  return { ...textReply(303, ''), headers: { Location, 'Cache-Control': 'no-store' } };
}
