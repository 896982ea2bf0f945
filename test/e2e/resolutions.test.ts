import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Sandbox } from '../../sandbox/index.ts';
import { type Checkout, createCheckout } from '../kit/checkout.ts';
import { commandsOf } from '../kit/commands-of.ts';
import { configFor } from '../kit/config-for.ts';
import { page } from '../kit/page.ts';
import { testSandbox } from '../kit/test-sandbox.ts';

const lines = 'one\ntwo\nthree\nfour\nfive\nsix\nseven\n';
const file = 'docs/a.md';
const title = 'A page about something';

/** A published page, with the commands. */
async function published() {
  const sandbox = await testSandbox();
  const checkout = await createCheckout({
    [file]: page(title, lines),
    '.github/stack-publish.yml': configFor(sandbox),
  });
  const commands = commandsOf(checkout, sandbox);
  const { document } = await commands.publishAll();
  const id = document.steps[0]?.post?.id ?? 0;
  return { sandbox, checkout, ...commands, id, ...more(checkout, sandbox) };
}

function more(checkout: Checkout, sandbox: Sandbox) {
  const env = { STACK_ACCESS_TOKEN: sandbox.stack.tokens.write };
  const json = async (...args: string[]) => {
    const ran = await checkout.cli([...args, '--json'], env);
    return { ...ran, document: JSON.parse(ran.stdout) };
  };
  return {
    resolve: (source: string, how: string) => json('resolve', source, how),
    adopt: (source: string, url: string) => json('adopt', source, url),
    status: () => json('status'),
    async rewrite(body: string, path = file, name = title) {
      await checkout.write({ [path]: page(name, body) });
      await checkout.commit();
    },
  };
}

/** What the plan does with the one source. */
const due = (plan: { document: { steps: readonly { action: string; reason: string | null }[] } }) =>
  plan.document.steps.map(({ action, reason }) => (action === 'held' ? reason : action));

describe('both sides changed', () => {
  test('other lines: the merge is approved, published, and stays', async () => {
    const all = await published();
    await all.sandbox.site.edit(all.id, { body: lines.replace('seven', 'SEVEN, said Ada') });
    await all.rewrite(lines.replace('one', 'ONE'));
    expect(due(await all.plan())).toEqual(['merge']);
    const { document } = await all.publishAll();
    expect(document.counts).toMatchObject({ merged: 1 });
    const merged = lines.replace('one', 'ONE').replace('seven', 'SEVEN, said Ada');
    expect((await all.sandbox.site.post(all.id)).body).toBe(merged);
    const again = await all.plan();
    expect(again.document).toMatchObject({ digest: null, edited: [{ source: file }] });
    // The next change of the source merges too: the reader's line is not lost the second time.
    await all.rewrite(lines.replace('one', 'UNO'));
    await all.publishAll();
    expect((await all.sandbox.site.post(all.id)).body).toBe(merged.replace('ONE', 'UNO'));
  });

  const conflicting = async () => {
    const all = await published();
    await all.sandbox.site.edit(all.id, { body: lines.replace('one', 'uno') });
    await all.rewrite(lines.replace('one', 'ONE'));
    expect(due(await all.plan())).toEqual(['conflict']);
    return all;
  };

  test('the same line: resolved for the source, after an approval', async () => {
    const all = await conflicting();
    expect((await all.resolve(file, 'source')).code).toBe(0);
    expect((await all.sandbox.site.post(all.id)).body).toContain('uno');
    expect(due(await all.plan())).toEqual(['overwrite']);
    // Whoever approves it sees whose text goes.
    const shown = await all.checkout.cli(['plan'], {
      STACK_ACCESS_TOKEN: all.sandbox.stack.tokens.write,
    });
    expect(shown.stdout).toMatch(/^ *-uno$/m);
    await all.publishAll();
    expect((await all.sandbox.site.post(all.id)).body).toBe(lines.replace('one', 'ONE'));
    expect((await all.plan()).document.digest).toBeNull();
  });

  test('a resolution for the source does not cover an edit made after it', async () => {
    const all = await conflicting();
    await all.resolve(file, 'source');
    const { document } = await all.plan();
    await all.sandbox.site.edit(all.id, { body: lines.replace('one', 'eins') });
    const refused = await all.publish('--digest', document.digest ?? '');
    expect(refused.code).toBe(3);
    expect((await all.sandbox.site.post(all.id)).body).toContain('eins');
    expect(due(await all.plan())).toEqual(['conflict']);
  });

  test('the same line: resolved for the site, without a write', async () => {
    const all = await conflicting();
    const writes = async () =>
      (await all.sandbox.site.log()).filter(({ method }) => method !== 'GET').length;
    const before = await writes();
    await all.resolve(file, 'site');
    expect((await all.plan()).document).toMatchObject({ digest: null, edited: [{ source: file }] });
    expect(await writes()).toBe(before);
    expect((await all.sandbox.site.post(all.id)).body).toContain('uno');
  });
});

