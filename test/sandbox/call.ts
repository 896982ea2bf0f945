import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';

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
      const body = Buffer.concat(chunks).toString('utf8');
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
