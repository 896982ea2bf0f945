import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Checkout, createCheckout } from '../kit/checkout.ts';
import { commandsOf } from '../kit/commands-of.ts';
import { configFor } from '../kit/config-for.ts';
import { page } from '../kit/page.ts';
import { testSandbox } from '../kit/test-sandbox.ts';
import type { DoctorDocument } from '../../src/report/documents/doctor.ts';

const config = '.github/stack-publish.yml';
const good = {
  'docs/a.md': page('A page about something', 'Its body, which is long enough to be one.\n'),
};

/** A checkout with one good page, and the commands against a sandbox. */
async function prepared(files: Record<string, string | Uint8Array> = {}, token?: string) {
  const sandbox = await testSandbox();
  const checkout = await createCheckout({ ...good, [config]: configFor(sandbox), ...files });
  return { sandbox, checkout, ...commandsOf(checkout, sandbox, token) };
}

/** What every refusal must have: a code, what was seen, what to do; and nothing written. */
async function expectRefused(
  { checkout, sandbox }: { checkout: Checkout; sandbox: Awaited<ReturnType<typeof testSandbox>> },
  ran: {
    code: number | null;
    document: { error: { code: string; message: string; remedy: string } };
  },
  code: string,
  exit: number,
) {
  expect(ran.document.error.code).toBe(code);
  expect(ran.code).toBe(exit);
  expect(ran.document.error.message).not.toBe('');
  expect(ran.document.error.remedy).not.toBe('');
  expect(await sandbox.site.posts()).toEqual([]);
  expect(existsSync(join(checkout.folder, '.git/ledger.json'))).toBe(false);
}

test('a draft for other tools is a warning, or keeps the whole FAQ out where that is set', async () => {
  const faq =
    '---\ntags: [docs]\nstack: faq\ndraft: true\n---\n\n## How does that work?\n\nLike this.\n';
  const all = await prepared({ 'docs/faq.md': faq });
  const warned = (await all.check()).document;
  expect(warned.counts).toMatchObject({ sources: 2, ready: 2, errors: 0 });
  expect(warned.findings).toContainEqual(
    expect.objectContaining({ rule: 'marked-as-draft', severity: 'warning', line: 4 }),
  );
  const text = await readFile(join(all.checkout.folder, config), 'utf8');
  await all.checkout.write({ [config]: `${text}rules: { marked-as-draft: error }\n` });
  expect((await all.check()).document.counts).toMatchObject({ ready: 1, errors: 1 });
});

