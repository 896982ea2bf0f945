import { once } from 'node:events';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { Agent } from 'undici';
import { describe, expect, test } from 'vitest';
import { createHttp, type Http, type HttpOptions } from '../../../src/adapters/http/create-http.ts';
import { exchange } from '../../../src/adapters/http/exchange.ts';
import { HttpFailure } from '../../../src/adapters/http/http-failure.ts';
import { inFlightPacer } from '../../../src/adapters/http/in-flight-pacer.ts';
import { fakeClock } from '../../kit/fake-clock.ts';
import { json, serve, type Answer } from '../../kit/serve.ts';
import { plainPolicy } from './plain-policy.ts';

const token = 'rl_pat_0123456789))';
const get = { method: 'GET', path: '/x', headers: { authorization: `Bearer ${token}` } } as const;
const post = { ...get, method: 'POST', body: { type: 'application/json', content: '{}' } } as const;

function open(base: string, options: Partial<HttpOptions> = {}): Http & { slept: number[] } {
  const clock = fakeClock();
  const timeouts = { connectMs: 200, headersMs: 60, bodyMs: 60 };
  const http = createHttp({
    base,
    userAgent: 'test/1',
    clock,
    policy: plainPolicy(),
    timeouts,
    ...options,
  });
  return Object.assign(Object.create(http) as Http, { slept: clock.slept });
}

async function failureOf(work: Promise<unknown>): Promise<HttpFailure> {
  const error: unknown = await work.then(
    () => null,
    (error: unknown) => error,
  );
  expect(error).toBeInstanceOf(HttpFailure);
  return error as HttpFailure;
}

