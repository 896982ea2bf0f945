import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { gitHubHarness, stackHarness, type StackHarness } from '../harness.ts';
import { article } from '../stack/article.ts';

const post = ({ api }: StackHarness) => api('POST', '/articles', { body: article });
const titles = async ({ drive }: StackHarness) => (await drive.posts()).length;

/** Fails the test where an answer comes within a moment. */
async function unanswered(promise: Promise<unknown>): Promise<void> {
  const winner = await Promise.race([
    promise.catch(() => 'broken'),
    new Promise((resolve) => setTimeout(resolve, 80, 'silence')),
  ]);
  expect(winner).toBe('silence');
}

describe('a fault', () => {
  test('lost: the write is done and the answer is gone', async () => {
    const at = await stackHarness();
    await at.drive.fault({ kind: 'lost', method: 'POST' });
    await expect(post(at)).rejects.toThrow();
    expect(await titles(at)).toBe(1);
    expect(await at.drive.log()).toMatchObject([
      { method: 'POST', status: null, wrote: true, token: 'write', fault: 'lost' },
    ]);
    expect(JSON.parse((await at.drive.log())[0]?.sent ?? '')).toEqual(article);
    expect((await post(at)).status).toBe(201);
  });

  test('lost in silence: the connection stays open', async () => {
    const at = await stackHarness();
    await at.drive.fault({ kind: 'lost', end: 'silence' });
    await unanswered(post(at));
    expect(await titles(at)).toBe(1);
  });

  test.each([['reset'], ['silence']] as const)('%s: nothing is done', async (kind) => {
    const at = await stackHarness();
    await at.drive.fault({ kind });
    if (kind === 'reset') await expect(post(at)).rejects.toMatchObject({ code: 'ECONNRESET' });
    else await unanswered(post(at));
    expect(await titles(at)).toBe(0);
  });

  test.each([
    [{ kind: 'throttled', retryAfter: 7 }, 429, '7'],
    [{ kind: 'throttled' }, 429, undefined],
    [{ kind: 'unauthorized' }, 401, undefined],
    [{ kind: 'error' }, 500, undefined],
    [{ kind: 'error', status: 503, retryAfter: 1 }, 503, '1'],
  ] as const)('%j answers %i before the write', async (fault, status, retryAfter) => {
    const at = await stackHarness();
    await at.drive.fault(fault);
    const answer = await post(at);
    expect([answer.status, answer.headers['retry-after']]).toEqual([status, retryAfter]);
    expect(await titles(at)).toBe(0);
  });

  test('error and html can come after the write', async () => {
    const at = await stackHarness();
    await at.drive.fault(
      { kind: 'error', status: 502, when: 'after' },
      { kind: 'html', when: 'after' },
    );
    expect((await post(at)).status).toBe(502);
    const page = await post(at);
    expect(page.status).toBe(200);
    expect(page.headers['content-type']).toMatch(/^text\/html/);
    expect(await titles(at)).toBe(2);
  });

  test('truncated: the body ends too early', async () => {
    const at = await stackHarness();
    await at.drive.fault({ kind: 'truncated' });
    await expect(post(at)).rejects.toThrow();
    expect(await titles(at)).toBe(1);
  });

  test('slow: the answer comes late', async () => {
    const at = await stackHarness();
    await at.drive.fault({ kind: 'slow', milliseconds: 60 });
    const start = performance.now();
    expect((await post(at)).status).toBe(201);
    expect(performance.now() - start).toBeGreaterThan(50);
  });

  test('happens only to what it is meant for', async () => {
    const at = await stackHarness();
    const { api, drive } = at;
    const { id } = (await post(at)).json;
    const left = await drive.fault(
      { kind: 'error', method: 'put', path: '/articles/*', times: 2 },
      { kind: 'unauthorized', token: 'read', nth: 2 },
      { kind: 'throttled', path: '/questions/**' },
    );
    expect(left).toMatchObject([{ left: 2 }, { skip: 1, left: 1 }, { left: 1 }]);
    const put = () => api('PUT', `/articles/${id}`, { body: article });
    expect((await api('GET', `/articles/${id}`)).status).toBe(200);
    expect([(await put()).status, (await put()).status, (await put()).status]).toEqual([
      500, 500, 200,
    ]);
    const me = async () => (await api('GET', '/users/me', { token: 'read' })).status;
    expect([await me(), await me(), await me()]).toEqual([200, 401, 200]);
    expect((await api('GET', '/questions/1/answers')).status).toBe(429);
    expect((await drive.state()).faults).toEqual([]);
  });

  test('that is cleared happens to nothing', async () => {
    const at = await stackHarness();
    await at.drive.fault({ kind: 'error', times: 100 });
    await at.drive.clearFaults();
    expect((await post(at)).status).toBe(201);
  });
});

