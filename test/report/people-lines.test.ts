import { describe, expect, test } from 'vitest';
import type { PostContent } from '../../src/model/post.ts';
import { editorLines, tagLines, type TagNote } from '../../src/report/people-lines.ts';

const note = (change: Partial<TagNote>): TagNote => ({
  tag: 'tls',
  state: 'exists',
  replacedBy: [],
  sources: ['docs/a.md'],
  expertCount: null,
  experts: null,
  ...change,
});
const textsOf = (...notes: TagNote[]) =>
  tagLines(notes)
    .flat()
    .map(({ text }) => text)
    .slice(2);
const people = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ id: n + 1, name: 'A' }));

describe('of tags', () => {
  test('nothing is said where there are none', () => {
    expect(tagLines([])).toEqual([]);
  });

  test('those with nothing to tell share a line', () => {
    const unknown = note({ tag: 'c', state: 'unknown' });
    expect(textsOf(note({ tag: 'a' }), unknown, note({ tag: 'b' }))).toEqual([
      '* on the site already: a, b',
      '* not looked up: c',
    ]);
  });

  test('experts are named up to a number, people and groups', () => {
    const experts = { users: people(12), groups: [{ id: 3, name: 'ops' }] };
    const [line = ''] = textsOf(note({ expertCount: 30, experts }));
    expect(line).toMatch(/^\* tls: ask A \(1\), .*, A \(10\), 2 more, the group ops \(3\)$/);
    expect(textsOf(note({ expertCount: 30 }))).toEqual([
      '* tls: 30 of its experts, who were not looked up',
    ]);
  });

  test('a tag with no other in its place is told too', () => {
    const [line = ''] = textsOf(note({ state: 'replaced', replacedBy: ['x', 'y'] }));
    expect(line).toContain('shows x, y in its place');
    expect(textsOf(note({ state: 'replaced' }))[0]).toContain('leaves it out');
  });
});

test('of editors, those are named that a step names', () => {
  const article: PostContent = {
    kind: 'article',
    title: 'A',
    body: 'B',
    tags: [],
    type: 'policy',
    permissions: { editableBy: 'specific', users: [2], groups: [3] },
  };
  const known = { users: people(3), groups: [{ id: 3, name: 'ops' }] };
  const texts = editorLines(known, [null, article]).flat();
  expect(texts.map(({ text }) => text).slice(2)).toEqual(['* user 2: A', '* group 3: ops']);
  expect(editorLines(known, [null])).toEqual([]);
});
