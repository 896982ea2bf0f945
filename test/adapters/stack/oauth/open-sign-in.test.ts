import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { openSignIn } from '../../../../src/adapters/stack/oauth/open-sign-in.ts';
import { Fault } from '../../../../src/model/error.ts';
import { silent } from '../../../../src/ports/log.ts';
import { fakeClock } from '../../../kit/fake-clock.ts';
import { json, serve, type Answer } from '../../../kit/serve.ts';

const token = 'oauth_0123456789abcdef))';
const code = 'code_0123456789abcdef))';
const start = Date.parse('2026-11-21T12:00:00Z');

async function begun(answer: Answer, scope: readonly string[] = ['write_access']) {
  const server = await serve(answer);
  const clock = fakeClock(start);
  const options = { clientId: 'a client/1', scope, userAgent: 'test/1', proxy: {}, log: silent };
  const signIn = openSignIn({ ...options, site: `${server.url}/`, clock });
  return {
    ...signIn,
    server,
    /** What came of a code, and that no text of it holds a secret. */
    async fault(pasted = code): Promise<Fault> {
      const fault = await signIn.redeem(pasted).then(
        () => expect.unreachable('a token came'),
        (error: unknown) => error,
      );
      if (!(fault instanceof Fault)) throw fault;
      const verifier = new URLSearchParams(server.seen[0]?.body).get('code_verifier') ?? code;
      const told = [fault.message, fault.remedy, fault.forTeam, fault.stack].join(' ');
      for (const secret of [token, code, verifier]) expect(told).not.toContain(secret);
      return fault;
    },
    async [Symbol.asyncDispose]() {
      await signIn[Symbol.asyncDispose]();
      await server[Symbol.asyncDispose]();
    },
  };
}

const refused: Answer = (response) => json(response, 500, {});

test('the address asks for all that the site needs, and nothing is sent yet', async () => {
  await using login = await begun(refused, ['write_access', 'access_team']);
  const address = new URL(login.address);
  expect(address.origin + address.pathname).toBe(`${login.server.url}/oauth`);
  const asked = Object.fromEntries(address.searchParams);
  expect(asked).toEqual({
    client_id: 'a client/1',
    redirect_uri: `${login.server.url}/oauth/login_success`,
    scope: 'write_access,access_team',
    state: expect.stringMatching(/^[\w-]{43}$/),
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    code_challenge_method: 'S256',
  });
  await using other = await begun(refused);
  expect(other.address).not.toContain(asked['state']);
  expect(other.address).not.toContain(asked['code_challenge']);
  expect(login.server.seen).toEqual([]);
});

test('a code is exchanged, with what the challenge was made of', async () => {
  await using login = await begun((response) =>
    json(response, 200, { access_token: token, expires: 86_400 }),
  );
  const { searchParams } = new URL(login.address);
  const state = searchParams.get('state') ?? '';
  const pasted = `${login.server.url}/oauth/login_success?code=${encodeURIComponent(code)}&state=${state}`;
  expect(await login.redeem(pasted)).toEqual({
    token,
    life: { milliseconds: 86_400_000, until: start + 86_400_000 },
  });
  expect(login.server.seen).toHaveLength(1);
  const [{ method, url, headers, body } = expect.unreachable('nothing was sent')] =
    login.server.seen;
  expect([method, url]).toEqual(['POST', '/oauth/access_token/json']);
  expect(headers['content-type']).toBe('application/x-www-form-urlencoded');
  expect(headers['authorization']).toBeUndefined();
  const form = Object.fromEntries(new URLSearchParams(body));
  expect(form).toEqual({
    client_id: 'a client/1',
    code,
    redirect_uri: searchParams.get('redirect_uri'),
    code_verifier: expect.stringMatching(/^[\w.~-]{43,128}$/),
  });
  const challenge = createHash('sha256')
    .update(form['code_verifier'] ?? '')
    .digest('base64url');
  expect(challenge).toBe(searchParams.get('code_challenge'));
});

test('nothing is sent for an address of another login', async () => {
  await using login = await begun(refused);
  const fault = await login.fault(`https://stack.example/?code=${code}&state=other`);
  expect(fault.code).toBe('login-state');
  expect(login.server.seen).toEqual([]);
});

describe('how long a token lives', () => {
  test.each<[string, unknown, readonly string[], number | null]>([
    ['a day', 86_400, [], 86_400_000],
    ['a day, as text', '86400', [], 86_400_000],
    ['half a second more', 1.5, [], 1500],
    ['a day, though it need not end', 86_400, ['no_expiry'], 86_400_000],
    ['for ever, as was asked for', undefined, ['no_expiry'], null],
    ['for ever, said so', null, ['no_expiry'], null],
  ])('%s', async (_, expires, scope, milliseconds) => {
    await using login = await begun(
      (response) => json(response, 200, { access_token: token, expires }),
      scope,
    );
    const { life } = await login.redeem(code);
    expect(life?.milliseconds ?? null).toBe(milliseconds);
  });

  test.each<[unknown, string]>([
    [undefined, 'login-no-expiry'],
    [null, 'login-no-expiry'],
    [0, 'site-not-json'],
    [-1, 'site-not-json'],
    ['soon', 'site-not-json'],
    ['', 'site-not-json'],
    [true, 'site-not-json'],
    [1e300, 'site-not-json'],
    [{}, 'site-not-json'],
  ])('%j is not taken', async (expires, expected) => {
    await using login = await begun((response) =>
      json(response, 200, { access_token: token, expires }),
    );
    expect((await login.fault()).code).toBe(expected);
  });
});

