import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, inject, test } from 'vitest';
import type { SandboxOptions } from '../../sandbox/index.ts';
import type { DoctorDocument } from '../../src/report/documents/doctor.ts';
import type { ErrorDocument } from '../../src/report/documents/error.ts';
import type { LoginDocument } from '../../src/report/documents/login.ts';
import { visit } from '../kit/browser.ts';
import { hasTerminals } from '../kit/has-terminals.ts';
import { createCheckout } from '../kit/checkout.ts';
import { commandsOf } from '../kit/commands-of.ts';
import { configFor } from '../kit/config-for.ts';
import { shapesOf } from '../kit/echo-server.ts';
import { page } from '../kit/page.ts';
import { json, serve } from '../kit/serve.ts';
import { startProgram, type Ran, type Running } from '../kit/start-program.ts';
import { testSandbox } from '../kit/test-sandbox.ts';

const address = /http:\/\/127\.0\.0\.1:\d+\/oauth\?\S+(?=\r?\n)/;
const mainSite: SandboxOptions = { tier: 'enterprise', team: null };
const privateTeam: SandboxOptions = { tier: 'enterprise', team: 'acme' };

async function prepared(options: SandboxOptions = mainSite) {
  const sandbox = await testSandbox(options);
  const checkout = await createCheckout({
    'docs/a.md': page('A page about something', 'Its body, which is long enough to be one.\n'),
    '.github/stack-publish.yml': configFor(sandbox, 'sources: { pull-requests: false }'),
  });
  const file = join(checkout.folder, 'token.txt');
  /** Logs in: what is typed is made of the address that the command printed. */
  const login = async (
    typed: (address: string) => string | Promise<string>,
    flags: readonly string[] = ['--client-id', '101', '--token-file', 'token.txt'],
  ) => {
    const running = checkout.start(['login', ...flags], {}, true);
    running.type(`${await typed(await running.seen(address))}\n`);
    return running.ended;
  };
  /** As a person who allows it, and pastes where the browser ends. */
  const allow = async (at: string) => (await visit(at)).address;
  const written = async () => (await readFile(file, 'utf8')).trimEnd();
  return { sandbox, checkout, file, login, allow, written };
}

/** Expects a token, in whatever shape, nowhere in what was printed. */
function expectHidden(token: string, { output }: Ran): void {
  expect(token).toMatch(/^.{20,}$/);
  for (const shape of shapesOf(token)) expect(output).not.toContain(shape);
}

const modeOf = async (file: string) => (await stat(file)).mode & 0o777;

describe.each([
  ['the main site', mainSite, 'write_access'],
  ['a private team', privateTeam, 'write_access,access_team'],
] as const)('a token of %s', (_, options, scope) => {
  test('comes by the browser, publishes, and is named where it ended', async () => {
    const all = await prepared(options);
    const { sandbox, checkout } = all;
    let opened = '';
    const ran = await all.login((at) => {
      opened = at;
      return all.allow(at);
    });
    expect(ran.code).toBe(0);
    expect(ran.stdout).toMatch(/token\.txt.* 24 hours, until \d{4}-\d\d-\d\dT[\d:]{8}Z/);
    const { searchParams } = new URL(opened);
    expect(searchParams.get('scope')).toBe(scope);
    expect(ran.stderr.split('\n')).toContain(opened);
    expect(await modeOf(all.file)).toBe(0o600);
    const token = await all.written();
    expectHidden(token, ran);
    // Nothing of the way to it is left, here or there.
    const left = await readdir(checkout.folder, { recursive: true });
    expect(left.filter((name) => name.includes('tmp'))).toEqual([]);
    for (const name of left.filter((each) => each !== 'token.txt')) {
      const text = await readFile(join(checkout.folder, name), 'utf8').catch(() => '');
      expect(text).not.toContain(token);
    }

    const commands = commandsOf(checkout, sandbox, token);
    const published = await commands.publishAll();
    expect(published).toMatchObject({ code: 0, document: { counts: { created: 1 } } });
    await sandbox.site.advance(86_401);
    const { code, document } = await commands.plan();
    expect([code, document.error.code]).toEqual([1, 'token-expired']);
    expect(document.error.remedy).toContain('login');
    const doctor = await checkout.cli(['doctor', '--json'], { STACK_ACCESS_TOKEN: token });
    const { checks } = JSON.parse(doctor.stdout) as DoctorDocument;
    expect(checks.find(({ check }) => check === 'site')).toMatchObject({
      state: 'failed',
      message: document.error.message,
    });
  });
});

