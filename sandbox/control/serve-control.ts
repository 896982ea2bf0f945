import type { IncomingMessage } from 'node:http';
import { Fault } from '../../src/model/error.ts';
import { receive } from '../exchange/receive.ts';
import { jsonReply, type Reply } from '../exchange/reply.ts';
import type { SandboxState } from '../sandbox-state.ts';
import { refusal } from './guard.ts';
import { readControl, runControl } from './run-control.ts';

/** Answers a request below `/_control`, with JSON. */
export async function serveControl(
  state: SandboxState,
  request: IncomingMessage,
  url: URL,
): Promise<Reply> {
  const why = refusal(request);
  if (why !== null) return failure(403, why);
  const name = url.pathname.slice('/_control'.length).replace(/^\//, '');
  const body = await receive(request);
  if (body === null) return failure(413, 'The body is too long.');
  try {
    if (request.method === 'GET') return jsonReply(200, readControl(state, `${name}${url.search}`));
    if (request.method !== 'POST') return failure(405, 'Use GET or POST.');
    if (body.length > 0 && !/^application\/json\b/.test(request.headers['content-type'] ?? ''))
      return failure(415, 'Send the body as application/json.');
    return jsonReply(200, await runControl(state, name, body.length === 0 ? {} : parse(body)));
  } catch (error) {
    if (error instanceof Fault) return failure(400, error.message, error.remedy);
    throw error;
  }
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (cause) {
    throw new Fault('usage', 'usage', 'Cannot read the body: it is not JSON.', {
      remedy: 'Send a JSON object.',
      cause,
    });
  }
}

function failure(status: number, message: string, remedy: string | null = null): Reply {
  return jsonReply(status, { error: { message, remedy } });
}
