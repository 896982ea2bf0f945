import { describe, expect, test } from 'vitest';
import type { FieldEncodings, Normalization } from '../../src/model/ledger.ts';
import type { ArticleContent, QuestionContent } from '../../src/model/post.ts';
import { comparePost, verifyText, verifyWrite } from '../../src/planning/compare.ts';
import type { SitePost } from '../../src/ports/site.ts';
import { article, raw, shown } from './fixtures.ts';

const known = article({ tags: ['tls', 'keys'] });
const once: FieldEncodings = { title: 'once', body: 'once' };
const nothing: FieldEncodings = { title: null, body: null };
const everyone = { editableBy: 'everyone', users: [], groups: [] } as const;
const specific = { editableBy: 'specific', users: [2, 1], groups: [3] } as const;

describe('a post shows what we know', () => {
  test.each<[string, Partial<ArticleContent>, Partial<SitePost>, (readonly Normalization[])?]>([
    ['byte for byte', {}, {}],
    ['with its tags in another order', {}, { tags: ['keys', 'tls'] }],
    ['with a tag that the site replaced before', {}, { tags: ['tls', 'ssl'] }, ['tag-replaced']],
    ['without its last line end, as before', {}, { body: known.body.trimEnd() }, ['final-newline']],
    ['with other editors, where we manage none', { permissions: null }, { permissions: specific }],
    [
      'with the same editors in another order',
      { permissions: specific },
      { permissions: { ...specific, users: [1, 2] } },
    ],
    ['with a type that the site does not tell', {}, { type: null }],
  ])('%s', (_, change, read, normalizations = []) => {
    const content = { ...known, ...change };
    const compared = comparePost(content, shown(content, read), raw, normalizations);
    expect(compared).toEqual({ state: 'same', filled: {} });
  });

  test('encoded once, where that is how it shows', () => {
    const content = article({ title: 'a & b', body: 'x < y\n' });
    const read = shown(content, { title: 'a &amp; b', body: 'x &lt; y\n' });
    expect(comparePost(content, read, once, [])).toEqual({ state: 'same', filled: {} });
    expect(comparePost(content, read, raw, []).state).not.toBe('same');
  });
});

describe('a post shows something else', () => {
  test.each<[string, Partial<ArticleContent>, Partial<SitePost>, readonly string[]]>([
    ['a title', {}, { title: 'Other' }, ['title']],
    ['a body', {}, { body: 'other\n' }, ['body']],
    ['a tag', {}, { tags: ['tls'] }, ['tags']],
    ['a type', {}, { type: 'policy' }, ['type']],
    ['who may edit it', { permissions: everyone }, { permissions: specific }, ['permissions']],
    ['a title and tags', {}, { title: 'Other', tags: [] }, ['title', 'tags']],
  ])('%s', (_, change, read, fields) => {
    const content = { ...known, ...change };
    expect(comparePost(content, shown(content, read), raw, [])).toMatchObject({
      state: 'different',
      fields,
    });
  });

  test('in our own spelling, with our own bytes where nothing differs', () => {
    const content = article({ title: 'Keys', body: 'one\r\ntwo\r\n' });
    const compared = comparePost(content, shown(content, { body: 'one\nTWO' }), raw, [
      'crlf',
      'final-newline',
    ]);
    expect(compared).toEqual({
      state: 'different',
      fields: ['body'],
      theirs: { ...content, body: 'one\r\nTWO\r\n' },
    });
  });

  test('or cannot be told, where the encoding of a field is in doubt', () => {
    const content = article({ body: 'x &lt; y\n' });
    const read = shown(content, { body: 'x &amp;lt; y\n' });
    expect(comparePost(content, read, raw, [])).toMatchObject({ fields: ['body'] });
  });
});

describe('a question', () => {
  const question: QuestionContent = {
    kind: 'question',
    title: 'How?',
    body: 'How is it done?',
    tags: ['tls', 'keys'],
    answer: 'So.',
  };
  const read = (answer: string | null) =>
    shown(article({ ...question, kind: 'article' }), {
      kind: 'question',
      type: null,
      answer:
        answer === null
          ? null
          : { id: 9, body: answer, owner: { id: 1, name: 'Robot' }, accepted: true },
    });

  test.each([
    ['with its answer', 'So.', { state: 'same' }],
    ['with another answer', 'Otherwise.', { state: 'different', fields: ['answer'] }],
    ['without its answer', null, { state: 'different', fields: ['answer'] }],
  ])('%s', (_, answer, expected) => {
    expect(comparePost(question, read(answer), raw, [])).toMatchObject(expected);
  });

  test('is verified with its answer, where the answer was read', () => {
    expect(verifyWrite(question, read('Otherwise.'), raw).changed).toEqual(['answer']);
    expect(verifyWrite(question, read(null), raw).changed).toEqual([]);
  });
});

describe('the answer to our own write', () => {
  const sent = article({ title: 'a & b', body: 'x < y\r\n' });

  test('teaches how the site encodes, field by field', () => {
    const read = shown(sent, { title: 'a &amp; b' });
    expect(verifyWrite(sent, read, nothing)).toEqual({
      encodings: { title: 'once', body: 'raw' },
      normalizations: [],
      changed: [],
    });
  });

  test('corrects what was learned before, and leaves what it tells nothing of', () => {
    const plain = article({ title: 'plain', body: 'x < y\n' });
    const read = shown(plain, { body: 'x &lt; y\n' });
    expect(verifyWrite(plain, read, { title: 'twice', body: 'raw' }).encodings).toEqual({
      title: 'twice',
      body: 'once',
    });
  });

  test('teaches the mildest normalization that explains it', () => {
    const lesson = verifyWrite(sent, shown(sent, { body: 'x < y', tags: ['ssl'] }), raw);
    expect(lesson.normalizations).toEqual(['final-newline', 'tag-replaced']);
  });

  test('names what was not kept as it was sent', () => {
    const managed = { ...sent, permissions: specific };
    const read = shown(managed, { body: 'Something else.', type: 'policy', permissions: everyone });
    expect(verifyWrite(managed, read, raw).changed).toEqual(['body', 'type', 'permissions']);
  });

  test('of an answer alone teaches the same, and nothing where it shows another text', () => {
    expect(verifyText('answer', 'x < y\n', 'x &lt; y', nothing)).toEqual({
      encodings: { title: null, body: 'once' },
      normalizations: ['final-newline'],
      changed: [],
    });
    const lesson = verifyText('answer', 'x', 'other', raw);
    expect(lesson).toEqual({ encodings: raw, normalizations: [], changed: ['answer'] });
  });
});
