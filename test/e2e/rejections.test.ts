import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SandboxOptions, SwitchesPatch, FaultSpec } from '../../sandbox/index.ts';
import type { ErrorCode } from '../../src/model/error.ts';
import type { DoctorDocument } from '../../src/report/documents/doctor.ts';
import type { ErrorDocument } from '../../src/report/documents/error.ts';
import type { PlanDocument } from '../../src/report/documents/plan.ts';
import type { PublishDocument } from '../../src/report/documents/publish.ts';
import { createCheckout } from '../kit/checkout.ts';
import { configFor } from '../kit/config-for.ts';
import { atEnd } from '../kit/at-end.ts';
import { page } from '../kit/page.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';
import { testSandbox, type TestSandbox } from '../kit/test-sandbox.ts';

/** Each way to a Stack Internal. */
interface Place {
  readonly options: SandboxOptions;
  readonly api: 'v3' | 'v2.3';
}

const places = {
  'Business, v3': { options: { team: 'acme' }, api: 'v3' },
  'Business, v2.3': { options: { team: 'acme' }, api: 'v2.3' },
  'Enterprise main site, v3': { options: { tier: 'enterprise', team: null }, api: 'v3' },
  'Enterprise private team, v3': { options: { tier: 'enterprise', team: 'acme' }, api: 'v3' },
  'Enterprise main site, v2.3': { options: { tier: 'enterprise', team: null }, api: 'v2.3' },
} as const satisfies Record<string, Place>;
type PlaceName = keyof typeof places;
const placeNames = Object.keys(places) as PlaceName[];

const isV3 = (name: PlaceName) => places[name].api === 'v3';
const isBusiness = (name: PlaceName) => name.startsWith('Business');

type Tokens = TestSandbox['stack']['tokens'];

/** What is wrong, and the code that tells it at a place; null: it does not occur there. */
interface Rejection {
  readonly code: (name: PlaceName) => ErrorCode | null;
  readonly token?: keyof Tokens | '';
  readonly key?: string;
  readonly configured?: (text: string, sandbox: TestSandbox) => string;
  readonly switches?: SwitchesPatch;
  readonly fault?: FaultSpec;
}

/** A checkout that publishes to a place. */
async function open(name: PlaceName, files: Readonly<Record<string, string>>) {
  const { options, api } = places[name];
  const sandbox = await testSandbox(options);
  const text = configFor(sandbox, 'sources: { pull-requests: false }');
  const configuration = text.replace('tier:', `api: '${api}', tier:`);
  const checkout = await createCheckout({ ...files, '.github/stack-publish.yml': configuration });
  const { tokens } = sandbox.stack;
  const env = { STACK_ACCESS_TOKEN: tokens.write, STACK_API_KEY: tokens.key ?? '' };
  const run = async <Document>(args: readonly string[], more: Partial<typeof env> = {}) => {
    const ran = await checkout.cli([...args, '--json'], { ...env, ...more });
    return { code: ran.code, document: JSON.parse(ran.stdout) as Document };
  };
  return { sandbox, checkout, configuration, run };
}

const checkOf = ({ checks }: DoctorDocument, name: string) =>
  checks.find(({ check }) => check === name);

const anyDigest = `sha256:${'0'.repeat(64)}`;
const soMany = { times: 20 };

