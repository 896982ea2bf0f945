import type { Exchange } from './exchange.ts';
import type { ServedRequest } from './inject-fault.ts';
import type { LocalService } from './local-service.ts';
import { pathSegments } from './path-segments.ts';
import { receive } from './receive.ts';
import { htmlType, textReply, withRetryAfter, type Reply } from './reply.ts';
import { respond } from './respond.ts';

/** A REST interface, and how it refuses. */
export interface RestApi {
  /** The part of a path that requests and faults are told apart by. */
  readonly below: (segments: readonly string[]) => readonly string[];
  readonly answer: (
    exchange: Exchange,
    segments: readonly string[],
    body: Buffer,
  ) => Reply | Promise<Reply>;
  readonly refusals: ServedRequest['refusals'];
}

/** Answers a request by a REST interface, or lets the fault happen that waits for it. */
export async function serveRest(
  { faults, late }: Pick<LocalService, 'faults' | 'late'>,
  exchange: Exchange,
  { below, answer, refusals }: RestApi,
): Promise<void> {
  const segments = pathSegments(exchange.url.pathname);
  const body = await receive(exchange.request);
  if (segments === null || body === null) return exchange.answer(textReply(400, 'Bad request\n'));
  exchange.noteBody(body);
  const carryOut = async () => {
    const reply = await answer(exchange, segments, body);
    return () => Promise.resolve(reply);
  };
  const asked = { segments: below(segments), token: '' };
  await respond(exchange, faults, asked, { carryOut, refusals, late, lateClock: 'real' });
}

/** What faults answer in the place of a service: its own problems, and a page with its name. */
export function refusalsOf(
  name: string,
  problem: (status: number, message: string) => Reply,
  messages: { readonly throttled: string; readonly unauthorized: string },
): ServedRequest['refusals'] {
  const page = `<!DOCTYPE html><html><head><title>${name}</title></head><body></body></html>\n`;
  return {
    throttled: ({ status = 429, retryAfter }) => ({
      ...problem(status, messages.throttled),
      headers: withRetryAfter({}, retryAfter),
    }),
    unauthorized: () => problem(401, messages.unauthorized),
    error: ({ status = 500 }) => problem(status, `Error ${status}`),
    html: ({ status = 200 }) => ({ status, type: htmlType, body: page }),
  };
}
