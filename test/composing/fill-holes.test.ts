import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fillHoles } from '../../src/composing/fill-holes.ts';
import { digestOf } from '../../src/model/digest.ts';
import type { Hole, PostContent } from '../../src/model/post.ts';

const article = (body: string, holes?: readonly Hole[]): PostContent => ({
  kind: 'article',
  title: 'A title',
  body,
  tags: ['tls'],
  type: 'policy',
  permissions: null,
  ...(holes && { holes }),
});

test('a content without holes is sent as it is', () => {
  const content = article('Text.');
  expect(fillHoles(content, () => 'https://site/1')).toEqual({ content, filled: {} });
  expect(fillHoles(content, () => null).content).toBe(content);
});

test('an address that comes and goes leaves the digest of the composed text as it is', () => {
  const holes: Hole[] = [{ field: 'body', at: 4, for: 'docs/b.md', else: 'https://forge/b' }];
  const content = article('[b]()', holes);
  const before = digestOf(content);
  expect(fillHoles(content, () => 'https://site/2').content).toEqual(
    article('[b](https://site/2)'),
  );
  expect(fillHoles(content, () => null).content).toEqual(article('[b](https://forge/b)'));
  expect(digestOf(content)).toBe(before);
});

test('each text of a question has its own holes', () => {
  const content: PostContent = {
    kind: 'question',
    title: 'Where?',
    body: '[q]()',
    tags: [],
    answer: '[a](), [b]()',
    holes: [
      { field: 'answer', at: 11, for: 'docs/b.md', else: 'https://forge/b' },
      { field: 'body', at: 4, for: 'docs/q.md', else: 'https://forge/q' },
      { field: 'answer', at: 4, for: 'docs/a.md', else: 'https://forge/a' },
    ],
  };
  expect(
    fillHoles(content, (target) => (target === 'docs/a.md' ? 'https://site/1' : null)),
  ).toEqual({
    content: {
      kind: 'question',
      title: 'Where?',
      body: '[q](https://forge/q)',
      tags: [],
      answer: '[a](https://site/1), [b](https://forge/b)',
    },
    filled: {
      'docs/a.md': 'https://site/1',
      'docs/b.md': null,
      'docs/q.md': null,
    },
  });
});

test('an image without an address is a bug of who sends it', () => {
  const content = article('![]()', [{ field: 'body', at: 4, for: 'image:sha256:00' }]);
  expect(() => fillHoles(content, () => null)).toThrow(TypeError);
});

test('every byte outside the holes stays, in whatever order the holes are listed', () => {
  const parts = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(parts, fc.infiniteStream(fc.nat()), (texts, order) => {
      let at = 0;
      const holes = texts.slice(1).map((_, index): Hole => {
        at += texts[index]?.length ?? 0;
        return { field: 'body', at, for: `docs/${index}.md`, else: `<${index}>` };
      });
      const shuffled = holes
        .map((hole) => ({ hole, rank: order.next().value ?? 0 }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ hole }) => hole);
      const expected = texts.reduce((all, text, index) => `${all}<${index - 1}>${text}`);
      // Two holes at one place have no order of their own.
      fc.pre(new Set(holes.map((hole) => hole.at)).size === holes.length);
      expect(fillHoles(article(texts.join(''), shuffled), () => null).content.body).toBe(expected);
    }),
  );
});