describe('the configuration', () => {
  test('a mistyped key is named with its place and the nearest one', async () => {
    const all = await prepared({
      [config]: 'destination: { tier: business, team: x }\nlimit: { create: 1 }\n',
    });
    const ran = await all.check();
    await expectRefused(all, ran, 'config-invalid', 2);
    expect(ran.document.error).toMatchObject({ file: config, line: 2, column: 1 });
    expect(ran.document.error.message).toContain('limits');
  });

  test('releases need a forge, which is said', async () => {
    const all = await prepared();
    const text = await readFile(join(all.checkout.folder, config), 'utf8');
    await all.checkout.write({ [config]: `${text}sources: { releases: { tags: ["v*"] } }\n` });
    await all.checkout.commit();
    const ran = await all.checkout.cli(['plan'], {
      STACK_ACCESS_TOKEN: all.sandbox.stack.tokens.read,
    });
    expect(ran.code).toBe(0);
    expect(ran.stderr).toContain('releases are not read');
  });

  test('releases made from pull requests need pull requests', async () => {
    const all = await prepared();
    const text = await readFile(join(all.checkout.folder, config), 'utf8');
    const sources = 'sources: { pull-requests: false, releases: { tags: ["v*"] } }';
    await all.checkout.write({ [config]: `${text}${sources}\n` });
    const ran = await all.check();
    await expectRefused(all, ran, 'config-invalid', 2);
    expect(ran.document.error).toMatchObject({ file: config, column: expect.any(Number) });
  });

  test.each([
    [
      'API',
      (text: string) => text.replace('business', 'enterprise').replace('team:', 'api: v2.3, team:'),
      'v2.3',
    ],
    ['approval', (text: string) => text.replace('[asserted]', '[jenkins]'), 'jenkins'],
  ])(
    'the %s that this version cannot do: every command says so, with its place',
    async (_, change, named) => {
      const all = await prepared();
      const text = await readFile(join(all.checkout.folder, config), 'utf8');
      await all.checkout.write({ [config]: change(text) });
      await all.checkout.commit();
      for (const run of [all.check, all.plan]) {
        const ran = await run();
        await expectRefused(all, ran, 'config-invalid', 2);
        expect(ran.document.error).toMatchObject({ file: config, column: expect.any(Number) });
        expect(ran.document.error.message).toContain(named);
      }
      const doctor = await all.checkout.cli(['doctor', '--json'], { STACK_ACCESS_TOKEN: 'x' });
      const { checks } = JSON.parse(doctor.stdout) as DoctorDocument;
      expect(checks.find(({ check }) => check === 'configuration')).toMatchObject({
        state: 'failed',
        message: expect.stringContaining(named),
      });
    },
  );

  test('a way to approve that this version cannot look up, beside one that it can', async () => {
    const all = await prepared();
    const text = await readFile(join(all.checkout.folder, config), 'utf8');
    await all.checkout.write({ [config]: text.replace('[asserted]', '[asserted, jenkins]') });
    await all.checkout.commit();
    for (const run of [all.check, all.plan]) {
      const ran = await run();
      expect(ran.code).toBe(0);
      expect(ran.stderr).toContain('jenkins');
    }
  });

  test('of two problems with one cause, the cause comes first', async () => {
    const all = await prepared({ [config]: 'destination:\n  tier: business\n  taem: x\n' });
    const { document } = await all.check();
    expect(document.error).toMatchObject({ file: config, line: 3, column: 3 });
    expect(document.error.message).toMatch(/"taem".*did you mean team[^]*team is missing/);
  });

  test('broken YAML is named with its place', async () => {
    const all = await prepared({ [config]: 'destination: { tier: business\nteam: x\n' });
    const ran = await all.plan();
    await expectRefused(all, ran, 'config-invalid', 2);
    expect(ran.document.error).toMatchObject({ file: config, line: expect.any(Number) });
  });

  test('none at all', async () => {
    const all = await prepared();
    await all.checkout.remove(config);
    await all.checkout.commit();
    await expectRefused(all, await all.plan(), 'config-not-found', 2);
  });

  test('a plain http address', async () => {
    const all = await prepared({
      [config]: 'destination: { tier: business, team: x, url: "http://api.example.com" }\n',
    });
    await expectRefused(all, await all.plan(), 'insecure-url', 2);
  });
});

describe('the checkout', () => {
  test('no git repository', async () => {
    const all = await prepared();
    await rm(join(all.checkout.folder, '.git'), { recursive: true });
    await expectRefused(all, await all.plan(), 'no-git-repository', 2);
  });

  test('no commit yet', async () => {
    const sandbox = await testSandbox();
    const checkout = await createCheckout();
    await checkout.write({ [config]: configFor(sandbox) });
    const ran = await commandsOf(checkout, sandbox).plan();
    await expectRefused({ checkout, sandbox }, ran, 'no-commit', 2);
  });
});

