import type { IncomingMessage, ServerResponse } from 'node:http';
import { Exchange } from '../exchange/exchange.ts';
import { receive } from '../exchange/receive.ts';
import type { FakeStack } from './fake-stack.ts';

/** Answers a request to one version of the API. */
type ServeVersion = (stack: FakeStack, exchange: Exchange, body: Buffer) => Promise<void>;

/** Does what all versions of the API have in common, and leaves the rest to the version. */
export async function serveApi(
  serve: ServeVersion,
  stack: FakeStack,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  closing: AbortSignal,
): Promise<void> {
  const body = await receive(request);
  const { clock, log } = stack;
  const exchange = new Exchange({ request, response, url, clock, log, closing });
  exchange.noteBody(body);
  if (body === null)
    return exchange.answer({
      status: 413,
      type: null,
      body: null,
      headers: { Connection: 'close' },
    });
  await clock.time.wait(stack.switches.latency, closing);
  if (!closing.aborted) await serve(stack, exchange, body);
}
