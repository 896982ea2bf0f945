import { execFile, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer as createProxy, type IncomingMessage } from 'node:http';
import { createSecureServer } from 'node:http2';
import { createServer } from 'node:https';
import { connect, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../kit/temporary-folder.ts';

const run = promisify(execFile);
const module = new URL('../../../src/adapters/http/create-http.ts', import.meta.url).href;
const policyModule = new URL('plain-policy.ts', import.meta.url).href;

const folder = temporaryFolder();
let site: Server;
let proxy: Server;
/** Reached by TLS, where it offers HTTP/2 first. */
let safeProxy: Server;
let tunnels: string[] = [];
let proxyAnswer = 200;

/** A site with a certificate of a company's own authority, and a proxy in front of it. */
beforeAll(async () => {
  const openssl = (...args: string[]) =>
    execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  openssl('req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=Company CA');
  openssl('req', ...key, '-keyout', 'site.key', '-out', 'site.csr', '-subj', '/CN=stack.test');
  writeFileSync(join(folder, 'names'), 'subjectAltName=DNS:stack.test,IP:127.0.0.1\n');
  openssl(
    ...'x509 -req -in site.csr -CA ca.pem -CAkey ca.key -CAcreateserial'.split(' '),
    ...'-extfile names -out site.pem'.split(' '),
  );
  const certificate = {
    key: readFileSync(join(folder, 'site.key')),
    cert: readFileSync(join(folder, 'site.pem')),
  };
  site = createServer(certificate, (_, response) => response.end('{"hello":1}'));
  const tunnel = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    tunnels.push(`${request.url ?? ''} ${request.headers['proxy-authorization'] ?? ''}`.trim());
    if (proxyAnswer !== 200) {
      socket.end(`HTTP/1.1 ${String(proxyAnswer)} No\r\n\r\n`);
      return;
    }
    // The proxy alone knows the name `stack.test`.
    const upstream = connect((site.address() as AddressInfo).port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.write(head);
      upstream.pipe(socket);
      socket.pipe(upstream);
    });
    for (const end of [upstream, socket]) end.on('error', () => end.destroy());
  };
  proxy = createProxy().on('connect', tunnel);
  // By HTTP/2 it makes no tunnel.
  safeProxy = createSecureServer({ ...certificate, allowHTTP1: true }).on('connect', tunnel);
  for (const server of [site, proxy, safeProxy]) {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  }
});

afterAll(() => {
  site.close();
  proxy.close();
  safeProxy.close();
});

/** Sends one request in a process of its own, as Node reads NODE_EXTRA_CA_CERTS at its start. */
async function send(base: string, env: Record<string, string>): Promise<unknown> {
  const script = `
    import { createHttp } from ${JSON.stringify(module)};
    import { plainPolicy } from ${JSON.stringify(policyModule)};
    const { HTTPS_PROXY, NO_PROXY } = process.env;
    const http = createHttp({
      base: ${JSON.stringify(base)}, userAgent: 'test/1',
      policy: plainPolicy(),
      clock: { now: () => Date.now(), sleep: async () => {} },
      proxy: { https: HTTPS_PROXY, exclude: NO_PROXY },
    });
    const post = { method: 'POST', path: '/', headers: { authorization: 'Bearer s3cret' } };
    const result = await http.send(post).then(
      ({ status, body }) => ({ status, body: body.toString() }),
      (error) => ({ code: error.code, sent: error.sent, message: error.message }),
    );
    console.log(JSON.stringify({ ...result, total: http.requests.total }));
    await http.close();
  `;
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], {
    env: { PATH: process.env['PATH'], ...env },
  });
  return JSON.parse(stdout);
}

const port = (server: Server) => String((server.address() as AddressInfo).port);

describe('through a proxy', () => {
  test.each(['http://ada:pa%40ss@127.0.0.1:', '127.0.0.1:'])('%s', async (address) => {
    tunnels = [];
    const answer = await send('https://stack.test', {
      HTTPS_PROXY: `${address}${port(proxy)}`,
      NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'),
    });
    expect(answer).toEqual({ status: 200, body: '{"hello":1}', total: 1 });
    const basic = Buffer.from('ada:pa@ss').toString('base64');
    const sent = address.startsWith('http') ? `stack.test:443 Basic ${basic}` : 'stack.test:443';
    expect(tunnels).toEqual([sent]);
  });

  test('that is reached by TLS and offers HTTP/2', async () => {
    tunnels = [];
    const answer = await send('https://stack.test', {
      HTTPS_PROXY: `https://127.0.0.1:${port(safeProxy)}`,
      NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'),
    });
    expect(answer).toEqual({ status: 200, body: '{"hello":1}', total: 1 });
    expect(tunnels).toEqual(['stack.test:443']);
  });

  test('that refuses: nothing was sent', async () => {
    for (proxyAnswer of [403, 407]) {
      const answer = await send('https://stack.test', {
        HTTPS_PROXY: `http://127.0.0.1:${port(proxy)}`,
      });
      expect(answer).toMatchObject({ sent: false, total: 0 });
      expect(answer).toHaveProperty('message', expect.stringContaining(String(proxyAnswer)));
    }
    proxyAnswer = 200;
  });

  test('whose name is excluded, that is for http, or for loopback: not through it', async () => {
    const address = `http://127.0.0.1:${port(proxy)}`;
    tunnels = [];
    expect(
      await send('https://stack.test', { HTTPS_PROXY: address, NO_PROXY: 'a.test, .stack.test' }),
    ).toMatchObject({ sent: false });
    expect(await send('https://stack.test', { HTTP_PROXY: address })).toMatchObject({
      sent: false,
    });
    const ca = { NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem') };
    expect(
      await send(`https://127.0.0.1:${port(site)}`, { HTTPS_PROXY: address, ...ca }),
    ).toMatchObject({ status: 200 });
    expect(tunnels).toEqual([]);
  });
});

test('a certificate of an unknown authority is refused at once, before anything is sent', async () => {
  const through = { HTTPS_PROXY: `http://127.0.0.1:${port(proxy)}` };
  for (const [base, env] of [
    [`https://127.0.0.1:${port(site)}`, {}],
    ['https://stack.test', through],
  ] as const) {
    tunnels = [];
    expect(await send(base, env)).toMatchObject({
      code: expect.stringMatching(/UNABLE_TO_|SELF_SIGNED/),
      sent: false,
      total: 0,
    });
    expect(tunnels.length).toBeLessThan(2);
  }
});
