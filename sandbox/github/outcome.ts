import type { ServerResponse } from 'node:http';
import { jsonReply, send, type Reply } from '../exchange/reply.ts';
import type { LogEntry } from '../exchange/request-log.ts';

/** What became of a request. */
export interface Outcome {
  readonly status: number;
  readonly body: object | null;
  readonly headers: Readonly<Record<string, string>>;
}

export function replyOf({ status, body, headers }: Outcome): Reply {
  const reply = body === null ? { status, type: null, body: null } : jsonReply(status, body);
  return { ...reply, headers };
}

/** Answers, and notes the status; `cut`: with the first half of the body. */
export function answer(response: ServerResponse, entry: LogEntry, reply: Reply, cut = false): void {
  if (response.destroyed) return;
  entry.status = reply.status;
  send(response, reply, cut);
}
