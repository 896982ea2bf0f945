import { describe, expect, test } from 'vitest';
import { exitCodeOf } from '../../src/model/error.ts';
import { refusal, smallest } from './config-fixtures.ts';

const business = 'destination: { tier: business, team: acme }\n';

/** A line after a sound destination, where it is wrong (line:column), and what the sentence must name. */
const wrong: [line: string, at: string, names: string][] = [
  // unknown keys, with the nearest known one
  ['visiblity: auto', '2:1', 'visibility'],
  ['limits: { creates: 2 }', '2:11', 'create'],
  ['approval: { maxAge: 7d }', '2:13', 'max-age'],
  ['approval: { max_age: 7d }', '2:13', 'max-age'],
  ['sources: { docs: { includes: a } }', '2:20', 'include'],
  ['tags: [a]', '2:1', 'defaults.tags'],
  ['wxyzwxyz: 1', '2:1', 'destination, sources'],
  ['constructor: 1', '2:1', 'destination, sources'],
  ['sources: { docs: { toString: 1 } }', '2:20', 'include, exclude'],
  // values of the wrong type, with what was seen
  ['sources: []', '2:10', 'a list'],
  ['sources:', '2:1', 'nothing'],
  ['sources: { docs: 12 }', '2:18', 'the number 12'],
  ['sources: { docs: true }', '2:18', 'true'],
  ['sources: { docs: "" }', '2:18', 'an empty text'],
  ['sources: { docs: /docs/*.md }', '2:18', 'without a leading'],
  ['sources: { docs: { exclude: ["!a"] } }', '2:30', 'without a leading'],
  ['sources: { docs: { include: [] } }', '2:29', 'at least one'],
  ['sources: { pull-requests: { article: 7 } }', '2:38', 'the number 7'],
  ['sources: { pull-requests: { since: yesterday } }', '2:36', 'YYYY-MM-DD'],
  ['sources: { pull-requests: { since: 2026-02-30 } }', '2:36', 'YYYY-MM-DD'],
  ['sources: { pull-requests: { since: 2026 } }', '2:36', 'the number 2026'],
  ['sources: { pull-requests: { tags: { "area/x": Big } } }', '2:47', '"Big"'],
  ['sources: { pull-requests: { tags: [a] } }', '2:35', 'a list'],
  ['sources: { releases: true }', '2:22', 'true'],
  ['sources: { releases: {} }', '2:22', 'sources.releases.tags is missing'],
  ['sources: { releases: { tags: ["v*"], from: changelog } }', '2:44', 'pull-requests, body'],
  ['defaults: { tags: platform }', '2:19', 'the text "platform"'],
  ['defaults: { tags: [Platform] }', '2:20', 'lower-case'],
  ['defaults: { tags: [a b] }', '2:20', '"a b"'],
  ['defaults: { tags: [a_b] }', '2:20', '"a_b"'],
  [`defaults: { tags: [${'x'.repeat(36)}] }`, '2:20', '1 to 35'],
  ['defaults: { tags: [1.0] }', '2:20', 'the number 1'],
  ['defaults: { tags: [a, a] }', '2:19', 'once'],
  ['defaults: { tags: [a, b, c, d, e, f] }', '2:19', 'at most 5'],
  ['defaults: { type: how-to }', '2:19', 'how-to-guide'],
  ['defaults: { editors: nobody }', '2:22', 'everyone, owner'],
  ['defaults: { editors: {} }', '2:22', 'at least one'],
  ['defaults: { editors: { users: [ada] } }', '2:32', 'e-mail'],
  ['defaults: { editors: { groups: [0] } }', '2:33', 'the number 0'],
  ['limits: { create: 0 }', '2:19', 'from 1'],
  ['limits: { create: 2.5 }', '2:19', 'the number 2.5'],
  ['limits: { create: "2" }', '2:19', 'the text "2"'],
  ['visibility: internal', '2:13', 'auto, private, public'],
  ['approval: { accept: asserted }', '2:21', 'a list'],
  ['approval: { accept: [] }', '2:21', 'at least one'],
  ['approval: { accept: [comments] }', '2:22', 'comment'],
  ['approval: { roles: [read] }', '2:21', 'above read'],
  ['approval: { self: "yes" }', '2:19', 'true or false'],
  ['approval: { max-age: 7 }', '2:22', '7d'],
  ['approval: { max-age: 0d }', '2:22', '7d'],
  ['approval: { max-age: 7 days }', '2:22', '7d'],
  ['approval: { environment: " x" }', '2:26', 'environment'],
  ['rules: { relativ-link: off }', '2:10', 'relative-link'],
  ['rules: { relative-link: warn }', '2:25', 'warning'],
  ['rules: { no-tags: off }', '2:19', 'the site refuses'],
  ['rules: { title-too-long: warning }', '2:26', 'the site refuses'],
  ['ledger: { branch: refs/heads/x }', '2:19', 'without refs/heads/'],
  ['ledger: { branch: -x }', '2:19', 'branch'],
  ['ledger: { branch: a..b }', '2:19', 'branch'],
  ['ledger: { branch: a, file: b }', '2:9', 'either branch or file'],
  ['ledger: { file: "" }', '2:17', 'path'],
  ['ledger: x', '2:9', 'branch or file'],
  // YAML
  ['destination: { tier: business, team: b }', '2:1', 'second time'],
  ['limits: { create: 1, create: 2 }', '2:22', 'second time'],
  ['limits: { create: 1', '3:1', 'Flow map'],
  ['sources: !!js/function "x"', '2:10', 'YAML tag'],
  ['sources: !include x.yml', '2:10', 'YAML tag'],
  ['sources: *nowhere', '2:10', '*nowhere'],
  ['<<: { visibility: auto }', '2:1', '"<<"'],
  ['__proto__: { visibility: auto }', '2:1', 'not plain text'],
  ['rules: { __proto__: off }', '2:10', 'not plain text'],
  ['7: x', '2:1', 'not plain text'],
  ['? [a]\n: x', '2:3', 'not plain text'],
  ['---\na: 1', '2:1', 'second document'],
];

