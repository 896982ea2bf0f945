import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { SandboxOptions } from '../../../../sandbox/index.ts';
import { visit } from '../../../kit/browser.ts';
import { stackHarness } from '../../harness.ts';
import { article } from '../article.ts';

const verifier = 'v'.repeat(43);
const challenge = createHash('sha256').update(verifier).digest('base64url');

async function site(options: SandboxOptions = {}) {
  const harness = await stackHarness({ tier: 'enterprise', ...options });
  const { url, applications } = harness.sandbox.stack;
  const end = `${url}/oauth/login_success`;
  const address = (more: Record<string, string | null> = {}) => {
    const given = {
      client_id: applications?.write ?? '',
      redirect_uri: end,
      scope: 'write_access',
      state: 'a state',
      code_challenge: challenge,
      code_challenge_method: 'S256',
      ...more,
    };
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(given)) if (value !== null) query.set(name, value);
    return `${url}/oauth?${query.toString()}`;
  };
  const redeem = (code: string | null, more: Record<string, string> = {}, place = 'form') => {
    const fields = new URLSearchParams({
      client_id: applications?.write ?? '',
      code: code ?? '',
      redirect_uri: end,
      code_verifier: verifier,
      ...more,
    }).toString();
    return harness.plain(
      'POST',
      `/oauth/access_token/json${place === 'form' ? '' : `?${fields}`}`,
      {
        ...(place === 'form' && { raw: fields, type: 'application/x-www-form-urlencoded' }),
      },
    );
  };
  return {
    ...harness,
    end,
    address,
    redeem,
    /** Allows, and gives what the browser's last address says. */
    allow: async (
      more: Record<string, string | null> = {},
      choice: Parameters<typeof visit>[1] = {},
    ) => {
      const ended = await visit(address(more), choice);
      return new URL(ended.address).searchParams;
    },
    /** A token, by the page and the code. */
    token: async (scope: string, choice: Parameters<typeof visit>[1] = {}) => {
      const ended = await visit(address({ scope }), choice);
      const answer = await redeem(new URL(ended.address).searchParams.get('code'));
      return answer.json as { access_token: string; expires?: number };
    },
  };
}

test('a person allows by the page, and the code is good for one token', async () => {
  const { address, end, redeem, api } = await site();
  const page = await (await fetch(address())).text();
  for (const part of ['stack-publish', '101', 'write_access', 'Publishing Bot', 'Allow', 'Deny'])
    expect(page).toContain(part);
  expect(page).not.toContain('<script');
  const ended = await visit(address(), { person: 'colleague' });
  expect(ended.address).toMatch(new RegExp(`^${end}\\?code=[\\w-]+%29%29&state=a\\+state$`));
  expect(ended.page).toContain(ended.address.replaceAll('&', '&amp;'));
  const code = new URL(ended.address).searchParams.get('code');
  const answer = await redeem(code);
  expect(answer).toMatchObject({ status: 200, json: { expires: 86_400 } });
  expect(answer.headers['cache-control']).toBe('no-store');
  const { access_token: token } = answer.json as { access_token: string };
  expect(token).toMatch(/\)\)$/);
  expect((await api('GET', '/users/me', { token })).json.name).toBe('Ada Colleague');
  expect((await redeem(code)).json).toEqual({ error_message: 'No authorization code found' });
});

test('a person may say no', async () => {
  const { allow, end, address } = await site();
  expect(Object.fromEntries(await allow({}, { decision: 'deny' }))).toEqual({
    error: 'access_denied',
    error_description: expect.any(String),
    state: 'a state',
  });
  const { page } = await visit(address({ scope: 'nonsense' }));
  expect(page).toContain('invalid_scope');
  expect((await fetch(`${end}?error=%3Cb%3E`)).status).toBe(200);
  expect(await (await fetch(`${end}?error=%3Cb%3E`)).text()).toContain('&lt;b&gt;');
});

test('an address decides nothing for the person', async () => {
  const { address } = await site();
  const page = await (await fetch(address({ decision: 'allow', person: 'admin' }))).text();
  expect(page).not.toMatch(/type="hidden"\s+name="(?:decision|person)"/);
});

