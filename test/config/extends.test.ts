import { describe, expect, test } from 'vitest';
import { configFiles, isSharedConfig, placeInConfig } from '../../src/config/config-places.ts';
import { parseExtended } from '../../src/config/extended.ts';
import { readConfig } from '../../src/config/parse-config.ts';
import type { Fault } from '../../src/model/error.ts';
import { rules } from './config-fixtures.ts';

const own = (text: string) =>
  readConfig({ text: `extends: acme/.github\n${text}`, name: 'own.yml' }, rules);
const over = (text: string, shared: string) =>
  own(text).complete({ text: shared, name: 'shared.yml' });
const acme = 'destination: { tier: business, team: acme }\n';

/** What is wrong: the code, the first place, and the places of all problems. */
function refusal(run: () => unknown) {
  try {
    run();
  } catch (error) {
    const { code, place, message } = error as Fault;
    return { code, place, message, at: message.match(/\w+\.yml:\d+:\d+(?=: )/g) };
  }
  throw new Error('it was accepted');
}

describe('what can be extended', () => {
  const shared = (owner: string, name: string, path: string | null, ref: string | null) => ({
    kind: 'shared',
    owner,
    name,
    ref,
    paths:
      path === null
        ? ['.github/stack-publish.yml', '.github/stack-publish.yaml', 'stack-publish.yml']
        : [path],
  });

  test.each([
    ['acme/.github', shared('acme', '.github', null, null)],
    ['acme/.github@v1.2', shared('acme', '.github', null, 'v1.2')],
    ['acme/settings:a/b.yml', shared('acme', 'settings', 'a/b.yml', null)],
    ['acme/settings:x.yml@team/next', shared('acme', 'settings', 'x.yml', 'team/next')],
    ['acme/base.yml:x.yml', shared('acme', 'base.yml', 'x.yml', null)],
    ['base.yml', { kind: 'file', path: 'base.yml' }],
    ['config/base.yaml', { kind: 'file', path: 'config/base.yaml' }],
    ['./base.yml', { kind: 'file', path: 'base.yml' }],
  ])('%s', (text, expected) => expect(parseExtended(text)).toEqual(expected));

  test.each([
    '',
    'acme',
    'acme/',
    '/base.yml',
    '../base.yml',
    'a/../../base.yml',
    './../base.yml',
    '../.github',
    'acme/..',
    'acme/..@v1',
    'acme/x:../y.yml',
    'acme/x:/y.yml',
    'acme/x:y.yml:z',
    'acme/x@',
    'acme/x@-o',
    'acme/x@a..b',
    'acme/x@HEAD:y',
    'acme/x@a b',
    'acme/x/y',
    'acme/x\\y.yml',
    'https://github.com/acme/.github',
    'acme/x:a\u202eb.yml',
    `acme/${'x'.repeat(200)}`,
  ])('not %s', (text) => expect(parseExtended(text)).toBeNull());

  test('which the file tells with its place', () => {
    const { code, at } = refusal(() =>
      readConfig({ text: `${acme}extends: ../x.yml\n`, name: 'own.yml' }, rules).complete(null),
    );
    expect({ code, at }).toEqual({ code: 'config-invalid', at: ['own.yml:2:10'] });
  });
});