describe('a wrong line is refused with its place', () => {
  test.each(wrong)('%s', (line, at, names) => {
    const { fault, problems } = refusal(`${business}${line}\n`);
    expect(fault).toMatchObject({ kind: 'usage', code: 'config-invalid' });
    expect(problems[0]?.at).toBe(at);
    expect(problems.find((problem) => problem.at === at)?.text).toContain(names);
    expect(fault.place).toEqual({
      file: 'stack-publish.yml',
      line: Number(at.split(':')[0]),
      column: Number(at.split(':')[1]),
    });
    expect(fault.remedy).not.toBe('');
  });
});

/** A whole file, the code, where, and what the sentence must name. */
const destinations: [file: string, code: string, at: string, names: string][] = [
  ['', 'config-invalid', '1:1', 'destination is missing'],
  ['# nothing\n', 'config-invalid', '1:1', 'destination is missing'],
  ['- a\n', 'config-invalid', '1:1', 'a list'],
  ['destination:\n', 'config-invalid', '1:1', 'nothing'],
  ['destination: { tier: business }', 'config-invalid', '1:14', 'destination.team is missing'],
  ['destination: { tier: enterprise }', 'config-invalid', '1:14', 'destination.url is missing'],
  ['destination: { team: acme }', 'config-invalid', '1:14', 'destination.tier is missing'],
  ['destination: { tier: basic, team: acme }', 'config-invalid', '1:22', 'business, enterprise'],
  ['destination: { tier: business, team: ../x }', 'config-invalid', '1:38', 'slug'],
  ['destination: { tier: business, team: a/b }', 'config-invalid', '1:38', 'slug'],
  ['destination: { tier: business, team: 12 }', 'config-invalid', '1:38', 'the number 12'],
  ['destination: { tier: business, team: a, account: 0 }', 'config-invalid', '1:50', 'account'],
  ['destination: { tier: business, team: a, account: "1" }', 'config-invalid', '1:50', 'account'],
  ['destination: { tier: business, team: a, api: v2 }', 'config-invalid', '1:46', 'v2.3'],
  [
    'destination: { tier: enterprise, url: "https://stack.acme.example", team: a, api: v2.3 }',
    'config-invalid',
    '1:83',
    'private team',
  ],
  [
    'destination: { tier: business, team: a, api: 2.3 }',
    'config-invalid',
    '1:46',
    'the number 2.3',
  ],
  ...(
    [
      ['http://stack.acme.example', 'insecure-url', 'https://'],
      ['http://localhost.acme.example', 'insecure-url', 'https://'],
      ['http://127.0.0.1.acme.example', 'insecure-url', 'https://'],
      ['http://10.0.0.1', 'insecure-url', 'https://'],
      ['HTTP://stack.acme.example', 'insecure-url', 'https://'],
      ['stack.acme.example', 'config-invalid', 'address'],
      ['ftp://stack.acme.example', 'config-invalid', 'address'],
      ['https:stack.acme.example', 'config-invalid', 'address'],
      ['https://stack.acme.example\\\\@evil.example', 'config-invalid', 'address'],
      ['https://stack acme.example', 'config-invalid', 'address'],
      ['https://ada:hunter2@stack.acme.example', 'config-invalid', 'without a user name'],
      ['https://stack.acme.example?x=hunter2', 'config-invalid', 'without a query'],
      ['https://stack.acme.example/#top', 'config-invalid', 'without a query'],
      ['https://stack.acme.example/?', 'config-invalid', 'without a query'],
      ['https://stack.acme.example/api/v3', 'config-invalid', "API's own path"],
      ['https://stackoverflowteams.com/c/acme', 'config-invalid', 'api.stackoverflowteams.com'],
    ] as const
  ).map(([url, code, names]): [string, string, string, string] => [
    `destination: { tier: enterprise, url: "${url}" }`,
    code,
    '1:39',
    names,
  ]),
];

