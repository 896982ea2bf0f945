import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { errorCodes, type ErrorCode } from '../../src/model/error.ts';
import type { Mechanism } from '../../src/model/evidence.ts';
import { indexOf, type Action, type HoldReason } from '../../src/model/plan.ts';
import type { AdoptDocument } from '../../src/report/documents/adopt.ts';
import type { CheckDocument } from '../../src/report/documents/check.ts';
import type { DoctorDocument } from '../../src/report/documents/doctor.ts';
import type { ErrorDocument } from '../../src/report/documents/error.ts';
import type { IndexDocument } from '../../src/report/documents/index.ts';
import type { LoginDocument } from '../../src/report/documents/login.ts';
import type { PlanDocument } from '../../src/report/documents/plan.ts';
import type { PublishDocument } from '../../src/report/documents/publish.ts';
import type { ResolveDocument } from '../../src/report/documents/resolve.ts';
import type { SandboxDocument } from '../../src/report/documents/sandbox.ts';
import type { StatusDocument } from '../../src/report/documents/status.ts';
import { everything, smallest } from '../config/config-fixtures.ts';

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false });
formats.default(ajv);

/** Says what a schema of the package finds wrong with a value. */
function problems(name: string, value: unknown): unknown {
  const schema = JSON.parse(
    readFileSync(new URL(`../../schema/${name}.json`, import.meta.url), 'utf8'),
  ) as object;
  const validate = ajv.compile(schema);
  return validate(value) ? null : validate.errors;
}

const digest = `sha256:${'0'.repeat(64)}` as const;
const post = {
  kind: 'article',
  id: 7,
  url: 'https://stackoverflowteams.com/c/a/articles/7',
} as const;
const target = {
  tier: 'business',
  site: 'https://api.stackoverflowteams.com',
  team: 'acme',
  api: 'v3',
} as const;
const destination = { ...target, account: { id: 12, name: 'docs-bot' } };
const finding = {
  rule: 'relative-link',
  severity: 'warning',
  source: 'docs/a.md',
  file: 'docs/a.md',
  line: 3,
  column: 1,
  message: 'seen',
  remedy: 'do',
} as const;
const requests = { site: { total: 3, writes: 0 }, forge: { total: 0, writes: 0 } };
const counts = {
  create: 1,
  update: 0,
  merge: 0,
  overwrite: 0,
  adopt: 0,
  unchanged: 2,
  held: 1,
  waiting: 0,
};
const create = {
  action: 'create',
  source: 'docs/tls.md',
  kind: 'article',
  title: 'Rotating TLS keys',
  digest,
  post: null,
  reason: null,
  overwrites: null,
  editors: {
    by: 'specific',
    users: [{ id: 21, name: 'Ada' }],
    groups: [{ id: 3, name: null }],
  },
  detail: null,
} as const;
const held = {
  ...create,
  action: 'held',
  digest: null,
  post: { ...post, kind: 'question', answer: 8 },
  reason: 'conflict',
  overwrites: null,
  editors: null,
  detail: { message: 'seen', remedy: 'do' },
} as const;

const plan: PlanDocument = {
  schema: 1,
  command: 'plan',
  digest,
  destination,
  counts: { ...counts, skipped: 0 },
  steps: [create, held],
  orphaned: [{ source: 'docs/old.md', post, reason: 'gone' }],
  edited: [],
  tags: [
    {
      tag: 'tls',
      state: 'exists',
      replacedBy: [],
      sources: ['docs/tls.md'],
      expertCount: 2,
      experts: { users: [{ id: 21, name: 'Ada' }], groups: [{ id: 3, name: 'platform' }] },
    },
    {
      tag: 'k8s',
      state: 'replaced',
      replacedBy: ['kubernetes'],
      sources: ['docs/tls.md'],
      expertCount: null,
      experts: null,
    },
  ],
  findings: [finding],
  requests,
};
const publish: PublishDocument = {
  schema: 1,
  command: 'publish',
  digest,
  decision: 'approved',
  approval: {
    mechanism: 'environment',
    verified: true,
    by: { id: 1, login: 'ada' },
    evidence: 'https://github.com/a/b/actions/runs/1',
    digest,
  },
  destination,
  counts: { ...counts, created: 1, updated: 0, merged: 0, adopted: 0, refused: 0, failed: 1 },
  steps: [
    { ...create, post, result: 'created', error: null },
    {
      ...create,
      result: 'failed',
      error: { code: 'outcome-unknown', message: 'seen', remedy: 'do' },
    },
  ],
  findings: [],
  requests,
};
const check: CheckDocument = {
  schema: 1,
  command: 'check',
  counts: { sources: 2, ready: 2, errors: 0, warnings: 1 },
  findings: [{ ...finding, line: null, column: null }],
  entry: { source: 'pull/1', section: 'Fixed', text: '- A note.' },
  release: { source: 'release/v1', title: 'v1', tags: [], type: 'announcement', body: '- A note.' },
  requests,
};
const status: StatusDocument = {
  schema: 1,
  command: 'status',
  sources: [
    { source: 'docs/a.md', post, state: 'edited', reason: null },
    { source: 'docs/b.md', post: null, state: 'held', reason: 'title-taken' },
  ],
  requests,
};
const doctor: DoctorDocument = {
  schema: 1,
  command: 'doctor',
  checks: [
    { check: 'site', state: 'failed', code: 'token-refused', message: 'seen', remedy: 'do' },
    { check: 'account', state: 'skipped', code: null, message: 'not tried', remedy: null },
    { check: 'write-access', state: 'not checked', code: null, message: 'no', remedy: 'try' },
  ],
  next: 'do',
  requests,
};
const resolve: ResolveDocument = {
  schema: 1,
  command: 'resolve',
  source: 'docs/a.md',
  resolution: 'site',
  post,
  requests,
};
const adopt: AdoptDocument = { ...resolve, command: 'adopt', resolution: null };
const error: ErrorDocument = {
  schema: 1,
  command: 'plan',
  error: {
    code: 'config-invalid',
    message: 'seen',
    remedy: 'do',
    file: 'stack-publish.yml',
    line: 1,
    column: 1,
  },
};
const sandbox: SandboxDocument = {
  stack: {
    url: 'http://127.0.0.1:1',
    tier: 'business',
    team: 'acme',
    tokens: { write: 'w', read: 'r', expired: 'e' },
  },
};
const login: LoginDocument = {
  schema: 1,
  command: 'login',
  file: 'token',
  scope: ['write_access'],
  expires: '2026-11-30T12:00:00Z',
};
const index: IndexDocument = indexOf(target, 12, []);

