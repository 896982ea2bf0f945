import type { IncomingMessage, ServerResponse } from 'node:http';
import { refusal } from './control/guard.ts';
import { serveForm } from './control/serve-form.ts';
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
  const form = request.method === 'POST' && isForm(request);
  if (control && !form && !(read && wantsPage(request)))
    return send(response, await serveControl(state, request, url));
  if (!read && !form) return send(response, textReply(404, 'Not found\n'));
  const why = refusal(request);
  if (why !== null) return send(response, textReply(403, `${why}\n`));
  const { serveControlPage } = await import('./pages/serve-page.ts');
  const reply = form
    ? await serveForm(state, request, url)
    : ((await serveControlPage(state, url)) ?? (await serveControl(state, request, url)));
  send(response, reply);
}

/** Answers a request to the port of GitHub: with a page for a browser, where there is one. */
export async function routeGitHubRequest(
  state: SandboxState,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const asset = url.pathname.startsWith('/assets/');
  if (request.method === 'GET' && (asset || wantsPage(request)) && refusal(request) === null) {
    const { serveGitHubPage } = await import('./pages/serve-page.ts');
    const page = await serveGitHubPage(state, url);
    if (page !== null) return send(response, page);
  }
  const { serveGitHub } = await import('./github/serve-github.ts');
  await serveGitHub(state.github, request, response, url, state.closing.signal);
}

/** Whether somebody looks with a browser. */
function wantsPage(request: IncomingMessage): boolean {
  return /\btext\/html\b/.test(request.headers.accept ?? '');
}

function isForm(request: IncomingMessage): boolean {
  return /^application\/x-www-form-urlencoded\b/.test(request.headers['content-type'] ?? '');
}
