import { describe, expect, test } from 'vitest';
import { exchangeToken } from '../../../src/adapters/buildkite/exchange-token.ts';
import { systemClock } from '../../../src/adapters/system-clock.ts';
import { silent } from '../../../src/ports/log.ts';
import { createBuildkiteWorld } from '../../kit/buildkite-world.ts';
import { json, serve } from '../../kit/serve.ts';
import { expectRefused } from './expect-refused.ts';

/** What a job has that exchanges its own token, and no other. */
const exchanging = (client: string, oidcToken: string) => ({
  BUILDKITE_API_TOKEN: '',
  BUILDKITE_CLIENT_ID: client,
  BUILDKITE_OIDC_TOKEN: oidcToken,
});

test("a job's own token is exchanged for one that reads its build", async () => {
  const world = await createBuildkiteWorld();
  const { buildkite } = world;
  const steps = await world.planned();
  world.unblocked(steps);
  const { client } = buildkite.identify({ scopes: ['read_builds', 'write_builds'] });
  const token = buildkite.oidcToken(steps.build, steps.publish);
  const asked = await world.asked(async () => {
    const { code, document, output } = await world.publish(steps, exchanging(client, token));
    expect(code, output).toBe(0);
    expect(document.approval).toMatchObject({ mechanism: 'buildkite', verified: true });
    expect(output).not.toContain(token);
    expect(output).not.toContain('bkwi_');
  });
  // Never more rights than it needs, though the identity would have given them.
  expect(asked).toEqual([
    'POST /oauth/token ',
    `GET /v2/organizations/acme/pipelines/handbook/builds/${steps.build}?include_retried_jobs=true read_builds`,
  ]);
  expect(await world.site.posts()).toHaveLength(1);
});

describe('nothing is published', () => {
  // Nothing that is refused changes the world, so that these share one.
  const made = createBuildkiteWorld().then(async (world) => {
    const steps = await world.planned();
    world.unblocked(steps);
    const { client } = world.buildkite.identify();
    const token = world.buildkite.oidcToken(steps.build, steps.publish);
    return { world, steps, client, token };
  });
  const refusedAs = async (code: string, forged: Readonly<Record<string, string>>) => {
    const { world, steps } = await made;
    await expectRefused(world, () => world.publish(steps, forged), code);
  };

  test('by a token that is over, for another audience, of another branch, or signed by nobody', async () => {
    const { world, steps, client, token } = await made;
    const other = (more: object) =>
      exchanging(client, world.buildkite.oidcToken(steps.build, steps.publish, more));
    const now = Math.floor(Date.now() / 1000);
    await refusedAs('forge-refused', other({ iat: now - 600, exp: now - 300 }));
    await refusedAs('forge-refused', other({ aud: 'sts.amazonaws.com' }));
    await refusedAs('forge-refused', other({ iss: 'https://attacker.example' }));
    await refusedAs('forge-refused', other({ organization_slug: 'other' }));
    await refusedAs(
      'forge-refused',
      other({ sub: 'organization:acme:pipeline:handbook:ref:refs/heads/evil:commit:1:step:x' }),
    );
    await refusedAs('forge-refused', exchanging(client, `${token.slice(0, -8)}AAAAAAAA`));
    await refusedAs('forge-refused', exchanging(client, 'no token'));
  });

  test('by an identity that is unknown, has not the scope, or does not reach the pipeline', async () => {
    const { world, token } = await made;
    const { buildkite } = world;
    await refusedAs('forge-refused', exchanging(buildkite.uuid('nobody'), token));
    for (const less of [{ scopes: ['read_pipelines'] }, { pipelines: [] }])
      await refusedAs('forge-refused', exchanging(buildkite.identify(less).client, token));
  });

  test('with half of what it takes', async () => {
    const { client, token } = await made;
    await refusedAs('token-missing', exchanging(client, ''));
    await refusedAs('token-missing', exchanging('', token));
    await refusedAs('forge-refused', exchanging(client, ' '));
  });

  test('where another host is to have the token', async () => {
    const { world, steps, client, token } = await made;
    const forged = { ...exchanging(client, token), BUILDKITE_API_URL: 'https://attacker.example' };
    await expectRefused(world, () => world.publish(steps, forged), 'insecure-url');
  });

  test.each([
    ['error', 403, 'forge-refused'],
    ['error', 404, 'forge-refused'],
    ['error', 302, 'forge-refused'],
    ['error', 500, 'forge-unreachable'],
    ['html', 200, 'forge-unreachable'],
    ['reset', undefined, 'forge-unreachable'],
  ] as const)('where the exchange ends so: %s %s', async (kind, status, code) => {
    const { world, client, token } = await made;
    const { faults } = world.buildkite;
    faults.add({ kind, times: 9, ...(status !== undefined && { status }) });
    await refusedAs(code, exchanging(client, token));
    faults.clear();
  });
});

test('a failure that passes costs no new approval', async () => {
  const world = await createBuildkiteWorld();
  const steps = await world.planned();
  world.unblocked(steps);
  const { client } = world.buildkite.identify();
  const token = world.buildkite.oidcToken(steps.build, steps.publish);
  world.buildkite.faults.add({ kind: 'error', status: 503, times: 1 });
  const { code, output } = await world.publish(steps, exchanging(client, token));
  expect(code, output).toBe(0);
});

describe('an odd answer', () => {
  const told = { access_token: 'x'.repeat(20), token_type: 'bearer', scope: 'read_builds' };
  const codeOf = async (status: number, answer: unknown) => {
    await using server = await serve((response) => json(response, status, answer));
    try {
      const connection = { base: server.url, userAgent: 'test', clock: systemClock, log: silent };
      const { token } = await exchangeToken(connection, { client: 'c', oidcToken: 'o' });
      return token;
    } catch (error) {
      return (error as { readonly code: string }).code;
    }
  };

  test.each<[string, unknown, string]>([
    ['as OAuth has it', told, told.access_token],
    ['without the scope that was asked for', { ...told, scope: undefined }, told.access_token],
    ['with members that nobody knows', { ...told, expires_in: 1e12, x: [] }, told.access_token],
    ['null', null, 'forge-unreachable'],
    ['a list', [told], 'forge-unreachable'],
    ['no token', { ...told, access_token: undefined }, 'forge-unreachable'],
    ['a token that is a number', { ...told, access_token: 1 }, 'forge-unreachable'],
    ['a token of two lines', { ...told, access_token: 'a\r\nb: c' }, 'forge-unreachable'],
    ['an empty token', { ...told, access_token: '' }, 'forge-unreachable'],
    ['a token that goes in another way', { ...told, token_type: 'mac' }, 'forge-unreachable'],
    ['another scope', { ...told, scope: 'read_builds_not write' }, 'forge-refused'],
    ['no scope', { ...told, scope: '' }, 'forge-refused'],
  ])('%s', async (_, answer, expected) => {
    expect(await codeOf(200, answer)).toBe(expected);
  });

  test.each([400, 401])('an error of OAuth: %d', async (status) => {
    expect(await codeOf(status, { error: 'invalid_client' })).toBe('forge-refused');
  });
});