describe('a configuration over a shared one', () => {
  test('has what either says, and its own where both do', () => {
    const config = over(
      'defaults: { tags: [own] }\nrules: { no-tags: error, relative-link: off }\nlimits: { create: 3 }\n',
      `${acme}defaults: { tags: [a, b], type: policy }\nrules: { relative-link: error, title-too-short: off }\nsources: { pull-requests: { tags: { x: y } } }\n`,
    );
    expect(config).toMatchObject({
      destination: { tier: 'business', team: 'acme' },
      defaults: { tags: ['own'], type: 'policy' },
      rules: { 'no-tags': 'error', 'relative-link': 'off', 'title-too-short': 'off' },
      limits: { create: 3, 'articles-per-minute': 1 },
      sources: { 'pull-requests': { tags: { x: 'y' }, article: 'stack:article' } },
    });
    expect(configFiles(config)).toEqual(['own.yml', 'shared.yml']);
  });

  test('can be one line', () => {
    expect(over('', acme)).toMatchObject({ destination: { team: 'acme' } });
  });

  test('takes a map away by another value', () => {
    const shared = `${acme}sources: { docs: { include: [a] }, releases: { tags: ["v*"] } }\n`;
    const config = over('sources: { docs: [b], releases: false }', shared);
    expect(config.sources).toMatchObject({ docs: { include: ['b'] }, releases: false });
  });

  test.each([
    ['ledger', 'ledger: { file: here }', 'ledger: { branch: there }', { ledger: { file: 'here' } }],
    [
      'editors',
      'defaults: { editors: { groups: [g] } }',
      'defaults: { editors: { users: [1] } }',
      { defaults: { editors: { users: [], groups: ['g'] } } },
    ],
  ])('chooses for itself: %s', (_, mine, theirs, expected) => {
    expect(over(mine, acme + theirs)).toMatchObject(expected);
  });

  test('of another tier takes nothing of the address', () => {
    const shared = 'destination: { tier: enterprise, url: "https://stack.acme.example", team: x }';
    expect(over('destination: { tier: business, team: own }', shared).destination).toEqual({
      tier: 'business',
      team: 'own',
      url: 'https://api.stackoverflowteams.com',
      api: 'v3',
      account: null,
    });
    expect(over('destination: { team: own }', shared).destination).toMatchObject({
      url: 'https://stack.acme.example',
      team: 'own',
    });
  });

  test('knows where each value stands', () => {
    const config = over(
      'sources: { docs: { exclude: [x] }, pull-requests: false }',
      `${acme}sources:\n  docs: { include: [a, b] }\n  releases: { tags: ["v*"], from: body }\n`,
    );
    const at = (...path: (string | number)[]) => ({
      place: placeInConfig(config, path),
      shared: isSharedConfig(config, path),
    });
    expect(at('sources', 'docs', 'include', 1)).toEqual({
      place: { file: 'shared.yml', line: 3, column: 24 },
      shared: true,
    });
    expect(at('sources', 'docs', 'exclude', 0)).toEqual({
      place: { file: 'own.yml', line: 2, column: 30 },
      shared: false,
    });
    // Where its own value is no map, nothing of the shared one is there.
    expect(at('sources', 'pull-requests', 'article').shared).toBe(false);
  });
});

describe('what is wrong', () => {
  test('in the shared file has its name, and who extends it', () => {
    const { code, place, at, message } = refusal(() =>
      over('', `${acme}visiblity: auto\nrules: { nope: off }\n`),
    );
    expect({ code, place, at }).toEqual({
      code: 'config-invalid',
      place: { file: 'shared.yml', line: 2, column: 1 },
      at: ['shared.yml:2:1', 'shared.yml:3:10'],
    });
    expect(message).toContain('that own.yml:1:10 extends');
  });

  test.each([
    ['broken YAML', 'a: [', 'shared.yml:1:5'],
    ['a list', '- a', 'shared.yml:1:1'],
    ['what extends again', `${acme}extends: acme/other`, 'shared.yml:2:1'],
    ['what extends nothing', `${acme}extends:`, 'shared.yml:2:1'],
    ['a key twice', `${acme}${acme}`, 'shared.yml:2:1'],
    ['an alias that holds itself', `${acme}sources: &a { docs: *a }`, 'shared.yml:2:15'],
  ])('%s in it', (_, shared, place) => {
    expect(refusal(() => over('', shared))).toMatchObject({ code: 'config-invalid', at: [place] });
  });

  test('a shared file that is too long', () => {
    const { code, place } = refusal(() => over('', `${acme}# ${'x'.repeat(300_000)}`));
    expect({ code, file: place?.file }).toEqual({ code: 'config-invalid', file: 'shared.yml' });
  });

  test('in its own file is told before the shared one is asked for', () => {
    expect(refusal(() => own('limits: { create: 0 }\n'))).toMatchObject({
      code: 'config-invalid',
      at: ['own.yml:2:19'],
    });
  });

  test('in both together stands where the last word of it does', () => {
    expect(refusal(() => over('limits: { create: 1 }', 'visibility: auto')).at).toEqual([
      'own.yml:1:1',
    ]);
    expect(
      refusal(() =>
        over(
          'destination: { team: x }',
          'destination: { tier: enterprise, url: "https://a.example", api: v2.3 }',
        ),
      ).at,
    ).toEqual(['shared.yml:1:65']);
    expect(refusal(() => over('destination: { url: "http://a.example" }', acme))).toMatchObject({
      code: 'insecure-url',
      at: ['own.yml:2:21'],
    });
  });
});

describe('where the shared file cannot be read', () => {
  test('what it may hold is no problem', () => {
    const config = own('defaults: { tags: [own] }\nsources: { releases: { from: body } }').complete(
      null,
    );
    expect(config).toMatchObject({ defaults: { tags: ['own'] }, sources: { releases: false } });
  });

  test('a page without tags has some all the same', () => {
    expect(own('').complete(null).defaults.tags).toHaveLength(1);
    expect(own('defaults: { tags: [] }').complete(null).defaults.tags).toEqual([]);
  });

  test('what stands in this one is', () => {
    expect(refusal(() => own('sources: { docs: 1 }')).at).toEqual(['own.yml:2:18']);
  });
});
