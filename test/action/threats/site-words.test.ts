import { describe, expect, test } from 'vitest';
import { commentPayload } from '../../kit/action-world.ts';
import { page } from '../../kit/page.ts';
import { talkativeWorld, word, type Refusal } from '../talkative-world.ts';

const faq = (answer: string) =>
  `---\ntags: [docs]\nstack: faq\n---\n\n## Who may publish?\n\n${answer}\n`;
const files = {
  'docs/faq.md': faq('Everyone who may merge.'),
  'docs/b.md': page('The second page', 'two\n').replace(
    'stack: article',
    'stack: { as: article, editors: { groups: [no-such-group] } }',
  ),
};

type World = Awaited<ReturnType<typeof talkativeWorld>>;

/** Plans, approves by a comment, and publishes. */
async function publish(world: World) {
  const { outputs } = await world.act({ event: 'workflow_dispatch', token: 'read' });
  const comment = await world.fakeGitHub.comment(
    1,
    'mia-maintain',
    `/publish ${outputs['digest']}`,
  );
  const payload = commentPayload(comment);
  return world.act({ event: 'issue_comment', command: 'publish', payload });
}

async function change(world: World, changed: Readonly<Record<string, string>>): Promise<void> {
  await world.checkout.write(changed);
  await world.checkout.commit();
  await world.push();
}

describe.each([
  ['a public repository', false],
  ['a private one', true],
] as const)('a word of the site, in %s', { timeout: 150_000 }, (_, isPrivate) => {
  const isTold = isPrivate ? 'is told' : 'is nowhere';
  const expectWord = async (world: World) => {
    const lines = (await world.all()).split('\n').filter((each) => /zeus/i.test(each));
    if (isPrivate) expect(lines).not.toEqual([]);
    else expect(lines).toEqual([]);
  };

  test(`${isTold} where people edited, deleted and wrote posts of its own`, async () => {
    const world = await talkativeWorld({ isPrivate, files });
    const { site } = world;
    expect(await publish(world)).toMatchObject({ outputs: { created: '2' } });
    const posts = await site.posts();
    const idOf = (kind: string) => posts.find((each) => each.kind === kind)?.id ?? 0;
    const [article, question, answer] = ['article', 'question', 'answer'].map(idOf) as [
      number,
      number,
      number,
    ];
    await site.edit(article, {
      title: `The ${word} page`,
      body: `${word} takes over.\n`,
      tags: ['docs', word.toLowerCase()],
    });
    await site.edit(answer, { body: `${word} alone may.` });
    const [third = 0] = await site.seed([
      { title: 'The third page', body: `What ${word} wrote.\n` },
      { title: `The plans of ${word}`, body: `${word}\n` },
    ]);
    await change(world, {
      'docs/a.md': page('The first page', 'another line\n'),
      'docs/faq.md': faq('Everyone who may write.'),
      'docs/c.md': page('The third page', 'three\n'),
      'docs/d.md': page('The fourth page', 'four\n'),
    });
    await publish(world);
    await world.cli('plan', '--full', '--index', 'index.json');
    await world.cli('doctor');
    // The opposite needs no more: it was told.
    if (isPrivate) return expectWord(world);
    for (const args of [
      ['status'],
      ['adopt', 'docs/c.md', `${world.pages}/articles/${third}/zeus-wrote-this`],
      ['adopt', 'docs/d.md', `https://zeus.example/articles/${third}/zeus-wrote-this`],
      ['resolve', 'docs/a.md', 'source'],
      ['publish', '--digest', `sha256:${'0'.repeat(64)}`],
    ])
      await world.cli(...args);
    await publish(world);
    await site.delete(question);
    await world.cli('plan', '--full');
    await expectWord(world);
  });

  test(`${isTold} where it knows editors, tags and experts`, async () => {
    const tagged = (text: string) =>
      page('A page of the handbook', text)
        .replace('tags: [docs]', 'tags: [docs, handbook]')
        .replace(
          'stack: article',
          'stack: { as: article, editors: { users: [21], groups: [1001] } }',
        );
    const world = await talkativeWorld({
      isPrivate,
      files: { 'docs/h.md': tagged('chapter one\n'), 'docs/b.md': files['docs/b.md'] },
    });
    const experts = { users: [21], groups: [1001] };
    const handbook = `${word.toLowerCase()}-handbook`;
    await world.site.switches({
      experts: { docs: experts, [handbook]: experts },
      synonyms: { handbook },
    });
    await world.site.seed([{ tags: ['docs', handbook], owner: 'colleague' }]);
    await world.cli('plan', '--full');
    expect(await publish(world)).toMatchObject({ outputs: { created: '2' } });
    await change(world, { 'docs/h.md': tagged('chapter two\n') });
    await world.act({ event: 'push', token: 'read' });
    const told = await world.cli('plan', '--full');
    // Each of them, and not only one of their kind.
    for (const each of [
      /user 21: .* of Zeus/,
      /group 1001: .* of Zeus/,
      /ask .* of Zeus \(21\), the group .* of Zeus \(1001\)/,
      /"experts": ?\{[^}]*of Zeus/,
      /shows zeus-handbook in its place/,
    ])
      if (isPrivate) expect(told).toMatch(each);
    await publish(world);
    await world.site.switches({ tagCreation: 'admins' });
    await change(world, {
      'docs/h.md': tagged('chapter three\n').replace('handbook]', `handbook, brand-new]`),
    });
    const refused = await publish(world);
    expect(refused).toMatchObject({ code: 4, outputs: { failed: '1' } });
    await world.cli('plan', '--full');
    await expectWord(world);
  });

  test(`${isTold} where it refuses something`, async () => {
    const world = await talkativeWorld({ isPrivate, files });
    const reads: Refusal[] = [
      { method: 'GET', path: /\/users\/me$/, status: 403 },
      { method: 'GET', path: /\/articles\?/, status: 422, body: `Not for ${word}.` },
      { method: 'GET', path: /\/user-groups/, status: 404 },
    ];
    for (const refusal of reads) {
      world.refuse(refusal);
      expect(await world.act({ event: 'push', token: 'read' })).toMatchObject({ code: 1 });
      await world.cli('status');
    }
    await world.cli('doctor');
    const writes: Refusal[] = [
      { method: 'POST', path: /\/answers$/, status: 403 },
      { method: 'POST', path: /\/accept$/, status: 400 },
      { method: 'PUT', path: /\/articles\/\d+$/, status: 409 },
    ];
    for (const refusal of writes) {
      world.refuse(refusal);
      if (refusal.method === 'PUT')
        await change(world, { 'docs/a.md': page('The first page', 'another line\n') });
      expect(await publish(world)).toMatchObject({ code: 4, outputs: { failed: '1' } });
    }
    await expectWord(world);
  });
});
