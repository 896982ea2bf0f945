import { describe, expect, test } from 'vitest';
import type { GitHubTokenName } from '../../sandbox/index.ts';
import { json as answerJson, serve } from '../kit/serve.ts';
import { createCheckout } from '../kit/checkout.ts';
import { configFor } from '../kit/config-for.ts';
import { gitHubEnvironment } from '../kit/github-environment.ts';
import { testSandbox } from '../kit/test-sandbox.ts';

const configPath = '.github/stack-publish.yml';

/** A repository whose configuration is one line, and what a job of its has. */
async function world(own = 'extends: acme/.github\n', more: Readonly<Record<string, string>> = {}) {
  const sandbox = await testSandbox();
  const checkout = await createCheckout({
    'docs/a.md': '---\nstack: article\n---\n# The first page\n\nHow to begin, in a few words.\n',
    [configPath]: own,
    ...more,
  });
  const shared = configFor(
    sandbox,
    'defaults: { tags: [acme] }\nsources: { pull-requests: false }',
  );
  const put = (
    text: string | null,
    where: { path?: string; ref?: string; private?: boolean } = {},
  ) => sandbox.fakeGitHub.file({ repository: 'acme/.github', path: configPath, text, ...where });
  const run = async (
    args: readonly string[],
    token: GitHubTokenName | null = 'job',
    env: Readonly<Record<string, string>> = {},
  ) => {
    const { code, stdout, stderr } = await checkout.cli([...args, '--json'], {
      STACK_ACCESS_TOKEN: sandbox.stack.tokens.write,
      ...gitHubEnvironment(sandbox),
      ...(token !== null && { GITHUB_TOKEN: sandbox.github.tokens[token] }),
      ...env,
    });
    return { code, document: JSON.parse(stdout), stderr };
  };
  return { sandbox, checkout, shared, put, run };
}

describe('a repository whose configuration is another one', () => {
  test('is planned and published by it, with one request for it', async () => {
    const { sandbox, shared, put, run } = await world();
    await put(shared);
    const planned = await run(['plan']);
    expect(planned).toMatchObject({ code: 0, document: { counts: { create: 1 } } });
    expect(planned.stderr).toMatch(
      /acme\/\.github:\.github\/stack-publish\.yml \(blob [0-9a-f]{7}\)/,
    );
    // The other is for who can read the repository.
    expect(planned.document.requests.forge).toEqual({ total: 2, writes: 0 });
    expect((await sandbox.fakeGitHub.log()).length).toBe(2);
    const { document } = await run(['publish', '--digest', planned.document.digest]);
    expect(document.counts).toMatchObject({ created: 1 });
    const [post] = (await sandbox.site.state()).posts;
    expect(post?.tags).toEqual(['acme']);
    expect(await run(['plan'])).toMatchObject({ document: { digest: null } });
    // What it changes of the texts is planned.
    await put(shared.replace('[acme]', '[other]'));
    expect(await run(['plan'])).toMatchObject({ document: { counts: { update: 1 } } });
  });

  test('goes by the policy that stands there when it publishes', async () => {
    const { shared, put, run } = await world();
    await put(shared);
    const { document } = await run(['plan']);
    await put(shared.replace('[asserted]', '[environment]'));
    expect(await run(['publish', '--digest', document.digest])).toMatchObject({
      code: 3,
      document: { error: { code: 'mechanism-not-accepted' } },
    });
  });

  test.each<[string, string, Parameters<Awaited<ReturnType<typeof world>>['put']>[1]]>([
    ['the second name', 'acme/.github', { path: 'stack-publish.yml' }],
    ['a path', 'acme/.github:policies/docs.yml', { path: 'policies/docs.yml' }],
    ['a ref', 'acme/.github@v1', { ref: 'v1' }],
    ['capitals', 'ACME/.GitHub', {}],
  ])('finds the file by %s, with a token and without', async (_, spec, where) => {
    const { shared, put, run } = await world(`extends: ${spec}\n`);
    await put(shared, where);
    expect(await run(['plan'])).toMatchObject({ code: 0, document: { counts: { create: 1 } } });
    expect(await run(['plan'], null)).toMatchObject({
      code: 0,
      document: { counts: { create: 1 } },
    });
  });

  test('may be a file of the same repository, as the commit has it', async () => {
    const { sandbox, checkout, run } = await world('extends: config/base.yml\n');
    await checkout.write({
      'config/base.yml': configFor(
        sandbox,
        'defaults: { tags: [acme] }\nsources: { pull-requests: false }',
      ),
    });
    await checkout.commit();
    await checkout.write({ 'config/base.yml': 'broken: 1\n' });
    expect(await run(['plan'])).toMatchObject({ code: 0, document: { counts: { create: 1 } } });
    // What `check` reads is the working tree.
    expect(await run(['check'])).toMatchObject({
      code: 2,
      document: { error: { code: 'config-invalid', file: 'config/base.yml', line: 1, column: 1 } },
    });
  });
});

