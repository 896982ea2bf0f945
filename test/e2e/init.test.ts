import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import type { DoctorDocument } from '../../src/report/documents/doctor.ts';
import type { PlanDocument } from '../../src/report/documents/plan.ts';
import { hasTerminals } from '../kit/has-terminals.ts';
import { createCheckout } from '../kit/checkout.ts';
import { commandsOf } from '../kit/commands-of.ts';
import { initWorld, statesOf } from '../kit/init-world.ts';
import { page } from '../kit/page.ts';
import { runAction } from '../kit/run-action.ts';
import { startProgram } from '../kit/start-program.ts';

const example = (name: string) =>
  readFile(join(import.meta.dirname, '../../examples/workflows', name), 'utf8');
const folder = '.github/workflows';

describe('in an empty repository on GitHub', () => {
  test('init, a first page, check, plan, an approval, and its post', async () => {
    const { sandbox, fakeGitHub, checkout, env, destination, init, read } = await initWorld();
    const first = await init([
      ...destination,
      '--tags',
      'docs',
      '--reviewers',
      'mia-maintain,acme/platform',
    ]);
    expect(first.code).toBe(0);
    expect(first.document).toMatchObject({
      dryRun: false,
      repository: 'acme/handbook',
      approval: 'reviewers',
    });
    expect(statesOf(first.document)).toEqual({
      '.github/stack-publish.yml': 'created',
      [`${folder}/stack-internal-check.yml`]: 'created',
      [`${folder}/stack-internal-daily.yml`]: 'created',
      [`${folder}/stack-internal.yml`]: 'created',
      'stack-internal-read': 'created',
      'stack-internal': 'created',
      'stack:article': 'created',
      'stack:faq': 'created',
    });
    // The workflows are the examples, byte for byte.
    expect(await read(`${folder}/stack-internal.yml`)).toBe(await example('reviewers.yml'));
    expect(await read(`${folder}/stack-internal-check.yml`)).toBe(await example('check.yml'));
    const daily = await read(`${folder}/stack-internal-daily.yml`);
    // But for the minute, which is the repository's own.
    const cron = /(?<=cron: ')\d+ \d+/;
    expect(daily?.replace(cron, '')).toBe((await example('daily.yml')).replace(cron, ''));
    expect(daily).toContain('STACK_INTERNAL: stack-internal.yml');
    expect(await read('.github/stack-publish.yml')).toMatch(
      /^# yaml-language-server: \$schema=https:/,
    );
    const { environments, labels } = await fakeGitHub.state();
    expect(labels).toEqual(['bug', 'stack:article', 'stack:faq']);
    expect(environments).toMatchObject([
      { name: 'stack-internal-read', branches: ['main'], tags: [], reviewers: [], teams: [] },
      {
        name: 'stack-internal',
        branches: ['main'],
        tags: [],
        reviewers: [{ login: 'mia-maintain' }],
        teams: [{ slug: 'platform' }],
      },
    ]);
    // What no API does is left, with an address each, before the files go out.
    const left = first.document.left.map(({ do: what }) => what);
    expect(left.map((what) => /^(?:In|Add|Commit)\b/.exec(what)?.[0])).toEqual(
      left.some((what) => what.includes('zeros'))
        ? ['In', 'Add', 'Add', 'In', 'Commit']
        : ['In', 'Add', 'Add', 'Commit'],
    );
    expect(left[0]).toContain('bypass');
    expect(left[1]).toContain('stack-internal-read');
    expect(left.at(-1)).toContain('first commit');
    for (const { url } of first.document.left.slice(0, 3))
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/acme\/handbook\/settings\/environments/);

    await checkout.write({
      'docs/keys.md': page('Rotating the keys', 'Keys are rotated every sixty days, by hand.\n'),
    });
    const checked = await checkout.cli(['check'], env);
    expect(checked.code).toBe(0);
    await checkout.commit();
    const basic = Buffer.from(`x:${sandbox.github.tokens.admin}`).toString('base64');
    const header = `http.extraheader=AUTHORIZATION: basic ${basic}`;
    const push = await checkout.git('-c', header, 'push', '-q', '-u', 'origin', 'main');
    expect(push.code, push.stderr).toBe(0);
    const site = { ...env, STACK_ACCESS_TOKEN: sandbox.stack.tokens.write };
    const planned = await checkout.cli(['plan', '--json'], site);
    const { digest, counts } = JSON.parse(planned.stdout) as PlanDocument;
    expect(counts).toMatchObject({ create: 1, held: 0 });

    // As the reviewer of the environment says yes.
    const run = await fakeGitHub.run({ actor: 'will-write', waitsFor: ['stack-internal'] });
    await fakeGitHub.approve({ run: run.id, environment: 'stack-internal', by: 'mia-maintain' });
    const acted = await runAction(sandbox, checkout.folder, {
      event: 'push',
      command: 'publish',
      digest: digest ?? '',
      run: run.id,
      actor: 'will-write',
    });
    expect(acted.code, acted.log).toBe(0);
    const posts = await sandbox.site.posts();
    expect(posts.map((post) => 'title' in post && post.title)).toEqual(['Rotating the keys']);

    // Nothing is left for doctor to find, and nothing for a second run to do.
    const { stdout } = await checkout.cli(['doctor', '--json'], site);
    const { checks } = JSON.parse(stdout) as DoctorDocument;
    expect(checks.filter(({ state }) => state === 'failed')).toEqual([]);
    const clicked = { branches: ['main'], secrets: ['STACK_TOKEN'], adminsBypass: false };
    await fakeGitHub.environment({ ...clicked, name: 'stack-internal-read' });
    await fakeGitHub.environment({
      ...clicked,
      name: 'stack-internal',
      reviewers: ['mia-maintain'],
    });
    const again = await init([]);
    expect(new Set(Object.values(statesOf(again.document)))).toEqual(new Set(['kept']));
    const zeros = again.document.left.filter(({ do: what }) => what.includes('zeros'));
    expect(again.document.left).toEqual(zeros);
  });

  test('a second run writes nothing, here or there', async () => {
    const { fakeGitHub, init, files } = await initWorld();
    expect((await init()).code).toBe(0);
    const [before, { requests }] = [await files(), await fakeGitHub.state()];
    const { code, document } = await init();
    expect(code).toBe(0);
    expect(new Set(Object.values(statesOf(document)))).toEqual(new Set(['kept']));
    expect(await files()).toEqual(before);
    const log = await fakeGitHub.log(requests);
    expect(log.filter(({ wrote }) => wrote)).toEqual([]);
    expect(document.requests.forge.writes).toBe(0);
  });

  test('a dry run writes nothing, sends nothing but reads, and says the same', async () => {
    const { fakeGitHub, destination, init, files } = await initWorld();
    const dry = await init([...destination, '--tags', 'docs', '--dry-run']);
    expect(dry.code).toBe(0);
    expect(await files()).toEqual({});
    const log = await fakeGitHub.log();
    // A query is sent with POST, and only reads.
    expect(log.filter(({ method, path }) => method !== 'GET' && path !== '/graphql')).toEqual([]);
    expect(log.filter(({ wrote }) => wrote)).toEqual([]);
    expect(dry.document).toMatchObject({ dryRun: true, checks: null });
    expect(new Set(Object.values(statesOf(dry.document)))).toEqual(new Set(['planned']));
    const { document } = await init();
    expect(Object.keys(statesOf(dry.document))).toEqual(Object.keys(statesOf(document)));
    expect(new Set(Object.values(statesOf(document)))).toEqual(new Set(['created']));
  });

  test('works from a folder below the root', async () => {
    const { checkout, destination, init, read } = await initWorld();
    await checkout.write({ 'docs/team/a.md': '# A\n' });
    const { code } = await init([...destination, '--cwd', 'docs/team']);
    expect(code).toBe(0);
    expect(await read('.github/stack-publish.yml')).toContain('destination:');
    expect(await read('docs/team/.github/stack-publish.yml')).toBeNull();
  });
});