describe('docs files', () => {
  test.each([
    [
      '---js front matter is text, never code',
      `---js\nstack: "article"\nrequire('node:fs').writeFileSync('pwned','')\n---\nx\n`,
      'front-matter',
    ],
    ['broken YAML', '---\ntitle: [\nstack: article\n---\nx\n', 'front-matter'],
    [
      'a kind that does not exist',
      '---\ntitle: Abc\ntags: [a]\nstack: artcle\n---\nx\n',
      'front-matter',
    ],
    [
      'a file that is not UTF-8',
      Buffer.concat([Buffer.from('---\nstack: article\n---\n'), Buffer.from([0xff, 0xfe, 0x41])]),
      'not-utf8',
    ],
  ])('%s', async (_name, content, rule) => {
    const all = await prepared({ 'docs/bad.md': content });
    const ran = await all.plan();
    expect(ran.code).toBe(0);
    expect(ran.document.findings).toEqual([
      expect.objectContaining({
        rule,
        severity: 'error',
        file: 'docs/bad.md',
        line: expect.any(Number),
      }),
    ]);
    expect(ran.document.steps.map(({ source }) => source)).toEqual(['docs/a.md']);
    expect(existsSync(join(all.checkout.folder, 'pwned'))).toBe(false);
    expect((await all.check()).code).toBe(1);
  });

  test('a name that is not UTF-8 is named with escapes, and the others go on', async () => {
    const all = await prepared();
    const name = Buffer.concat([
      Buffer.from(join(all.checkout.folder, 'docs/caf')),
      Buffer.from([0xe9]),
      Buffer.from('.md'),
    ]);
    await writeFile(name, good['docs/a.md']);
    await all.checkout.commit();
    for (const ran of [await all.check(), await all.plan()])
      expect(ran.document.findings).toMatchObject([
        { rule: 'name-not-utf8', severity: 'warning', file: 'docs/caf\\xE9.md' },
      ]);
    expect((await all.plan()).document.counts).toMatchObject({ create: 1 });
  });

  test('check says what a sparse checkout or a filter hides; plan reads the commit', async () => {
    const all = await prepared({
      'docs/out/b.md': page('A page that is left out', 'Its body, which is another one.\n'),
      'docs/out/c.md': 'Not marked.\n',
      '.gitattributes': 'docs/a.md filter=lfs\n',
    });
    await all.checkout.git('sparse-checkout', 'set', '--no-cone', '/*', '!/docs/out/');
    const { document } = await all.check();
    expect(document.counts).toMatchObject({ sources: 1, ready: 1, warnings: 2 });
    expect(document.findings).toMatchObject([
      { rule: 'other-bytes', file: 'docs/a.md' },
      { rule: 'not-checked-out', file: null },
    ]);
    expect(document.findings[1]?.message).toContain('leaves out 2 of');
    expect((await all.plan()).document).toMatchObject({ counts: { create: 2 }, findings: [] });
  });

  test('check reads a page of another encoding as the commit has it', async () => {
    const all = await prepared({
      '.gitattributes': 'docs/a.md working-tree-encoding=UTF-16\n',
      'docs/a.md': Buffer.from(`\uFEFF${good['docs/a.md']}`, 'utf16le'),
    });
    expect((await all.check()).document).toMatchObject({ counts: { ready: 1 }, findings: [] });
    expect((await all.plan()).document).toMatchObject({ counts: { create: 1 }, findings: [] });
  });

  test('a symlink out of the tree is not followed', async () => {
    const all = await prepared();
    await all.checkout.link('docs/link.md', '/etc/passwd');
    await all.checkout.link('docs/inner.md', 'a.md');
    await all.checkout.commit();
    for (const ran of [await all.plan(), await all.check()]) {
      expect(ran.code).toBe(0);
      expect(ran.stdout).not.toContain('root:');
      expect(ran.document.findings.map(({ rule, file }) => `${rule} ${file}`)).toEqual([
        'symlink docs/inner.md',
        'symlink docs/link.md',
      ]);
    }
  });
});

describe('the token', () => {
  test('missing', async () => {
    const all = await prepared({}, '');
    await expectRefused(all, await all.plan(), 'token-missing', 2);
  });

  test.each([
    ['invalid', 'token-refused'],
    ['expired', 'token-expired'],
    ['other', 'token-refused'],
  ] as const)('%s', async (name, code) => {
    const sandbox = await testSandbox();
    const checkout = await createCheckout({ ...good, [config]: configFor(sandbox) });
    const token = sandbox.stack.tokens[name];
    const ran = await commandsOf(checkout, sandbox, token).plan();
    await expectRefused({ checkout, sandbox }, ran, code, 1);
    expect(ran.stdout + ran.stderr).not.toContain(token.slice(0, 12));
  });

  test('read-only: the plan works, publishing fails and says why', async () => {
    const sandbox = await testSandbox();
    const checkout = await createCheckout({ ...good, [config]: configFor(sandbox) });
    const { plan, publish } = commandsOf(checkout, sandbox, sandbox.stack.tokens.read);
    const { document } = await plan();
    const ran = await publish('--digest', document.digest ?? '');
    expect(ran.code).toBe(4);
    expect(ran.document.steps).toMatchObject([
      { result: 'failed', error: { code: 'token-read-only' } },
    ]);
    expect(await sandbox.site.posts()).toEqual([]);
    // Nothing is in doubt: with a right token the same approval goes through.
    const again = await commandsOf(checkout, sandbox).publish('--digest', document.digest ?? '');
    expect(again.document.counts).toMatchObject({ created: 1 });
  });

  test('a wrong team slug', async () => {
    const sandbox = await testSandbox();
    const checkout = await createCheckout({
      ...good,
      [config]: configFor(sandbox).replace('team: acme', 'team: acne'),
    });
    const ran = await commandsOf(checkout, sandbox).plan();
    await expectRefused({ checkout, sandbox }, ran, 'token-refused', 1);
    expect(ran.document.error.remedy + ran.document.error.message).toContain('acne');
  });
});

