import { describe, expect, test } from 'vitest';
import { createHttp } from '../../../../src/adapters/http/create-http.ts';
import { v3Policy } from '../../../../src/adapters/stack/throttle/v3-policy.ts';
import { createSiteV3 } from '../../../../src/adapters/stack/v3/create-site-v3.ts';
import { Fault } from '../../../../src/model/error.ts';
import type { ArticleContent } from '../../../../src/model/post.ts';
import type { Site, SitePost } from '../../../../src/ports/site.ts';
import { fakeClock } from '../../../kit/fake-clock.ts';
import { json, type Answer } from '../../../kit/serve.ts';
import { articleModel, openSite, token } from '../served-site.ts';

const content: ArticleContent = {
  kind: 'article',
  title: 'T',
  body: 'B',
  tags: ['x'],
  type: 'policy',
  permissions: null,
};
const current: SitePost = {
  kind: 'article',
  id: 12,
  ref: { kind: 'article', id: 12 },
  title: 'T',
  body: 'B',
  url: '',
  tags: [],
  type: null,
  permissions: null,
  owner: { id: 7, name: 'Robot' },
  editable: true,
  answer: null,
  echo: {},
  created: 0,
  activity: 0,
};

const acts = {
  read: (site: Site) => site.read({ kind: 'article', id: 12 }),
  list: (site: Site) => site.list('article', 7, 1),
  create: (site: Site) => site.create(content, Infinity),
  update: (site: Site) => site.update(current, content, Infinity),
};

async function faultOf(work: Promise<unknown>): Promise<Fault> {
  const error: unknown = await work.then(
    (value) => value,
    (error: unknown) => error,
  );
  expect(error).toBeInstanceOf(Fault);
  return error as Fault;
}

const text =
  (status: number, body: string): Answer =>
  (response) => {
    response.writeHead(status, { 'content-type': 'text/plain' }).end(body);
  };
const problem =
  (status: number, body: object): Answer =>
  (response) =>
    json(response, status, { status, ...body });
const forbidden = problem(403, { type: '/v3/errors/forbidden', title: 'Forbidden Action' });
const page = text(200, '<!DOCTYPE html><title>Log in</title>');
const reset: Answer = (response) => {
  response.destroy();
};
const cut: Answer = (response) => {
  response.writeHead(200, { 'content-length': 50 });
  response.write('{');
  setTimeout(() => response.destroy(), 5);
};
const late: Answer = () => undefined;
const redirect =
  (status: number): Answer =>
  (response) => {
    response.writeHead(status, { location: 'https://login.example/' }).end();
  };
const throttled: Answer = (response) => {
  response.writeHead(429, { 'retry-after': '3' }).end();
};

type Row = readonly [string, Answer, keyof typeof acts, string, 'rejected' | 'unknown', number];