/** A port on which nothing listens. */
async function freePort(): Promise<number> {
  const server = createTcpServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

const answers: Record<string, Answer> = {
  'status 500': (response) => json(response, 500, {}),
  'status 502': (response) => json(response, 502, {}),
  'status 503': (response) => json(response, 503, {}),
  'status 504': (response) => json(response, 504, {}),
  'status 408': (response) => json(response, 408, {}),
  'status 400': (response) => json(response, 400, {}),
  'status 404': (response) => json(response, 404, {}),
  'a redirect': (response) => {
    response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end();
  },
  'a reset': (response) => {
    response.destroy();
  },
  'a late answer': () => undefined,
  'a body cut short': (response) => {
    response.writeHead(200, { 'content-length': 100 });
    response.write('{');
    setTimeout(() => response.destroy(), 5);
  },
  'a stopped body': (response) => {
    response.writeHead(200, { 'content-length': 100 });
    response.write('{');
  },
  'cut gzip': (response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' });
    response.end(gzipSync('{"a":1}').subarray(0, 15));
  },
};

describe('what is tried again', () => {
  test.each([
    // [what came, tries of a read, tries of a write, whether a status comes back]
    ['status 500', 4, 1, 500],
    ['status 502', 4, 1, 502],
    ['status 503', 4, 1, 503],
    ['status 504', 4, 1, 504],
    ['status 408', 4, 1, 408],
    ['status 400', 1, 1, 400],
    ['status 404', 1, 1, 404],
    ['a redirect', 1, 1, 302],
    ['a reset', 4, 1, null],
    ['a late answer', 4, 1, null],
    ['a body cut short', 4, 1, null],
    ['a stopped body', 4, 1, null],
    ['cut gzip', 4, 1, null],
  ] as const)('%s: %i tries of a read, %i of a write', async (name, reads, writes, status) => {
    for (const [request, tries] of [
      [get, reads],
      [post, writes],
    ] as const) {
      await using server = await serve(answers[name] ?? (() => undefined));
      const http = open(server.url);
      if (status === null) expect((await failureOf(http.send(request))).sent).toBe(true);
      else expect((await http.send(request)).status).toBe(status);
      expect(server.seen).toHaveLength(tries);
      expect(http.requests).toEqual({ total: tries, writes: request === post ? tries : 0 });
      await http.close();
    }
  });

  test.each([get, post])('a refused connection: $method, never sent', async (request) => {
    const http = open(`http://127.0.0.1:${String(await freePort())}`);
    const failure = await failureOf(http.send(request));
    expect(failure).toMatchObject({ code: 'ECONNREFUSED', sent: false });
    expect(http.slept).toHaveLength(3);
    expect(http.requests).toEqual({ total: 0, writes: 0 });
    await http.close();
  });

  test('a read that comes right at last is given', async () => {
    await using server = await serve((response, _, count) =>
      json(response, count < 4 ? 503 : 200, count),
    );
    const http = open(server.url);
    expect((await http.send(get)).body.toString()).toBe('4');
    await http.close();
  });

  test('each request is told as it is written, and none that never was', async () => {
    await using server = await serve((response, _, count) =>
      json(response, count < 3 ? 503 : 200, {}),
    );
    const seen: number[] = [];
    const onRequest = () => seen.push(server.seen.length);
    const http = open(server.url, { onRequest });
    await http.send(get);
    expect(seen).toEqual([0, 1, 2]);
    await http.close();
    const refused = open(`http://127.0.0.1:${String(await freePort())}`, { onRequest });
    await failureOf(refused.send(get));
    expect(seen).toHaveLength(3);
    await refused.close();
  });

  test('a request that says of itself that it is a read is treated as one', async () => {
    await using server = await serve((response, _, count) =>
      json(response, count < 2 ? 503 : 200, {}),
    );
    const http = open(server.url);
    expect((await http.send({ ...post, effect: 'read' })).status).toBe(200);
    expect(http.requests).toEqual({ total: 2, writes: 0 });
    await http.close();
  });
});

describe('too many calls', () => {
  test('a read and a write wait for as long as they are told', async () => {
    for (const request of [get, post]) {
      await using server = await serve((response, _, count) => {
        if (count === 1) response.writeHead(429, { 'retry-after': '7' }).end();
        else json(response, 200, {});
      });
      const http = open(server.url);
      expect((await http.send(request)).status).toBe(200);
      expect(server.seen).toHaveLength(2);
      expect(http.slept[0]).toBe(7000);
      await http.close();
    }
  });

  test('without end: gives up after the longest wait in all, and not before', async () => {
    await using server = await serve((response) => {
      response.writeHead(429, { 'retry-after': '1' }).end();
    });
    const http = open(server.url, { policy: plainPolicy({ maxWaitMs: 10_000 }) });
    expect((await http.send(post)).status).toBe(429);
    expect(server.seen).toHaveLength(11);
    await http.close();
  });

  test('a wait that is too long is not begun, and nothing else is sent until then', async () => {
    await using server = await serve((response) => {
      response.writeHead(429, { 'retry-after': '46472' }).end();
    });
    const clock = fakeClock(0);
    const http = open(server.url, { clock });
    expect((await http.send(get)).status).toBe(429);
    expect(await failureOf(http.send(post))).toMatchObject({
      code: 'EQUOTA',
      sent: false,
      until: 46_472_000,
    });
    expect(clock.slept).toEqual([]);
    expect(server.seen).toHaveLength(1);
    await http.close();
  });

  test('what is refused to one is not tried by another meanwhile', async () => {
    const clock = fakeClock(0);
    const arrivals: number[] = [];
    await using server = await serve((response, _, count) => {
      arrivals.push(clock.now());
      if (count === 1) response.writeHead(429, { 'retry-after': '9' }).end();
      else json(response, 200, {});
    });
    const http = open(server.url, { clock, policy: plainPolicy({ pacer: inFlightPacer(1) }) });
    await Promise.all([http.send(get), http.send(get)]);
    const [first, ...others] = arrivals;
    expect(first).toBe(0);
    expect(others).toHaveLength(2);
    expect(Math.min(...others)).toBeGreaterThanOrEqual(9000);
    await http.close();
  });

  test('are said to be a wait, and by whom', async () => {
    const said: string[] = [];
    const log = {
      debug: (text: string) => said.push(text),
      info: (text: string) => said.push(text),
    };
    await using server = await serve((response, _, count) => {
      const statuses = [429, 503, 200];
      response.writeHead(statuses[count - 1] ?? 200, { 'retry-after': '7' }).end();
    });
    const http = open(server.url, { log });
    await http.send(get);
    expect(said).toEqual([
      'The test takes no more calls for now; waiting 7.0 s',
      'The test did not answer well (status 503); trying again in 7.0 s',
    ]);
    await http.close();
  });
});

describe('an answer', () => {
  test.each([
    ['identity', Buffer.from('{"a":"ü"}')],
    ['gzip', gzipSync('{"a":"ü"}')],
    ['deflate', deflateSync('{"a":"ü"}')],
    ['deflate', deflateRawSync('{"a":"ü"}')],
    ['br', brotliCompressSync('{"a":"ü"}')],
  ])('in %s is read', async (coding, body) => {
    await using server = await serve((response) => {
      response.writeHead(200, { 'content-encoding': coding }).end(body);
    });
    const http = open(server.url);
    expect((await http.send(get)).body.toString()).toBe('{"a":"ü"}');
    await http.close();
  });

  test.each([
    ['as it is', {}, Buffer.alloc(2000)],
    ['once unpacked', { 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(2000))],
  ])('that is too long %s is refused at the first try', async (_, headers, body) => {
    await using server = await serve((response) => {
      response.writeHead(200, headers).end(body);
    });
    const http = open(server.url, { maxBytes: 1000 });
    expect((await failureOf(http.send(get))).code).toBe('ETOOLARGE');
    expect(server.seen).toHaveLength(1);
    await http.close();
  });

  test('that trickles for ever is given up', async () => {
    await using server = await serve((response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write(' '), 10);
      response.on('close', () => clearInterval(timer));
    });
    const http = open(server.url, { timeouts: { connectMs: 50, headersMs: 50, bodyMs: 50 } });
    const failure = await failureOf(http.send(post));
    expect(failure).toMatchObject({ code: 'ETIMEDOUT', sent: true });
    await http.close();
  });
});

