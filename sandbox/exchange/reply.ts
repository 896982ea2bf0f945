import type { ServerResponse } from 'node:http';

/** A whole answer. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** The media type, or null for none. */
  readonly type: string | null;
  readonly body: string | Uint8Array | null;
}

export const jsonType = 'application/json; charset=utf-8';
export const textType = 'text/plain; charset=utf-8';
export const htmlType = 'text/html; charset=utf-8';

/** An answer in JSON. */
export function jsonReply(status: number, value: unknown): Reply {
  return { status, type: jsonType, body: JSON.stringify(value) };
}

/** An answer in plain text. */
export function textReply(status: number, text: string): Reply {
  return { status, type: textType, body: text };
}

/** Headers that also say when to come back; not where `seconds` is absent or null. */
export function withRetryAfter(
  headers: Readonly<Record<string, string>>,
  seconds: number | null | undefined,
): Readonly<Record<string, string>> {
  return typeof seconds === 'number' ? { ...headers, 'Retry-After': String(seconds) } : headers;
}

/** Writes an answer, or with `cut` only the first half of the body that it announces. */
export function send(response: ServerResponse, reply: Reply, cut = false): void {
  if (response.destroyed || response.headersSent) return;
  const body = Buffer.from(reply.body ?? '');
  const empty = reply.status === 204 || reply.status === 304;
  response.writeHead(reply.status, {
    ...reply.headers,
    ...(reply.type === null || reply.body === null ? {} : { 'Content-Type': reply.type }),
    ...(empty ? {} : { 'Content-Length': String(body.length) }),
    'X-Content-Type-Options': 'nosniff',
  });
  if (!cut) response.end(empty ? undefined : body);
  else response.write(body.subarray(0, body.length >> 1), () => response.destroy());
}