test.each<[string, (ended: string) => string]>([
  ['only the code', (ended) => new URL(ended).searchParams.get('code') ?? ''],
  ['only the code, encoded', (ended) => /code=([^&]*)/.exec(ended)?.[1] ?? ''],
  ['an address that is not encoded', (ended) => decodeURIComponent(ended)],
  ['lines with a carriage return', (ended) => `${ended}\r`],
  ['more lines than one', (ended) => `${ended}\nmore\n`],
])('%s can be pasted', async (_, pasted) => {
  const all = await prepared();
  const ran = await all.login(async (at) => pasted(await all.allow(at)));
  expect(ran.code).toBe(0);
  expectHidden(await all.written(), ran);
});

test('with --json a document says where the token went', async () => {
  const all = await prepared();
  const flags = ['--client-id', '101', '--token-file', 'token.txt', '--json', '--verbose'];
  const ran = await all.login(all.allow, [...flags, '--scope', 'write_access, no_expiry']);
  expect(ran.code).toBe(0);
  expectHidden(await all.written(), ran);
  const document = JSON.parse(ran.stdout) as LoginDocument;
  expect(document).toEqual({
    schema: 1,
    command: 'login',
    file: 'token.txt',
    scope: ['write_access', 'no_expiry'],
    expires: null,
  });
  const schema = await readFile(join(import.meta.dirname, '../../schema/login.json'), 'utf8');
  expect(new Ajv2020({ strict: false }).compile(JSON.parse(schema) as object)(document)).toBe(true);
  const short = await all.login(all.allow, flags);
  const { expires } = JSON.parse(short.stdout) as LoginDocument;
  expect(expires).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  const left = Date.parse(expires ?? '') - Date.now();
  expect(left).toBeGreaterThan(86_000_000);
  expect(left).toBeLessThanOrEqual(86_400_000);
});

test('a token that only reads is asked for with an empty scope, also of a read-only application', async () => {
  const all = await prepared();
  const flags = ['--client-id', '102', '--scope', '', '--token-file', 'token.txt', '--quiet'];
  expect((await all.login(all.allow, flags)).code).toBe(0);
  const commands = commandsOf(all.checkout, all.sandbox, await all.written());
  expect((await commands.plan()).code).toBe(0);
  const { document } = await commands.publishAll();
  expect(document.steps[0]?.error?.code).toBe('token-read-only');
});

