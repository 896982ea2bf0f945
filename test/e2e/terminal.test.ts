import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PublishDocument } from '../../src/report/documents/publish.ts';
import { digestOf } from '../../src/model/digest.ts';
import { addOrigin, createCheckout } from '../kit/checkout.ts';
import { commandsOf } from '../kit/commands-of.ts';
import { configFor } from '../kit/config-for.ts';
import { hasTerminals } from '../kit/has-terminals.ts';
import { page } from '../kit/page.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';
import { testSandbox } from '../kit/test-sandbox.ts';

const config = '.github/stack-publish.yml';

async function prepared(files: Record<string, string> = {}) {
  const sandbox = await testSandbox();
  const checkout = await createCheckout({
    'docs/a.md': page('A page about something', 'Its body, which is long enough to be one.\n'),
    [config]: configFor(sandbox),
    ...files,
  });
  const env = { STACK_ACCESS_TOKEN: sandbox.stack.tokens.write };
  return { sandbox, checkout, env, ...commandsOf(checkout, sandbox) };
}

test('an error is one line, and below it stands what to do', async () => {
  const all = await prepared();
  const ran = await all.checkout.cli(['plan', '--strickt', '--quiet']);
  expect(ran.stderr.split('\n')).toEqual([
    expect.stringMatching(/^error: .* \[usage\]$/),
    expect.stringMatching(/^ {2}Run /),
    '',
  ]);
  await all.checkout.write({ [config]: 'a: 1\nb: 2\n' });
  const more = await all.checkout.cli(['check']);
  expect(more.stderr.match(/^error: /gm)).toHaveLength(1);
  expect(more.stderr).toMatch(/^ {2}.*https:\/\/\S+\/docs\/configuration\.md/m);
});

test.each([['help'], ['help', 'plan'], ['-v'], ['plan', '-h']])('%j ends well', async (...args) => {
  const ran = await (await createCheckout()).cli(args);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  expect(ran.stdout).not.toBe('');
});

test('one error is one', async () => {
  const all = await prepared({
    'docs/b.md': '---\ntitle: Untagged page\nstack: article\n---\nx\n',
  });
  expect((await all.checkout.cli(['check'])).stdout).toMatch(/1 of 2 sources ready, 1 error, /);
});

test('a key whose page has an error is told so, with its place', async () => {
  const all = await prepared({
    'docs/b.md': '---\ntitle: Untagged page\nstack: article\n---\nx\n',
  });
  const { code, document } = await all.plan('--source', 'docs/b.md');
  expect(code).toBe(2);
  expect(document.error).toMatchObject({ code: 'source-unknown', file: 'docs/b.md' });
  expect(document.error.message).toContain('[no-tags]');
});

test('a bare origin whose HEAD names no branch, and one without any', async () => {
  const all = await prepared();
  await all.checkout.write({ [config]: configFor(all.sandbox, '', '') });
  await all.checkout.commit();
  const bare = await addOrigin(all.checkout);
  await all.checkout.git('--git-dir', bare, 'symbolic-ref', 'HEAD', 'refs/heads/trunk');
  const named = await all.plan();
  expect(named).toMatchObject({ code: 2, document: { error: { code: 'not-default-branch' } } });
  expect(named.document.error.message).toMatch(/HEAD.*main/);
  await all.checkout.git('--git-dir', bare, 'update-ref', '-d', 'refs/heads/main');
  expect((await all.plan()).document.error.message).toContain('no branch yet');
});

test('that pull requests are not read is said by a plan, and by nothing else', async () => {
  const all = await prepared();
  const said = async (...args: string[]) =>
    (await all.checkout.cli(args, all.env)).stderr.includes('Pull requests');
  expect(await said('plan')).toBe(true);
  expect(await said('status')).toBe(false);
  expect(await said('publish', '--digest', (await all.plan()).document.digest ?? '')).toBe(false);
  await all.checkout.write({
    [config]: configFor(all.sandbox, 'sources: { pull-requests: false }'),
  });
  await all.checkout.commit();
  expect(await said('plan')).toBe(false);
});

