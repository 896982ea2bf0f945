import { describe, expect, test } from 'vitest';
import type { ArticleContent, QuestionContent } from '../../src/model/post.ts';
import { contentDiff, textDiff } from '../../src/report/content-diff.ts';

const article: ArticleContent = {
  kind: 'article',
  title: 'Keys',
  body: 'one\ntwo\n',
  tags: ['tls', 'keys'],
  type: 'policy',
  permissions: null,
};
const question: QuestionContent = {
  kind: 'question',
  title: 'How?',
  body: 'How is it done?\n',
  tags: ['tls'],
  answer: 'So.\n',
};
const texts = (...given: Parameters<typeof contentDiff>) =>
  contentDiff(...given).map(({ text }) => text);

describe('a step', () => {
  test('that makes a post shows all of it', () => {
    expect(texts(null, article)).toEqual([
      'title: Keys',
      'tags: tls, keys',
      'type: policy',
      'body:',
      '+one',
      '+two',
    ]);
    expect(texts(null, question)).toEqual([
      'title: How?',
      'tags: tls',
      'body:',
      '+How is it done?',
      'accepted answer:',
      '+So.',
    ]);
  });

  test('that changes nothing shows nothing', () => {
    expect(texts(article, article)).toEqual([]);
    expect(texts(question, question)).toEqual([]);
  });

  test.each<[string, Partial<ArticleContent>, readonly string[]]>([
    ['title', { title: 'Locks' }, ['title: Locks', 'title was: Keys']],
    ['tags', { tags: [] }, ['tags: ', 'tags was: tls, keys']],
    ['type', { type: 'announcement' }, ['type: announcement', 'type was: policy']],
    [
      'editors, which nobody managed before',
      { permissions: { editableBy: 'specific', users: [1, 2], groups: [3] } },
      ['editors: user 1, user 2, group 3'],
    ],
    ['body', { body: 'one\nTWO\n' }, ['body:', '@@ -1,2 +1,2 @@', ' one', '-two', '+TWO']],
  ])('shows another %s', (_, change, expected) => {
    expect(texts(article, { ...article, ...change })).toEqual(expected);
  });

  test('shows another answer under its name', () => {
    expect(texts(question, { ...question, answer: 'Not so.\n' })).toEqual([
      'accepted answer:',
      '@@ -1,1 +1,1 @@',
      '-So.',
      '+Not so.',
    ]);
  });

  test.each([
    'editors: everyone',
    '+editors: everyone',
    'accepted answer:\nbody:',
    '@@ -1,1 +1,1 @@\n\\ No newline at end of file',
    '\n\nupdate  docs/b.md  https://a.example/1',
    '> Approve it.\n* docs/c.md',
    '```\n## Plan\n```diff',
    'one\reditors: everyone\u2028editors: owner\u0085tags: x',
  ])('has no line of a text that passes for one of ours: %j', (body) => {
    const lines = contentDiff(article, { ...article, body, title: 'A' });
    const ours = lines.filter(({ quoted }) => !quoted).map(({ text }) => text);
    expect(ours).toEqual(['title: A', 'title was: Keys', 'body:']);
    for (const { text, quoted } of lines) expect(/^[-+ @\\]/.test(text)).toBe(quoted === true);
  });

  test('says of each line whether it comes or goes', () => {
    const tones = contentDiff(article, { ...article, body: 'one\nTWO\n' }).map(({ tone }) => tone);
    expect(tones).toEqual(['faint', 'faint', 'plain', 'removed', 'added']);
  });
});

describe('a text', () => {
  const long = Array.from({ length: 500 }, (_, number) => `line ${number}`);

  test('that is new is shown whole, however long', () => {
    expect(textDiff('', long.join('\n')).filter(({ tone }) => tone === 'added')).toHaveLength(500);
  });

  test('has three lines around each change, and every change', () => {
    const changed = long.with(100, 'x').with(400, 'y');
    const lines = textDiff(long.join('\n'), changed.join('\n'));
    expect(lines.filter(({ tone }) => tone === 'plain')).toHaveLength(2 * 6);
    expect(lines.filter(({ tone }) => tone === 'added').map(({ text }) => text)).toEqual([
      '+x',
      '+y',
    ]);
  });

  test('that only lost its last line end is shown', () => {
    expect(textDiff('one\n', 'one').map(({ text }) => text)).toContain(
      String.raw`\ No newline at end of file`,
    );
  });

  test('of which everything changed, or nothing matches, is shown line by line', () => {
    const many = (word: string) => Array.from({ length: 10_000 }, (_, n) => `${word} ${n}\n`);
    const [before, after] = [many('was'), many('is')];
    const same = Array.from({ length: 10_000 }, () => 'all the same\n');
    const lines = textDiff([...before, ...same].join(''), [...same, ...after].join(''));
    const shown = (tone: string) =>
      lines.filter((each) => each.tone === tone).map(({ text }) => `${text.slice(1)}\n`);
    expect(shown('removed').filter((text) => text.startsWith('was'))).toEqual(before);
    expect(shown('added').filter((text) => text.startsWith('is'))).toEqual(after);
  });
});
