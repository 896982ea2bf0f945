import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { nearTexts } from '../../src/curation/near-texts.ts';
import { aDraft } from './a-draft.ts';

function runs(text: string): Set<string> {
  return new Set(Array.from({ length: text.length - 4 }, (_, at) => text.slice(at, at + 5)));
}

it('finds the pairs that counting all their runs of characters finds', () => {
  const word = fc.constantFrom(...Array.from({ length: 40 }, (_, n) => `w${n * n * 31}`));
  const words = fc.array(word, { minLength: 60, maxLength: 120 });
  const edits = fc.array(fc.tuple(fc.nat(119), word), { maxLength: 4 });
  let near = 0;
  fc.assert(
    fc.property(words, edits, (words, edits) => {
      const edited = [...words];
      for (const [at, word] of edits) if (at < edited.length) edited[at] = word;
      const [a, b] = [words.join(' '), edited.join(' ')];
      const [left, right] = [runs(a), runs(b)];
      const shared = left.intersection(right).size;
      const similarity = shared / (left.size + right.size - shared);
      fc.pre(a !== b && Math.abs(similarity - 0.9) > 1e-9);
      const drafts = [aDraft({ key: 'a', body: a }), aDraft({ key: 'b', body: b })];
      const found = [...nearTexts(drafts)].map(([draft, earlier]) => [draft.key, earlier.key]);
      expect(found).toEqual(similarity >= 0.9 ? [['b', 'a']] : []);
      near += found.length;
    }),
    { numRuns: 300 },
  );
  expect(near).toBeGreaterThan(30);
});