describe('what cannot be read', () => {
  const cases: [
    string,
    (w: Awaited<ReturnType<typeof world>>) => Promise<unknown>,
    GitHubTokenName | null,
  ][] = [
    ['no such repository', async () => {}, 'job'],
    ['no such file', ({ put, shared }) => put(shared, { path: 'other.yml' }), 'job'],
    ['one that is not for the token', ({ put, shared }) => put(shared, { private: true }), 'job'],
    ['one that is not for everyone', ({ put, shared }) => put(shared, { private: true }), null],
    ['a token that GitHub does not know', ({ put, shared }) => put(shared), 'invalid'],
    [
      'a GitHub that fails',
      async ({ put, shared, sandbox }) => {
        await put(shared);
        await sandbox.fakeGitHub.fault({ kind: 'error', times: 20 });
      },
      'job',
    ],
  ];

  test.each(cases)('%s: nothing is planned, and a check goes on', async (_, prepare, token) => {
    const here = await world('extends: acme/.github\ndefaults: { tags: [own] }\n');
    await prepare(here);
    const { code, document } = await here.run(['plan'], token);
    expect(code).toBe(2);
    expect(document.error).toMatchObject({ code: 'extends-unreadable', file: configPath, line: 1 });
    expect((await here.sandbox.site.state()).requests).toBe(0);
    const checked = await here.run(['check'], token);
    expect(checked).toMatchObject({ code: 0, document: { counts: { sources: 1, ready: 1 } } });
    expect(checked.stderr).toContain('acme/.github');
    const doctor = await here.run(['doctor'], token);
    expect(doctor.document.checks).toContainEqual(
      expect.objectContaining({ check: 'configuration', code: 'extends-unreadable' }),
    );
  });

  test('a private one, by a token that may: it is read', async () => {
    const { shared, put, run } = await world();
    await put(shared, { private: true });
    expect(await run(['plan'], 'read')).toMatchObject({ code: 0 });
    const { document } = await run(['doctor'], 'read');
    const { message } = document.checks.find(
      ({ check }: { check: string }) => check === 'configuration',
    );
    expect(message).toContain(
      '.github/stack-publish.yml over acme/.github:.github/stack-publish.yml',
    );
  });

  test('a check without a network ends soon, and well', async () => {
    const { run } = await world();
    const nowhere = {
      GITHUB_API_URL: 'http://127.0.0.1:9',
      GITHUB_GRAPHQL_URL: 'http://127.0.0.1:9/graphql',
    };
    expect(await run(['check'], null, nowhere)).toMatchObject({ code: 0 });
    expect(await run(['check'], 'job', nowhere)).toMatchObject({ code: 0 });
  });

  test('on another forge the name is nobody else’s on GitHub', async () => {
    const { sandbox, checkout, shared, put } = await world();
    await put(shared);
    await checkout.git('remote', 'add', 'origin', 'https://gitlab.example/acme/handbook.git');
    const { GITHUB_REPOSITORY: _, ...server } = gitHubEnvironment(sandbox);
    const { code, stdout } = await checkout.cli(['plan', '--json'], {
      STACK_ACCESS_TOKEN: sandbox.stack.tokens.write,
      ...server,
    });
    expect({ code, error: JSON.parse(stdout).error.code }).toEqual({
      code: 2,
      error: 'extends-unreadable',
    });
    expect((await sandbox.fakeGitHub.log()).length).toBe(0);
  });

  test('on a Gitea it is not asked for, and a file of the repository is', async () => {
    const { sandbox, checkout, shared, put, run } = await world();
    await put(shared);
    const gitea = { GITEA_ACTIONS: 'true' };
    expect(await run(['plan'], 'job', gitea)).toMatchObject({
      code: 2,
      document: { error: { code: 'extends-unreadable' } },
    });
    expect((await sandbox.fakeGitHub.log()).length).toBe(0);
    await checkout.write({ 'base.yml': shared, [configPath]: 'extends: base.yml\n' });
    expect(await run(['check'], null, gitea)).toMatchObject({ code: 0 });
  });

  test('what is wrong in it has its own name', async () => {
    const { shared, put, run } = await world();
    await put(`${shared}visiblity: auto\n`);
    const line = shared.split('\n').length;
    for (const command of ['plan', 'check'])
      expect(await run([command])).toMatchObject({
        code: 2,
        document: {
          error: {
            code: 'config-invalid',
            file: 'acme/.github:.github/stack-publish.yml',
            line,
            column: 1,
          },
        },
      });
  });
});

describe('a GitHub that leads elsewhere', () => {
  test.each(['job', null] as const)(
    'is not followed, and gets no token there (%s)',
    async (token) => {
      const { put, shared, run } = await world();
      await put(shared);
      await using elsewhere = await serve((response) => answerJson(response, 200, {}));
      await using leading = await serve((response) => {
        response.writeHead(302, { location: `${elsewhere.url}/x` });
        response.end();
      });
      const { code, document } = await run(['plan'], token, {
        GITHUB_API_URL: leading.url,
        GITHUB_SERVER_URL: leading.url,
        GITHUB_GRAPHQL_URL: `${leading.url}/graphql`,
      });
      expect({ code, error: document.error.code }).toEqual({
        code: 2,
        error: 'extends-unreadable',
      });
      expect(elsewhere.seen).toEqual([]);
      expect(leading.seen.length).toBeGreaterThan(0);
    },
  );
});
