import { describe, expect, test } from 'vitest';
import { parseReleaseFile } from '../../../src/sources/release/release-file.ts';
import {
  sectionsFrom,
  sortNotes,
  type ReleaseNote,
  type ReleaseSections,
} from '../../../src/sources/release/sort-notes.ts';

const note = (change: Partial<ReleaseNote>): ReleaseNote => ({
  kind: 'pull-request',
  number: 1,
  url: 'https://forge.example/acme/app/pull/1',
  title: null,
  text: 'A note.',
  labels: [],
  author: 'ada',
  mergedAt: 0,
  isBreaking: false,
  ...change,
});

/** Where a note ends: the title of its section, `-` for the one list, null where it is left out. */
function sectionOf(sections: ReleaseSections, change: Partial<ReleaseNote>): string | null {
  const sorted = sortNotes([note(change)], sections);
  const [section] = sorted.sections;
  return section ? (section.title ?? '-') : null;
}

function read(text: string): ReleaseSections {
  const { sections, problems } = parseReleaseFile(text);
  expect(problems).toEqual([]);
  if (sections === null) throw new Error('it has an error');
  return sections;
}

const file = `
changelog:
  exclude: { labels: [skip], authors: [dependabot, 'renovate[bot]', Eve] }
  categories:
    - { title: Rest, labels: ['*'], exclude: { labels: [secret], authors: [mallory] } }
    - { title: Breaking, labels: [semver-major, breaking] }
    - { title: Features, labels: [feature], exclude: { labels: [chore] } }
    - { title: Chores, labels: [Chore] }
    - { title: Second rest, labels: ['*', docs] }
`;

describe('where a pull request ends', () => {
  test.each<[string, Partial<ReleaseNote>, string | null]>([
    ['the first category that fits', { labels: ['feature', 'breaking'] }, 'Breaking'],
    ['a label in another case', { labels: ['FEATURE'] }, 'Features'],
    ['a category in another case', { labels: ['chore'] }, 'Chores'],
    ['no label of a category: the star, though it stands first', { labels: ['x'] }, 'Rest'],
    ['no label at all', {}, 'Rest'],
    ['kept out of one category, taken by a later one', { labels: ['feature', 'chore'] }, 'Chores'],
    ['a label beside a star', { labels: ['docs'] }, 'Second rest'],
    ['kept out of the first star, taken by the second', { labels: ['secret'] }, 'Second rest'],
    ['an author kept out of the first star', { author: 'mallory' }, 'Second rest'],
    ['the same author, with a label', { author: 'mallory', labels: ['feature'] }, 'Features'],
    ['excluded by label, whatever else', { labels: ['feature', 'Skip'] }, null],
    ['a bot by its plain name', { author: 'dependabot[bot]', labels: ['feature'] }, null],
    ['a person of the plain name', { author: 'dependabot' }, null],
    ['a bot by its whole name', { author: 'renovate[bot]' }, null],
    ['a person who has the name of a bot', { author: 'renovate' }, 'Rest'],
    ['an author in another case', { author: 'eve' }, null],
    ['an account that is gone', { author: null }, 'Rest'],
  ])('%s', (_, change, section) => {
    expect(sectionOf(read(file), change)).toBe(section);
  });

  test.each<[string, string, string | null]>([
    [
      'a star in the middle',
      "[{ title: A, labels: [a] }, { title: S, labels: ['*'] }, { title: B, labels: [b] }]",
      'B',
    ],
    [
      'a star last',
      "[{ title: A, labels: [a] }, { title: B, labels: [b] }, { title: S, labels: ['*'] }]",
      'B',
    ],
    ['no category for it', '[{ title: A, labels: [a] }]', 'Other changes'],
    [
      'kept out by the only star',
      "[{ title: S, labels: ['*'], exclude: { labels: [b] } }]",
      'Other changes',
    ],
    ['two of one title', '[{ title: A, labels: [a] }, { title: A, labels: [b] }]', 'A'],
    ['no category at all', '[]', 'Other changes'],
  ])('%s', (_, categories, section) => {
    expect(sectionOf(read(`changelog: { categories: ${categories} }`), { labels: ['b'] })).toBe(
      section,
    );
  });

  test.each([
    ['no file', sectionsFrom({})],
    ['an empty file', read('')],
    ['no changelog', read('# nothing yet\n')],
    ['a byte order mark', read('\uFEFFchangelog:\n')],
    ['a changelog without categories', read('changelog: { exclude: { labels: [x] } }')],
  ])('one list: %s', (_, sections) => {
    expect(sectionOf(sections, { labels: ['b'] })).toBe('-');
  });

  test("the configuration's sections", () => {
    const sections = sectionsFrom({
      'kind/bug': 'Fixed',
      'kind/feature': 'New',
      'kind/fix': 'Fixed',
    });
    expect(sectionOf(sections, { labels: ['kind/feature', 'kind/fix'] })).toBe('Fixed');
    expect(sectionOf(sections, { labels: ['KIND/FEATURE'] })).toBe('New');
    expect(sectionOf(sections, { labels: [] })).toBe('Other changes');
  });

  test('what fits nowhere is told; breaking changes come first, then the order of merging', () => {
    const notes = [
      note({ number: 4, mergedAt: 40, labels: ['a'] }),
      note({ number: 3, mergedAt: 30, labels: ['a'], isBreaking: true }),
      note({ number: 2, mergedAt: 20, labels: ['a'] }),
      note({ number: 9, mergedAt: 20, labels: ['a'] }),
      note({ number: 5, mergedAt: 1 }),
    ];
    const { sections, uncategorised } = sortNotes(notes, sectionsFrom({ a: 'A' }));
    const numbers = sections.map(({ title, notes: some }) => [
      title,
      some.map(({ number }) => number),
    ]);
    expect(numbers).toEqual([
      ['A', [3, 2, 9, 4]],
      ['Other changes', [5]],
    ]);
    expect(uncategorised.map(({ number }) => number)).toEqual([5]);
  });
});

