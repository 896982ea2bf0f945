import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isIPv6, type AddressInfo } from 'node:net';
import { Fault } from '../model/error.ts';
import { apiExchange } from './exchange/api-exchange.ts';
import { DataFile } from './exchange/data-file.ts';
import { jsonReply, send, textReply } from './exchange/reply.ts';
import { SandboxState } from './exchange/sandbox-state.ts';
import { checkShape } from './control/check-shape.ts';
import { refusal } from './control/guard.ts';
import { readControl, runControl } from './control/run-control.ts';
import { serveControl } from './control/serve-control.ts';
import type { ControlCall } from './control-client.ts';
import { people, tokenStrings, type TokenName } from './stack/people.ts';
import { switchesPatchSchema, type SwitchesPatch } from './stack/switches.ts';

export interface SandboxOptions {
  /** 127.0.0.1 where left out. */
  readonly host?: string;
  /** 0, or left out: any free port. */
  readonly port?: number;
  /** The team's slug. */
  readonly team?: string;
  /** A file that keeps the posts over a restart; in memory where left out. */
  readonly data?: string;
  /** Where they differ from the defaults; a reset comes back to them. */
  readonly switches?: SwitchesPatch;
}

export interface Sandbox {
  readonly stack: {
    /** `http://host:port`; the API is below `/v3/teams/{team}`. */
    readonly url: string;
    readonly team: string;
    readonly tokens: Readonly<Record<TokenName, string>>;
    readonly account: { readonly id: number; readonly name: string };
    /** Where people read the posts. */
    readonly pages: string;
  };
  readonly control: ControlCall;
  close(): Promise<void>;
}

/** Starts a local Stack Internal. Throws a `Fault` (usage): port taken, data file unreadable. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const team = options.team ?? 'sandbox';
  if (!/^[a-z0-9][a-z0-9-]*$/i.test(team))
    throw usage(
      `Cannot start the sandbox: the team "${team}" is not a slug.`,
      'Use letters, digits and hyphens.',
    );
  const data = options.data === undefined ? null : await DataFile.open(options.data);
  const switches = checkShape(switchesPatchSchema, options.switches ?? {}, 'the switches');
  const state = new SandboxState(team, switches, data);
  const server = createServer((request, response) => void serve(state, request, response));
  // Longer than clients keep idle connections, so that none is closed while it is being used again.
  server.keepAliveTimeout = 120_000;
  const host = options.host ?? '127.0.0.1';
  const { port } = await listen(server, host, options.port ?? 0);
  const name = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  state.site.origin = `http://${isIPv6(name) ? `[${name}]` : name}:${port}`;
  return {
    stack: {
      url: state.site.origin,
      team,
      tokens: tokenStrings(team),
      account: { id: people.account.id, name: people.account.name },
      pages: state.site.pages,
    },
    control: async (path, body) =>
      body === undefined ? readControl(state, path) : runControl(state, path, body),
    close: () => close(server, state),
  };
}

async function serve(
  state: SandboxState,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const url = URL.parse(request.url ?? '/', 'http://sandbox.invalid');
    if (url === null) return send(response, textReply(400, 'Bad request\n'));
    await route(state, request, response, url);
  } catch (error) {
    // Where the client went away there is nobody to answer.
    send(
      response,
      jsonReply(500, { title: 'The sandbox failed.', status: 500, detail: String(error) }),
    );
  }
}

async function route(
  state: SandboxState,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const { pathname } = url;
  if (/^\/v3(\/|$)/i.test(pathname)) return apiExchange(state, request, response, url);
  const read = request.method === 'GET' || request.method === 'HEAD';
  const control = /^\/_control(\/|$)/.test(pathname);
  const forPeople = /\btext\/html\b/.test(request.headers.accept ?? '');
  if (control && !(read && forPeople && pathname === '/_control'))
    return send(response, await serveControl(state, request, url));
  if (!read) return send(response, textReply(404, 'Not found\n'));
  const pages = await import('./pages/serve-page.ts');
  if (control || pathname === '/') {
    const why = refusal(request);
    return send(
      response,
      why === null ? await pages.serveControlPage(state) : textReply(403, `${why}\n`),
    );
  }
  send(response, (await pages.servePage(state, url)) ?? textReply(404, 'Not found\n'));
}

async function listen(server: Server, host: string, port: number): Promise<AddressInfo> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(port, host, resolve);
  try {
    await promise;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const seen = code === 'EADDRINUSE' ? 'the port is taken' : String(error);
    throw usage(
      `Cannot listen on ${host}:${port}: ${seen}.`,
      'Choose another port, or 0 for any.',
      error,
    );
  }
  return server.address() as AddressInfo;
}

async function close(server: Server, state: SandboxState): Promise<void> {
  state.closing.abort();
  state.late.clear();
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  server.closeAllConnections();
  await promise;
  await state.data?.settled();
}

function usage(message: string, remedy: string, cause?: unknown): Fault {
  return new Fault('usage', 'usage', message, { remedy, cause });
}
