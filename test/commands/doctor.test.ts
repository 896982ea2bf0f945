import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import type { EnvironmentInput } from '../../sandbox/index.ts';
import { jsonSchemaOf } from '../../scripts/json-schema.ts';
import { doctorDocument, type DoctorDocument } from '../../src/report/documents/doctor.ts';
import { type ActionWorld, config, configPath, createActionWorld } from '../kit/action-world.ts';
import { gitHubEnvironment } from '../kit/github-environment.ts';

const fits = new Ajv2020({ strict: false }).compile(jsonSchemaOf(doctorDocument, 'doctor'));
type Check = DoctorDocument['checks'][number];

const protectedOne: EnvironmentInput = {
  name: 'stack-internal',
  reviewers: ['mia-maintain'],
  branches: ['main'],
};
const reviewersOnly = 'approval: { accept: [environment] }';

const example = (name: string) =>
  readFile(join(import.meta.dirname, '../../examples/workflows', name), 'utf8');
const workflowPath = '.github/workflows/stack.yml';
/** The workflow for an environment with reviewers. */
const files = { [workflowPath]: await example('reviewers.yml') };
const comment = await example('comment.yml');
const byHand = await example('dispatch.yml');
const checking = await example('check.yml');
/** What no reading tells. */
const unread = { 'write-access': 'not checked' };

/** Runs `doctor`, and gives its checks by name. */
async function examine(
  { checkout, sandbox }: ActionWorld,
  env: Readonly<Record<string, string>> = {},
  ...flags: readonly string[]
) {
  const { code, stdout, stderr } = await checkout.cli(['doctor', '--json', ...flags], {
    STACK_ACCESS_TOKEN: sandbox.stack.tokens.write,
    GITHUB_TOKEN: sandbox.github.tokens.job,
    ...gitHubEnvironment(sandbox),
    ...env,
  });
  const document = JSON.parse(stdout) as DoctorDocument;
  expect(fits(document), JSON.stringify(fits.errors)).toBe(true);
  expect(stderr).toBe('');
  for (const { state, message, remedy, code } of document.checks) {
    expect(message).not.toBe('');
    expect(code !== null).toBe(state === 'failed');
    if (state === 'failed' || remedy !== null) expect(remedy).toMatch(/^[A-Z].*\.$/);
  }
  expect(document.next).toMatch(/^[A-Z].*\.$/);
  const checks: Readonly<Record<string, Check>> = Object.fromEntries(
    document.checks.map((check) => [check.check, check]),
  );
  return { code, checks, next: document.next, requests: document.requests };
}

const statesOf = (checks: Readonly<Record<string, Check>>) =>
  Object.fromEntries(Object.entries(checks).map(([name, { state }]) => [name, state]));
const notOk = (checks: Readonly<Record<string, Check>>) =>
  Object.fromEntries(Object.entries(statesOf(checks)).filter(([, state]) => state !== 'ok'));

async function configure(world: ActionWorld, more: string): Promise<void> {
  await world.checkout.write({ [configPath]: config(world.sandbox, more) });
  await world.checkout.commit();
  await world.push();
}

describe('a fine set-up', () => {
  test('is ok in all, costs no write, and leaves no trace', async () => {
    const world = await createActionWorld({ more: reviewersOnly, files });
    await world.fakeGitHub.environment(protectedOne);
    const { code, checks, next, requests } = await examine(world);
    expect(notOk(checks)).toEqual(unread);
    for (const check of Object.values(checks).filter(({ state }) => state === 'ok'))
      expect(check).toMatchObject({ code: null, remedy: null });
    expect(Object.keys(checks)).toHaveLength(17);
    expect(code).toBe(0);
    expect(next).toContain('stack-publish plan');
    const log = await world.fakeGitHub.log();
    expect(log.filter(({ wrote, token }) => wrote && token === 'job')).toEqual([]);
    const asked = await world.site.log();
    expect(asked.filter(({ method }) => method !== 'GET')).toEqual([]);
    expect(requests).toEqual({
      site: { total: asked.length, writes: 0 },
      forge: {
        total: log.filter(({ path, token }) => token === 'job' && !path.includes('.git/')).length,
        writes: 0,
      },
    });
    const { stdout } = await world.checkout.git('ls-remote', 'origin');
    expect(stdout).not.toContain('stack-publish/ledger');
  });

  test('is told to people, too', async () => {
    const world = await createActionWorld({ more: reviewersOnly });
    const { code, stdout } = await world.checkout.cli(['doctor'], { GITHUB_TOKEN: '' });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^ok {10}programs: Node\.js /m);
    expect(stdout).toMatch(/^failed {6}site: .* \[token-missing\]\n {12}Set STACK_ACCESS_TOKEN/m);
    expect(stdout).toMatch(/\nNext: Let the run push: .*\.\n$/);
  });

  test('needs no GitHub where it is not approved there', async () => {
    const world = await createActionWorld({ more: 'approval: { accept: [asserted] }' });
    const { code, checks } = await examine(world, { GITHUB_TOKEN: '', GITHUB_REPOSITORY: '' });
    expect(code).toBe(1);
    expect(checks['environment']?.state).toBe('skipped');
  });
});