describe('a late commit', () => {
  test('happens when the clock of the site has moved on', async () => {
    const at = await stackHarness();
    await at.drive.fault({ kind: 'late', seconds: 10 });
    const sent = (await at.drive.state()).now;
    await expect(post(at)).rejects.toThrow();
    expect([await titles(at), (await at.drive.state()).pending]).toEqual([0, 1]);
    await at.drive.advance(5);
    expect(await titles(at)).toBe(0);
    await at.drive.advance(300);
    const [made] = await at.drive.posts();
    // At the instant it was due, not when the clock was moved.
    expect((made?.created ?? 0) - sent).toBeGreaterThanOrEqual(10_000);
    expect((made?.created ?? 0) - sent).toBeLessThan(15_000);
    expect((await at.drive.log())[0]).toMatchObject({ wrote: true, status: null });
  });

  test('happens after real time, while the client waits in silence', async () => {
    const at = await stackHarness();
    await at.drive.fault({ kind: 'late', seconds: 0.05, clock: 'real', end: 'silence' });
    const { api } = at;
    const waiting = api('POST', '/articles', { body: article }).catch(() => 'broken');
    await expect.poll(() => titles(at), { interval: 10 }).toBe(1);
    await unanswered(waiting);
  });

  test('that breaks a rule by then changes nothing', async () => {
    const at = await stackHarness();
    const { id } = (await post(at)).json;
    await at.drive.fault({ kind: 'late', seconds: 10, method: 'PUT' });
    const put = at.api('PUT', `/articles/${id}`, { body: { ...article, title: 'Late' } });
    await expect(put).rejects.toThrow();
    await at.drive.delete(id);
    await at.drive.advance(20);
    expect(await at.drive.post(id)).toMatchObject({ title: article.title });
  });
});

describe('clients that die', () => {
  test('in the middle of a request change nothing; after it, the write is done', async () => {
    const at = await stackHarness();
    const { hostname, port } = new URL(at.base);
    const body = JSON.stringify(article);
    const head = [
      `POST ${new URL(at.base).pathname}/articles HTTP/1.1`,
      `Host: ${hostname}:${port}`,
      `Authorization: Bearer ${at.sandbox.stack.tokens['write']}`,
      'Content-Type: application/json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      '',
      '',
    ].join('\r\n');
    const send = (text: string) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      const socket = connect(Number(port), hostname, () =>
        socket.write(text, () => {
          socket.resetAndDestroy();
          resolve();
        }),
      );
      return promise;
    };
    await send(head + body.slice(0, 20));
    expect((await post(at)).status).toBe(201);
    expect(await titles(at)).toBe(1);
    await at.drive.switches({ latency: 30 });
    await send(head + body);
    // A reset can overtake the request; then it never arrived, which is fine as well.
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect([1, 2]).toContain(await titles(at));
    expect((await at.api('GET', '/users/me')).status).toBe(200);
  });
});

