import type { IncomingMessage, ServerResponse } from 'node:http';
import { refusal } from './control/guard.ts';
import { serveControl } from './control/serve-control.ts';
import { send, textReply } from './exchange/reply.ts';
import type { SandboxState } from './sandbox-state.ts';
import { serveStack } from './stack/serve-stack.ts';

/** Answers a request to the first port: it drives the sandbox, or is for Stack Internal. */
export async function routeRequest(
  state: SandboxState,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const { pathname } = url;
  const control = /^\/_control(\/|$)/.test(pathname);
  if (!control && pathname !== '/')
    return serveStack(state.stack, request, response, url, state.closing.signal);
  const read = request.method === 'GET' || request.method === 'HEAD';
  const forPeople = read && /\btext\/html\b/.test(request.headers.accept ?? '');
  if (control && !(forPeople && pathname === '/_control'))
    return send(response, await serveControl(state, request, url));
  if (!read) return send(response, textReply(404, 'Not found\n'));
  const why = refusal(request);
  if (why !== null) return send(response, textReply(403, `${why}\n`));
  const { serveControlPage } = await import('./pages/serve-page.ts');
  send(response, await serveControlPage(state));
}
