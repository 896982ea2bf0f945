import { expect, test } from 'vitest';
import { isInConfig } from '../../src/config/config-places.ts';
import { everything, read, smallest } from './config-fixtures.ts';

const defaults = {
  sources: {
    docs: { include: ['docs/**/*.md'], exclude: [] },
    'pull-requests': { article: 'stack:article', faq: 'stack:faq', since: null, tags: {} },
    releases: false,
  },
  limits: { create: 25, 'articles-per-minute': 1 },
  visibility: 'auto',
  approval: {
    accept: ['environment', 'dispatch', 'comment'],
    environment: 'stack-internal',
    roles: ['maintain', 'admin'],
    self: true,
    'max-age': 7 * 24 * 3_600_000,
  },
  rules: {},
  ledger: { branch: 'stack-publish/ledger' },
};

test('the smallest file gets every default', () => {
  expect(read(smallest)).toEqual({
    ...defaults,
    destination: {
      tier: 'business',
      team: 'acme-platform',
      url: 'https://api.stackoverflowteams.com',
      api: 'v3',
      account: null,
    },
    defaults: { tags: ['platform'] },
  });
});

test('what was not given can be told from a given default', () => {
  const { defaults } = read(smallest);
  expect('type' in defaults).toBe(false);
  expect('editors' in defaults).toBe(false);
  expect(read(smallest.replace('[platform]', '[], editors: everyone'))).toMatchObject({
    defaults: { tags: [], editors: 'everyone' },
  });
});

test('API v2.3 reaches a team of Business and the main site of an Enterprise', () => {
  const business = 'destination: { tier: business, team: acme, api: v2.3 }';
  expect(read(business).destination).toMatchObject({ api: 'v2.3', team: 'acme' });
  const main = 'destination: { tier: enterprise, url: "https://stack.acme.example", api: v2.3 }';
  expect(read(main).destination).toMatchObject({ api: 'v2.3', team: null });
});

test('every key can be given', () => {
  expect(read(everything)).toEqual({
    destination: {
      tier: 'enterprise',
      team: 'platform',
      url: 'https://stack.acme.example',
      api: 'v3',
      account: 12,
    },
    sources: {
      docs: { include: ['guides/**/*.md', 'faq.md'], exclude: ['guides/internal/**'] },
      'pull-requests': {
        article: 'publish',
        faq: 'publish faq',
        since: '2026-11-21',
        tags: { 'area/tls': 'tls', 'lang/c++': 'c++' },
      },
      releases: {
        tags: ['v*'],
        from: 'body',
        since: '2026-11-21',
        type: 'policy',
        sections: { 'kind/bug': 'Fixed' },
      },
    },
    defaults: {
      tags: ['platform', '.net', 'c#'],
      type: 'policy',
      editors: { users: [12, 'ada@acme.example'], groups: ['platform', 7] },
    },
    limits: { create: 5, 'articles-per-minute': 30 },
    visibility: 'private',
    approval: {
      accept: ['gitlab', 'asserted'],
      environment: 'release',
      roles: ['admin'],
      self: false,
      'max-age': 12 * 3_600_000,
    },
    rules: { 'relative-link': 'error', 'title-too-short': 'off', 'no-tags': 'error' },
    ledger: { file: '.stack-publish/ledger/' },
  });
});

test.each([
  ['sources: { docs: false, pull-requests: false }', { docs: false, 'pull-requests': false }],
  ['sources: { docs: "**/*.md" }', { docs: { include: ['**/*.md'], exclude: [] } }],
  ['sources: { docs: [a.md, b.md] }', { docs: { include: ['a.md', 'b.md'], exclude: [] } }],
  [
    'sources: { docs: { exclude: [b.md] } }',
    { docs: { include: ['docs/**/*.md'], exclude: ['b.md'] } },
  ],
  ['sources: { pull-requests: { since: } }', { 'pull-requests': { since: null } }],
  [
    'sources: { pull-requests: { since: "2028-02-29" } }',
    { 'pull-requests': { since: '2028-02-29' } },
  ],
  [
    'sources: { releases: { tags: ["v*"] } }',
    { releases: { tags: ['v*'], from: 'pull-requests', since: null, sections: {} } },
  ],
])('short forms mean the same: %s', (line, sources) => {
  expect(read(smallest + line).sources).toMatchObject(sources);
});

test('editors are named once, and a list of them may be empty', () => {
  const text =
    'destination: { tier: business, team: acme }\ndefaults: { editors: { users: [1, 1, a@b.example], groups: } }\n';
  expect(read(text).defaults.editors).toEqual({ users: [1, 'a@b.example'], groups: [] });
});

test.each([
  ['30m', 1_800_000],
  ['45s', 45_000],
  ['2w', 1_209_600_000],
])('a duration becomes milliseconds: %s', (text, milliseconds) => {
  expect(read(`${smallest}approval: { max-age: ${text} }`).approval['max-age']).toBe(milliseconds);
});

test.each([
  ['https://STACK.acme.example:443//', 'https://stack.acme.example'],
  ['https://acme.example/stack/', 'https://acme.example/stack'],
  ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080'],
  ['http://127.1.2.3', 'http://127.1.2.3'],
  ['http://localhost:1', 'http://localhost:1'],
  ['http://[::1]:8080', 'http://[::1]:8080'],
])('an address is written in one way: %s', (url, normal) => {
  expect(read(`destination: { tier: enterprise, url: "${url}" }`).destination).toEqual({
    tier: 'enterprise',
    team: null,
    url: normal,
    api: 'v3',
    account: null,
  });
});

test('a byte order mark, CRLF, comments and a few aliases change nothing', () => {
  const text =
    '\uFEFF# ours\r\ndestination: { tier: business, team: &team acme }\r\ndefaults: { tags: [*team] }\r\n';
  expect(read(text)).toMatchObject({
    destination: { team: 'acme' },
    defaults: { tags: ['acme'] },
  });
});

test.each([
  ['', false],
  ['sources: {}\n', false],
  ['sources: { docs: docs/**/*.md }\n', false],
  ['sources: { pull-requests: {} }\n', true],
  ['sources: { pull-requests: { article: "stack:article" } }\n', true],
])('whether pull requests are named: %j', (more, named) => {
  const config = read(smallest + more);
  expect(isInConfig(config, ['sources', 'pull-requests'])).toBe(named);
  expect(isInConfig(config, ['toString'])).toBe(false);
});
