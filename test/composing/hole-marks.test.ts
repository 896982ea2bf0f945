import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { markHoles } from '../../src/composing/hole-marks.ts';
import type { Hole, PostContent } from '../../src/model/post.ts';

const part = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('\u{E000}', '\u{E000}0:', '\u{E000}0:0\u{E001}', '\u{E000}1:0\u{E001}', '0', ':'),
);
const target = fc.constantFrom('image:sha256:1', 'image:sha256:2', 'docs/a.md');

/** A question whose texts have holes between these parts, none of which is empty. */
const content = fc
  .record({
    body: fc.array(fc.tuple(part, target), { maxLength: 4 }),
    answer: fc.array(fc.tuple(part, target), { maxLength: 4 }),
    end: part,
  })
  .map(({ body, answer, end }): PostContent => {
    const holes: Hole[] = [];
    const textOf = (field: Hole['field'], parts: typeof body) =>
      parts.reduce((text, [more, name]) => {
        const longer = `${text}${more}x`;
        holes.push({ field, at: longer.length, for: name });
        return longer;
      }, '') + end;
    const texts = { body: textOf('body', body), answer: textOf('answer', answer) };
    const shared = { kind: 'question', title: 'Q?', tags: [], ...texts } as const;
    return { ...shared, ...(holes.length > 0 && { holes }) };
  });

test('what is marked comes back as it was, whatever stands in the texts', () => {
  fc.assert(
    fc.property(fc.array(content, { minLength: 1, maxLength: 3 }), (contents) => {
      const marked = markHoles(...contents);
      for (const [index, each] of marked.contents.entries()) {
        expect(each.holes).toBe(undefined);
        expect(marked.unmark(each)).toEqual(contents[index]);
      }
    }),
  );
});

test('people read the names of what is there', () => {
  const holes: Hole[] = [{ field: 'body', at: 1, for: 'image:sha256:1' }];
  const question: PostContent = {
    kind: 'question',
    title: 'Q?',
    body: '()',
    answer: '\u{E000}0:0\u{E001}',
    tags: [],
    holes,
  };
  const marked = markHoles(question);
  const [{ body, answer } = question] = marked.contents;
  expect([body, answer].map(marked.named)).toEqual(['(image:sha256:1)', '\u{E000}0:0\u{E001}']);
});