describe('many at once', () => {
  test('each gets an id and an instant of its own', async () => {
    const at = await stackHarness({ switches: { throttle: false } });
    const made = await Promise.all(Array.from({ length: 100 }, () => post(at)));
    expect(new Set(made.map((answer) => answer.json.id)).size).toBe(100);
    const instants = made.map((answer) => answer.json.lastActivityDate as string);
    expect(new Set(instants).size).toBe(100);
    const newest = Math.max(...instants.map((instant) => Date.parse(instant)));
    expect((await at.drive.state()).now).toBeGreaterThanOrEqual(newest);
  });

  test('edits of one article all count, and the last one stays', async () => {
    const at = await stackHarness({ switches: { throttle: false } });
    const { id } = (await post(at)).json;
    const puts = await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        at.api('PUT', `/articles/${id}`, { body: { ...article, title: `T${n}` } }),
      ),
    );
    // Each answer shows its own write.
    expect(puts.map((put) => put.json.title)).toEqual(puts.map((_, n) => `T${n}`));
    const last = puts.toSorted((a, b) =>
      a.json.lastActivityDate < b.json.lastActivityDate ? 1 : -1,
    )[0];
    expect((await at.api('GET', `/articles/${id}`)).json.title).toBe(last?.json.title);
  });
});

describe('on GitHub', () => {
  test('faults happen to the requests they name', async () => {
    const { drive, repo } = await gitHubHarness();
    await drive.pullRequest({});
    const post = () => repo('POST', '/issues/1/comments', 'job', { body: { body: 'x' } });
    const path = 'repos/acme/handbook/issues/*/comments';
    await drive.fault(
      { kind: 'lost', method: 'POST', path },
      { kind: 'error', status: 502, method: 'POST', path },
      { kind: 'throttled', retryAfter: 7, method: 'POST', path },
      { kind: 'reset', method: 'POST', path },
      { kind: 'truncated', method: 'POST', path },
    );
    expect((await repo('GET', '', 'job')).status).toBe(200);
    await expect(post()).rejects.toThrow();
    expect((await post()).status).toBe(502);
    const throttled = await post();
    expect([throttled.status, throttled.headers['retry-after']]).toEqual([403, '7']);
    await expect(post()).rejects.toThrow();
    await expect(post()).rejects.toThrow();
    expect((await post()).status).toBe(201);
    // The lost and the cut answer were to comments that were made.
    expect((await drive.state()).comments).toHaveLength(3);
    const log = await drive.log();
    expect(log.filter(({ wrote }) => wrote)).toHaveLength(3);
    expect(log.map(({ fault }) => fault)).toContain('lost');
    expect(log[0]?.token).toBe('job');
  });

  test('a late write is done after real time, or when the clock has moved on', async () => {
    const { drive, repo, control } = await gitHubHarness();
    await drive.pullRequest({});
    const post = () => repo('POST', '/issues/1/comments', 'job', { body: { body: 'x' } });
    const count = async () => (await drive.state()).comments.length;
    await drive.fault({ kind: 'late', seconds: 0.05 }, { kind: 'late', clock: 'site' });
    await expect(post()).rejects.toThrow();
    expect(await count()).toBe(0);
    await expect.poll(count, { interval: 10 }).toBe(1);
    await expect(post()).rejects.toThrow();
    expect(await count()).toBe(1);
    await control.advance(11);
    expect(await count()).toBe(2);
  });

  test('a reset forgets what was to come late', async () => {
    const { drive, repo, control } = await gitHubHarness();
    await drive.pullRequest({});
    await drive.fault({ kind: 'late', seconds: 0.05 });
    const late = repo('POST', '/issues/1/comments', 'job', { body: { body: 'x' } });
    await expect(late).rejects.toThrow();
    await control.reset();
    await drive.pullRequest({});
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect((await drive.state()).comments).toEqual([]);
  });

  test.each([
    [{ kind: 'unauthorized' }, 401, 'Bad credentials'],
    [{ kind: 'error', status: 503 }, 503, 'Server Error'],
    [{ kind: 'throttled', status: 429 }, 429, 'You have exceeded a secondary rate limit.'],
  ] as const)('%j answers %i as GitHub does', async (fault, status, message) => {
    const { drive, repo } = await gitHubHarness();
    await drive.fault(fault);
    const answer = await repo('GET', '', 'job');
    expect([answer.status, answer.json]).toMatchObject([status, { message }]);
  });
});
