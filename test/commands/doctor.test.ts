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

/** Runs `doctor`, and gives its checks by name. */
async function examine(
  { checkout, sandbox }: ActionWorld,
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number | null; readonly checks: Readonly<Record<string, Check>> }> {
  const { code, stdout, stderr } = await checkout.cli(['doctor', '--json'], {
    STACK_ACCESS_TOKEN: sandbox.stack.tokens.write,
    GITHUB_TOKEN: sandbox.github.tokens.job,
    ...gitHubEnvironment(sandbox),
    ...env,
  });
  const document = JSON.parse(stdout) as DoctorDocument;
  expect(fits(document), JSON.stringify(fits.errors)).toBe(true);
  expect(stderr).toBe('');
  for (const { state, message, remedy } of document.checks) {
    expect(message).not.toBe('');
    if (state === 'warning' || state === 'failed') expect(remedy).toMatch(/^[A-Z].*\.$/);
  }
  const checks = document.checks.map((check) => [check.check, check] as const);
  return { code, checks: Object.fromEntries(checks) };
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
    const world = await createActionWorld({ more: reviewersOnly });
    await world.fakeGitHub.environment(protectedOne);
    const { code, checks } = await examine(world);
    expect(notOk(checks)).toEqual({});
    expect(Object.keys(checks)).toHaveLength(12);
    expect(code).toBe(0);
    const log = await world.fakeGitHub.log();
    expect(log.filter(({ wrote, token }) => wrote && token === 'job')).toEqual([]);
    const { stdout } = await world.checkout.git('ls-remote', 'origin');
    expect(stdout).not.toContain('stack-publish/ledger');
  });

  test('is told to people, too', async () => {
    const world = await createActionWorld({ more: reviewersOnly });
    const { code, stdout } = await world.checkout.cli(['doctor'], { GITHUB_TOKEN: '' });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^ok {7}programs: Node\.js /m);
    expect(stdout).toMatch(/^failed {3}site: .*\n {9}Set STACK_ACCESS_TOKEN/m);
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
    [
      'without reviewers, where comments count',
      { reviewers: [] },
      '',
      { environment: 'warning' },
      0,
    ],
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
      { 'approval-ways': 'warning' },
      0,
    ],
  ])('%s', async (_, change, more, expected, exitCode) => {
    const world = await createActionWorld({ more });
    if (change) await world.fakeGitHub.environment({ ...protectedOne, ...change });
    const { code, checks } = await examine(world);
    const { 'environment-branches': branches, 'approval-ways': ways, ...rest } = notOk(checks);
    const later = { 'environment-branches': branches, 'approval-ways': ways };
    const seen = Object.fromEntries(
      Object.entries({ ...rest, ...later }).filter(([, state]) => state && state !== 'skipped'),
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
    const world = await createActionWorld({ more: reviewersOnly });
    await world.fakeGitHub.environment(protectedOne);
    if (wrong === 'down') await world.site.fault({ kind: 'error', status: 403, times: 20 });
    const expired = world.sandbox.stack.tokens['expired'] ?? '';
    const env =
      wrong === 'expired' ? { STACK_ACCESS_TOKEN: expired } : wrong === 'down' ? {} : wrong;
    const { code, checks } = await examine(world, env);
    expect(notOk(checks)).toEqual({ [name]: 'failed', account: 'skipped' });
    expect(checks[name]?.remedy).toContain(remedy);
    expect(code).toBe(1);
  });

  test('a ledger that may not be pushed', async () => {
    const world = await createActionWorld({ more: reviewersOnly });
    await world.fakeGitHub.environment(protectedOne);
    await world.fakeGitHub.permissions({ contents: 'read', actions: 'read' });
    const { code, checks } = await examine(world);
    expect(notOk(checks)).toEqual({ 'ledger-push': 'failed' });
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
    const world = await createActionWorld({ more: reviewersOnly });
    await world.fakeGitHub.environment(protectedOne);
    const other = config(world.sandbox, reviewersOnly).replace(' }\n', ', account: 999 }\n');
    expect(other).toContain('account: 999');
    await configure(world, reviewersOnly);
    await world.checkout.write({ [configPath]: other });
    await world.checkout.git('checkout', '-q', '-b', 'feature');
    const { code, checks } = await examine(world);
    expect(notOk(checks)).toEqual({ 'default-branch': 'warning', account: 'warning' });
    expect(code).toBe(0);
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

test('--try-write is not there yet: a usage error', async () => {
  const world = await createActionWorld();
  expect(await world.checkout.cli(['doctor', '--try-write'])).toMatchObject({ code: 2 });
});
