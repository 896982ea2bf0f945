import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { page } from '../../kit/page.ts';
import {
  type ActionWorld,
  config,
  configPath,
  createActionWorld,
  protectedRun,
} from '../../kit/action-world.ts';

const comment = (world: ActionWorld, digest: string, by = 'mia-maintain') =>
  world.fakeGitHub.comment(1, by, `/publish ${digest}`);

async function change(world: ActionWorld, files: Readonly<Record<string, string>>): Promise<void> {
  await world.checkout.write(files);
  await world.checkout.commit();
  await world.push();
}

describe('what changed since the approval', () => {
  test('is refused, while what did not change is carried out', async () => {
    const world = await createActionWorld({
      files: { 'docs/b.md': page('The second page', 'two\n') },
    });
    const digest = await world.planned();
    const approval = await comment(world, digest);
    await change(world, { 'docs/b.md': page('The second page', 'something else\n') });
    const acted = await world.byComment(approval);
    expect(acted).toMatchObject({ code: 5, outputs: { created: '1', refused: '1' } });
    expect(await world.titles()).toEqual(['The first page']);
  });

  test("is refused where a merged pull request's text was edited", async () => {
    const more =
      'sources: { docs: false, pull-requests: { since: 2020-01-01 } }\ndefaults: { tags: [x] }';
    const world = await createActionWorld({ more });
    const body = (text: string) => `\`\`\`release-note\n${text}\n\`\`\`\n`;
    const pull = {
      number: 7,
      title: 'feat: faster keys',
      labels: ['stack:article'],
      author: 'will-write',
      state: 'merged' as const,
    };
    await world.fakeGitHub.pullRequest({ ...pull, body: body('What was read and approved.') });
    const digest = await world.planned();
    const approval = await comment(world, digest);
    await world.fakeGitHub.pullRequest({ ...pull, body: body('Visit evil.example.') });
    expect(await world.byComment(approval)).toMatchObject({ code: 3, outputs: { refused: '1' } });
    expect(await world.titles()).toEqual([]);
    await world.fakeGitHub.pullRequest({ ...pull, body: body('What was read and approved.') });
    expect(await world.byComment(approval)).toMatchObject({ code: 0, outputs: { created: '1' } });
  });
});

describe('an approval that was used', () => {
  test('brings no old text back, and does nothing twice', async () => {
    const world = await createActionWorld();
    const first = await world.planned();
    const approval = await comment(world, first);
    await world.byComment(approval);
    expect(await world.byComment(approval)).toMatchObject({
      code: 0,
      outputs: { created: '0', unchanged: '1' },
    });
    await change(world, { 'docs/a.md': page('The first page', 'two\n') });
    const second = await comment(world, await world.planned());
    expect(await world.byComment(second)).toMatchObject({ outputs: { updated: '1' } });
    await change(world, { 'docs/a.md': page('The first page', 'one\n') });
    for (const old of [approval, second]) {
      const { outputs } = await world.byComment(old);
      expect(outputs).toMatchObject({ created: '0', updated: '0' });
    }
    const third = await comment(world, await world.planned());
    expect(await world.byComment(third)).toMatchObject({ outputs: { updated: '1' } });
  });

  test('that is too old does not count, and a new one does', async () => {
    const world = await createActionWorld({ more: 'approval: { max-age: 1h }' });
    const digest = await world.planned();
    const approval = await comment(world, digest);
    await world.site.advance(2 * 3600);
    const late = await world.byComment(approval);
    expect(late).toMatchObject({ code: 3, outputs: { reason: 'approval-expired' } });
    expect(await world.titles()).toEqual([]);
    expect(await world.byComment(await comment(world, digest))).toMatchObject({ code: 0 });
  });
});

/** A world whose one source is a merged pull request of this person, who may not approve it. */
async function ownWork(author: string) {
  const more =
    'sources: { docs: false, pull-requests: { since: 2020-01-01 } }\ndefaults: { tags: [x] }\napproval: { self: false }';
  const world = await createActionWorld({ more });
  await world.fakeGitHub.pullRequest({
    number: 7,
    title: 'feat: faster keys',
    labels: ['stack:article'],
    author,
    state: 'merged',
    body: '```release-note\nKeys are made much faster now.\n```\n',
  });
  return { world, digest: await world.planned() };
}