describe('a deleted post', () => {
  const deleted = async () => {
    const all = await published();
    await all.sandbox.site.delete(all.id);
    expect(due(await all.plan())).toEqual(['deleted']);
    // Known from now on without a request more.
    const again = await all.plan();
    expect(due(again)).toEqual(['deleted']);
    expect(again.document.requests.site.total).toBeLessThanOrEqual(3);
    return all;
  };

  test('is posted again only after a decision and an approval', async () => {
    const all = await deleted();
    await all.resolve(file, 'recreate');
    expect(due(await all.plan())).toEqual(['create']);
    expect((await all.publishAll()).document.counts).toMatchObject({ created: 1 });
    const alive = (await all.sandbox.site.posts()).filter(({ deleted: at }) => at === null);
    expect(alive).toHaveLength(1);
    expect((await all.plan()).document.digest).toBeNull();
  });

  test('is left alone where that was decided', async () => {
    const all = await deleted();
    await all.resolve(file, 'forget');
    await all.rewrite('another text altogether\n');
    expect(due(await all.plan())).toEqual([]);
    await all.resolve(file, 'recreate');
    expect(due(await all.plan())).toEqual(['create']);
    // Taken back before anybody approved it.
    await all.resolve(file, 'forget');
    expect(due(await all.plan())).toEqual([]);
    const { stdout } = await all.checkout.cli(['status', '--json'], {
      STACK_ACCESS_TOKEN: all.sandbox.stack.tokens.read,
    });
    expect(JSON.parse(stdout)).toMatchObject({ sources: [{ source: file, state: 'forgotten' }] });
  });

  test('that comes back is known again', async () => {
    const all = await deleted();
    await all.sandbox.site.restore(all.id);
    expect(due(await all.plan('--full'))).toEqual([]);
  });
});

describe('a title that is taken', () => {
  const taken = async () => {
    const sandbox = await testSandbox();
    const [id = 0] = await sandbox.site.seed([{ title, body: 'By hand, by the same account.\n' }]);
    const checkout = await createCheckout({
      [file]: page(title, lines),
      '.github/stack-publish.yml': configFor(sandbox),
    });
    const all = {
      sandbox,
      checkout,
      id,
      ...commandsOf(checkout, sandbox),
      ...more(checkout, sandbox),
    };
    expect(due(await all.plan())).toEqual(['title-taken']);
    return all;
  };

  test('is left by another title', async () => {
    const all = await taken();
    await all.rewrite(lines, file, 'Another title of the page');
    expect(due(await all.plan())).toEqual(['create']);
  });

  test('is shared where that was decided', async () => {
    const all = await taken();
    await all.resolve(file, 'source');
    expect(due(await all.plan())).toEqual(['create']);
    await all.publishAll();
    expect(await all.sandbox.site.posts()).toHaveLength(2);
    expect((await all.plan()).document.digest).toBeNull();
  });

  test('is adopted; then somebody says which text is right', async () => {
    const all = await taken();
    const url = `${all.sandbox.stack.pages}/articles/${all.id}`;
    expect((await all.adopt(file, url)).document).toMatchObject({ post: { id: all.id } });
    expect(due(await all.plan())).toEqual(['no-base']);
    await all.resolve(file, 'source');
    expect(due(await all.plan())).toEqual(['overwrite']);
    await all.publishAll();
    const posts = await all.sandbox.site.posts();
    expect(posts.map(({ body }) => body)).toEqual([lines]);
  });
});

