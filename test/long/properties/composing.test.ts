import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { aNote, composedText } from '../../composing/composed-text.ts';
import { dialectTexts, textsAndKept } from '../../composing/dialect-texts.ts';

test(
  'ten thousand texts: composing what was composed changes nothing',
  { timeout: 600_000 },
  () => {
    fc.assert(
      fc.property(dialectTexts, fc.boolean(), (body, isNote) => {
        const change = isNote ? aNote : {};
        const once = composedText(body, change);
        if (once.holes.length === 0) expect(composedText(once.text, change).text).toBe(once.text);
      }),
      { numRuns: 10_000 },
    );
  },
);

test('ten thousand texts: what stands between constructs keeps every byte', () => {
  fc.assert(
    fc.property(textsAndKept, ({ text, kept }) => {
      const composed = composedText(text).text;
      let at = 0;
      for (const each of kept) {
        at = composed.indexOf(each, at);
        expect(at).not.toBe(-1);
        at += each.length;
      }
    }),
    { numRuns: 10_000 },
  );
});
