import { describe, expect, test } from 'vitest';
import { controlOver, fakeStackClient } from '../../../sandbox/index.ts';
import { stackHarness } from '../harness.ts';
import { article } from '../stack/article.ts';

describe('control', () => {
  test('works over HTTP as it does in the process', async () => {
    const at = await stackHarness();
    const remote = fakeStackClient(controlOver(at.sandbox.stack.url));
    const [id = 0] = await remote.seed([{ title: 'Seeded', tags: ['a'] }]);
    expect(await remote.switches({ bodyEncoding: 'once' })).toMatchObject({ bodyEncoding: 'once' });
    expect(await remote.edit(id, { title: 'T', body: 'B', tags: ['b'] })).toMatchObject({
      title: 'T',
      lastEditor: 21,
    });
    expect(await remote.lock(id)).toMatchObject({ locked: true });
    await remote.fault({ kind: 'error' });
    expect({ ...(await remote.state()), now: 0 }).toEqual({ ...(await at.drive.state()), now: 0 });
    expect(await remote.posts()).toEqual(await at.drive.posts());
    const before = (await remote.state()).now;
    expect((await remote.advance(3600)) - before).toBeGreaterThanOrEqual(3_600_000);
    await remote.reset();
    expect(await remote.state()).toMatchObject({
      posts: [],
      faults: [],
      requests: 0,
      switches: { bodyEncoding: 'raw' },
    });
    expect((await at.api('POST', '/articles', { body: article })).json.id).toBe(1);
  });

  test('edits, deletes and locks as a person would', async () => {
    const { api, drive } = await stackHarness();
    const { id } = (await api('POST', '/articles', { body: article })).json;
    await drive.edit(id, { body: 'Human.\n', tags: ['Mine'] });
    const edited = (await api('GET', `/articles/${id}`)).json;
    expect(edited).toMatchObject({ bodyMarkdown: 'Human.\n', lastEditor: { id: 21 } });
    expect(edited.tags[0].name).toBe('mine');
    await drive.lock(id);
    expect((await api('GET', `/articles/${id}`)).json.userCanEdit).toBe(false);
    expect((await api('PUT', `/articles/${id}`, { body: article })).status).toBe(403);
    await drive.lock(id, false);
    await drive.delete(id);
    expect((await api('GET', `/articles/${id}`)).status).toBe(404);
    await drive.restore(id);
    expect((await api('GET', `/articles/${id}`)).status).toBe(200);
  });

  test('moves the Date header and every date, and only forward', async () => {
    const { api, drive } = await stackHarness();
    await drive.advance(86_400);
    const made = await api('POST', '/articles', { body: article });
    const tomorrow = Date.now() + 86_000_000;
    expect(Date.parse(made.json.creationDate)).toBeGreaterThan(tomorrow);
    expect(Date.parse(String(made.headers.date))).toBeGreaterThan(tomorrow);
    await expect(drive.advance(-1)).rejects.toMatchObject({ code: 'usage' });
  });

  test('keeps instants apart, also in seeds, unless told otherwise', async () => {
    const { drive } = await stackHarness();
    const created = '2026-01-01T00:00:00Z';
    await drive.seed([{ created }, { created }]);
    const [a, b] = await drive.posts();
    expect(a?.activity).not.toBe(b?.activity);
    await drive.switches({ sharedInstants: true });
    await drive.seed([{ created }, { created }]);
    const [, , c, d] = await drive.posts();
    expect(c?.activity).toBe(d?.activity);
  });

  test.each([
    ['switches', { bodyEncoding: 'thrice' }],
    ['switches', { bodyencoding: 'raw' }],
    ['faults', { kind: 'gremlin' }],
    ['faults', [{ kind: 'lost', secs: 1 }]],
    ['edit', { id: 99, title: 'x' }],
    ['edit', {}],
    ['seed', { posts: [{ created: 'soon' }] }],
    ['nothing', {}],
    ['constructor', {}],
  ])('refuses %s %j', async (path, body) => {
    const { sandbox, plain } = await stackHarness();
    await expect(sandbox.control(path, body)).rejects.toMatchObject({ code: 'usage' });
    const answer = await plain('POST', `/_control/${path}`, { body });
    expect([answer.status, typeof answer.json.error.message]).toEqual([400, 'string']);
  });

  test('does not answer web pages or other names', async () => {
    const { plain, sandbox } = await stackHarness();
    const own = sandbox.stack.url;
    const tries: [Record<string, string>, number][] = [
      [{ Origin: 'https://evil.example' }, 403],
      [{ Origin: 'null' }, 403],
      [{ 'Sec-Fetch-Site': 'cross-site' }, 403],
      [{ Host: 'evil.example' }, 403],
      [{ Host: '127.0.0.1.evil.example' }, 403],
      [{ Origin: own }, 200],
      [{ Host: `localhost:${new URL(own).port}` }, 200],
    ];
    for (const [headers, status] of tries) {
      expect([headers, (await plain('GET', '/_control', { headers })).status]).toEqual([
        headers,
        status,
      ]);
      expect((await plain('POST', '/_control/reset', { headers })).status).toBe(status);
      const page = await plain('GET', '/', { headers: { ...headers, Accept: 'text/html' } });
      expect(page.status).toBe(status);
    }
    const form = await plain('POST', '/_control/reset', { raw: '{}', type: 'text/plain' });
    expect(form.status).toBe(415);
  });

  test('is no part of the API and costs no calls', async () => {
    const { api, drive, plain } = await stackHarness();
    expect((await api('GET', '/_control')).status).toBe(404);
    await plain('GET', '/_control');
    await plain('GET', '/c/sandbox');
    const log = await drive.log();
    expect(log.map((entry) => entry.path)).toEqual(['/v3/teams/sandbox/_control']);
    expect(await drive.log(1)).toEqual([]);
  });
});
