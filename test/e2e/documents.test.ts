import { Ajv2020 } from 'ajv/dist/2020.js';
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { createCheckout } from '../kit/checkout.ts';
import { commandsOf } from '../kit/commands-of.ts';
import { configFor } from '../kit/config-for.ts';
import { page } from '../kit/page.ts';
import { testSandbox } from '../kit/test-sandbox.ts';

const schemas = join(import.meta.dirname, '../../schema');

/** Fails where a document is not as its published schema says. */
async function expectValid(name: string, document: unknown): Promise<void> {
  const schema = JSON.parse(await readFile(join(schemas, `${name}.json`), 'utf8')) as object;
  const validate = new Ajv2020({ strict: false }).compile(schema);
  validate(document);
  expect(validate.errors).toBeNull();
}

test('every document that a command prints is as its schema says', async () => {
  const sandbox = await testSandbox();
  const checkout = await createCheckout({
    'docs/a.md': page('The first page of all', 'one\ntwo\nthree\n'),
    'docs/b.md': page('The second page of all', 'A [relative link](./a.md).\n'),
    'docs/empty.md': page('The third page of all', ''),
    'docs/faq.md': '---\ntags: [x]\nstack: faq\n---\n\n## Is this a question at all?\n\nYes.\n',
    '.github/stack-publish.yml': configFor(sandbox),
  });
  const { check, plan, publish, publishAll } = commandsOf(checkout, sandbox);
  const env = { STACK_ACCESS_TOKEN: sandbox.stack.tokens.write };
  const json = async (...args: string[]) =>
    JSON.parse((await checkout.cli([...args, '--json'], env)).stdout) as unknown;

  await expectValid('check', (await check()).document);
  await expectValid('plan', (await plan('--index', 'plan.json')).document);
  await expectValid(
    'index',
    JSON.parse(await readFile(join(checkout.folder, 'plan.json'), 'utf8')),
  );
  await expectValid('error', (await publish()).document);
  await expectValid('error', await json('publihs'));
  const published = await publishAll();
  await expectValid('publish', published.document);
  await expectValid('publish', (await publish()).document);
  await expectValid('plan', (await plan('--verbose')).document);

  const post = published.document.steps.find(({ source }) => source === 'docs/a.md')?.post;
  await sandbox.site.edit(post?.id ?? 0, { body: 'uno\ntwo\nthree\n' });
  await checkout.write({ 'docs/a.md': page('The first page of all', 'eins\ntwo\nthree\n') });
  await checkout.commit();
  await expectValid('plan', (await plan()).document);
  await expectValid('status', await json('status'));
  await expectValid('doctor', await json('doctor'));
  await expectValid('resolve', await json('resolve', 'docs/a.md', 'site'));

  const [taken = 0] = await sandbox.site.seed([{ title: 'The fourth page of all' }]);
  await checkout.write({ 'docs/d.md': page('The fourth page of all', 'four\n') });
  await checkout.commit();
  await expectValid(
    'adopt',
    await json('adopt', 'docs/d.md', `${sandbox.stack.pages}/articles/${taken}`),
  );
});

test('every document tells how many requests were sent', async () => {
  const sandbox = await testSandbox();
  const checkout = await createCheckout({
    'docs/a.md': page('A page', 'One.\n'),
    'docs/b.md': page('Another page', 'Two.\n'),
    '.github/stack-publish.yml': configFor(sandbox),
  });
  const env = { STACK_ACCESS_TOKEN: sandbox.stack.tokens.write };
  /** Runs a command, and counts what the site heard meanwhile. */
  const run = async (...args: string[]) => {
    const before = (await sandbox.site.log()).length;
    const { stdout } = await checkout.cli([...args, '--json'], env);
    const document = JSON.parse(stdout) as {
      digest?: string;
      requests: { site: object; forge: object };
    };
    const asked = (await sandbox.site.log()).slice(before);
    const writes = asked.filter(({ method }) => method !== 'GET').length;
    expect(document.requests, args.join(' ')).toEqual({
      site: { total: asked.length, writes },
      forge: { total: 0, writes: 0 },
    });
    return document;
  };
  await run('check');
  const { digest = '' } = await run('plan');
  await run('publish', '--digest', digest);
  const [, other] = await sandbox.site.posts();
  await sandbox.site.delete(other?.id ?? 0);
  await run('status');
  await run('resolve', 'docs/b.md', 'forget');
  const [taken = 0] = await sandbox.site.seed([{ title: 'A third page' }]);
  await run('adopt', 'docs/b.md', `${sandbox.stack.pages}/articles/${taken}`);
  await run('doctor', '--try-write');
});

test('a reader that stops reading changes neither the work nor the exit code', async () => {
  const sandbox = await testSandbox();
  const checkout = await createCheckout({
    'docs/a.md': page('The first page of all', 'one\n'),
    '.github/stack-publish.yml': configFor(sandbox),
  });
  const planned = await commandsOf(checkout, sandbox).plan();
  const child = spawn(
    process.execPath,
    [inject('cliPath'), 'publish', '--digest', planned.document.digest ?? ''],
    {
      cwd: checkout.folder,
      env: { ...process.env, STACK_ACCESS_TOKEN: sandbox.stack.tokens.write },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  child.stdout.destroy();
  child.stderr.destroy();
  expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0);
  expect(await sandbox.site.posts()).toHaveLength(1);
});

test.each([
  [['--team', 'acme'], 'acme', '/v3/teams/acme'],
  [['--tier', 'enterprise'], null, '/api/v3'],
  [['--tier', 'enterprise', '--team', 'acme'], 'acme', '/api/v3/teams/acme'],
])('sandbox %j prints one line, serves, and stops when it is told to', async (flags, team, api) => {
  const args = [inject('cliPath'), 'sandbox', '--json', '--port', '0', ...flags];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const first = await new Promise<string>((resolve) =>
    child.stdout.setEncoding('utf8').once('data', (text: string) => resolve(text)),
  );
  const document = JSON.parse(first) as {
    stack: { url: string; team: string | null; tokens: Record<string, string> };
  };
  await expectValid('sandbox', document);
  const { url, tokens } = document.stack;
  expect(document.stack.team).toBe(team);
  const me = await fetch(`${url}${api}/users/me`, {
    headers: { authorization: `Bearer ${tokens['read']}` },
  });
  expect(me.status).toBe(200);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});
