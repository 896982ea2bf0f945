import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeContents } from '../../src/planning/merge.ts';
import { article } from './fixtures.ts';

const base = article({ tags: ['a', 'b'] });

describe('tags', () => {
  test.each([
    ['ours added', ['a', 'b', 'c'], ['a', 'b'], ['a', 'b', 'c']],
    ['theirs added', ['a', 'b'], ['a', 'b', 'd'], ['a', 'b', 'd']],
    ['both added', ['a', 'b', 'c'], ['a', 'b', 'd'], ['a', 'b', 'c', 'd']],
    ['theirs removed', ['a', 'b', 'c'], ['a'], ['a', 'c']],
    ['ours removed', ['a'], ['a', 'b', 'd'], ['a', 'd']],
  ])('%s', (_name, ours, theirs, expected) => {
    const merge = mergeContents(base, article({ tags: ours }), article({ tags: theirs }));
    expect(merge).toMatchObject({ clean: true, content: { tags: expected } });
  });

  test('more than the site takes are a conflict', () => {
    const merge = mergeContents(
      base,
      article({ tags: ['a', 'b', 'c', 'd'] }),
      article({ tags: ['a', 'b', 'e'] }),
    );
    expect(merge).toMatchObject({ clean: false, conflicts: [{ field: 'tags' }] });
  });
});

test.each(['title', 'type'] as const)('a %s changed on both sides is a conflict', (field) => {
  const values = { title: ['ours', 'theirs'], type: ['policy', 'announcement'] } as const;
  const [ours, theirs] = values[field];
  const merge = mergeContents(base, article({ [field]: ours }), article({ [field]: theirs }));
  expect(merge).toMatchObject({ clean: false });
});

test('line ends of either kind come through', () => {
  const crlf = (text: string) => text.replaceAll('\n', '\r\n');
  const merge = mergeContents(
    article({ body: crlf('a\nb\nc\nd\ne\n') }),
    article({ body: crlf('A\nb\nc\nd\ne\n') }),
    article({ body: crlf('a\nb\nc\nd\nE\n') }),
  );
  expect(merge).toMatchObject({ content: { body: crlf('A\nb\nc\nd\nE\n') } });
});

const text = fc
  .array(fc.constantFrom('a\n', 'b\n', 'c\n', 'd\r\n', 'e'))
  .map((parts) => parts.join(''));

test('a side that changed nothing takes the other whole', () => {
  fc.assert(
    fc.property(text, text, (known, changed) => {
      const before = article({ body: known });
      const after = article({ body: changed });
      expect(mergeContents(before, after, before)).toEqual({
        clean: true,
        content: { ...after, tags: ['tls'] },
      });
      expect(mergeContents(before, before, after)).toEqual({
        clean: true,
        content: { ...after, tags: ['tls'] },
      });
      expect(mergeContents(before, after, after)).toEqual({
        clean: true,
        content: { ...after, tags: ['tls'] },
      });
    }),
  );
});

test('thousands of equal lines, changed at both ends, are merged', () => {
  const equal = 'a\n'.repeat(3000);
  const merge = mergeContents(
    article({ body: equal }),
    article({ body: `${equal}b\n` }),
    article({ body: `c\n${equal}` }),
  );
  expect(merge).toMatchObject({ clean: true, content: { body: `c\n${equal}b\n` } });
});

test('what has too many changes to be merged line by line is a conflict that says so', () => {
  const every = (third: string) =>
    Array.from({ length: 3000 }, (_, n) => `${n % 3 === 0 ? third : 'the same'} ${n}\n`).join('');
  const merge = mergeContents(
    article({ body: every('was') }),
    article({ body: every('is') }),
    article({ body: every('was').replace('the same 1000\n', 'theirs\n') }),
  );
  expect(merge).toMatchObject({
    clean: false,
    conflicts: [{ field: 'body' }],
    message: expect.stringContaining('too many lines') as string,
  });
});