describe('no token comes of', () => {
  type World = Awaited<ReturnType<typeof prepared>>;
  const deny = async (at: string) => (await visit(at, { decision: 'deny' })).address;
  test.each<[string, string, (at: string, world: World) => string | Promise<string>]>([
    ['a no', 'login-denied', deny],
    ['nothing', 'login-code-missing', () => ''],
    ['the address to open', 'login-code-missing', (at) => at],
    [
      'an address of another login',
      'login-state',
      async (at, { allow }) => (await allow(at)).replace(/state=.*/, 'state=another'),
    ],
    [
      'an address without a state',
      'login-state',
      async (at, { allow }) => (await allow(at)).replace(/&state=.*/, ''),
    ],
    ['a code that nobody gave', 'login-code-unknown', () => 'abcdefgh))'],
    [
      'a code of another login',
      'login-refused',
      async (at, { allow }) => {
        const other = new URL(at);
        other.searchParams.set('code_challenge', 'x'.repeat(43));
        return new URL(await allow(other.href)).searchParams.get('code') ?? '';
      },
    ],
    [
      'a code that is too old',
      'login-code-expired',
      async (at, { allow, sandbox }) => {
        const ended = await allow(at);
        await sandbox.site.advance(3600);
        return ended;
      },
    ],
  ])('%s', async (_, expected, typed) => {
    const all = await prepared();
    await writeFile(all.file, 'as it was');
    const ran = await all.login(
      (at) => typed(at, all),
      ['--client-id', '101', '--token-file', 'token.txt', '--json'],
    );
    const { error } = JSON.parse(ran.stdout) as ErrorDocument;
    expect([ran.code, error.code]).toEqual([1, expected]);
    expect(error.remedy).toMatch(/^[A-Z][^\n]*\.$/);
    expect(await readFile(all.file, 'utf8')).toBe('as it was');
    expect((await readdir(all.checkout.folder)).filter((name) => name.includes('tmp'))).toEqual([]);
  });

  test('a read-only application', async () => {
    const all = await prepared();
    const flags = ['--client-id', '102', '--token-file', 'token.txt'];
    const ran = await all.login(all.allow, flags);
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toContain('[login-read-only]');
  });

  test('a stdin that ends', async () => {
    const all = await prepared();
    const ran = await all.checkout.cli(['login', '--client-id', '1', '--token-file', 'token.txt']);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain('[login-code-missing]');
  });

  test('an answer that does not say when it ends', async () => {
    const access_token = 'oauth_0123456789abcdef))';
    await using server = await serve((response) => json(response, 200, { access_token }));
    const all = await prepared();
    await all.checkout.write({
      '.github/stack-publish.yml': `destination: { tier: enterprise, url: "${server.url}" }\n`,
    });
    const ran = await all.login(() => 'abcdefgh))');
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain('[login-no-expiry]');
    expectHidden(access_token, ran);
    await expect(stat(all.file)).rejects.toThrow('ENOENT');
    const flags = ['--client-id', '1', '--token-file', 'token.txt', '--scope', 'no_expiry'];
    const asked = await all.login(() => 'abcdefgh))', flags);
    expect(asked.code).toBe(0);
    expect(asked.stdout).toContain('does not end');
    expect(await all.written()).toBe(access_token);
  });
});

describe('is a usage error, before anything is asked', () => {
  test.each<[string, readonly string[], string, SandboxOptions?]>([
    ['no client id', ['--token-file', 'token.txt'], '--client-id'],
    ['a blank one', ['--client-id', ' ', '--token-file', 'token.txt'], '--client-id'],
    ['neither terminal nor file', ['--client-id', '101'], '--token-file'],
    ['Business', ['--client-id', '1', '--token-file', 'token.txt'], 'personal access', {}],
    ['a file in no folder', ['--client-id', '1', '--token-file', 'no/where'], 'no/where'],
    ['a folder', ['--client-id', '1', '--token-file', 'docs'], 'docs'],
    ['a device', ['--client-id', '1', '--token-file', '/dev/null'], '/dev/null'],
  ])('%s', async (_, flags, named, options = mainSite) => {
    const all = await prepared(options);
    const ran = await all.checkout.cli(['login', ...flags]);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain(named);
    expect(ran.stderr).not.toMatch(address);
  });

  test('a symlink, wherever it leads', async () => {
    const all = await prepared();
    await all.checkout.link('token.txt', 'docs/a.md');
    const ran = await all.checkout.cli(['login', '--client-id', '1', '--token-file', 'token.txt']);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('[file-unwritable]');
    expect(await readFile(join(all.checkout.folder, 'docs/a.md'), 'utf8')).toMatch(/^---/);
  });
});

test('a file that was there has the token alone, and nobody else can read it', async () => {
  const all = await prepared();
  await writeFile(all.file, 'x'.repeat(10_000));
  await chmod(all.file, 0o666);
  expect((await all.login(all.allow)).code).toBe(0);
  expect(await modeOf(all.file)).toBe(0o600);
  expect(await readFile(all.file, 'utf8')).toMatch(/^[\w-]+\)\)\n$/);
});

