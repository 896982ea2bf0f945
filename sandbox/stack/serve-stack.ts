import type { IncomingMessage, ServerResponse } from 'node:http';
import { refusal } from '../control/guard.ts';
import { serveControl } from '../control/serve-control.ts';
import { send, textReply } from '../exchange/reply.ts';
import type { SandboxState } from '../sandbox-state.ts';
import { serveApi } from './serve-api.ts';

/** Answers a request to the local Stack Internal: its API, its pages, or the sandbox's control. */
export async function serveStack(
  state: SandboxState,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const { pathname } = url;
  if (/^\/v3(\/|$)/i.test(pathname))
    return serveApi(state.stack, request, response, url, state.closing.signal);
  const read = request.method === 'GET' || request.method === 'HEAD';
  const control = /^\/_control(\/|$)/.test(pathname);
  const forPeople = /\btext\/html\b/.test(request.headers.accept ?? '');
  if (control && !(read && forPeople && pathname === '/_control'))
    return send(response, await serveControl(state, request, url));
  if (!read) return send(response, textReply(404, 'Not found\n'));
  const pages = await import('../pages/serve-page.ts');
  if (control || pathname === '/') {
    const why = refusal(request);
    return send(
      response,
      why === null ? await pages.serveControlPage(state) : textReply(403, `${why}\n`),
    );
  }
  send(response, (await pages.servePage(state.stack, url)) ?? textReply(404, 'Not found\n'));
}
