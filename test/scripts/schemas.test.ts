import { readFileSync } from 'node:fs';
import { matchesGlob } from 'node:path';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { parse, parseDocument } from 'yaml';
import { configPaths } from '../../src/config/config-paths.ts';
import { errorCodes, type ErrorCode } from '../../src/model/error.ts';
import type { Mechanism } from '../../src/model/evidence.ts';
import { indexOf, type Action, type HoldReason } from '../../src/model/plan.ts';
import type { AdoptDocument } from '../../src/report/documents/adopt.ts';
import type { CheckDocument } from '../../src/report/documents/check.ts';
import type { DoctorDocument } from '../../src/report/documents/doctor.ts';
import type { ErrorDocument } from '../../src/report/documents/error.ts';
import type { IndexDocument } from '../../src/report/documents/index.ts';
import type { InitDocument } from '../../src/report/documents/init.ts';
import type { LoginDocument } from '../../src/report/documents/login.ts';
import type { PlanDocument } from '../../src/report/documents/plan.ts';
import type { PublishDocument } from '../../src/report/documents/publish.ts';
import type { ResolveDocument } from '../../src/report/documents/resolve.ts';
import type { SandboxDocument } from '../../src/report/documents/sandbox.ts';
import type { StatusDocument } from '../../src/report/documents/status.ts';
import { business, everything, smallest, wrong } from '../config/config-fixtures.ts';

const strict = { strict: true, allowUnionTypes: true, strictRequired: false };
const ajv = new Ajv2020(strict);
const ajv7 = new Ajv(strict);
for (const each of [ajv, ajv7]) formats.default(each);

/** Says what a schema of the package finds wrong with a value. */
function problems(name: string, value: unknown): unknown {
  const schema = schemaOf(name);
  const by = schema.$schema.includes('draft-07') ? ajv7 : ajv;
  const validate =
    (schema.$id === undefined ? undefined : by.getSchema(schema.$id)) ?? by.compile(schema);
  return validate(value) ? null : validate.errors;
}

const schemaOf = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../schema/${name}.json`, import.meta.url), 'utf8')) as {
    readonly $schema: string;
    readonly $id?: string;
  };

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
const init: InitDocument = {
  schema: 1,
  command: 'init',
  dryRun: false,
  repository: 'acme/handbook',
  approval: 'reviewers',
  steps: [
    { kind: 'config', name: '.github/stack-publish.yml', state: 'created', message: 'seen' },
    { kind: 'label', name: 'stack:faq', state: 'kept', message: null },
  ],
  left: [{ do: 'do', url: 'https://github.com/acme/handbook/labels', run: null }],
  checks: doctor.checks,
  next: 'do',
  requests,
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
      init,
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

describe.each(['config', 'config-draft-07'])(
  'schema/%s.json helps while a file is written',
  (form) => {
    const valid = { destination: { tier: 'business', team: 'acme' } };

    test.each([
      ['the smallest file', parse(smallest)],
      ['every key', parse(everything)],
      ['an account without value', { destination: { ...valid.destination, account: null } }],
      ['a part of a shared one', { extends: 'acme/.github', destination: { team: 'a' } }],
      ['sources that are off', { ...valid, sources: { docs: false, releases: false } }],
    ])('%s fits', (_name, config) => {
      expect(problems(form, config)).toBeNull();
    });

    test.each([
      ['no destination', {}],
      ['a file out of the repository', { ...valid, extends: '../x.yml' }],
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
      expect(problems(form, config)).not.toBeNull();
    });
  },
);

describe('both forms of the schema of the configuration', () => {
  /** Those that are YAML, and no map that a program could not hold. */
  const read = wrong.flatMap(([line]) => {
    const document = parseDocument(`${business}${line}\n`, { logLevel: 'silent' });
    const unread = document.errors.length > 0 || line.includes('*nowhere');
    return unread ? [] : [{ line, config: document.toJS() as unknown }];
  });

  test.each(read)('say the same of $line', ({ config }) => {
    expect(problems('config', config) === null).toBe(problems('config-draft-07', config) === null);
  });

  test('refuse most of what the command refuses', () => {
    const refused = read.filter(({ config }) => problems('config-draft-07', config) !== null);
    expect(refused.length).toBeGreaterThan(read.length * 0.8);
  });

  test('are of the draft that they say, and have an address each', () => {
    expect(schemaOf('config').$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schemaOf('config-draft-07').$schema).toBe('http://json-schema.org/draft-07/schema#');
    for (const name of ['config', 'config-draft-07'])
      expect(schemaOf(name).$id).toBe(
        `https://raw.githubusercontent.com/stack-publish/stack-publish/main/schema/${name}.json`,
      );
  });
});

test('the entry for SchemaStore names the draft-07 form and every place of the file', () => {
  const entry = schemaOf('schemastore') as unknown as { url: string; fileMatch: string[] };
  expect(entry.url).toBe(schemaOf('config-draft-07').$id);
  for (const path of configPaths)
    expect(entry.fileMatch.some((glob) => matchesGlob(`work/handbook/${path}`, glob))).toBe(true);
  expect(Object.keys(entry)).toEqual(['name', 'description', 'fileMatch', 'url']);
});
