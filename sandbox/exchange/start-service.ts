import { Exchange } from './exchange.ts';
import type { LocalService } from './local-service.ts';
import { startServer } from './start-server.ts';

/** A service that listens. */
export interface RunningService {
  /** `http://host:port`. */
  readonly url: string;
  close(): Promise<void>;
}

/** Lets a service answer on any free port of 127.0.0.1. */
export async function startService(
  service: LocalService,
  serve: (exchange: Exchange) => Promise<void>,
): Promise<RunningService> {
  const { clock, log } = service;
  const closing = new AbortController();
  const server = await startServer('127.0.0.1', 0, (request, response, url) =>
    serve(new Exchange({ request, response, url, clock, log, closing: closing.signal })),
  );
  service.origin = server.origin;
  return {
    url: server.origin,
    async close() {
      closing.abort();
      await server.stop();
      await service.close();
    },
  };
}