/** What a read tells: `doctor` finds it, and `publish` ends by it before it writes. */
const readRejections: Readonly<Record<string, Rejection>> = {
  'no token': { token: '', code: () => 'token-missing' },
  'no key': {
    key: '',
    code: (name) => (name === 'Enterprise main site, v2.3' ? 'api-key-missing' : null),
  },
  'a wrong key': {
    key: 'U4DMV((',
    code: (name) => (name === 'Enterprise main site, v2.3' ? 'api-key-refused' : null),
  },
  'an invalid token': { token: 'invalid', code: () => 'token-refused' },
  'an expired token': {
    token: 'expired',
    code: (name) => (isV3(name) ? 'token-expired' : 'token-refused'),
  },
  'a revoked token': {
    token: 'revoked',
    code: (name) => (isV3(name) ? 'token-refused' : 'token-revoked'),
  },
  'a token of another team, or of the main site in a private one': {
    token: 'other',
    code: (name) => (name === 'Enterprise private team, v3' ? 'token-elsewhere' : 'token-refused'),
  },
  'a wrong team': {
    configured: (text) => text.replace('team: acme', 'team: nowhere'),
    code: (name) => {
      if (name.includes('main site')) return null;
      return isV3(name) ? 'token-refused' : 'site-not-found';
    },
  },
  'a wrong team that the site stumbles over': {
    configured: (text) => text.replace('team: acme', 'team: nowhere'),
    switches: { wrongTeam: 'error' },
    code: (name) => (name === 'Business, v3' ? 'site-unavailable' : null),
  },
  'a team of the Free tier': {
    switches: { subscription: 'free' },
    code: (name) => (isBusiness(name) ? 'site-forbidden' : null),
  },
  'too many calls': {
    fault: { kind: 'throttled', retryAfter: 120, ...soMany },
    code: () => 'throttled',
  },
  'a burst that is used up': {
    switches: { burst: 1, burstSeconds: 120 },
    code: (name) => (isV3(name) ? 'throttled' : null),
  },
  'a bucket that is empty': {
    switches: { bucket: 1, refill: 1, refillSeconds: 600 },
    code: (name) => (isV3(name) ? 'throttled' : null),
  },
  'a quota that is used up': {
    switches: { quota: 1 },
    code: (name) => (isV3(name) ? null : 'throttled'),
  },
  'a ban, as JSON': {
    switches: { requestsPerSecond: 1, banSeconds: 600 },
    code: (name) => (isV3(name) ? null : 'throttled'),
  },
  'a ban, as a page': {
    switches: { requestsPerSecond: 1, banSeconds: 600, ban: 'html' },
    code: (name) => (isV3(name) ? null : 'throttled'),
  },
  'a log-in page': { fault: { kind: 'html', ...soMany }, code: () => 'site-not-json' },
  "a proxy's page that bars the way": {
    fault: { kind: 'html', status: 403, ...soMany },
    // A ban is one, too: the message names both.
    code: (name) => (isV3(name) ? 'site-not-json' : 'throttled'),
  },
  'a redirect': {
    // The sandbox's API v2.3 makes an error of it, as the real one does of all it refuses.
    fault: { kind: 'html', status: 302, ...soMany },
    code: () => 'site-redirected',
  },
  'nobody at the address': {
    configured: (text, { stack: { url } }) => text.replace(url, 'http://127.0.0.1:9'),
    code: () => 'site-unreachable',
  },
  'a name that nobody has': {
    configured: (text, { stack: { url } }) => text.replace(url, 'https://stack.invalid'),
    code: () => 'site-unreachable',
  },
};

describe.each(placeNames)('%s: a read tells', (name) => {
  const rows = Object.entries(readRejections).flatMap(([what, rejection]) => {
    const code = rejection.code(name);
    return code === null ? [] : [[what, code, rejection] as const];
  });
  test.each(rows)('%s: %s', async (_, code, { token, key, configured, switches, fault }) => {
    const { sandbox, checkout, configuration, run } = await open(name, {
      'docs/a.md': page('A page', 'One.\n'),
    });
    if (configured) {
      const text = configured(configuration, sandbox);
      expect(text).not.toBe(configuration);
      await checkout.write({ '.github/stack-publish.yml': text });
      await checkout.commit();
    }
    if (switches) await sandbox.site.switches(switches);
    if (fault) await sandbox.site.fault(fault);
    const more = {
      ...(token !== undefined && {
        STACK_ACCESS_TOKEN: token === '' ? '' : (sandbox.stack.tokens[token] ?? ''),
      }),
      ...(key !== undefined && { STACK_API_KEY: key }),
    };
    const doctor = await run<DoctorDocument>(['doctor'], more);
    const asked = await sandbox.site.log();
    expect(asked.length).toBeLessThanOrEqual(12);
    // By that time a ban, a burst or a quota may be over.
    if (switches) await sandbox.site.switches(switches);
    const publish = await run<ErrorDocument>(['publish', '--digest', anyDigest], more);

    const { message, remedy, ...check } = checkOf(doctor.document, 'site') ?? {};
    expect(check).toEqual({ check: 'site', state: 'failed', code });
    expect([doctor.code, doctor.document.next]).toEqual([1, remedy]);
    expect(publish.document.error, message).toMatchObject({ code });
    expect(publish.code).toBe(code.endsWith('-missing') ? 2 : 1);
    // Nothing is written, and no token is told.
    const writes = (await sandbox.site.log()).filter(({ method }) => method !== 'GET');
    expect(writes).toEqual([]);
    const told = JSON.stringify([doctor.document, publish.document]);
    for (const secret of Object.values(sandbox.stack.tokens)) expect(told).not.toContain(secret);
  });
});