describe('a wrong destination is refused', () => {
  test.each(destinations)('%s', (file, code, at, names) => {
    const { fault, problems } = refusal(file);
    expect(fault.code).toBe(code);
    expect(problems[0]?.at).toBe(at);
    expect(problems[0]?.text).toContain(names);
    expect(fault.message).not.toContain('hunter2');
  });
});

test('all problems are listed at once, in the order of the file', () => {
  const { fault, problems } = refusal(
    `destination: { tier: enterprise, url: "http://a.example", extra: 1 }
defaults: { tags: [A, b, C] }
ruels: {}
rules: { x-y-z: off }
limits: { create: 1, create: none }
`,
  );
  expect(fault.code).toBe('config-invalid');
  expect(exitCodeOf(fault.kind)).toBe(2);
  expect(problems.map(({ at }) => at)).toEqual([
    '1:39',
    '1:59',
    '2:20',
    '2:26',
    '3:1',
    '4:10',
    '5:22',
    '5:30',
  ]);
});

test('places count lines whatever ends them', () => {
  expect(refusal(`${smallest.replaceAll('\n', '\r\n')}oops: 1\r\n`).problems[0]?.at).toBe('3:1');
  expect(refusal(`\uFEFF${smallest}oops: 1\n`).problems[0]?.at).toBe('3:1');
});

test.each(['token', 'stack-access-token', 'password', 'api-key', 'apiKey', 'client_secret'])(
  'a secret has no place in the file: %s',
  (key) => {
    const { fault } = refusal(`${smallest}${key}: hunter2\n`);
    expect(fault.code).toBe('config-invalid');
    expect(fault.remedy).toContain('STACK_ACCESS_TOKEN');
    expect(fault.message).not.toContain('hunter2');
  },
);
