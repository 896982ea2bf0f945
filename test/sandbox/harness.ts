import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { afterEach } from 'vitest';
import {
  fakeStackClient,
  startSandbox,
  type FakeStackClient,
  type Sandbox,
  type SandboxOptions,
} from '../../sandbox/index.ts';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  // Tests read members of many shapes.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly json: any;
}

export interface Ask {
  readonly token?: string | null;
  readonly body?: unknown;
  readonly raw?: string;
  readonly type?: string | null;
  readonly headers?: Record<string, string>;
}

export interface Harness {
  readonly sandbox: Sandbox;
  readonly drive: FakeStackClient;
  readonly base: string;
  /** A call below the team; `token` is a name, a string of its own, or null for none (write). */
  readonly api: (method: string, path: string, ask?: Ask) => Promise<Answer>;
  /** A call to any path, without a token. */
  readonly plain: (method: string, path: string, ask?: Ask) => Promise<Answer>;
}

const started: Sandbox[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((sandbox) => sandbox.close()));
});

/** Starts a sandbox that ends with the test. */
export async function harness(options: SandboxOptions = {}): Promise<Harness> {
  const sandbox = await startSandbox(options);
  started.push(sandbox);
  const { url, team } = sandbox.stack;
  const tokens: Readonly<Record<string, string>> = sandbox.stack.tokens;
  const base = `${url}/v3/teams/${team}`;
  return {
    sandbox,
    drive: fakeStackClient(sandbox.control),
    base,
    api: (method, path, ask = {}) => {
      const name = ask.token === undefined ? 'write' : ask.token;
      const authorization: Record<string, string> =
        name === null ? {} : { Authorization: `Bearer ${tokens[name] ?? name}` };
      return call(method, `${base}${path}`, {
        ...ask,
        headers: { ...authorization, ...ask.headers },
      });
    },
    plain: (method, path, ask = {}) => call(method, `${url}${path}`, ask),
  };
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

export const article = {
  title: 'Rotating keys',
  body: 'Rotate them.\n',
  tags: ['tls', 'security'],
  type: 'howToGuide',
  permissions: { editableBy: 'everyone', editorUserIds: [], editorUserGroupIds: [] },
};