describe('which workflow there is', () => {
  test.each([
    ['public', {}, 'admin', [], 'reviewers'],
    ['private, of a Team', { private: true }, 'admin', [], 'comments'],
    ['private, of an Enterprise', { private: true, plan: 'enterprise' }, 'admin', [], 'reviewers'],
    // What is paid for is for owners to know.
    [
      'private, where nobody tells',
      { private: true, plan: 'enterprise' },
      'maintain',
      [],
      'comments',
    ],
    ['private, and a flag', { private: true }, 'admin', ['--approval', 'reviewers'], 'reviewers'],
    ['public, and a flag', {}, 'admin', ['--approval', 'comments'], 'comments'],
  ] as const)('%s', async (_, repository, token, flags, way) => {
    const { fakeGitHub, destination, init, read } = await initWorld({}, token);
    await fakeGitHub.repository(repository);
    const { document } = await init([...destination, '--tags', 'docs', ...flags]);
    expect(document.approval).toBe(way);
    const name = { reviewers: 'reviewers.yml', comments: 'comment.yml' }[way];
    expect(await read(`${folder}/stack-internal.yml`)).toBe(await example(name));
    expect(await read('.github/stack-publish.yml')).toContain(
      way === 'reviewers' ? 'accept: [environment]' : 'accept: [comment, dispatch]',
    );
  });

  test('is not known without a token or a flag', async () => {
    const { destination, init, files } = await initWorld();
    const without = { GITHUB_TOKEN: '' };
    const { code, document } = await init(destination, without);
    expect([code, document.error.code]).toEqual([2, 'usage']);
    expect(document.error.remedy).toContain('--approval');
    expect(await files()).toEqual({});
    const named = await init([...destination, '--approval', 'comments'], without);
    expect(named.code).toBe(0);
    expect(named.document.steps.filter(({ kind }) => kind === 'environment')).toMatchObject([
      { state: 'left' },
      { state: 'left' },
    ]);
    expect(named.document.left[0]?.url).toMatch(/\/settings\/environments\/new$/);
    expect(named.document.left.some(({ url }) => url?.endsWith('/labels'))).toBe(true);
  });

  test('names another default branch, key and environment', async () => {
    const { sandbox, fakeGitHub, checkout, init, read } = await initWorld({
      tier: 'enterprise',
      team: null,
    });
    await fakeGitHub.repository({ defaultBranch: 'trunk' });
    await checkout.write({
      '.github/stack-publish.yml': `destination: { tier: enterprise, url: "${sandbox.stack.url}", api: v2.3 }\napproval: { accept: [environment], environment: "Docs: live" }\n`,
    });
    const { code, document } = await init([]);
    expect(code).toBe(0);
    const text = (await read(`${folder}/stack-internal.yml`)) ?? '';
    expect(text).toContain('branches: [trunk]');
    expect(text).toMatch(/\b(?:environment|name): "Docs: live-read" #/);
    expect(text).toMatch(/\b(?:environment|name): "Docs: live" #/);
    const count = (part: RegExp) => text.match(part)?.length ?? 0;
    expect(count(/stack-token: /g)).toBeGreaterThan(1);
    expect(count(/stack-api-key: \$\{\{ secrets\.STACK_API_KEY \}\}/g)).toBe(
      count(/stack-token: /g),
    );
    expect((await fakeGitHub.state()).environments).toMatchObject([
      { name: 'Docs: live-read', branches: ['trunk'] },
      { name: 'Docs: live', branches: ['trunk'] },
    ]);
    const secrets = document.left.filter(({ do: what }) => what.startsWith('Add the secret'));
    expect(secrets).toHaveLength(4);
    // A shell would take such a name apart.
    expect(secrets.every(({ run }) => run === null)).toBe(true);
  });
});

describe('what a token may not do is left to click', () => {
  test.each(['maintain', 'write', 'triage', 'read', 'job', 'job-read'] as const)(
    'with %s',
    async (token) => {
      const { fakeGitHub, init, read } = await initWorld({}, token);
      const { code, document } = await init();
      expect(code).toBe(0);
      expect(await read(`${folder}/stack-internal.yml`)).not.toBeNull();
      const environments = document.steps.filter(({ kind }) => kind === 'environment');
      expect(environments.map(({ state }) => state)).toEqual(['left', 'left']);
      expect((await fakeGitHub.state()).environments).toEqual([]);
      const mayLabel = token !== 'triage' && token !== 'read' && token !== 'job-read';
      const labels = document.steps.filter(({ kind }) => kind === 'label');
      expect(labels.map(({ state }) => state)).toEqual(
        mayLabel ? ['created', 'created'] : ['left', 'left'],
      );
      expect(document.left[0]).toMatchObject({ url: expect.stringMatching(/environments\/new$/) });
      expect(document.left.some(({ url }) => url?.endsWith('/labels'))).toBe(!mayLabel);
    },
  );

  test('reviewers that the plan does not have', async () => {
    const { fakeGitHub, destination, init } = await initWorld();
    await fakeGitHub.repository({ private: true });
    const flags = ['--approval', 'reviewers', '--reviewers', 'mia-maintain'];
    const { code, document } = await init([...destination, ...flags]);
    expect(code).toBe(0);
    const step = document.steps.find(({ name }) => name === 'stack-internal');
    expect(step).toMatchObject({ state: 'left', message: expect.stringContaining('billing plan') });
    expect((await fakeGitHub.state()).environments[1]).toMatchObject({ branches: ['main'] });
    expect(document.left[0]?.do).toContain('Required reviewers');
  });

  test('a GitHub that fails is a failure', async () => {
    const { fakeGitHub, init, read } = await initWorld();
    await fakeGitHub.fault({
      kind: 'error',
      method: 'POST',
      path: '/repos/*/*/labels',
      status: 500,
      times: 9,
    });
    const { code, document } = await init();
    expect(code).toBe(1);
    expect(statesOf(document)['stack:article']).toBe('failed');
    expect(await read(`${folder}/stack-internal.yml`)).not.toBeNull();
    await fakeGitHub.clearFaults();
    const again = await init();
    expect(again.code).toBe(0);
    expect(statesOf(again.document)['stack:article']).toBe('created');
  });

  test('a token that GitHub does not know ends it before anything is written', async () => {
    const { init, files } = await initWorld();
    const { code, document } = await init(undefined, { GITHUB_TOKEN: `ghp_${'x'.repeat(36)}` });
    expect([code, document.error.code]).toEqual([1, 'forge-refused']);
    expect(await files()).toEqual({});
  });
});

describe('what is there stays', () => {
  test('other rules of an environment, with what is wrong and where', async () => {
    const { fakeGitHub, init } = await initWorld();
    await fakeGitHub.environment({ name: 'stack-internal-read', branches: ['main', 'dev'] });
    const one = { name: 'stack-internal', branches: 'all', waitTimer: 7, preventSelfReview: true };
    await fakeGitHub.environment({ ...one, branches: 'all', reviewers: ['ada-admin'] });
    const before = (await fakeGitHub.state()).environments;
    const { code, document } = await init();
    expect(code).toBe(0);
    expect((await fakeGitHub.state()).environments).toEqual(before);
    expect(statesOf(document)).toMatchObject({
      'stack-internal-read': 'left',
      'stack-internal': 'left',
    });
    const id = before[1]?.id;
    expect(document.left.map(({ url }) => url).join('\n')).toContain(
      `/settings/environments/${id}/edit`,
    );
  });

  test('all that an environment has, where reviewers are added to it', async () => {
    const { fakeGitHub, destination, init } = await initWorld();
    await fakeGitHub.environment({ name: 'stack-internal', branches: ['main'], waitTimer: 7 });
    const flags = ['--reviewers', '@acme/platform'];
    const { document } = await init([...destination, ...flags]);
    expect(statesOf(document)['stack-internal']).toBe('changed');
    expect((await fakeGitHub.state()).environments[0]).toMatchObject({
      waitTimer: 7,
      branches: ['main'],
      teams: [{ slug: 'platform' }],
    });
  });

  test('an environment that a run left without its branch gets it', async () => {
    const { fakeGitHub, init } = await initWorld();
    await fakeGitHub.environment({ name: 'stack-internal-read', branches: [] });
    const { document } = await init();
    expect(statesOf(document)['stack-internal-read']).toBe('changed');
    expect((await fakeGitHub.state()).environments[0]).toMatchObject({ branches: ['main'] });
  });

  test('a configuration and workflows of somebody’s own, and labels in other capitals', async () => {
    const { fakeGitHub, checkout, destination, init, files } = await initWorld();
    await fakeGitHub.labels(['Stack:Article', 'stack:faq']);
    const own = (await example('comment.yml')).replace('Stack Internal', 'Ours');
    await checkout.write({
      '.github/stack-publish.yaml': `destination: { tier: business, team: other }\n`,
      [`${folder}/ours.yml`]: own,
    });
    const before = await files();
    const { code, document } = await init([...destination, '--tags', 'docs']);
    expect(code).toBe(0);
    expect(document.approval).toBe('comments');
    expect(statesOf(document)).toMatchObject({
      '.github/stack-publish.yaml': 'differs',
      [`${folder}/ours.yml`]: 'kept',
      'stack:article': 'kept',
    });
    expect(document.steps[0]?.message).toContain('--team');
    expect(await files()).toEqual(before);
  });

  test.each([
    ['jobs: { a: { uses: acme/.github/.github/workflows/stack-internal.yml@v1 } }'],
    ['jobs: { a: { steps: [ { uses: acme/stack-publish@v1, with: { command: publish } } ] } }'],
  ])('a workflow that publishes in another way: %s', async (jobs) => {
    const { checkout, init } = await initWorld();
    await checkout.write({ [`${folder}/docs.yml`]: `on: push\n${jobs}\n` });
    const { document } = await init();
    const workflows = document.steps.filter(({ kind }) => kind === 'workflow');
    expect(workflows).toMatchObject([{ name: `${folder}/docs.yml`, state: 'kept' }]);
  });

  test('a file that is none of ours, and what a link leads to', async () => {
    const { checkout, init, read } = await initWorld();
    await checkout.write({
      [`${folder}/stack-internal-daily.yml`]: 'name: Mine\n',
      'elsewhere.txt': 'as it was\n',
    });
    await checkout.link(`${folder}/stack-internal.yml`, '../../elsewhere.txt');
    const { code, document } = await init();
    expect(code).toBe(0);
    expect(statesOf(document)).toMatchObject({
      [`${folder}/stack-internal-daily.yml`]: 'differs',
      [`${folder}/stack-internal.yml`]: 'differs',
    });
    expect(await read(`${folder}/stack-internal-daily.yml`)).toBe('name: Mine\n');
    expect(await read('elsewhere.txt')).toBe('as it was\n');
  });

  test('a folder that leads out of the repository', async () => {
    const { checkout, init } = await initWorld();
    const other = await createCheckout();
    await checkout.link('.github', other.folder);
    const { document } = await init();
    const { stdout } = await other.git('status', '--porcelain');
    expect(stdout).toBe('');
    for (const { kind, state } of document.steps)
      if (kind === 'config' || kind === 'workflow') expect(state).toBe('differs');
  });
});

describe('elsewhere', () => {
  test.each([
    [
      'https://gitlab.acme.example/docs/handbook.git',
      'gitlab.acme.example',
      'gitlab',
      'ci/gitlab.md',
    ],
    ['git@bitbucket.org:acme/handbook.git', 'bitbucket.org', 'asserted', 'ci/bitbucket.md'],
    ['ssh://git@git.acme.example/x.git', 'git.acme.example', 'asserted', 'other-ci.md'],
    ['https://ada:secret@forge.acme.example/x', 'forge.acme.example', 'asserted', 'other-ci.md'],
  ])('%s gets a configuration and how to go on', async (remote, host, accepted, guide) => {
    const checkout = await createCheckout();
    await checkout.git('remote', 'add', 'origin', remote);
    const ran = await checkout.cli(['init', '--team', 'acme', '--tags', 'docs']);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain(host);
    expect(ran.stdout).toContain(`/docs/${guide}`);
    await access(join(import.meta.dirname, '../../docs', guide));
    expect(ran.output).not.toContain('secret');
    const text = await readFile(join(checkout.folder, 'stack-publish.yml'), 'utf8');
    expect(text).toContain(`accept: [${accepted}]`);
  });

  test('without a remote, and with a ledger in a file that git ignores', async () => {
    const checkout = await createCheckout({ '.gitignore': 'node_modules', 'a.txt': 'a' });
    const flags = ['init', '--team', 'acme', '--ledger-file', '.stack-publish/ledger.json'];
    const ran = await checkout.cli(flags);
    expect(ran.code).toBe(0);
    const read = (path: string) => readFile(join(checkout.folder, path), 'utf8');
    expect(await read('.gitignore')).toBe('node_modules\n/.stack-publish/ledger.json*\n');
    await checkout.cli(flags);
    expect(await read('.gitignore')).toBe('node_modules\n/.stack-publish/ledger.json*\n');
    await checkout.write({ '.stack-publish/ledger.json': '', '.stack-publish/notes/1.md': '' });
    const { stdout } = await checkout.git('ls-files', '-o', '--exclude-standard');
    expect(stdout.split('\n').filter(Boolean)).toEqual([
      '.stack-publish/notes/1.md',
      'stack-publish.yml',
    ]);
  });
});

test('a trial at a terminal ends with a post', async () => {
  const { sandbox, checkout, destination, init } = await initWorld();
  const flags = [...destination, '--tags', 'docs', '--ledger-file', '.stack-publish/ledger.json'];
  const trial = await init(flags, { GITHUB_TOKEN: '' });
  expect(trial).toMatchObject({ code: 0, document: { approval: null } });
  expect(trial.document.steps.map(({ kind }) => kind)).toEqual(['config', 'gitignore']);
  await checkout.write({ 'docs/a.md': page('The first page', 'Long enough to be a text.\n') });
  await checkout.commit();
  const published = await commandsOf(checkout, sandbox).publishAll();
  expect(published).toMatchObject({ code: 0, document: { counts: { created: 1 } } });
  const { stdout } = await checkout.git('status', '--porcelain');
  expect(stdout).toBe('');
});

describe('is a usage error, before anything is written', () => {
  test.each<[string, readonly string[], string]>([
    ['nothing', [], '--team'],
    ['a tier', ['--tier', 'busines'], '--tier business'],
    ['a team', ['--team', 'a b'], '--team a-b'],
    ['a team with an escape', ['--team', 'a\u001b[31mb'], '--team'],
    ['a team that is YAML', ['--team', 'a }\nledger: {'], '--team'],
    [
      'an address',
      ['--tier', 'enterprise', '--url', 'stack.acme.example'],
      'https://stack.acme.example',
    ],
    [
      'an address without TLS',
      ['--tier', 'enterprise', '--url', 'http://s.acme.example'],
      'https://s.acme.example',
    ],
    ['an API', ['--team', 'a', '--api', 'v2'], '--api v2.3'],
    ['tags', ['--team', 'a', '--tags', 'TLS'], '--tags tls'],
    ['an approval', ['--team', 'a', '--approval', 'reviewer'], '--approval reviewers'],
    ['reviewers of no login', ['--team', 'a', '--reviewers', 'a;b'], '--reviewers'],
    ['reviewers that nobody knows', ['--team', 'a', '--reviewers', 'nobody-here'], 'nobody-here'],
    ['a team that nobody knows', ['--team', 'a', '--reviewers', 'acme/none'], 'acme/none'],
    [
      'reviewers for comments',
      ['--team', 'a', '--approval', 'comments', '--reviewers', 'ada-admin'],
      '--reviewers',
    ],
    [
      'an approval for a trial',
      ['--team', 'a', '--ledger-file', 'l.json', '--approval', 'reviewers'],
      '--approval',
    ],
    ['another file', ['--team', 'a', '--config', 'x.yml'], '--config'],
    ['a flag', ['--teams', 'a'], '--team'],
  ])('%s', async (_, flags, named) => {
    const { fakeGitHub, init, files } = await initWorld();
    const { code, document } = await init(flags);
    expect([code, document.error.code]).toEqual([2, 'usage']);
    expect(`${document.error.message} ${document.error.remedy}`).toContain(named);
    expect(await files()).toEqual({});
    expect((await fakeGitHub.log()).filter(({ wrote }) => wrote)).toEqual([]);
  });

  test('a configuration that cannot be read', async () => {
    const { checkout, init } = await initWorld();
    await checkout.write({ '.github/stack-publish.yml': 'destination: { tier: busines }\n' });
    const { code, document } = await init();
    expect([code, document.error.code]).toEqual([2, 'config-invalid']);
  });

  test('no repository', async () => {
    const { init } = await initWorld();
    const { code, document } = await init(['--team', 'a', '--cwd', '/']);
    expect([code, document.error.code]).toEqual([2, 'no-git-repository']);
  });
});

test('shows people what was done, what is left with its address, and what doctor says', async () => {
  const { checkout, env, destination } = await initWorld();
  const ran = await checkout.cli(['init', ...destination, '--tags', 'docs'], env);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  expect(ran.stdout).toMatch(/^created {2}\.github\/stack-publish\.yml: team acme at /m);
  expect(ran.stdout).toMatch(/^Left to do, in this order:\n {1}1\. .*\n {4}http/m);
  expect(ran.stdout).toContain('or: gh secret set STACK_TOKEN --env stack-internal-read --repo ');
  expect(ran.stdout).toMatch(/^What doctor says:$/m);
  expect(ran.stdout).toMatch(/^not checked site: .*STACK_ACCESS_TOKEN/m);
  expect(ran.stdout).toMatch(/\nNext: .*\n$/);
});

test('no escape of a name reaches the terminal', async () => {
  const { checkout } = await initWorld();
  await checkout.git(
    'remote',
    'set-url',
    'origin',
    'https://evil\u001b[2J.example/a\u001b]0;x/b.git',
  );
  await checkout.git('symbolic-ref', 'HEAD', 'refs/heads/ma\u202ein');
  const ran = await checkout.cli(['init', '--team', 'acme']);
  expect(ran.code).toBe(0);
  // oxlint-disable-next-line no-control-regex -- that is what is looked for
  expect(ran.output).not.toMatch(/[\u001b\u202e]/);
});

describe.runIf(hasTerminals())('at a terminal it asks', () => {
  async function atTerminal(flags = '') {
    const checkout = await createCheckout();
    await checkout.git('remote', 'add', 'origin', 'https://github.com/acme/handbook.git');
    const command = `'${process.execPath}' '${inject('cliPath')}' init ${flags}`;
    const running = startProgram('script', ['-qec', command, '/dev/null'], {
      cwd: checkout.folder,
      env: { SHELL: '/bin/sh', TERM: 'dumb' },
      stdin: true,
    });
    const read = (path: string) => readFile(join(checkout.folder, path), 'utf8').catch(() => null);
    /** Waits for each question, and types the answer. */
    const answer = async (...answers: readonly (readonly [RegExp, string])[]) => {
      for (const [question, text] of answers) {
        await running.seen(question);
        running.type(text);
      }
    };
    return { running, answer, read };
  }

  test('for what no flag says, until it fits', async () => {
    const { running, answer, read } = await atTerminal();
    await answer(
      [/\[business\] $/, 'busines\r'],
      [/did you mean business\?[^]*\[business\] $/, '\r'],
      [/\/c\/….* $/, 'https://stackoverflowteams.com/c/acme-platform/questions\r'],
      [/Tags .* $/, 'TLS\r'],
      [/did you mean tls\?[^]*Tags .* $/, 'tls, security\r'],
      [/GitHub Enterprise\? \[y\/N\] $/, 'y\r'],
    );
    const ran = await running.ended;
    expect(ran.code, ran.output).toBe(0);
    expect(await read('.github/stack-publish.yml')).toContain(
      'destination: { tier: business, team: acme-platform }\ndefaults: { tags: [tls, security] }',
    );
    expect(await read(`${folder}/stack-internal.yml`)).toBe(await example('reviewers.yml'));
  });

  test('only for that', async () => {
    const { running, answer, read } = await atTerminal('--team acme --approval comments');
    await answer([/Tags .* $/, '\r']);
    expect((await running.ended).code).toBe(0);
    expect(await read(`${folder}/stack-internal.yml`)).toBe(await example('comment.yml'));
  });

  test('and writes nothing where nobody answers', async () => {
    const { running, answer, read } = await atTerminal();
    await answer([/\[business\] $/, '\u0003']);
    const ran = await running.ended;
    expect(ran.code).toBe(2);
    expect(ran.output).toContain('[usage]');
    expect(await read('.github/stack-publish.yml')).toBeNull();
  });
});