test('the author of an approved pull request may not approve it where self is false', async () => {
  const { world, digest } = await ownWork('mia-maintain');
  const own = await world.byComment(await comment(world, digest));
  expect(own).toMatchObject({ code: 3, outputs: { reason: 'self-approval' } });
  expect(await world.titles()).toEqual([]);
  const other = await world.byComment(await comment(world, digest, 'ada-admin'));
  expect(other).toMatchObject({ code: 0, outputs: { created: '1' } });
});

test('the author of an approved pull request may not be one of its reviewers where self is false', async () => {
  const { world, digest } = await ownWork('mia-maintain');
  const approved = async (...reviewers: string[]) => {
    const run = await protectedRun(world, { reviewers: ['mia-maintain', 'ada-admin'] });
    for (const by of reviewers)
      await world.fakeGitHub.approve({ run: run.id, environment: 'stack-internal', by });
    return world.byEnvironment(run, digest);
  };
  for (const reviewers of [
    ['mia-maintain', 'ada-admin'],
    ['ada-admin', 'mia-maintain'],
  ])
    expect(await approved(...reviewers)).toMatchObject({
      code: 3,
      outputs: { reason: 'self-approval' },
    });
  expect(await world.titles()).toEqual([]);
  expect(await approved('ada-admin')).toMatchObject({ code: 0, outputs: { created: '1' } });
});

test('all who approved an environment stand in the evidence', async () => {
  const world = await createActionWorld();
  const digest = await world.planned();
  const run = await protectedRun(world, { reviewers: ['mia-maintain', 'ada-admin'] });
  for (const by of ['mia-maintain', 'ada-admin'])
    await world.fakeGitHub.approve({ run: run.id, environment: 'stack-internal', by });
  const { outputs, summary } = await world.byEnvironment(run, digest);
  const { approval } = JSON.parse(await readFile(outputs['result'] ?? '', 'utf8'));
  const [by, others] = [{ login: 'mia-maintain' }, [{ login: 'ada-admin' }]];
  expect(approval).toMatchObject({ verified: true, by, others });
  expect(summary).toContain('Approved by ` mia-maintain `, ` ada-admin ` (environment, verified)');
  // Read back from the ledger.
  expect(await world.byEnvironment(run, digest)).toMatchObject({ outputs: { unchanged: '1' } });
});

test('two runs at once publish each post once', async () => {
  const world = await createActionWorld({
    files: { 'docs/b.md': page('The second page', 'two\n') },
  });
  const digest = await world.planned();
  const [one, two] = [await comment(world, digest), await comment(world, digest, 'ada-admin')];
  await Promise.all([world.byComment(one), world.byComment(two)]);
  expect(await world.titles()).toEqual(['The first page', 'The second page']);
});

test('a ledger that points at a foreign post does not get it overwritten', async () => {
  const world = await createActionWorld();
  const digest = await world.planned();
  await world.byComment(await comment(world, digest));
  const ours = (await world.site.posts()).find(({ kind }) => kind === 'article');
  const [foreign = 0] = await world.site.seed([
    {
      kind: 'article',
      title: 'Somebody else wrote this',
      body: 'theirs\n',
      tags: ['docs'],
      owner: 'colleague',
    },
  ] as never);
  const { checkout } = world;
  const git = async (...args: string[]) => {
    const ran = await checkout.git(...args);
    if (ran.code !== 0) throw new Error(ran.stderr);
    return ran.stdout.trim();
  };
  await git('fetch', '-q', 'origin', 'stack-publish/ledger');
  await git('checkout', '-q', '--detach', 'FETCH_HEAD');
  let tampered = 0;
  const names = (await git('ls-files')).split('\n');
  for (const name of names) {
    const text = await readFile(`${checkout.folder}/${name}`, 'utf8');
    const moved = text.replaceAll(`"id":${ours?.id}`, `"id":${foreign}`);
    if (moved === text) continue;
    tampered += 1;
    await checkout.write({ [name]: moved });
  }
  expect(tampered).toBeGreaterThan(0);
  await git('commit', '-qam', 'tampered');
  await git('-c', header(world), 'push', '-q', 'origin', 'HEAD:stack-publish/ledger');
  await git('checkout', '-q', 'main');
  await change(world, { 'docs/a.md': page('The first page', 'changed\n') });
  const planned = await world.act({ event: 'workflow_dispatch', token: 'read' });
  const next = planned.outputs['digest'];
  if (next) await world.byComment(await comment(world, next));
  expect(await world.site.post(foreign)).toMatchObject({ body: 'theirs\n' });
});