describe('a file with an error', () => {
  test.each([
    ['broken YAML', 'changelog: [', 12],
    ['no map', 'changelog', 0],
    ['a list', 'changelog: []', 11],
    ['categories that are no list', 'changelog: { categories: {} }', 25],
    ['a category without a title', 'changelog: { categories: [{ labels: [a] }] }', 26],
    ['a category without labels', 'changelog: { categories: [{ title: A }] }', 26],
    ['no labels in the list', 'changelog: { categories: [{ title: A, labels: [] }] }', 46],
    ['an empty title', 'changelog: { categories: [{ title: " ", labels: [a] }] }', 35],
    ['a label that is no text', 'changelog: { categories: [{ title: A, labels: [1] }] }', 47],
    ['labels that are no list', 'changelog: { categories: [{ title: A, labels: a }] }', 46],
    ['authors that are no list', 'changelog: { exclude: { authors: eve } }', 33],
    ['a key twice', 'changelog: {}\nchangelog: {}', 14],
    ['two documents', 'changelog: {}\n---\nchangelog: {}', 14],
    ['a NUL byte', '\0', 0],
  ])('%s', (_, text, offset) => {
    const { sections, problems } = parseReleaseFile(text);
    expect(sections).toBeNull();
    expect(problems[0]).toMatchObject({ rule: 'release-file', offset });
    expect(problems[0]?.severity).toBeUndefined();
  });

  test('a file that no person wrote', () => {
    expect(parseReleaseFile(`# ${'x'.repeat(40_000)}`).sections).toBeNull();
  });
});

test('what GitHub passes over in silence is told, and the rest counts', () => {
  const text = `changelog:
  excludes: { labels: [x] }
  categories:
    - { title: A, labels: [a], authors: [ada] }
    - { title: B, labels: [b], exclude: { label: [c] } }
version: 1
`;
  const { sections, problems } = parseReleaseFile(text);
  expect(problems.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(
    Array<string>(4).fill('release-file-key warning'),
  );
  const seen = problems.map(({ offset, remedy }) => [
    text.slice(offset).match(/^\w+/)?.[0],
    remedy,
  ]);
  expect(seen).toContainEqual(['excludes', 'Write `exclude`.']);
  expect(seen.find(([key]) => key === 'authors')?.[1]).toContain('exclude: { authors');
  expect(sections && sectionOf(sections, { labels: ['b', 'c'] })).toBe('B');
});