test('a locked post is held and goes on once it is unlocked', async () => {
  const all = await published();
  await all.sandbox.site.lock(all.id);
  await all.rewrite('new\n');
  const { document } = await all.plan();
  const tried = document.digest ? await all.publish('--digest', document.digest) : null;
  expect(tried?.document.steps.map(({ reason }) => reason) ?? due({ document })).toEqual([
    'locked',
  ]);
  await all.sandbox.site.lock(all.id, false);
  await all.publishAll();
  expect((await all.sandbox.site.post(all.id)).body).toBe('new\n');
});

test('a renamed file keeps its post', async () => {
  const all = await published();
  await all.checkout.git('mv', file, 'docs/b.md');
  await all.checkout.commit();
  expect(due(await all.plan())).toEqual(['adopt']);
  expect((await all.publishAll()).document.counts).toMatchObject({ adopted: 1 });
  expect(await all.sandbox.site.posts()).toHaveLength(1);
  await all.rewrite('new\n', 'docs/b.md');
  await all.publishAll();
  expect((await all.sandbox.site.post(all.id)).body).toBe('new\n');
});

test('a lost ledger proposes to adopt, and makes no second post', async () => {
  const all = await published();
  await all.checkout.remove('.git/ledger.json');
  expect(due(await all.plan())).toEqual(['adopt']);
  await all.publishAll();
  expect(await all.sandbox.site.posts()).toHaveLength(1);
  expect((await all.plan()).document.digest).toBeNull();
});

test('a page that is not marked any more is reported, and its post stays', async () => {
  const all = await published();
  await all.checkout.write({ [file]: `---\ntitle: ${title}\n---\n\n${lines}` });
  await all.checkout.commit();
  const { document } = await all.plan();
  expect(document).toMatchObject({
    digest: null,
    orphaned: [{ source: file, post: { id: all.id }, reason: 'gone' }],
  });
  expect((await all.status()).document.sources).toMatchObject([
    { source: file, state: 'orphaned' },
  ]);
  expect(await all.sandbox.site.posts()).toHaveLength(1);
});

test('a source that is gone is told once, and then counted', async () => {
  const all = await published();
  const shown = async () => {
    const ledger = () => readFile(join(all.checkout.folder, '.git/ledger.json'), 'utf8');
    const before = await ledger();
    const files = ['plan.md', 'plan.html'];
    const more = ['--markdown', 'plan.md', '--preview', 'plan.html'];
    const ran = await all.checkout.cli(['plan', ...more], {
      STACK_ACCESS_TOKEN: all.sandbox.stack.tokens.write,
    });
    const pages = files.map((name) => readFile(join(all.checkout.folder, name), 'utf8'));
    const texts = [ran.stdout, ...(await Promise.all(pages))];
    return { texts, isNoted: (await ledger()) !== before };
  };
  const text = await readFile(join(all.checkout.folder, file), 'utf8');
  const atRest = (await all.plan()).document.requests;
  for (let time = 0; time < 2; time += 1) {
    await all.checkout.remove(file);
    await all.checkout.commit();
    const first = await shown();
    expect(first.isNoted).toBe(true);
    for (const told of first.texts) {
      expect(told).toContain(file);
      expect(told).toContain('forget');
    }
    const second = await shown();
    expect(second.isNoted).toBe(false);
    for (const told of second.texts) {
      expect(told).not.toContain(file);
      expect(told).toMatch(/1 post has no source/);
    }
    // For a program, and for who asks, it is there each time.
    expect((await all.plan()).document).toMatchObject({
      orphaned: [{ source: file, reason: 'gone' }],
      requests: atRest,
    });
    expect((await all.status()).document.sources).toMatchObject([
      { source: file, state: 'orphaned' },
    ]);
    // What came back and goes again is told again.
    await all.checkout.write({ [file]: text });
    await all.checkout.commit();
    expect((await all.plan()).document).toMatchObject({ digest: null, orphaned: [] });
  }
  expect(await all.sandbox.site.posts()).toHaveLength(1);
});

