import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isIPv6, type AddressInfo } from 'node:net';
import { Fault } from '../../src/model/error.ts';
import { jsonReply, send, textReply } from './reply.ts';

/** Answers one request. */
export type Handler = (
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
) => Promise<void>;

/** An HTTP server that listens. */
export interface RunningServer {
  /** `http://host:port`, under a name that clients on this machine can use. */
  readonly origin: string;
  /** Ends every connection. */
  stop(): Promise<void>;
}

/** Listens on a port (0: any free one). Throws a `Fault` (usage) where that cannot be. */
export async function startServer(
  host: string,
  port: number,
  handler: Handler,
): Promise<RunningServer> {
  const server = createServer((...exchange) => void serve(handler, ...exchange));
  // Longer than clients keep idle connections, so that none is closed while it is being used again.
  server.keepAliveTimeout = 120_000;
  const address = await listen(server, host, port);
  return { origin: originOf(host, address.port), stop: () => stop(server) };
}

async function serve(
  handler: Handler,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = URL.parse(request.url ?? '/', 'http://sandbox.invalid');
  if (url === null) return send(response, textReply(400, 'Bad request\n'));
  try {
    await handler(request, response, url);
  } catch (error) {
    // Where the client went away there is nobody to answer.
    send(
      response,
      jsonReply(500, { title: 'The sandbox failed.', status: 500, detail: String(error) }),
    );
  }
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
    throw new Fault('usage', 'usage', `Cannot listen on ${host}:${port}: ${seen}.`, {
      remedy: 'Choose another port, or 0 for any.',
      cause: error,
    });
  }
  return server.address() as AddressInfo;
}

function originOf(host: string, port: number): string {
  const name = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${isIPv6(name) ? `[${name}]` : name}:${port}`;
}

async function stop(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  server.closeAllConnections();
  await promise;
}