interface WriteRejection extends Rejection {
  /** `doctor --try-write` tells it, too. */
  readonly tried: boolean;
  /** An Article, unless told. */
  readonly as?: 'question';
  readonly before?: (sandbox: TestSandbox) => Promise<unknown>;
}

/** What only a write tells: each step that fails says it, and where it is the token's, so does `doctor --try-write`. */
const writeRejections: Readonly<Record<string, WriteRejection>> = {
  'a token that only reads': { token: 'read', tried: true, code: () => 'token-read-only' },
  'a team of the Basic tier': {
    switches: { subscription: 'basic' },
    tried: true,
    code: (name) => (isBusiness(name) ? 'token-read-only' : null),
  },
  'a text that breaks a rule': {
    switches: { minBody: 100 },
    tried: false,
    code: () => 'site-rejected',
  },
  'a title that is there': {
    switches: { duplicateArticles: 'refused' },
    before: ({ site }) => site.seed([{ title: 'A page', owner: 'colleague' }]),
    tried: false,
    code: () => 'duplicate-post',
  },
  'a question that is there': {
    as: 'question',
    before: ({ site }) => site.seed([{ kind: 'question', title: 'A page', owner: 'colleague' }]),
    tried: false,
    code: () => 'duplicate-post',
  },
  'a text that is not good enough': {
    as: 'question',
    switches: { qualityCheck: 1000 },
    tried: false,
    code: (name) => (name.includes('main site') ? 'quality-refused' : null),
  },
  'a tag that the account may not create': {
    switches: { tagCreation: 'admins' },
    tried: false,
    code: () => 'tag-refused',
  },
};

const faq = '---\nstack: faq\ntags: [docs]\n---\n\n## A page\n\nOne.\n';

describe.each(placeNames)('%s: a write tells', (name) => {
  const rows = Object.entries(writeRejections).flatMap(([what, rejection]) => {
    const code = rejection.code(name);
    return code === null ? [] : [[what, code, rejection] as const];
  });
  test.each(rows)('%s: %s', async (_, code, rejection) => {
    const { token, tried, as, switches, before } = rejection;
    const { sandbox, run } = await open(
      name,
      as === 'question' ? { 'docs/a.md': faq } : { 'docs/a.md': page('A page', 'One.\n') },
    );
    const { document: plan } = await run<PlanDocument>(['plan']);
    expect(plan.counts).toMatchObject({ create: 1 });
    await before?.(sandbox);
    const posts = await sandbox.site.posts();
    if (switches) await sandbox.site.switches(switches);
    const more = token ? { STACK_ACCESS_TOKEN: sandbox.stack.tokens[token] ?? '' } : {};

    const writes = await run<DoctorDocument>(['doctor', '--try-write'], more);
    expect(checkOf(writes.document, 'write-access')).toMatchObject(
      tried ? { state: 'failed', code } : { state: 'ok', code: null },
    );
    expect(checkOf(writes.document, 'site')?.state).toBe('ok');
    expect(writes.code).toBe(tried ? 1 : 0);

    // An Article of API v2.3 may be written a minute after the trial.
    await sandbox.site.advance(61);
    const { code: exit, document } = await run<PublishDocument>(
      ['publish', '--digest', plan.digest ?? ''],
      more,
    );
    expect(document.steps).toMatchObject([{ result: 'failed', error: { code } }]);
    expect(exit).toBe(4);
    expect(await sandbox.site.posts()).toEqual(posts);
  });
});

