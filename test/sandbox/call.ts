import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  // Tests read members of many shapes.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly json: any;
}

export interface Ask {
  readonly body?: unknown;
  readonly raw?: string | Uint8Array;
  readonly type?: string | null;
  readonly headers?: Record<string, string>;
}

/** One request on a connection of its own, so that a destroyed one cannot disturb the next. */
export function call(method: string, url: string, ask: Ask = {}): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const text = ask.raw ?? (ask.body === undefined ? undefined : JSON.stringify(ask.body));
  const type = ask.type === undefined ? 'application/json' : ask.type;
  const headers = {
    ...(text === undefined || type === null ? {} : { 'Content-Type': type }),
    ...ask.headers,
  };
  const request = httpRequest(url, { method, headers, agent: false }, (response) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('error', reject);
    response.on('end', () => {
      const body = decoded(Buffer.concat(chunks), response.headers['content-encoding']);
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        text: body,
        json: /json/.test(response.headers['content-type'] ?? '') ? JSON.parse(body) : null,
      });
    });
  });
  request.on('error', reject);
  request.end(text);
  return promise;
}

function decoded(bytes: Buffer, encoding: string | undefined): string {
  if (encoding === 'gzip') return gunzipSync(bytes).toString('utf8');
  // With a head or without one; servers send both.
  if (encoding === 'deflate')
    return (bytes[0] === 0x78 ? inflateSync : inflateRawSync)(bytes).toString('utf8');
  return bytes.toString('utf8');
}