test('what is wrong is told once, where all else rests on it', async () => {
  const world = await createActionWorld();
  await world.checkout.write({ [configPath]: 'destination: { tier: enterprise }\n' });
  const { checks } = await examine(world);
  const { programs, repository, configuration, ...others } = checks;
  expect([programs?.state, repository?.state, configuration?.state]).toEqual([
    'ok',
    'ok',
    'failed',
  ]);
  for (const { message } of Object.values(others))
    expect(message).toBe('needs configuration, which failed');
});

describe('the environment', () => {
  test.each<[string, Partial<EnvironmentInput> | null, string, object, number]>([
    ['that nobody made', null, reviewersOnly, { environment: 'failed' }, 1],
    ['without reviewers', { reviewers: [] }, reviewersOnly, { environment: 'failed' }, 1],
    ['without reviewers, where comments count', { reviewers: [] }, '', {}, 0],
    [
      'without reviewers, where only comments count',
      { reviewers: [] },
      'approval: { accept: [comment] }',
      {},
      0,
    ],
    [
      'open to every branch',
      { branches: 'all' },
      reviewersOnly,
      { 'environment-branches': 'failed' },
      1,
    ],
    [
      'open to protected branches',
      { branches: 'protected' },
      reviewersOnly,
      { 'environment-branches': 'failed' },
      1,
    ],
    [
      'open to another branch as well',
      { branches: ['main', 'feature/*'] },
      reviewersOnly,
      { 'environment-branches': 'failed' },
      1,
    ],
    [
      'open to another branch instead',
      { branches: ['release/*'] },
      reviewersOnly,
      { 'environment-branches': 'failed' },
      1,
    ],
    [
      'with reviewers, where comments count as well',
      {},
      'approval: { accept: [environment, comment] }',
      {},
      0,
    ],
  ])('%s', async (_, change, more, expected, exitCode) => {
    const world = await createActionWorld({ more });
    if (change) await world.fakeGitHub.environment({ ...protectedOne, ...change });
    const { code, checks } = await examine(world);
    const { 'environment-branches': branches, 'approval-ways': ways, ...rest } = notOk(checks);
    const later = { 'environment-branches': branches, 'approval-ways': ways };
    const seen = Object.fromEntries(
      Object.entries({ ...rest, ...later }).filter(([, state]) => state === 'failed'),
    );
    expect(seen).toEqual(expected);
    expect(code).toBe(exitCode);
  });

  test('that the token may not look at names the permission', async () => {
    const world = await createActionWorld({
      more: reviewersOnly,
      sandbox: { github: { private: true } },
    });
    await world.fakeGitHub.environment(protectedOne);
    await world.fakeGitHub.permissions({ contents: 'write' });
    const { code, checks } = await examine(world);
    expect(checks['environment']).toMatchObject({ state: 'failed' });
    expect(checks['environment']?.remedy).toContain('actions: read');
    expect(statesOf(checks)['environment-branches']).toBe('skipped');
    expect(code).toBe(1);
  });
});