describe("a plan's index", () => {
  test.each(['no/where.json', '.', 'docs/a.md/x'])('cannot be written to %s', async (name) => {
    const all = await prepared();
    const ran = await all.plan('--index', name);
    expect(ran).toMatchObject({ code: 2, document: { error: { code: 'file-unwritable' } } });
    expect(ran.document.error.remedy).not.toContain('Report');
  });

  test('is not written through a symlink, and replaces a file', async () => {
    const all = await prepared();
    const elsewhere = join(temporaryFolder(), 'x');
    for (const [link, target] of [
      ['a.json', 'docs/a.md'],
      ['b.json', elsewhere],
    ] as const) {
      await all.checkout.link(link, target);
      const ran = await all.plan('--index', link);
      expect(ran.document.error.code).toBe('file-unwritable');
    }
    expect(await readFile(join(all.checkout.folder, 'docs/a.md'), 'utf8')).toMatch(/^---/);
    await expect(readFile(elsewhere)).rejects.toThrow('ENOENT');
    await all.checkout.write({ 'plan.json': 'x'.repeat(10_000) });
    const { document } = await all.plan('--index', 'plan.json');
    const index: unknown = JSON.parse(
      await readFile(join(all.checkout.folder, 'plan.json'), 'utf8'),
    );
    expect(digestOf(index as object)).toBe(document.digest);
  });

  const head = { schema: 1, tier: 'business', site: 'x', team: null, api: 'v3', account: 1 };
  const digest = `sha256:${'0'.repeat(64)}`;
  test.each([
    null,
    [],
    'text',
    { schema: 1, steps: [1] },
    { schema: 1, steps: [null] },
    { ...head, steps: [{ source: 'a', action: 'create' }] },
    { ...head, steps: [{ source: 'a', action: 'explode', digest }] },
    { ...head, steps: [{ source: { a: 1 }, action: 'create', digest }] },
    { ...head, account: '1', steps: [] },
    { ...head, site: 5, steps: [] },
    { ...head, schema: 2, steps: [] },
  ])('that is none is refused, also under its own digest: %j', async (index) => {
    const all = await prepared({ 'plan.json': JSON.stringify(index) });
    const ran = await all.publish('--index', 'plan.json', '--digest', digestOf({ index }));
    expect(ran).toMatchObject({ code: 2, document: { error: { code: 'index-unreadable' } } });
  });

  test('of a newer version is said to be that', async () => {
    const all = await prepared({ 'plan.json': JSON.stringify({ ...head, schema: 2 }) });
    const { document } = await all.publish('--index', 'plan.json', '--digest', digest);
    expect(document.error.message).toContain('schema is 2');
    expect(await all.sandbox.site.posts()).toEqual([]);
  });
});

const files = Object.fromEntries(
  Array.from({ length: 24 }, (_, n) => [
    `docs/p${n}.md`,
    page(`The page with the number ${n}`, `Page ${n} has a body that is long enough.\n`),
  ]),
);

describe('Ctrl+C', () => {
  test('ends and records what is under way, and the same digest goes on', async () => {
    const all = await prepared(files);
    const { digest } = (await all.plan()).document;
    const args = ['publish', '--digest', digest ?? '', '--json'];
    await all.sandbox.site.switches({ latency: 300 });
    const running = all.checkout.start(args, all.env);
    while ((await all.sandbox.site.posts()).length === 0)
      await new Promise((resolve) => setTimeout(resolve, 20));
    running.kill('SIGINT');
    const ran = await running.ended;
    await all.sandbox.site.switches({ latency: 0 });
    expect(ran.code).toBe(4);
    expect(ran.stderr).toContain('Ctrl+C again');
    const document = JSON.parse(ran.stdout) as PublishDocument;
    const posts = await all.sandbox.site.posts();
    expect(document.counts.created).toBe(posts.length);
    expect(document.counts.failed).toBe(25 - posts.length);
    const codes = document.steps.flatMap(({ error }) => error?.code ?? []);
    expect(new Set(codes)).toEqual(new Set(['stopped']));
    const again = await all.publish('--digest', digest ?? '');
    expect(again).toMatchObject({ code: 0, document: { counts: { created: 25 - posts.length } } });
    expect(await all.sandbox.site.posts()).toHaveLength(25);
  });

  test('before the first write says that nothing was written', async () => {
    const all = await prepared();
    await all.sandbox.site.switches({ latency: 2000 });
    const running = all.checkout.start(
      ['publish', '--digest', `sha256:${'0'.repeat(64)}`],
      all.env,
    );
    while ((await all.sandbox.site.log()).length === 0)
      await new Promise((resolve) => setTimeout(resolve, 20));
    running.kill('SIGINT');
    const ran = await running.ended;
    expect(ran).toMatchObject({ code: 130, stdout: '' });
    expect(ran.stderr).toContain('nothing was written');
  });
});

