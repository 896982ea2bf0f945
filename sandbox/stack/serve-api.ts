import type { IncomingMessage, ServerResponse } from 'node:http';
import { Exchange } from '../exchange/exchange.ts';
import { receive } from '../exchange/receive.ts';
import { wait } from '../exchange/wait.ts';
import type { FakeStack } from './fake-stack.ts';
import { serveV3 } from './v3/serve-v3.ts';

/** Answers one request to the API: what all its versions have in common, then the version's own. */
export async function serveApi(
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
  await wait(stack.switches.latency, closing);
  if (!closing.aborted) await serveV3(stack, exchange, body);
}
