import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { generatedFiles } from '../../scripts/generated-files.ts';
import { replaceRegions } from '../../scripts/regions.ts';

const root = new URL('../../', import.meta.url);
const files = generatedFiles(root);

describe('what is made from the source is up to date (npm run generate)', () => {
  test.each([...files])('%s', (path, text) => {
    expect(readFileSync(new URL(path, root), 'utf8')).toBe(text);
  });

  test('and nothing else lies in schema/', () => {
    const names = readdirSync(new URL('schema/', root)).map((name) => `schema/${name}`);
    expect(names.filter((name) => !files.has(name))).toEqual([]);
  });
});

test('making it twice gives the same bytes', () => {
  expect([...generatedFiles(root)]).toEqual([...files]);
});

test('without a README there is none to make', () => {
  const elsewhere = new URL('./', import.meta.url);
  expect(existsSync(new URL('README.md', elsewhere))).toBe(false);
  expect(generatedFiles(elsewhere).has('README.md')).toBe(false);
});

test('the page of the configuration names every key', () => {
  const page = files.get('docs/configuration.md');
  for (const key of [
    'destination.tier',
    'sources.docs.exclude',
    'sources.pull-requests.since',
    'sources.releases.from',
    'defaults.editors.groups',
    'limits.create',
    'approval.max-age',
    'ledger.file',
  ]) {
    expect(page).toContain(`| \`${key}\` |`);
  }
});

describe('regions of a text', () => {
  const text = 'a\n<!-- generated:one -->\nold\n<!-- /generated -->\nb\n';

  test('are replaced, and again with the same result', () => {
    const once = replaceRegions(text, { one: 'new $& $1' });
    expect(once).toBe('a\n<!-- generated:one -->\nnew $& $1\n<!-- /generated -->\nb\n');
    expect(replaceRegions(once, { one: 'new $& $1\n' })).toBe(once);
  });

  test.each([
    ['an unknown name', text.replace('one', 'two')],
    ['a name of every object', text.replace('one', 'constructor')],
    ['no end', text.replace('<!-- /generated -->', '')],
    ['no start', text.replace('<!-- generated:one -->', '')],
  ])('are refused with %s', (_name, broken) => {
    expect(() => replaceRegions(broken, { one: 'new' })).toThrow('Cannot generate');
  });
});
