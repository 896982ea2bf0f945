import type { IncomingMessage, ServerResponse } from 'node:http';
import { send, type Reply } from './reply.ts';
import type { LogEntry, RequestLog } from './request-log.ts';
import type { SandboxClock } from './sandbox-clock.ts';

interface ExchangeOptions {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly clock: SandboxClock;
  readonly log: RequestLog;
  readonly closing: AbortSignal;
}

/** One request to a service and its answer, both noted in the service's log. */
export class Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly method: string;
  readonly entry: LogEntry;
  /** Given when the sandbox closes: whoever waits stops. */
  readonly closing: AbortSignal;

  constructor({ request, response, url, clock, log, closing }: ExchangeOptions) {
    this.request = request;
    this.response = response;
    this.url = url;
    this.method = request.method ?? 'GET';
    this.closing = closing;
    const at = clock.now();
    this.entry = log.open({ at, method: this.method, path: url.pathname, query: url.search });
    response.sendDate = false;
    response.setHeader('Date', new Date(at).toUTCString());
  }

  /** Notes what came with a request that may write. */
  noteBody(body: Buffer | null): void {
    if (this.method === 'GET' || this.method === 'HEAD') return;
    // Of a form with a file, the beginning tells enough.
    const isForm = /^multipart\//i.test(this.request.headers['content-type'] ?? '');
    this.entry.sent = body?.toString('utf8', 0, isForm ? 300 : body.length) ?? null;
  }

  /** Answers and notes the status; `cut`: with the first half of the body. */
  answer(reply: Reply, cut = false): void {
    if (this.response.destroyed) return;
    this.entry.status = reply.status;
    send(this.response, reply, cut);
  }
}