describe.runIf(hasTerminals())('at a terminal', () => {
  /** One that is told what is under way takes its time. */
  const slow = { latency: 1000 };
  const interrupt = '\u0003';

  test('a long publish says how far it is, and how long it still takes', async () => {
    const all = await prepared(files);
    const { digest } = (await all.plan()).document;
    await all.sandbox.site.switches(slow);
    const running = all.checkout.startAtTerminal(['publish', '--digest', digest ?? ''], all.env);
    await running.seen(/publishing: \d+ of 25, about \d+ s left/);
    const { code, output } = await running.ended;
    expect(code).toBe(0);
    // In place: between two of them no line ends.
    expect(output).toMatch(/publishing: \d+ of 25[^\n]*\r[^\n]*publishing: \d+ of 25/);
    expect(output).toContain('25 created');
  });

  test.each([
    ['--quiet', {}],
    ['--verbose', { CI: 'true' }],
  ])('nothing is drawn with %s %j', async (flag, variables) => {
    const all = await prepared(files);
    await all.sandbox.site.switches(slow);
    const running = all.checkout.startAtTerminal(['plan', flag], { ...all.env, ...variables });
    const { code, output } = await running.ended;
    expect(code).toBe(0);
    expect(output).not.toMatch(/reading the sources|looking (up|at)/);
  });

  test('a plan says what it is at, and begins with a list of its steps', async () => {
    const all = await prepared(files);
    await all.sandbox.site.switches(slow);
    const { code, output } = await all.checkout.startAtTerminal(['plan'], all.env).ended;
    expect(code).toBe(0);
    expect(output).toContain('looking up tags');
    expect(output).toMatch(/^\* create {2}docs\/p9\.md {3}The page with the number 9\r?$/m);
    expect(output.indexOf('* create')).toBeLessThan(output.indexOf('Page 9 has a body'));
  });

  test('Ctrl+C tells what was done, what was not, and how to go on', async () => {
    const all = await prepared(files);
    const { digest } = (await all.plan()).document;
    await all.sandbox.site.switches(slow);
    const running = all.checkout.startAtTerminal(['publish', '--digest', digest ?? ''], all.env);
    await running.seen(/publishing: /);
    running.type(interrupt);
    const { code, output } = await running.ended;
    const posts = (await all.sandbox.site.posts()).length;
    expect(code).toBe(4);
    expect(output).toContain(
      `${posts} step${posts === 1 ? '' : 's'} settled and recorded, ${25 - posts} not tried`,
    );
    expect(output).toContain(`stack-publish publish --digest ${digest}`);
    await all.sandbox.site.switches({ latency: 0 });
    expect(await all.publish('--digest', digest ?? '')).toMatchObject({ code: 0 });
    expect(await all.sandbox.site.posts()).toHaveLength(25);
  });

  test('a second Ctrl+C tells what nobody knows, and nothing is written twice', async () => {
    const all = await prepared(files);
    const { digest } = (await all.plan()).document;
    await all.sandbox.site.switches(slow);
    const running = all.checkout.startAtTerminal(['publish', '--digest', digest ?? ''], all.env);
    await running.seen(/publishing: /);
    running.type(interrupt);
    await running.seen(/Ctrl\+C again/);
    running.type(interrupt);
    const { code, output } = await running.ended;
    expect(code).toBe(130);
    expect(output).toMatch(
      /Stopped: 0 of 25 steps are settled and recorded, 25 more may be written/,
    );
    // What was under way arrives, as it does within five minutes.
    let arrived = 0;
    for (let before = -1; arrived === 0 || arrived > before;) {
      before = arrived;
      await new Promise((resolve) => setTimeout(resolve, 2 * slow.latency));
      arrived = (await all.sandbox.site.posts()).length;
    }
    expect(arrived).toBeLessThan(25);
    await all.sandbox.site.switches({ latency: 0 });
    await all.sandbox.site.advance(301);
    expect(await all.publish('--digest', digest ?? '')).toMatchObject({ code: 0 });
    expect(await all.sandbox.site.posts()).toHaveLength(25);
  });
});