describe('one failure hides no other', () => {
  test.each([
    ['no token of the site', { STACK_ACCESS_TOKEN: '' }, 'site', 'STACK_ACCESS_TOKEN'],
    ['an expired token', 'expired', 'site', 'token'],
    ['a site that fails', 'down', 'site', ''],
  ] as const)('%s', async (_, wrong, name, remedy) => {
    const world = await createActionWorld({ more: reviewersOnly, files });
    await world.fakeGitHub.environment(protectedOne);
    if (wrong === 'down') await world.site.fault({ kind: 'error', status: 403 });
    const expired = world.sandbox.stack.tokens['expired'] ?? '';
    const env =
      wrong === 'expired' ? { STACK_ACCESS_TOKEN: expired } : wrong === 'down' ? {} : wrong;
    const { code, checks } = await examine(world, env);
    expect(notOk(checks)).toEqual({
      [name]: 'failed',
      account: 'skipped',
      'write-access': 'skipped',
      requests: 'skipped',
    });
    expect(checks[name]?.remedy).toContain(remedy);
    expect(code).toBe(1);
  });

  test('a ledger that may not be pushed', async () => {
    const world = await createActionWorld({ more: reviewersOnly, files });
    await world.fakeGitHub.environment(protectedOne);
    await world.fakeGitHub.permissions({ contents: 'read', actions: 'read' });
    const { code, checks } = await examine(world);
    expect(notOk(checks)).toEqual({ 'ledger-push': 'failed', ...unread });
    expect(checks['ledger-push']?.remedy).toContain('contents: write');
    expect(code).toBe(1);
  });

  test('a broken configuration, and a folder that is no checkout', async () => {
    const world = await createActionWorld({ more: 'visiblity: auto' });
    const broken = await examine(world);
    expect(statesOf(broken.checks)).toMatchObject({
      repository: 'ok',
      configuration: 'failed',
      ledger: 'skipped',
      site: 'skipped',
      environment: 'skipped',
    });
    expect(broken.checks['configuration']?.message).toContain('visibility');
    const nowhere = await world.checkout.cli(['doctor', '--json', '--cwd', '/']);
    const document = JSON.parse(nowhere.stdout) as DoctorDocument;
    expect(document.checks.find(({ check }) => check === 'repository')?.state).toBe('failed');
    expect(nowhere.code).toBe(1);
  });

  test('another branch, and another account', async () => {
    const world = await createActionWorld({ more: reviewersOnly, files });
    await world.fakeGitHub.environment(protectedOne);
    const other = config(world.sandbox, reviewersOnly).replace(' }\n', ', account: 999 }\n');
    expect(other).toContain('account: 999');
    await configure(world, reviewersOnly);
    await world.checkout.write({ [configPath]: other });
    await world.checkout.git('checkout', '-q', '-b', 'feature');
    const { code, checks } = await examine(world);
    expect(notOk(checks)).toEqual({ 'default-branch': 'failed', ...unread });
    expect(checks['default-branch']?.code).toBe('not-default-branch');
    expect(checks['account']?.remedy).toContain('destination.account');
    expect(code).toBe(1);
  });
});

test.each([
  ['that GitHub does not know', 'ghp_0123456789', 'GITHUB_TOKEN'],
  ['with a blank in it', 'ghp_01 2345', 'GITHUB_TOKEN'],
])('a token for the pull requests %s', async (_, GITHUB_TOKEN, remedy) => {
  const world = await createActionWorld({ more: 'approval: { accept: [asserted] }' });
  const { code, checks } = await examine(world, { GITHUB_TOKEN });
  expect(code).toBe(1);
  expect(checks['pull-requests']).toMatchObject({ state: 'failed' });
  expect(checks['pull-requests']?.remedy).toContain(remedy);
  const padded = `\uFEFF${world.sandbox.github.tokens.job}\r\n`;
  const fine = await examine(world, { GITHUB_TOKEN: padded });
  expect(notOk(fine.checks)).not.toHaveProperty('pull-requests');
});

describe('the labels', () => {
  test.each([
    [['stack:faq'], 'stack:article', ''],
    [['stack:article'], 'stack:faq', ''],
    [[], 'stack:article', 'sources: { pull-requests: {} }'],
    [[], 'Publish', 'sources: { pull-requests: { article: Publish } }'],
  ])('that there are: %j, of which %s is missing, with %j', async (names, missing, more) => {
    const world = await createActionWorld({ more: `${reviewersOnly}\n${more}`, files });
    await world.fakeGitHub.labels(names);
    const { code, checks } = await examine(world);
    expect(checks['labels']).toMatchObject({ state: 'failed', code: 'label-missing' });
    expect(checks['labels']?.remedy).toContain(missing);
    expect(code).toBe(1);
  });

  test.each(['', 'sources: { docs: docs/**/*.md }'])(
    'may all be missing where nobody asked for pull requests: %j',
    async (more) => {
      const world = await createActionWorld({ more: `${reviewersOnly}\n${more}`, files });
      await world.fakeGitHub.labels([]);
      await world.fakeGitHub.environment(protectedOne);
      const { code, checks } = await examine(world);
      expect(checks['labels']).toMatchObject({ state: 'ok', code: null });
      expect(checks['labels']?.message).toContain('no pull request');
      expect(checks['labels']?.remedy).toMatch(/stack:article.*stack:faq/);
      expect(code).toBe(0);
    },
  );

  test('that are configured count, whatever their case', async () => {
    const more = 'sources: { pull-requests: { article: Publish, faq: publish-faq } }';
    const world = await createActionWorld({ more });
    await world.fakeGitHub.labels(['publish', 'publish-faq']);
    expect(statesOf((await examine(world)).checks)['labels']).toBe('ok');
  });

  test('of which GitHub tells nothing are not checked', async () => {
    const world = await createActionWorld({ more: reviewersOnly, files });
    await world.fakeGitHub.fault({ kind: 'error', path: '/graphql', nth: 2 });
    expect(statesOf((await examine(world)).checks)['labels']).toBe('not checked');
  });
});