describe('a request', () => {
  test('names its program, and uses the connection again', async () => {
    const sockets = new Set<unknown>();
    await using server = await serve((response) => {
      sockets.add(response.socket);
      json(response, 200, {});
    });
    const http = open(server.url);
    for (let count = 0; count < 5; count += 1) await http.send(get);
    // The second request may come before the first connection is seen to be free.
    expect(sockets.size).toBeLessThan(3);
    expect(server.seen[0]?.headers).toMatchObject({
      'user-agent': 'test/1',
      authorization: `Bearer ${token}`,
    });
    await http.close();
  });

  test('never leaves its server', async () => {
    await using server = await serve((response) => json(response, 200, {}));
    const http = open(`${server.url}/base`);
    for (const path of ['@evil.example/', 'x', '/../y', '/a#b', '/a\\..\\..\\b', ''])
      await expect(http.send({ ...get, path })).rejects.toMatchObject({ code: 'internal' });
    await http.send({ ...get, path: '/a/b?c=%2F..%2F' });
    expect(server.seen.map(({ url }) => url)).toEqual(['/base/a/b?c=%2F..%2F']);
    await http.close();
  });

  test('keeps its token out of every failure', async () => {
    for (const answer of Object.values(answers)) {
      await using server = await serve(answer);
      const http = open(server.url, { timeouts: { connectMs: 30, headersMs: 30, bodyMs: 30 } });
      const failure: unknown = await http.send(post).catch((error: unknown) => error);
      if (failure instanceof Error) {
        expect(failure.cause).toBeUndefined();
        expect(`${failure.stack ?? ''}${JSON.stringify(failure)}`).not.toContain(token);
      }
      await http.close();
    }
  });
});

describe('a base address', () => {
  test.each([
    'http://stack.example',
    'ftp://127.0.0.1',
    'stack.example',
    'https://user:secret-word@stack.example',
    'https://stack.example/?x=1',
    'http://127.0.0.1.evil.example',
    'http://localhost.evil.example',
    'http://[::ffff:10.0.0.1]',
  ])('%s is refused', (base) => {
    expect(() => open(base)).toThrow(expect.objectContaining({ code: 'insecure-url' }));
    expect(() => open(base)).not.toThrow(/secret-word/);
  });

  test.each([
    ['https://stack.example/', 'https://stack.example'],
    ['https://stack.example/api/', 'https://stack.example/api'],
    ['http://127.8.9.1:80', 'http://127.8.9.1'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
  ])('%s is taken', (base, seen) => {
    expect(open(base).base).toBe(seen);
  });
});

describe('nothing is sent after its time', () => {
  test('where it had to wait for its turn', async () => {
    await using server = await serve((response) => json(response, 200, {}));
    const clock = fakeClock(1000);
    const http = open(server.url, { clock });
    const failure = await failureOf(http.send({ ...post, notAfter: 999 }));
    expect(failure).toMatchObject({ code: 'ETOOLATE', sent: false });
    expect((await http.send({ ...post, notAfter: 1000 })).status).toBe(200);
    expect(http.requests).toEqual({ total: 1, writes: 1 });
    await http.close();
  });

  test('where the connection took too long', async () => {
    await using server = await serve((response) => json(response, 200, {}));
    const agent = new Agent();
    const late = exchange(agent, {
      url: new URL(server.url),
      method: 'POST',
      headers: {},
      body: '{}',
      timeoutMs: 1000,
      maxBytes: 1000,
      onSending() {
        throw new HttpFailure('late', { code: 'ETOOLATE', sent: false });
      },
    });
    expect(await failureOf(late)).toMatchObject({ code: 'ETOOLATE', sent: false });
    await agent.close();
    expect(server.seen).toEqual([]);
  });

  test('where the server asks for a longer wait', async () => {
    await using server = await serve((response) => {
      response.writeHead(429, { 'retry-after': '60' }).end();
    });
    const clock = fakeClock(0);
    const http = open(server.url, { clock });
    expect((await http.send({ ...post, notAfter: 59_000 })).status).toBe(429);
    expect(server.seen).toHaveLength(1);
    expect(clock.slept).toEqual([]);
    await http.close();
  });
});