// [what came, the answer, what was asked, the code, the outcome, requests sent]
const rows: readonly Row[] = [
  ['a bad token', text(401, 'Invalid access token'), 'read', 'token-refused', 'rejected', 1],
  ['a bad token', text(401, 'Invalid access token'), 'create', 'token-refused', 'rejected', 1],
  ['an expired token', text(401, 'token expired'), 'list', 'token-expired', 'rejected', 1],
  ['a forbidden read', forbidden, 'read', 'site-forbidden', 'rejected', 1],
  ['a read-only token', forbidden, 'create', 'token-read-only', 'rejected', 1],
  ['a read-only token', forbidden, 'update', 'token-read-only', 'rejected', 1],
  ['no such post', problem(404, { title: 'x' }), 'update', 'post-gone', 'rejected', 1],
  ['no such team', problem(404, { title: 'x' }), 'list', 'site-not-found', 'rejected', 1],
  ['a refused text', problem(400, { detail: 'No.' }), 'create', 'site-rejected', 'rejected', 1],
  ['a conflict', problem(409, { detail: 'No.' }), 'update', 'site-rejected', 'rejected', 1],
  ['a timeout of the server', problem(408, {}), 'create', 'site-rejected', 'rejected', 1],
  ['too many calls', throttled, 'read', 'throttled', 'rejected', 2],
  ['too many calls', throttled, 'create', 'throttled', 'rejected', 2],
  ['a redirect', redirect(302), 'read', 'site-redirected', 'rejected', 1],
  ['a redirect', redirect(308), 'create', 'site-redirected', 'rejected', 1],
  ['a redirect after the deed', redirect(303), 'create', 'site-redirected', 'unknown', 1],
  ['a web page', page, 'read', 'site-not-json', 'rejected', 1],
  ['a web page', page, 'create', 'outcome-unknown', 'unknown', 1],
  ['nothing', text(201, ''), 'create', 'outcome-unknown', 'unknown', 1],
  ['half of the JSON', text(201, '{"id": 12, "ti'), 'create', 'outcome-unknown', 'unknown', 1],
  ['other JSON', problem(201, {}), 'create', 'outcome-unknown', 'unknown', 1],
  ['status 500', text(500, 'Oops'), 'read', 'site-unavailable', 'rejected', 4],
  ['status 503', text(503, ''), 'list', 'site-unavailable', 'rejected', 4],
  ['status 500', text(500, 'Oops'), 'create', 'outcome-unknown', 'unknown', 1],
  ['status 502', text(502, '<html>'), 'update', 'outcome-unknown', 'unknown', 1],
  ['a reset', reset, 'read', 'site-unreachable', 'rejected', 4],
  ['a reset', reset, 'create', 'outcome-unknown', 'unknown', 1],
  ['a reset', reset, 'update', 'outcome-unknown', 'unknown', 1],
  ['a body cut short', cut, 'read', 'site-unreachable', 'rejected', 4],
  ['a body cut short', cut, 'create', 'outcome-unknown', 'unknown', 1],
  ['no answer in time', late, 'create', 'outcome-unknown', 'unknown', 1],
];

describe('an answer that is none', () => {
  test.each(rows)('%s, %o asked: %s → %s, %s', async (_, answer, act, code, outcome, requests) => {
    await using opened = await openSite(answer);
    const fault = await faultOf(acts[act](opened.site));
    expect({ code: fault.code, outcome: fault.outcome, kind: fault.kind }).toEqual({
      code,
      outcome,
      kind: 'site',
    });
    expect(fault.remedy).toMatch(/^[A-Z].*\.$/);
    expect(opened.seen).toHaveLength(requests);
    expect(opened.site.requests.total).toBe(requests);
  });

  test('a post that we may not edit says nothing of the token', async () => {
    await using opened = await openSite(forbidden);
    const locked = { ...current, editable: false };
    const fault = await faultOf(opened.site.update(locked, content, Infinity));
    expect(fault.code).toBe('site-forbidden');
  });

  test('a server that takes calls again is asked again, a write too', async () => {
    await using opened = await openSite((response, request, count) =>
      count === 1 ? throttled(response, request, count) : json(response, 201, articleModel()),
    );
    expect((await opened.site.create(content, Infinity)).id).toBe(12);
    expect(opened.site.requests).toEqual({ total: 2, writes: 2 });
  });

  test.each(['read', 'create'] as const)('nobody there: %s', async (act) => {
    const gone = await openSite(late);
    await gone[Symbol.asyncDispose]();
    const clock = fakeClock();
    const http = createHttp({ base: gone.url, userAgent: 'test/1', clock, policy: v3Policy() });
    const { destination } = gone.site;
    const site = createSiteV3({ destination, token, http, clock });
    const fault = await faultOf(acts[act](site));
    expect(fault).toMatchObject({ code: 'site-unreachable', outcome: 'rejected' });
    expect(fault.message).toContain('ECONNREFUSED');
    expect(clock.slept).toHaveLength(3);
    await http.close();
  });
});

describe("the site's own words", () => {
  test.each([
    [
      problem(400, { title: 'Question not created', detail: 'Title is too long.' }),
      'Title is too long',
    ],
    [
      problem(400, { title: 'One or more', errors: { Title: ['The Title field is required.'] } }),
      'The Title field is required',
    ],
    [problem(400, { title: 'Only a title' }), 'Only a title'],
    [text(400, 'plain words'), 'plain words'],
  ])('%# are told to the team alone', async (answer, words) => {
    await using opened = await openSite(answer);
    const { message, forTeam } = await faultOf(acts.create(opened.site));
    expect(forTeam).toBe(`The site says: “${words}”.`);
    expect(message).toBe('Cannot create article “T”: the site refuses it (status 400).');
  });

  test('are one short line without the token', async () => {
    const detail = `Bad\r\n::error::x \u202E ${token} ${'long '.repeat(500)}`;
    await using opened = await openSite(problem(400, { detail }));
    const { forTeam } = await faultOf(acts.create(opened.site));
    expect(forTeam).not.toMatch(/[\r\n\u202E]/);
    expect(forTeam?.length).toBeLessThan(400);
    expect(forTeam).not.toContain(token);
    expect(forTeam).toContain('***');
  });
});