test('a symlink that comes meanwhile is not followed', async () => {
  const all = await prepared();
  const ran = await all.login(async (at) => {
    await all.checkout.link('token.txt', 'docs/a.md');
    return all.allow(at);
  });
  expect(ran.code).toBe(2);
  expect(await readFile(join(all.checkout.folder, 'docs/a.md'), 'utf8')).toMatch(/^---/);
});

// Where there is no terminal to be had, the command is tried with pipes alone, as above.
describe.runIf(hasTerminals())('at a terminal', () => {
  async function atTerminal(flags: string, env: Readonly<Record<string, string>> = {}) {
    const all = await prepared();
    const command = `'${process.execPath}' '${inject('cliPath')}' login --client-id 101 ${flags}`;
    const running: Running = startProgram('script', ['-qec', command, '/dev/null'], {
      cwd: all.checkout.folder,
      env: { SHELL: '/bin/sh', TERM: 'dumb', ...env },
      stdin: true,
    });
    return { ...all, running };
  }

  test('the token is shown once', async () => {
    const { running, allow, sandbox, checkout } = await atTerminal('');
    running.type(`${await allow(await running.seen(address))}\n`);
    const ran = await running.ended;
    expect(ran.code).toBe(0);
    expect(ran.output).toContain('24 hours');
    const tokens = ran.output.match(/^[\w-]{20,}\)\)\r?$/gm) ?? [];
    expect(tokens).toHaveLength(1);
    const token = tokens[0]?.trim() ?? '';
    expect(ran.output.split(token)).toHaveLength(2);
    expect((await commandsOf(checkout, sandbox, token).plan()).code).toBe(0);
  });

  test('it is not shown where it goes into a file', async () => {
    const { running, allow, written } = await atTerminal('--token-file token.txt');
    running.type(`${await allow(await running.seen(address))}\n`);
    const ran = await running.ended;
    expect(ran.code).toBe(0);
    expectHidden(await written(), ran);
  });

  test.each([
    ['of a CI', '', { CI: 'true' }],
    ['that a document goes to', '--json', {}],
  ])('%s it needs a file', async (_, flags, env) => {
    const { running } = await atTerminal(flags, env);
    const ran = await running.ended;
    expect(ran.code).toBe(2);
    expect(ran.output).toContain('--token-file');
  });
});

describe('doctor, of a token that', () => {
  const day = 86_400_000;
  test.each<[string, string, 'told' | 'fine', string]>([
    ['ends in a day', new Date(Date.now() + day).toISOString(), 'told', '24 hours'],
    ['ends in six days', new Date(Date.now() + 6.5 * day).toISOString(), 'told', '6 days'],
    ['ends in eight days', new Date(Date.now() + 8 * day).toISOString(), 'fine', ''],
    ['ended, and did not', '2026-01-01', 'told', 'STACK_TOKEN_EXPIRES'],
    ['ends at some time', 'soon', 'told', 'STACK_TOKEN_EXPIRES'],
    ['ends, nobody knows when', '', 'fine', ''],
  ])('%s', async (_, STACK_TOKEN_EXPIRES, told, named) => {
    const all = await prepared();
    const { service: STACK_ACCESS_TOKEN = '' } = all.sandbox.stack.tokens;
    const ran = await all.checkout.cli(['doctor', '--json'], {
      STACK_ACCESS_TOKEN,
      STACK_TOKEN_EXPIRES,
    });
    const { checks } = JSON.parse(ran.stdout) as DoctorDocument;
    const site = checks.find(({ check }) => check === 'site');
    expect(site?.state).toBe('ok');
    expect(site?.remedy === null).toBe(told === 'fine');
    expect(site?.message).toContain(named);
    expect(ran.code).toBe(0);
  });
});
