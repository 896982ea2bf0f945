import { expect, test } from 'vitest';
import { digestOf } from '../../src/model/digest.ts';
import { blankRecord, type LedgerRecord } from '../../src/model/ledger.ts';
import { followTitles, type StandingQuestion } from '../../src/planning/follow-titles.ts';
import { settings } from './fixtures.ts';

const provenance = { kind: 'file', path: 'docs/a.md' } as const;
const textOf = (title: string) => ({ body: title, answer: `On ${title}.` });

/** A question `title` under a key; its text is that of the title unless `text` names another. */
function question(key: string, title: string, text = title): StandingQuestion {
  return { key: keyOf(key), title, provenance, ...textOf(text) };
}

function record(title: string, change: Partial<LedgerRecord> = {}): LedgerRecord {
  const known = {
    kind: 'question',
    title,
    provenance,
    sourceCount: 1,
    revision: 'r',
    settings,
    dependsOn: {},
    text: null,
    members: null,
  } as const;
  return { ...blankRecord(known), text: digestOf(textOf(title)), ...change };
}

const keyOf = (key: string) => (key.startsWith('id/') ? key : `docs/a.md#${key}`);

function follow(
  questions: readonly StandingQuestion[],
  records: Readonly<Record<string, LedgerRecord>>,
) {
  const known = Object.entries(records).map(([key, value]) => [keyOf(key), value]);
  return [...followTitles(questions, Object.fromEntries(known))].map(([key, [from]]) => [
    key.replace('docs/a.md#', ''),
    from?.replace('docs/a.md#', ''),
  ]);
}

const c = record('C');
const cpp = record('C++');

test.each<
  [string, readonly StandingQuestion[], Readonly<Record<string, LedgerRecord>>, string[][]]
>([
  ['nothing moves', [question('c', 'C'), question('d', 'D')], { c, d: record('D') }, []],
  ['a heading is reworded under its key', [question('c', 'C')], { c: cpp }, []],
  ['a question is new', [question('d', 'D')], { c }, []],
  ['keys with a number stay', [question('c', 'C'), question('c-1', 'C++')], { c, 'c-1': cpp }, []],
  [
    'two changed places',
    [question('c', 'C++'), question('c-1', 'C')],
    { c, 'c-1': cpp },
    [
      ['c', 'c-1'],
      ['c-1', 'c'],
    ],
  ],
  [
    'one was pinned',
    [question('id/cpp', 'C++'), question('c', 'C')],
    { c: cpp },
    [['id/cpp', 'c']],
  ],
  ['a pin was taken away', [question('c', 'C++')], { 'id/cpp': cpp }, [['c', 'id/cpp']]],
  [
    'the natural anchor of a third is one with a number',
    [question('a', 'A'), question('a-1', 'A-1')],
    { a: record('A'), 'a-1': record('A!'), 'a-1-1': record('A-1') },
    [['a-1', 'a-1-1']],
  ],
  [
    'a question takes the title that another one had',
    [question('gamma', 'Gamma', 'Alpha'), question('alpha', 'Alpha', 'Beta')],
    { alpha: record('Alpha'), beta: record('Beta') },
    [],
  ],
  [
    'a pinned one gives its title away',
    [question('id/a', 'Gamma', 'Alpha'), question('alpha', 'Alpha', 'Beta')],
    { 'id/a': record('Alpha') },
    [],
  ],
  [
    'the titles of two pinned ones changed places',
    [question('id/a', 'Beta', 'Alpha'), question('id/b', 'Alpha', 'Beta')],
    { 'id/a': record('Alpha'), 'id/b': record('Beta') },
    [],
  ],
  [
    'the ids of two changed places',
    [question('id/a', 'Beta'), question('id/b', 'Alpha')],
    { 'id/a': record('Alpha'), 'id/b': record('Beta') },
    [
      ['id/a', 'id/b'],
      ['id/b', 'id/a'],
    ],
  ],
  [
    'an Article has the title',
    [question('id/cpp', 'C++')],
    { c: record('C++', { kind: 'article' }) },
    [],
  ],
  [
    'a question of another file has the title',
    [question('id/cpp', 'C++')],
    { c: record('C++', { provenance: { kind: 'file', path: 'docs/b.md' } }) },
    [],
  ],
])('%s', (_, questions, records, moves) => {
  expect(follow(questions, records)).toEqual(moves);
});

test('a question without a draft counts by its title', () => {
  const unread = { key: keyOf('c-1'), title: 'C++', provenance };
  expect(follow([unread, question('c', 'C')], { c: cpp })).toEqual([['c-1', 'c']]);
});