describe('a change that the site throttles', () => {
  const throttled =
    (seconds: number): Answer =>
    (response, _request, count) => {
      if (count > 1) response.writeHead(200).end(JSON.stringify(articleModel()));
      else response.writeHead(429, { 'retry-after': String(seconds) }).end();
    };

  test('for some seconds is sent again', async () => {
    await using opened = await openSite(throttled(4));
    await acts.update(opened.site);
    expect(opened.seen).toHaveLength(2);
  });

  test('for so long that somebody may have edited the post is not', async () => {
    await using opened = await openSite(throttled(11));
    const fault = await faultOf(acts.update(opened.site));
    expect(fault).toMatchObject({ code: 'throttled', outcome: 'stale' });
    expect(opened.seen).toHaveLength(1);
  });
});

describe('what the site answers', () => {
  const word = 'Zeus';
  const bodies = [
    JSON.stringify({ title: word, detail: word, errors: { [word]: [word] }, [word]: word }),
    JSON.stringify({ items: [{ id: 1, title: 7, [word]: word }], totalCount: word }),
    JSON.stringify({ id: word, name: word, title: word }),
    JSON.stringify(word),
    word,
    `${word} expired`,
    `{"${word}`,
    `<!DOCTYPE html><title>${word}</title>`,
  ];
  const question = { kind: 'question', id: 12, answer: 34 } as const;
  const everything: readonly ((site: Site) => Promise<unknown>)[] = [
    ...Object.values(acts),
    (site) => site.me(),
    (site) => site.read(question),
    (site) => site.answersOf(question, 7),
    (site) => site.createAnswer(question, 'B', Infinity),
    (site) => site.updateAnswer(question, 'B', Infinity),
    (site) => site.acceptAnswer(question, Infinity),
    async ({ directory }) => directory?.userByEmail('ada@acme.example'),
    async ({ directory }) => directory?.user(21),
    async ({ directory }) => directory?.groups(),
    async ({ directory }) => directory?.tags(['tls'], 2),
    async ({ directory }) => directory?.expertsOf(3),
  ];
  const statuses = [200, 201, 301, 303, 400, 401, 403, 404, 409, 418, 422, 429, 500, 503];

  test.each(statuses)('with status %s stands in no message', async (status) => {
    for (const body of bodies) {
      await using opened = await openSite((response) => {
        const headers = { 'content-type': `text/${word}`, location: `https://a.example/${word}` };
        response.writeHead(status, word, { ...headers, 'x-error': word, 'retry-after': word });
        response.end(body);
      });
      for (const act of everything) {
        const error: unknown = await act(opened.site).catch((thrown: unknown) => thrown);
        if (!(error instanceof Fault)) continue;
        const { message, remedy, stack = '', place } = error;
        expect(`${message} ${remedy} ${stack} ${JSON.stringify(place)}`).not.toContain(word);
      }
    }
  });

  test('in a broken coding or header stands in no message', async () => {
    const answers: Answer[] = [
      (response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(word),
      (response) => void response.socket?.end(`HTTP/1.1 200 ${word}\r\n${word}\r\n\r\n`),
      (response) => void response.socket?.end(`${word}\r\n`),
    ];
    for (const answer of answers) {
      await using opened = await openSite(answer);
      for (const act of everything) {
        const { message, remedy } = await faultOf(act(opened.site));
        expect(`${message} ${remedy}`).not.toContain(word);
      }
    }
  });
});

test('the token stands in no fault, nor below it', async () => {
  for (const [, answer, act] of rows) {
    await using opened = await openSite(answer);
    let error: unknown = await faultOf(acts[act](opened.site));
    while (error instanceof Error) {
      expect(`${error.stack ?? ''} ${JSON.stringify(error)}`).not.toContain(token);
      error = error.cause;
    }
  }
});
