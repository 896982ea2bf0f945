import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A server between the Action and a sandbox. */
export interface Echo {
  readonly url: string;
  /** Every header `Authorization` that came. */
  readonly seen: ReadonlySet<string>;
  /** From now on fails the requests that fit, and repeats in each answer what they were authorised with. */
  failWith(status: number, fits: (method: string, path: string) => boolean): void;
  passAll(): void;
}

/** Puts a server before another that can quote a request's credentials in every shape, as careless ones do. */
export async function startEcho(target: string): Promise<Echo> {
  const seen = new Set<string>();
  let failing: { status: number; fits: (method: string, path: string) => boolean } | null = null;
  const server = createServer((from, to) => {
    const given = from.headers.authorization;
    if (given) seen.add(given);
    const { method = '', url = '' } = from;
    if (!failing?.fits(method, url)) return forward(target, from, to);
    from.resume();
    const text = quotes(given ?? '');
    const ofGit = url.includes('.git/');
    to.writeHead(failing.status, { 'Content-Type': ofGit ? 'text/plain' : 'application/json' });
    to.end(ofGit ? text : JSON.stringify(asErrors(text)));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => {
      server.close(resolve);
    });
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    failWith(status, fits) {
      failing = { status, fits };
    },
    passAll() {
      failing = null;
    },
  };
}

function forward(target: string, from: IncomingMessage, to: ServerResponse): void {
  const { method, url = '', headers } = from;
  const onward = request(new URL(url, target), {
    method,
    headers: { ...headers, host: new URL(target).host },
  });
  onward.once('response', (answer) => {
    to.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(to);
  });
  onward.once('error', () => to.destroy());
  from.pipe(onward);
}

/** A token as it may be written: as it is, within others, by itself. */
export function shapesOf(token: string): string[] {
  const bytes = (text: string) => Buffer.from(text, 'utf8');
  return [
    token,
    encodeURIComponent(token),
    encodeURIComponent(token).replaceAll(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    bytes(token).toString('base64'),
    bytes(token).toString('base64url'),
    bytes(`x-access-token:${token}`).toString('base64'),
    bytes(`xx:${token}`).toString('base64'),
    JSON.stringify(token),
  ];
}

/** The credentials in every shape, and again and again, so that wherever a text is cut, one is cut in two. */
function quotes(authorization: string): string {
  const [, value = ''] = authorization.split(' ');
  const decoded = Buffer.from(value, 'base64').toString('utf8');
  const token = decoded.startsWith('x-access-token:') ? decoded.slice(15) : value;
  const all = [authorization, ...shapesOf(token)].join(' | ');
  return Array.from({ length: 20 }, (_, index) => `${'.'.repeat(index % 7)}${all}`).join('\n');
}

/** In every place where one of the two would have a message. */
function asErrors(text: string): object {
  return {
    message: text,
    title: text,
    detail: text,
    error_name: text,
    error_message: text,
    errors: [{ message: text, type: 'FAILED', code: 'custom', resource: text, field: text }],
  };
}