test('a source that is gone is not reported any more once it is forgotten', async () => {
  const all = await published();
  await all.checkout.write({ 'docs/b.md': page('Another page of ours', lines) });
  await all.checkout.remove(file);
  await all.checkout.commit();
  await all.checkout.remove('docs/b.md');
  await all.checkout.commit();
  const unfit = await all.resolve(file, 'recreate');
  expect(unfit).toMatchObject({ code: 2, document: { error: { code: 'resolution-unfit' } } });
  const { document } = await all.resolve(file, 'forget');
  expect(document).toMatchObject({ source: file, resolution: 'forget', post: { id: all.id } });
  expect((await all.plan()).document).toMatchObject({ digest: null, orphaned: [] });
  expect((await all.status()).document.sources).toEqual([]);
  expect((await all.sandbox.site.post(all.id)).deleted).toBeNull();
  // What comes back is linked to its post again, and not posted a second time.
  await all.rewrite(lines);
  expect(due(await all.plan())).toEqual(['adopt']);
});

test('a page whose mark is nearly right is reported with it, and its post stays', async () => {
  const all = await published();
  const marked = await readFile(join(all.checkout.folder, file), 'utf8');
  await all.checkout.write({ [file]: `<!-- License: MIT -->\n${marked}More.\n` });
  await all.checkout.commit();
  const { document } = await all.plan();
  expect(document).toMatchObject({
    digest: null,
    orphaned: [{ source: file, post: { id: all.id }, reason: 'mark' }],
    findings: [{ rule: 'mark-not-read', severity: 'warning', file, line: 2 }],
  });
  const { stdout } = await all.checkout.cli(['plan'], {
    STACK_ACCESS_TOKEN: all.sandbox.stack.tokens.write,
  });
  const orphan = stdout.slice(stdout.indexOf('nothing is deleted'));
  expect(orphan).toMatch(/docs\/\S+ +http\S+\n *docs\/\S+:2:1: warning: .*\[mark-not-read\]/);
  expect(orphan.split('[mark-not-read]')).toHaveLength(2);
  // Something is to be done about it, so it is told again.
  expect((await all.checkout.cli(['plan'], all.variables)).stdout).toContain('[mark-not-read]');
  expect((await all.check()).document.findings).toMatchObject([{ rule: 'mark-not-read', line: 2 }]);
  // As an error it keeps the source out, as every other.
  const config = '.github/stack-publish.yml';
  const text = await readFile(join(all.checkout.folder, config), 'utf8');
  await all.checkout.write({ [config]: `${text}rules: { mark-not-read: error }\n` });
  await all.checkout.commit();
  expect((await all.plan()).document).toMatchObject({ orphaned: [], digest: null });
  expect(await all.sandbox.site.posts()).toHaveLength(1);
});

test.each([
  ['resolve', [file, 'site'], 'nothing-to-resolve'],
  ['resolve', ['docs/none.md', 'site'], 'source-unknown'],
  ['adopt', [file, 'https://elsewhere.example/articles/1'], 'adopt-refused'],
  ['adopt', ['docs/none.md', 'x'], 'adopt-refused'],
])('%s %j is refused as %s', async (command, words, code) => {
  const all = await published();
  const ran = await all.checkout.cli([command, ...words, '--json'], {
    STACK_ACCESS_TOKEN: all.sandbox.stack.tokens.write,
  });
  expect(ran.code).toBe(2);
  expect(JSON.parse(ran.stdout)).toMatchObject({ command, error: { code } });
});