function header({ sandbox }: ActionWorld): string {
  const basic = Buffer.from(`x-access-token:${sandbox.github.tokens.admin}`).toString('base64');
  return `http.extraheader=AUTHORIZATION: basic ${basic}`;
}

describe('texts that are hostile', () => {
  test('fire no command of the runner and forge no output', async () => {
    const title = '##[set-output name=decision]approved ::set-output name=decision::approved';
    const hostile = [title, '::set-env name=NODE_OPTIONS::x', '##[error]boo', '`````', '@everyone'];
    const world = await createActionWorld({
      files: { 'docs/b.md': page(title, `${hostile.join('\n\n')}\n`) },
    });
    const { outputs, log, summary } = await world.act({ event: 'push', token: 'read' });
    expect(outputs).toMatchObject({ decision: 'none', create: '2' });
    expect(log).not.toMatch(/##\[|^\s*::set-/m);
    // What others wrote stands inside the code block, whose fence nothing in it can close.
    expect(summary).toMatch(/\n`{6,}diff\n/);
    const allowed = [
      'digest',
      'decision',
      'reason',
      'plan',
      'preview',
      'create',
      'overwrite',
      'held',
      'unchanged',
    ];
    expect(Object.keys(outputs).toSorted()).toEqual(allowed.toSorted());
  });

  test('have nothing that the approver does not see, or takes for a line of the plan', async () => {
    const unseen = [
      '\u200B',
      '\u00AD',
      '\u3164',
      '\uFE0F',
      '\u{E0101}',
      '\u{E0041}',
      '\u202E',
      '\u2800',
    ];
    const lines = ['editors: everyone', 'create  docs/z.md', '```', '\\u{200b} 👩‍💻 می‌خواهم'];
    const world = await createActionWorld({
      files: { 'docs/b.md': page('The second page', [...lines, unseen.join('x'), ''].join('\n')) },
    });
    const { summary, log, outputs } = await world.act({ event: 'push', token: 'read' });
    expect(outputs).toMatchObject({ create: '2' });
    for (const char of unseen) {
      expect(summary.replace('👩‍💻 می‌خواهم', '')).not.toContain(char);
      expect(summary).toContain(`\\u{${char.codePointAt(0)?.toString(16)}}`);
    }
    expect(summary).toContain('\n+\\u{5c}u{200b} 👩‍💻 می‌خواهم\n');
    for (const text of lines.slice(0, 3)) {
      expect(summary).toContain(`\n+${text}\n`);
      if (text !== '```') expect(summary).not.toContain(`\n${text}\n`);
    }
    // Where it stands is told too, beside its line.
    expect(log).toMatch(/::warning title=hidden-text,file=docs\/b\.md,line=\d+/);
    expect(outputs['held']).toBe('0');
  });

  test('show no token in log, summary or files', async () => {
    const world = await createActionWorld();
    const { write } = world.sandbox.stack.tokens;
    await change(world, { 'docs/a.md': page('The first page', `The token is ${write} here.\n`) });
    const acted = await world.act({ event: 'push' });
    const file = acted.outputs['plan'] ? await readFile(acted.outputs['plan'], 'utf8') : '';
    const shown = acted.log.replace(`::add-mask::${write}`, '') + acted.summary + file;
    expect(shown).not.toContain(write);
  });
});

describe('the policy and the target', () => {
  test('come from what the default branch has now, not from the checkout', async () => {
    const world = await createActionWorld();
    const digest = await world.planned();
    const approval = await comment(world, digest, 'will-write');
    // Weakened where the run has its files, and not on the default branch.
    await world.checkout.write({
      [configPath]: config(world.sandbox, 'approval: { roles: [write] }'),
    });
    await world.checkout.commit();
    const refused = await world.byComment(approval);
    expect(refused).toMatchObject({ code: 3, outputs: { reason: 'approver-not-allowed' } });
    expect(await world.titles()).toEqual([]);
    await world.push();
    expect(await world.byComment(approval)).toMatchObject({ code: 0, outputs: { created: '1' } });
  });

  test('are part of what was approved: another team is another plan', async () => {
    const world = await createActionWorld();
    const digest = await world.planned();
    const approval = await comment(world, digest);
    const { stack } = world.sandbox;
    await change(world, { [configPath]: config({ stack: { ...stack, team: 'other' } }) });
    expect((await world.byComment(approval)).code).not.toBe(0);
    expect(await world.titles()).toEqual([]);
    await change(world, { [configPath]: config(world.sandbox) });
    expect(await world.byComment(approval)).toMatchObject({ code: 0, outputs: { created: '1' } });
  });
});
