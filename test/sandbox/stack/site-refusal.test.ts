import { describe, expect, test } from 'vitest';
import type { SandboxOptions, SwitchesPatch } from '../../../sandbox/index.ts';
import { article } from './article.ts';
import { article as form, refusal, v2Harness } from './v2/v2-harness.ts';

const question = { title: 'How do I rotate keys?', body: 'With care?', tags: ['tls'] };
const mainSite: SandboxOptions = { tier: 'enterprise' };

/** A site over both versions of the API. */
const site = (options: SandboxOptions, switches: SwitchesPatch) =>
  v2Harness({ ...options, switches });

describe('by switch, the site refuses', () => {
  test('an Article with a title that is there, and not its edit', async () => {
    const { api, post } = await site({}, { duplicateArticles: 'refused' });
    expect((await api('POST', '/articles', { body: article })).status).toBe(201);
    const again = await api('POST', '/articles', { body: { ...article, body: 'other' } });
    expect([again.status, again.json.detail]).toEqual([400, expect.stringMatching(/exists/)]);
    const title = article.title.toUpperCase();
    expect(refusal(await post('articles/add', { ...form, title })).slice(1, 3)).toEqual([
      407,
      'write_failed',
    ]);
    expect((await api('PUT', '/articles/1', { body: article })).status).toBe(200);
  });

  test('a tag that nobody made, but to administrators', async () => {
    const { api, post, drive } = await site({}, { tagCreation: 'admins' });
    for (const [path, body] of [
      ['/articles', article],
      ['/questions', question],
    ] as const) {
      const refused = await api('POST', path, { body });
      expect([refused.status, refused.json.detail]).toEqual([400, expect.stringMatching(/tag/)]);
    }
    expect(refusal(await post('articles/add', form))[1]).toBe(407);
    expect(await drive.posts()).toEqual([]);
    const made = await api('POST', '/articles', { body: article, token: 'admin' });
    expect(made.status).toBe(201);
    expect((await api('POST', '/articles', { body: article })).status).toBe(201);
    const other = { ...article, tags: ['unknown'] };
    expect((await api('PUT', '/articles/2', { body: other })).status).toBe(400);
  });

  test('a short question, on the main site of an Enterprise alone', async () => {
    const main = await site(mainSite, { qualityCheck: 30 });
    const refused = await main.api('POST', '/questions', { body: question });
    expect([refused.status, refused.json.detail]).toEqual([400, expect.stringMatching(/quality/)]);
    const asForm = { ...question, tags: 'tls' };
    expect(refusal(await main.post('questions/add', asForm))[1]).toBe(407);
    expect((await main.api('POST', '/articles', { body: article })).status).toBe(201);
    const team = await site({ ...mainSite, team: 'acme' }, { qualityCheck: 30 });
    expect((await team.api('POST', '/questions', { body: question })).status).toBe(201);
  });

  test('every write (Basic), or every call (Free), whatever the token', async () => {
    const { api, get, post, drive } = await site({}, { subscription: 'basic' });
    const both = async (token: string) => [
      (await api('GET', '/users/me', { token })).status,
      (await get('me', {}, { token })).status,
      (await api('POST', '/articles', { body: article, token })).status,
      refusal(await post('articles/add', form, { token }))[1],
    ];
    for (const token of ['write', 'admin']) expect(await both(token)).toEqual([200, 200, 403, 403]);
    await drive.switches({ subscription: 'free' });
    expect(await both('write')).toEqual([403, 400, 403, 403]);
    expect((await api('GET', '/users/me', { token: 'invalid' })).status).toBe(401);
  });

  test('a team that is not there by an error', async () => {
    const { plain, sandbox } = await site({}, { wrongTeam: 'error' });
    const authorization = `Bearer ${sandbox.stack.tokens.write}`;
    const answer = await plain('GET', '/v3/teams/elsewhere/users/me', {
      headers: { authorization },
    });
    expect(answer.status).toBe(500);
  });
});

test('a token that was taken back is told by API v2.3 alone', async () => {
  const { api, get } = await site({}, {});
  const ask = { token: 'revoked' };
  const answer = await api('GET', '/users/me', ask);
  expect([answer.status, answer.text]).toEqual([401, 'Invalid access token']);
  expect(refusal(await get('me', {}, ask))[2]).toBe('access_token_compromised');
});
