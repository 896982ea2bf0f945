import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createCheckout } from '../kit/checkout.ts';
import { configFor } from '../kit/config-for.ts';
import { gitHubEnvironment } from '../kit/github-environment.ts';
import { page } from '../kit/page.ts';
import { testSandbox } from '../kit/test-sandbox.ts';

const company = 'https://github.acme.example';
const origin = `${company}/acme/handbook.git`;

/** A proxy that lets nobody through, and remembers where they wanted to go. */
async function watchingProxy() {
  const wanted: string[] = [];
  const proxy = createServer().on('connect', ({ url = '' }, socket) => {
    wanted.push(url);
    socket.end('HTTP/1.1 403 No\r\n\r\n');
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  onTestFinished(() => void proxy.close());
  return { url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, wanted };
}

async function world() {
  const sandbox = await testSandbox();
  const checkout = await createCheckout({
    'docs/a.md': page('The first page', 'one\n'),
    '.github/stack-publish.yml': configFor(sandbox),
  });
  const token = { STACK_ACCESS_TOKEN: sandbox.stack.tokens.write };
  /** The exit code, the document and what else was said. */
  const run = async (command: string, env: Readonly<Record<string, string>>) => {
    const ran = await checkout.cli([command, '--json'], { ...token, ...env });
    const { code, stdout, stderr, output } = ran;
    return { code, document: JSON.parse(stdout), stderr, output };
  };
  return { sandbox, checkout, run };
}

describe("a company's token", () => {
  const secret = `ghp_${'z'.repeat(36)}`;
  const server = { GITHUB_SERVER_URL: company };
  const named = { GITHUB_REPOSITORY: 'acme/handbook' };

  test.each<[string, string, Record<string, string>, string | null]>([
    ['the server', origin, server, 'github.acme.example:443'],
    ['it with a slash', origin, { GITHUB_SERVER_URL: `${company}/` }, 'github.acme.example:443'],
    [
      'the API alone',
      origin,
      { ...named, GITHUB_API_URL: `${company}/api/v3/` },
      'github.acme.example:443',
    ],
    // A gateway is another server: it gets the token where nothing else is named.
    [
      'a gateway alone',
      origin,
      { ...named, GITHUB_API_URL: 'https://gateway.acme.example/github' },
      'gateway.acme.example:443',
    ],
    [
      'a gateway beside the server',
      origin,
      { ...named, ...server, GITHUB_API_URL: 'https://gateway.acme.example/github' },
      null,
    ],
    [
      'GraphQL elsewhere',
      origin,
      { ...server, GITHUB_GRAPHQL_URL: 'https://api.github.com/graphql' },
      null,
    ],
    ['a server without https://', origin, { GITHUB_SERVER_URL: 'github.acme.example' }, null],
    ['nothing but the repository', origin, named, null],
    ['nothing, over ssh', 'git@github.acme.example:acme/handbook.git', named, null],
  ])('with %s named goes there or nowhere', async (_, remote, given, expected) => {
    const { checkout, run } = await world();
    const proxy = await watchingProxy();
    await checkout.git('remote', 'add', 'origin', remote);
    const env = { GITHUB_TOKEN: secret, HTTPS_PROXY: proxy.url, ...given };
    const { code, document, output } = await run('plan', env);
    expect([...new Set(proxy.wanted)]).toEqual(expected === null ? [] : [expected]);
    expect({ code, error: document.error.code }).toEqual(
      expected === null
        ? { code: 2, error: 'insecure-url' }
        : { code: 1, error: 'forge-unreachable' },
    );
    expect(output).not.toContain(secret);
  });

  test('of which nothing is told goes nowhere, and pull requests are not read', async () => {
    const { checkout, run } = await world();
    const proxy = await watchingProxy();
    await checkout.git('remote', 'add', 'origin', origin);
    const ran = await run('plan', { GITHUB_TOKEN: secret, HTTPS_PROXY: proxy.url });
    expect(ran).toMatchObject({ code: 0, document: { counts: { create: 1 } } });
    expect(proxy.wanted).toEqual([]);
  });
});

describe('a token with something around it', () => {
  test.each([
    ['a line end', (token: string) => `${token}\n`],
    ['a line end of Windows', (token: string) => `${token}\r\n`],
    ['a byte order mark', (token: string) => `\uFEFF${token}`],
    ['blanks', (token: string) => ` ${token}\t`],
  ])('such as %s is the token', async (_, around) => {
    const { sandbox, run } = await world();
    const env = {
      ...gitHubEnvironment(sandbox),
      GITHUB_TOKEN: around(sandbox.github.tokens.job),
      STACK_ACCESS_TOKEN: around(sandbox.stack.tokens.write),
    };
    expect(await run('plan', env)).toMatchObject({ code: 0, document: { counts: { create: 1 } } });
    const doctor = await run('doctor', env);
    expect(
      doctor.document.checks.filter(({ state }: { state: string }) => state === 'failed'),
    ).toEqual([]);
  });

  test.each([
    ['GITHUB_TOKEN', '\n', 'forge-refused'],
    ['GITHUB_TOKEN', 'ghp_one\nghp_two', 'forge-refused'],
    ['STACK_ACCESS_TOKEN', ' \r\n', 'token-refused'],
    ['STACK_ACCESS_TOKEN', 'one two', 'token-refused'],
  ])('%s: %j is none, and told by its name', async (name, value, error) => {
    const { sandbox, run } = await world();
    const tokens = { GITHUB_TOKEN: sandbox.github.tokens.job };
    const env = { ...gitHubEnvironment(sandbox), ...tokens, [name]: value };
    const { code, document, stderr } = await run('plan', env);
    expect({ code, error: document.error.code }).toEqual({ code: 1, error });
    expect(document.error.message).toContain(name);
    expect(stderr).not.toContain('too short');
    expect(await run('doctor', env)).toMatchObject({ code: 1 });
  });

  test('a token that GitHub does not know fails in doctor as in plan', async () => {
    const { sandbox, run } = await world();
    const env = { ...gitHubEnvironment(sandbox), GITHUB_TOKEN: `ghp_${'x'.repeat(36)}` };
    expect(await run('plan', env)).toMatchObject({
      code: 1,
      document: { error: { code: 'forge-refused' } },
    });
    expect(await run('doctor', env)).toMatchObject({ code: 1 });
  });
});