test.each<[string, number, unknown, string]>([
  ['expired', 400, { error_message: 'Authorization code has expired' }, 'login-code-expired'],
  [
    'expired, with status 200',
    200,
    { error_message: 'Authorization code has expired' },
    'login-code-expired',
  ],
  ['unknown', 400, { error_message: 'No authorization code found' }, 'login-code-unknown'],
  [
    'unknown, with status 404',
    404,
    { error_message: 'No authorization code found' },
    'login-code-unknown',
  ],
  ['unknown, in the words of the standard', 400, { error: 'invalid_grant' }, 'login-code-unknown'],
  ['not proved', 400, { error_message: 'The code_verifier is wrong' }, 'login-refused'],
  [
    'of a read-only application',
    400,
    { error_message: 'Application is read-only' },
    'login-read-only',
  ],
  ['of a scope that may not be', 400, { error: 'invalid_scope' }, 'login-read-only'],
  ['of an unknown application', 401, { error: 'invalid_client' }, 'login-refused'],
  [
    'refused in an old shape',
    400,
    { error: { type: 'invalid_request', message: 'client_id' } },
    'login-refused',
  ],
  ['refused without a word', 403, {}, 'login-refused'],
  ['expired, as a problem', 400, { title: 'The code has expired' }, 'login-code-expired'],
  ['unknown, in a plain text', 401, 'No authorization code found', 'login-code-unknown'],
  ['refused with odd words', 400, { error_message: ['x'], error: 7 }, 'login-refused'],
])('a code that is %s', async (_, status, body, expected) => {
  await using login = await begun((response) => json(response, status, body));
  const fault = await login.fault();
  expect(fault).toMatchObject({ code: expected, kind: 'site' });
  expect(fault.remedy).toMatch(/^[A-Z][^\n]*\.$/);
  expect(login.server.seen).toHaveLength(1);
});

test("the site's words are for the team alone, without the secrets that they quote", async () => {
  await using login = await begun((response, { body }) =>
    json(response, 400, { error_message: `Nobody knows\n${body} nor ${code}` }),
  );
  const fault = await login.fault();
  expect(fault.message).not.toContain('Nobody knows');
  expect(fault.forTeam).toContain('Nobody knows');
});

describe('an odd answer', () => {
  const html = '<!DOCTYPE html><html><body>Sign in</body></html>';
  test.each<[string, Answer, string]>([
    ['a web page', (response) => response.end(html), 'site-not-json'],
    ['nothing', (response) => response.end(), 'site-not-json'],
    ['other JSON', (response) => json(response, 200, { token }), 'site-not-json'],
    ['a list', (response) => json(response, 200, [token]), 'site-not-json'],
    [
      'too much',
      (response) => json(response, 200, { access_token: token, x: 'x'.repeat(300_000) }),
      'site-not-json',
    ],
    ['a page with status 400', (response) => response.writeHead(400).end(html), 'login-refused'],
    ['a page with status 404', (response) => response.writeHead(404).end(html), 'site-not-found'],
    ['an error', (response) => json(response, 503, { error_message: 'code' }), 'site-unavailable'],
    ['no answer', (response) => response.destroy(), 'site-unreachable'],
  ])('%s', async (_, answer, expected) => {
    await using login = await begun(answer);
    expect((await login.fault()).code).toBe(expected);
    // A code can be used once.
    expect(login.server.seen).toHaveLength(1);
  });

  test.each(['\r\n', '\n', ' ', '\u0000', '\u001B[31m', 'ö', '\u202E'])(
    'a token with %j in it',
    async (odd) => {
      const access_token = `oauth_0123456789${odd}abcdef`;
      await using login = await begun((response) =>
        json(response, 200, { access_token, expires: 60 }),
      );
      const fault = await login.fault();
      expect(fault.code).toBe('site-not-json');
      expect(`${fault.message}${fault.forTeam}`).not.toContain('oauth_0123456789');
    },
  );

  test.each([7, '', null, ['x'], 'x'.repeat(5000)])('the token %j', async (access_token) => {
    await using login = await begun((response) =>
      json(response, 200, { access_token, expires: 60 }),
    );
    expect((await login.fault()).code).toBe('site-not-json');
  });

  test.each([301, 302, 303, 307, 308])(
    'a redirect %d to elsewhere is not followed',
    async (status) => {
      await using elsewhere = await serve((response) =>
        json(response, 200, { access_token: token, expires: 60 }),
      );
      const location = `${elsewhere.url}/oauth/access_token/json`;
      await using login = await begun(
        (response) => void response.writeHead(status, { location }).end(),
      );
      expect((await login.fault()).code).toBe('site-redirected');
      expect(elsewhere.seen).toEqual([]);
    },
  );
});

test('too many calls are waited for, and too long a wait is not', async () => {
  await using login = await begun((response, _, count) => {
    if (count > 1) return json(response, 200, { access_token: token, expires: 60 });
    response.writeHead(429, { 'retry-after': '2' }).end();
  });
  expect((await login.redeem(code)).token).toBe(token);
  await using busy = await begun(
    (response) => void response.writeHead(429, { 'retry-after': '600' }).end(),
  );
  expect((await busy.fault()).code).toBe('throttled');
});

test('an address without encryption is refused', () => {
  const options = { clientId: '1', scope: [], userAgent: 'test/1', proxy: {}, log: silent };
  expect(() =>
    openSignIn({ ...options, site: 'http://stack.example', clock: fakeClock() }),
  ).toThrow(expect.objectContaining({ code: 'insecure-url', kind: 'usage' }));
});