describe('the workflows', () => {
  const reviewers = files[workflowPath] ?? '';
  test.each<[string, string, string, Record<string, string>, object]>([
    [
      'with reviewers, where only comments count',
      'approval: { accept: [comment] }',
      '',
      { [workflowPath]: reviewers },
      { workflows: 'workflow-unfit', permissions: 'skipped' },
    ],
    [
      'for comments, where comments count',
      'approval: { accept: [comment] }',
      '',
      { [workflowPath]: comment },
      {},
    ],
    [
      'for comments, where only reviewers count',
      reviewersOnly,
      '',
      { [workflowPath]: comment },
      { workflows: 'workflow-unfit', permissions: 'skipped' },
    ],
    [
      'for comments, where only runs by hand count',
      'approval: { accept: [dispatch] }',
      '',
      { [workflowPath]: comment },
      {},
    ],
    [
      'without a job that publishes',
      reviewersOnly,
      '',
      { [workflowPath]: checking },
      { workflows: 'workflow-unfit', permissions: 'skipped' },
    ],
    [
      'in another environment',
      'approval: { accept: [environment], environment: other }',
      'other',
      { [workflowPath]: reviewers },
      { workflows: 'workflow-unfit', permissions: 'skipped' },
    ],
    [
      'that is called from another file',
      reviewersOnly,
      '',
      {
        [workflowPath]:
          'on: push\njobs: { stack: { uses: acme/.github/.github/workflows/s.yml@v1 } }',
      },
      { workflows: 'not checked', permissions: 'not checked' },
    ],
    [
      'that may not read the run',
      reviewersOnly,
      '',
      { [workflowPath]: reviewers.replace(/^ +actions: read.*\n/m, '') },
      { permissions: 'permission-missing' },
    ],
    [
      'whose job for decisions may not answer a comment',
      reviewersOnly,
      '',
      { [workflowPath]: reviewers.replace(/^ +issues: write.*\n/m, '') },
      { permissions: 'permission-missing' },
    ],
    [
      'by hand, where runs by hand count',
      'approval: { accept: [dispatch] }',
      '',
      { [workflowPath]: byHand },
      {},
    ],
    [
      'by hand, whose job for decisions may not read the run',
      'approval: { accept: [dispatch] }',
      '',
      { [workflowPath]: byHand.replace(/^ +actions: read # who started the run\n/m, '') },
      { permissions: 'permission-missing' },
    ],
    [
      'that may not push the ledger',
      reviewersOnly,
      '',
      { [workflowPath]: reviewers.replaceAll('contents: write', 'contents: read') },
      { permissions: 'permission-missing' },
    ],
    [
      'that has what the repository gives',
      reviewersOnly,
      '',
      {
        [workflowPath]:
          'on: push\njobs: { p: { needs: plan, environment: { name: Stack-Internal } } }',
      },
      { permissions: 'not checked' },
    ],
    [
      'that is broken',
      reviewersOnly,
      '',
      { [workflowPath]: 'on: [' },
      { workflows: 'workflow-unfit', permissions: 'skipped' },
    ],
    ['that nobody wrote', reviewersOnly, '', {}, { workflows: 'skipped', permissions: 'skipped' }],
  ])('%s', async (_, more, environment, files, expected) => {
    const world = await createActionWorld({
      more,
      files,
      sandbox: { github: { private: true } },
    });
    await world.fakeGitHub.environment(protectedOne);
    if (environment !== '')
      await world.fakeGitHub.environment({ ...protectedOne, name: environment });
    const { checks } = await examine(world);
    const seen = ['workflows', 'permissions'].flatMap((name) => {
      const { state, code } = checks[name] ?? {};
      return state === 'ok' ? [] : [[name, code ?? state]];
    });
    expect(Object.fromEntries(seen)).toEqual(expected);
  });

  test('tell how holds are ended', async () => {
    const world = await createActionWorld({ more: reviewersOnly, files });
    const { checks } = await examine(world);
    expect(checks['workflows']?.message).toContain(`holds are ended by comment by ${workflowPath}`);
  });

  test('in a public repository need no right to read', async () => {
    const text = reviewers.replace(/^ +actions: read.*\n/m, '');
    const world = await createActionWorld({ more: reviewersOnly, files: { [workflowPath]: text } });
    expect(statesOf((await examine(world)).checks)['permissions']).toBe('ok');
  });
});

describe('--try-write', () => {
  const tryWrite = async (world: ActionWorld, token: 'read' | 'write') => {
    const before = (await world.site.log()).length;
    const STACK_ACCESS_TOKEN = world.sandbox.stack.tokens[token];
    const { code, checks, requests } = await examine(world, { STACK_ACCESS_TOKEN }, '--try-write');
    const asked = (await world.site.log()).slice(before);
    expect(asked.filter(({ method }) => method !== 'GET')).toHaveLength(1);
    expect(requests.site).toEqual({ total: asked.length, writes: 1 });
    expect(await world.site.posts()).toEqual([]);
    return { code, check: checks['write-access'] };
  };

  test('tells a token that only reads from one that writes', async () => {
    const world = await createActionWorld({ more: reviewersOnly, files });
    await world.fakeGitHub.environment(protectedOne);
    expect(await tryWrite(world, 'read')).toMatchObject({
      code: 1,
      check: { state: 'failed', code: 'token-read-only' },
    });
    expect(await tryWrite(world, 'write')).toMatchObject({ code: 0, check: { state: 'ok' } });
  });

  test('claims no more than the site tells where that looks at texts first', async () => {
    const world = await createActionWorld({
      more: reviewersOnly,
      sandbox: { switches: { checks: 'validate-first' } },
    });
    const { check } = await tryWrite(world, 'read');
    expect(check).toMatchObject({ state: 'ok', code: null });
    expect(check?.message).toContain('probably writable');
  });
});

describe('asks at most 12 times in all', () => {
  test.each([
    ['v3', {}, 'git included'],
    ['v2.3', {}, 'git included'],
    // Each costs a request more: what is not offered is asked for in another way.
    ['v2.3', { unsafeFilters: false, usersArticles: false }, 'git not counted'],
  ])('over API %s %j, %s', async (api, switches, git) => {
    const world = await createActionWorld({ more: reviewersOnly, files, sandbox: { switches } });
    const text = config(world.sandbox, reviewersOnly).replace('team:', `api: '${api}', team:`);
    await world.checkout.write({ [configPath]: text });
    await world.checkout.commit();
    await world.push();
    await world.fakeGitHub.environment(protectedOne);
    // There is a ledger to read.
    await world.planned();
    const before = [await world.site.log(), await world.fakeGitHub.log()].map(
      ({ length }) => length,
    );
    const { code, checks } = await examine(world);
    expect(notOk(checks)).toEqual(unread);
    expect(code).toBe(0);
    const after = [await world.site.log(), await world.fakeGitHub.log()];
    const asked = after
      .flatMap((log, index) => log.slice(before[index]))
      .filter(({ path }) => git === 'git included' || !path.includes('.git/'));
    expect(asked.length, asked.map(({ path }) => path).join('\n')).toBeLessThanOrEqual(12);
  });

  test('also where every server fails', async () => {
    const world = await createActionWorld({ more: reviewersOnly, files });
    await world.site.fault({ kind: 'error', status: 503, times: 50 });
    await world.fakeGitHub.fault({ kind: 'error', status: 503, times: 50, path: '/repos/**' });
    await world.fakeGitHub.fault({ kind: 'error', status: 503, times: 50, path: '/graphql' });
    const before = (await world.fakeGitHub.log()).length;
    const { code, checks } = await examine(world);
    expect([code, checks['site']?.code, checks['environment']?.code]).toEqual([
      1,
      'site-unavailable',
      'forge-unreachable',
    ]);
    const asked = (await world.site.log()).length + (await world.fakeGitHub.log()).length - before;
    expect(asked).toBeLessThanOrEqual(12);
  });
});