describe('documents fit their schemas', () => {
  test.each(
    Object.entries({
      plan,
      publish,
      check,
      doctor,
      status,
      resolve,
      adopt,
      error,
      sandbox,
      login,
      index,
    }),
  )('%s', (name, document) => {
    expect(problems(name, document)).toBeNull();
  });
});

describe('what does not fit is refused', () => {
  test.each([
    ['plan', { ...plan, extra: 1 }],
    ['plan', { ...plan, digest: 'sha256:00' }],
    ['plan', { ...plan, counts: { ...counts, create: -1 } }],
    ['plan', { ...plan, steps: [{ ...held, reason: 'because' }] }],
    ['publish', { ...publish, steps: [create] }],
    ['publish', { ...publish, approval: undefined }],
    ['error', { ...error, error: { ...error.error, code: 'no-such-code' } }],
    ['sandbox', { stack: { ...sandbox.stack, tokens: { write: 'w' } } }],
    ['login', { ...login, token: 'abc))' }],
    ['index', { ...index, time: 1 }],
  ])('%s', (name, document) => {
    expect(problems(name, document)).not.toBeNull();
  });
});

test('the closed lists of the documents are those of the model', () => {
  type Step = PublishDocument['steps'][number];
  type Same<A, B> = [Exclude<A, B>, Exclude<B, A>] extends [never, never] ? true : false;
  const same: [
    Same<Exclude<Step['reason'], 'excepted' | null>, HoldReason>,
    Same<Exclude<Step['action'], 'held' | 'unchanged'>, Action>,
    Same<Exclude<PublishDocument['approval'], null>['mechanism'], Mechanism>,
    Same<ErrorDocument['error']['code'], ErrorCode>,
  ] = [true, true, true, true];
  expect(same).not.toContain(false);
  for (const code of Object.values(errorCodes).flat()) {
    expect(problems('error', { ...error, error: { ...error.error, code } })).toBeNull();
  }
});

describe('schema/config.json helps while a file is written', () => {
  const valid = { destination: { tier: 'business', team: 'acme' } };

  test.each([
    ['the smallest file', parse(smallest)],
    ['every key', parse(everything)],
    ['an account without value', { destination: { ...valid.destination, account: null } }],
    ['sources that are off', { ...valid, sources: { docs: false, releases: false } }],
  ])('%s fits', (_name, config) => {
    expect(problems('config', config)).toBeNull();
  });

  test.each([
    ['no destination', {}],
    ['no team', { destination: { tier: 'business' } }],
    ['no address', { destination: { tier: 'enterprise' } }],
    ['an unknown key', { ...valid, visiblity: 'auto' }],
    ['an unknown rule', { ...valid, rules: { 'no-such-rule': 'off' } }],
    ['a rule that is always an error', { ...valid, rules: { 'no-tags': 'off' } }],
    ['two ledgers', { ...valid, ledger: { branch: 'a', file: 'b' } }],
    ['a tag with a blank', { ...valid, defaults: { tags: ['a b'] } }],
    ['a tag twice', { ...valid, defaults: { tags: ['a', 'a'] } }],
    ['no day', { ...valid, sources: { 'pull-requests': { since: '2026-02-30' } } }],
    ['no duration', { ...valid, approval: { 'max-age': '7 days' } }],
  ])('%s does not', (_name, config) => {
    expect(problems('config', config)).not.toBeNull();
  });
});