describe.each(['Business, v3', 'Business, v2.3'] as const)('%s: a question', (name) => {
  /** Publishes a question, and plans a change of it. */
  const planned = async () => {
    const opened = await open(name, { 'docs/a.md': faq });
    const { sandbox, checkout, run } = opened;
    const plan = async () => (await run<PlanDocument>(['plan'])).document.digest ?? '';
    const publish = async (digest: string) => run<PublishDocument>(['publish', '--digest', digest]);
    expect((await publish(await plan())).code).toBe(0);
    // Activity has whole seconds over API v2.3.
    await sandbox.site.advance(5);
    await checkout.write({
      'docs/a.md': faq.replace('## A page', '## A page\n\nWhy?\n\n### Answer'),
    });
    await checkout.commit();
    const digest = await plan();
    return { sandbox, publish: async () => (await publish(digest)).document.steps };
  };
  const idOf = async ({ site }: TestSandbox) =>
    (await site.posts()).find(({ kind }) => kind === 'question')?.id ?? 0;

  test('that was locked is held, or fails with all that it may be', async () => {
    const { sandbox, publish } = await planned();
    await sandbox.site.lock(await idOf(sandbox));
    const [step] = await publish();
    if (!isV3(name)) return expect(step).toMatchObject({ result: 'held', reason: 'locked' });
    expect(step).toMatchObject({ result: 'failed', error: { code: 'token-read-only' } });
    expect(step?.error?.message).toContain('the post is locked');
  });

  test('that was deleted is held', async () => {
    const { sandbox, publish } = await planned();
    await sandbox.site.delete(await idOf(sandbox));
    expect(await publish()).toMatchObject([{ result: 'held', reason: 'deleted' }]);
  });
});

test('a post that goes while it is written is told as gone', async () => {
  const { sandbox, checkout, run } = await open('Business, v3', {
    'docs/a.md': page('A page', 'One.\n'),
  });
  const publish = async () => {
    const { digest } = (await run<PlanDocument>(['plan'])).document;
    return (await run<PublishDocument>(['publish', '--digest', digest ?? ''])).document.steps;
  };
  await publish();
  await checkout.write({ 'docs/a.md': page('A page', 'Two.\n') });
  await checkout.commit();
  await sandbox.site.fault({ kind: 'error', method: 'PUT', status: 404 });
  expect(await publish()).toMatchObject([{ result: 'failed', error: { code: 'post-gone' } }]);
});

test('a certificate that nobody trusts gets no token, and the remedy is never to turn the check off', async () => {
  const folder = temporaryFolder();
  const [key, cert] = ['key.pem', 'cert.pem'].map((name) => join(folder, name)) as [string, string];
  const args = `req -x509 -newkey rsa:2048 -nodes -keyout ${key} -out ${cert} -subj /CN=127.0.0.1`;
  execFileSync('openssl', args.split(' '), { stdio: 'pipe' });
  let asked = 0;
  const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, () => {
    asked += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  atEnd(() => void server.close());
  const { checkout, configuration, sandbox, run } = await open('Business, v3', {});
  const { port } = server.address() as AddressInfo;
  const text = configuration.replace(sandbox.stack.url, `https://127.0.0.1:${port}`);
  await checkout.write({ '.github/stack-publish.yml': text });
  await checkout.commit();
  const { document } = await run<DoctorDocument>(['doctor']);
  expect(checkOf(document, 'site')).toMatchObject({ state: 'failed', code: 'site-unreachable' });
  expect(document.next).toMatch(/NODE_EXTRA_CA_CERTS.*never turn the check off/);
  expect(asked).toBe(0);
});
