import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isIPv6, type AddressInfo } from 'node:net';
import { Fault } from '../src/model/error.ts';
import { apiExchange } from './exchange/api-exchange.ts';
import { DataFile } from './exchange/data-file.ts';
import { jsonReply, send, textReply } from './exchange/reply.ts';
import { SandboxState } from './exchange/sandbox-state.ts';
import { checkShape } from './control/check-shape.ts';
import { refusal } from './control/guard.ts';
import { readControl, runControl } from './control/run-control.ts';
import { serveControl } from './control/serve-control.ts';
import type { ControlCall } from './control-client.ts';
import type { TokenName as FakeGitHubTokenName } from './github/tokens.ts';
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
  readonly github?: GitHubOptions;
}

export interface GitHubOptions {
  /** The one after `port`, or any free one where that is 0 or taken. */
  readonly port?: number;
  /** OWNER/NAME (acme/handbook). */
  readonly repository?: string;
  readonly private?: boolean;
  /** A git repository whose branches and tags the new one begins with; empty where left out. */
  readonly seed?: string;
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
  readonly github: {
    /** Of its own port: REST, `/graphql`, and git at `/{repository}.git`. */
    readonly url: string;
    /** OWNER/NAME. */
    readonly repository: string;
    readonly tokens: Readonly<Record<FakeGitHubTokenName, string>>;
  };
  readonly control: ControlCall;
  close(): Promise<void>;
}

/** Starts a local Stack Internal and a local GitHub. Throws a `Fault` (usage): port taken, data file unreadable. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const team = options.team ?? 'sandbox';
  if (!/^[a-z0-9][a-z0-9-]*$/i.test(team))
    throw usage(
      `Cannot start the sandbox: the team "${team}" is not a slug.`,
      'Use letters, digits and hyphens.',
    );
  const data = options.data === undefined ? null : await DataFile.open(options.data);
  const switches = checkShape(switchesPatchSchema, options.switches ?? {}, 'the switches');
  const repository = options.github?.repository ?? 'acme/handbook';
  if (!/^[a-z\d](?:[a-z\d-]*[a-z\d])?\/(?!\.{1,2}$)[\w.-]+$/i.test(repository))
    throw usage(
      `Cannot start the sandbox: "${repository}" is not the name of a repository.`,
      'Give it as OWNER/NAME.',
    );
  const state = new SandboxState(team, switches, data, {
    repository,
    private: options.github?.private ?? false,
    seed: options.github?.seed ?? null,
  });
  const host = options.host ?? '127.0.0.1';
  const server = serverOf((...exchange) => route(state, ...exchange));
  const { port } = await listen(server, host, options.port ?? 0);
  state.site.origin = originOf(host, port);
  const fakeGitHubServer = serverOf(async (request, response) => {
    const { serveGitHub } = await import('./github/serve-github.ts');
    await serveGitHub(state.fakeGitHub, request, response, state.closing.signal);
  });
  const fakeGitHubPort = await listenNear(fakeGitHubServer, host, options).catch(
    async (error: unknown) => {
      await stop(server);
      throw error;
    },
  );
  state.fakeGitHub.origin = originOf(host, fakeGitHubPort.port);
  return {
    github: { url: state.fakeGitHub.origin, repository, tokens: state.fakeGitHub.tokens },
    stack: {
      url: state.site.origin,
      team,
      tokens: tokenStrings(team),
      account: { id: people.account.id, name: people.account.name },
      pages: state.site.pages,
    },
    control: async (path, body) =>
      body === undefined ? readControl(state, path) : runControl(state, path, body),
    close: () => close([server, fakeGitHubServer], state),
  };
}

type Exchange = readonly [request: IncomingMessage, response: ServerResponse];

function serverOf(answer: (...exchange: Exchange) => Promise<void>): Server {
  const server = createServer((...exchange) => void serve(answer, ...exchange));
  // Longer than clients keep idle connections, so that none is closed while it is being used again.
  server.keepAliveTimeout = 120_000;
  return server;
}

function originOf(host: string, port: number): string {
  const name = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${isIPv6(name) ? `[${name}]` : name}:${port}`;
}

async function serve(
  answer: (...exchange: Exchange) => Promise<void>,
  ...[request, response]: Exchange
): Promise<void> {
  try {
    await answer(request, response);
  } catch (error) {
    // Where the client went away there is nobody to answer.
    send(
      response,
      jsonReply(500, { title: 'The sandbox failed.', status: 500, detail: String(error) }),
    );
  }
}

async function route(state: SandboxState, ...[request, response]: Exchange): Promise<void> {
  const url = URL.parse(request.url ?? '/', 'http://sandbox.invalid');
  if (url === null) return send(response, textReply(400, 'Bad request\n'));
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

/** Listens on the wished port, else on the one after the first server's, else on any. */
async function listenNear(
  server: Server,
  host: string,
  options: SandboxOptions,
): Promise<AddressInfo> {
  const wished = options.github?.port;
  if (wished !== undefined) return listen(server, host, wished);
  const next = options.port ? (options.port + 1) % 65_536 : 0;
  try {
    return await listen(server, host, next);
  } catch {
    return listen(server, host, 0);
  }
}

async function close(servers: readonly Server[], state: SandboxState): Promise<void> {
  state.closing.abort();
  state.late.clear();
  await Promise.all(servers.map(stop));
  await state.fakeGitHub.git.close();
  await state.data?.settled();
}

async function stop(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  server.closeAllConnections();
  await promise;
}

function usage(message: string, remedy: string, cause?: unknown): Fault {
  return new Fault('usage', 'usage', message, { remedy, cause });
}
