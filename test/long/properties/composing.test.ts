import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { aNote, composedText } from '../../composing/composed-text.ts';
import { dialectTexts } from '../../composing/dialect-texts.ts';

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