describe('is refused', () => {
  test.each<[string, Record<string, string | null>]>([
    ['an unknown application', { client_id: '999' }],
    ['no application', { client_id: null }],
    ['an address elsewhere', { redirect_uri: 'https://evil.example/oauth/login_success' }],
    ['no address', { redirect_uri: null }],
  ])('on the page: %s', async (_, more) => {
    const { address } = await site();
    const response = await fetch(address(more), { redirect: 'manual' });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('role="alert"');
  });

  test.each<[string, Record<string, string | null>, string]>([
    ['a read-only application that wants to write', { client_id: '102' }, 'invalid_scope'],
    ['an unknown scope', { scope: 'write_access,everything' }, 'invalid_scope'],
    ['another method', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['no method', { code_challenge_method: null }, 'invalid_request'],
    ['no hash', { code_challenge: 'short' }, 'invalid_request'],
  ])('where the browser ends: %s', async (_, more, error) => {
    const { allow } = await site();
    expect(Object.fromEntries(await allow(more))).toMatchObject({ error, state: 'a state' });
  });

  test.each<[string, Record<string, string>, string]>([
    ['another verifier', { code_verifier: 'w'.repeat(43) }, 'code_verifier'],
    ['no verifier', { code_verifier: '' }, 'code_verifier'],
    ['another application', { client_id: '102' }, 'No authorization code found'],
    ['an unknown application', { client_id: '999' }, 'client_id'],
    ['another address', { redirect_uri: 'https://evil.example' }, 'redirect_uri'],
    ['another code', { code: 'x))' }, 'No authorization code found'],
  ])('at the exchange: %s', async (_, more, words) => {
    const { allow, redeem } = await site();
    const code = (await allow()).get('code');
    const answer = await redeem(code, more);
    expect(answer.status).toBe(400);
    expect(answer.json.error_message).toContain(words);
    expect((await redeem(code, {}, 'query')).status).toBe(200);
  });

  test('at the exchange: a code that is too old', async () => {
    const { allow, redeem, drive } = await site();
    const code = (await allow()).get('code');
    await drive.advance(301);
    expect((await redeem(code)).json).toEqual({ error_message: 'Authorization code has expired' });
  });
});

test('without PKCE the secret has to come', async () => {
  const { allow, redeem, plain } = await site();
  const code = (await allow({ code_challenge: null, code_challenge_method: null })).get('code');
  expect((await redeem(code)).json.error_message).toContain('client_secret');
  const control = await plain('GET', '/_control', { headers: { Accept: 'text/html' } });
  const [, secret = ''] = /client id 101, secret ([^<]+)</.exec(control.text) ?? [];
  expect((await redeem(code, { client_secret: secret })).status).toBe(200);
});

describe('a token', () => {
  const post = { body: article };

  test('writes only with write_access', async () => {
    const { api, token } = await site();
    const reader = (await token('')).access_token;
    expect((await api('GET', '/articles', { token: reader })).status).toBe(200);
    expect((await api('POST', '/articles', { token: reader, ...post })).status).toBe(403);
    const writer = (await token('write_access')).access_token;
    expect((await api('POST', '/articles', { token: writer, ...post })).status).toBe(201);
  });

  test('opens the team that was chosen only with access_team, and nothing beside it', async () => {
    const { plain, token } = await site({ team: 'acme' });
    const me = async (access: string, path: string) => {
      const headers = { Authorization: `Bearer ${access}` };
      return (await plain('GET', `/api/v3${path}/users/me`, { headers })).status;
    };
    const main = (await token('write_access')).access_token;
    const team = (await token('write_access access_team', { team: 'acme' })).access_token;
    expect([await me(main, ''), await me(main, '/teams/acme')]).toEqual([200, 401]);
    expect([await me(team, ''), await me(team, '/teams/acme')]).toEqual([401, 200]);
  });

  test('ends after a day, by the clock of the site, or not at all', async () => {
    const { api, drive, token } = await site();
    const day = await token('write_access');
    const ever = await token('write_access,no_expiry');
    expect(ever).not.toHaveProperty('expires');
    await drive.advance(86_399);
    expect((await api('GET', '/users/me', { token: day.access_token })).status).toBe(200);
    await drive.advance(1);
    const late = await api('GET', '/users/me', { token: day.access_token });
    expect([late.status, late.text]).toEqual([401, 'token expired']);
    expect((await api('GET', '/users/me', { token: ever.access_token })).status).toBe(200);
  });

  test('is gone after a reset', async () => {
    const { api, drive, token } = await site();
    const { access_token } = await token('');
    await drive.reset();
    expect((await api('GET', '/users/me', { token: access_token })).status).toBe(401);
  });

  test('of a service key belongs to the site, writes, and is an Enterprise’s alone', async () => {
    const { api } = await site();
    expect((await api('GET', '/users/me', { token: 'service' })).json.name).toBe('Community');
    expect((await api('POST', '/articles', { token: 'service', ...post })).status).toBe(201);
    const business = await stackHarness();
    expect(business.sandbox.stack.tokens).not.toHaveProperty('service');
    expect(business.sandbox.stack).not.toHaveProperty('applications');
  });
});

test('the exchange is in the log, and Business has none of it', async () => {
  const { redeem, drive, plain } = await site();
  await redeem('x))');
  expect((await drive.log()).map(({ path, status }) => [path, status])).toEqual([
    ['/oauth/access_token/json', 400],
  ]);
  for (const [method, path] of [
    ['GET', '/oauth/access_token/json'],
    ['PUT', '/oauth'],
    ['POST', '/oauth/login_success'],
    ['GET', '/oauth/nothing'],
  ] as const)
    expect((await plain(method, path)).status).toBe(404);
  const business = await stackHarness();
  for (const path of ['/oauth', '/oauth/login_success'])
    expect((await business.plain('GET', path)).status).toBe(404);
});
