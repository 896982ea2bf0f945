import type { ServerResponse } from 'node:http';
import { deflateSync, gzipSync } from 'node:zlib';
import { createHttp, type Http } from '../../../../src/adapters/http/create-http.ts';
import { v2Policy } from '../../../../src/adapters/stack/throttle/v2-policy.ts';
import { createSiteV2 } from '../../../../src/adapters/stack/v2/create-site-v2.ts';
import type { Destination } from '../../../../src/model/destination.ts';
import type { Log } from '../../../../src/ports/log.ts';
import type { Site } from '../../../../src/ports/site.ts';
import { fakeClock, type FakeClock } from '../../../kit/fake-clock.ts';
import { serve, type Seen } from '../../../kit/serve.ts';

export const token = 'rl_pat_0123456789))';
export const apiKey = 'key-0123456789((';

/** A call as the tests look at it: `GET /articles/12`, with what its address and its form say. */
export interface Call {
  readonly name: string;
  readonly query: Readonly<Record<string, string>>;
  readonly form: Readonly<Record<string, string>>;
  readonly headers: Seen['headers'];
}

/** What the site answers to a call: an object, or an object with a status. */
export type Reply = (call: Call, count: number) => object | Raw;

/** An answer that is no JSON of the API. */
export class Raw {
  readonly status: number;
  readonly text: string;

  constructor(status: number, text: string) {
    this.status = status;
    this.text = text;
  }
}

export interface Opened extends AsyncDisposable {
  readonly site: Site;
  readonly http: Http;
  readonly clock: FakeClock;
  /** What was asked for, but for the account and the filter. */
  readonly calls: Call[];
  readonly all: Call[];
  readonly told: string[];
}

export const wrapper = (items: readonly object[], more: object = {}): object => ({
  items,
  has_more: false,
  quota_max: 10_000,
  quota_remaining: 9000,
  total: items.length,
  ...more,
});

/** An error as the API answers it, with status 400. */
export const failure = (id: number, message = 'no', name = 'an_error'): object => ({
  error_id: id,
  error_message: message,
  error_name: name,
});

/** An id that was asked for among others, without the one that no post has. */
export const idsIn = ({ name }: Call): string[] =>
  (name.split('/').at(-1) ?? '').split(';').filter((id) => Number(id) < 1_000_000_000);

/** Starts a server that answers as told, and opens it as a site over API v2.3. */
export async function openSite(
  reply: Reply,
  destination: Partial<Destination> = {},
): Promise<Opened> {
  const calls: Call[] = [];
  const all: Call[] = [];
  const told: string[] = [];
  const server = await serve((response, request) => {
    const call = callOf(request);
    all.push(call);
    const isOwn = call.name !== 'GET /filters/create' && call.name !== 'GET /me';
    if (isOwn) calls.push(call);
    const answer = reply(call, calls.length);
    send(response, isOwn || !('default' in answer) ? answer : basics(call), all.length);
  });
  const clock = fakeClock();
  const tell = (text: string) => void told.push(text);
  const log: Pick<Log, 'debug' | 'info'> = { debug: tell, info: tell };
  const http = createHttp({
    base: server.url,
    userAgent: 'test/1',
    clock,
    log,
    timeouts: { connectMs: 100, headersMs: 100, bodyMs: 100 },
    policy: v2Policy(),
  });
  const place: Destination = {
    tier: 'business',
    site: server.url,
    team: 'acme',
    api: 'v2.3',
    ...destination,
  };
  const key = place.tier === 'enterprise' ? apiKey : null;
  const site = createSiteV2({ destination: place, token, apiKey: key, http, clock });
  return {
    site,
    http,
    clock,
    calls,
    all,
    told,
    async [Symbol.asyncDispose]() {
      await http.close();
      await server[Symbol.asyncDispose]();
    },
  };
}

/** What a reply gives for the account and the filter, where it has nothing of its own to say. */
export const basic = { default: true };

function basics({ name, query }: Call): object {
  if (name === 'GET /me')
    return wrapper([{ user_id: 7, display_name: 'Robot', user_type: 'registered' }]);
  const safe = query['unsafe'] !== 'true';
  return wrapper([{ filter: safe ? '!safe' : '!made', filter_type: safe ? 'safe' : 'unsafe' }]);
}

function callOf({ method, url, headers, body }: Seen): Call {
  const { pathname, searchParams } = new URL(url, 'http://site.example');
  return {
    name: `${method} ${pathname.replace(/^(?:\/api)?\/2\.3/, '')}`,
    query: Object.fromEntries(searchParams),
    form: Object.fromEntries(new URLSearchParams(body)),
    headers,
  };
}

/** Answers are compressed in one of two ways, and may not say what they are. */
function send(response: ServerResponse, answer: object, count: number): void {
  if (answer instanceof Raw) {
    response.writeHead(answer.status, { 'content-type': 'text/html' }).end(answer.text);
    return;
  }
  const json = JSON.stringify(answer);
  const status = 'error_id' in answer ? 400 : 200;
  response.writeHead(status, { 'content-encoding': count % 2 === 0 ? 'gzip' : 'deflate' });
  response.end(count % 2 === 0 ? gzipSync(json) : deflateSync(json));
}

/** An article as the site answers it. */
export function articleModel(over: object = {}): object {
  return {
    article_id: 12,
    article_type: 'how-to-guide',
    title: 'Rotating keys',
    body_markdown: 'Rotate.\n',
    tags: ['tls', 'security'],
    owner: { user_id: 7, display_name: 'Robot' },
    creation_date: 1_795_256_400,
    last_activity_date: 1_795_260_000,
    ...over,
  };
}

/** A question as the site answers it. */
export function questionModel(over: object = {}): object {
  const { article_id: _, article_type: __, ...shared } = articleModel() as Record<string, unknown>;
  return { ...shared, question_id: 20, answer_count: 1, ...over };
}

/** An answer as the site answers it. */
export function answerModel(over: object = {}): object {
  return {
    answer_id: 21,
    question_id: 20,
    body_markdown: 'By hand.\n',
    owner: { user_id: 7, display_name: 'Robot' },
    is_accepted: true,
    creation_date: 1_795_256_400,
    last_activity_date: 1_795_260_000,
    ...over,
  };
}