test('a site that answers HTML', async () => {
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html').end('<html><body>Sign in</body></html>');
  });
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const sandbox = await testSandbox();
  const checkout = await createCheckout({
    ...good,
    [config]: configFor(sandbox).replace(sandbox.stack.url, `http://127.0.0.1:${port}`),
  });
  await expectRefused(
    { checkout, sandbox },
    await commandsOf(checkout, sandbox).plan(),
    'site-not-json',
    1,
  );
});

describe('the ledger', () => {
  test.each([
    ['not JSON', 'this is no JSON', 'ledger-unreadable'],
    ['of a newer version', '{ "schema": 99 }', 'ledger-newer'],
    ['of another shape', '{ "schema": 1, "records": [] }', 'ledger-unreadable'],
  ])('%s: stop, write nothing, keep the file', async (_name, content, code) => {
    const all = await prepared();
    const file = join(all.checkout.folder, '.git/ledger.json');
    await all.checkout.write({ '.git/ledger.json': content });
    for (const ran of [
      await all.plan(),
      await all.publish('--digest', `sha256:${'0'.repeat(64)}`),
    ]) {
      expect(ran.code).toBe(1);
      expect(ran.document.error.code).toBe(code);
    }
    expect(await readFile(file, 'utf8')).toBe(content);
    expect(await all.sandbox.site.posts()).toEqual([]);
  });

  test('of another team', async () => {
    const all = await prepared();
    await all.publishAll();
    await all.checkout.write({
      [config]: configFor(all.sandbox).replace('team: acme', 'team: acne'),
    });
    await all.checkout.commit();
    const ran = await all.plan();
    // The site answers first: the token is of another team.
    expect(['ledger-other-destination', 'token-refused']).toContain(ran.document.error.code);
    expect(ran.code).toBe(1);
  });
});

describe('the approval', () => {
  test.each([
    ['none', [], 'no-approval'],
    ['an unknown one', ['--digest', `sha256:${'0'.repeat(64)}`], 'unknown-digest'],
    ['a short one', ['--digest', 'sha256:0123'], 'not-a-digest'],
  ])('%s', async (_name, args, code) => {
    const all = await prepared();
    const ran = await all.publish(...args);
    await expectRefused(all, ran, code, 3);
  });

  test('asserted where it is not accepted', async () => {
    const all = await prepared();
    await all.checkout.write({
      [config]: configFor(all.sandbox).replace('approval: { accept: [asserted] }', ''),
    });
    await all.checkout.commit();
    const { document } = await all.plan();
    const ran = await all.publish('--digest', document.digest ?? '');
    expect(ran).toMatchObject({ code: 3, document: { error: { code: 'mechanism-not-accepted' } } });
    expect(await all.sandbox.site.posts()).toEqual([]);
  });
});

describe('the command line', () => {
  test.each([
    [['plant'], 'usage'],
    [['plan', '--digets', 'x'], 'usage'],
    [['plan', '--source', 'docs/none.md'], 'source-unknown'],
    [['publish', '--index', 'none.json'], 'index-unreadable'],
  ])('%j', async (args, code) => {
    const all = await prepared();
    const ran = await all.checkout.cli([...args, '--json'], {
      STACK_ACCESS_TOKEN: all.sandbox.stack.tokens.write,
    });
    const document = JSON.parse(ran.stdout);
    await expectRefused(all, { ...ran, document }, code, 2);
  });
});

test('a hostile title fires no runner command, in text and in JSON', async () => {
  const title = 'x ##[set-output name=a]v and ::error::y';
  const all = await prepared({
    'docs/b.md': page(title, '##[add-mask]body\n\n  ::error file=x::y\n'),
  });
  const text = await all.checkout.cli(['plan'], {
    STACK_ACCESS_TOKEN: all.sandbox.stack.tokens.write,
  });
  const json = await all.plan();
  for (const output of [text.stdout, text.stderr, json.stdout, json.stderr]) {
    expect(output).not.toMatch(/##\[/);
    expect(output).not.toMatch(/^\s*::/m);
  }
  expect(json.document.steps.map((step) => step.title)).toContain(title);
});
