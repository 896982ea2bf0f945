import { describe, expect, test } from 'vitest';
import { exitCodeOf } from '../../src/model/error.ts';
import { business, refusal, smallest, wrong } from './config-fixtures.ts';

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
