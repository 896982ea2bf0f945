import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { composedText, aNote } from './composed-text.ts';
import { dialectTexts, textsAndKept } from './dialect-texts.ts';

/** What has no part that any construct changes, whatever stands around it. */
const plain = fc
  .array(fc.constantFrom('word', 'Ünï', '日本', '`code`', '**bold**', '42', 'a_b'), {
    minLength: 1,
  })
  .map((words) => `${words.join(' ')}\n`);

test('composing never fails, and composing what was composed changes nothing', () => {
  fc.assert(
    fc.property(dialectTexts, fc.boolean(), (body, isNote) => {
      const change = isNote ? aNote : {};
      const once = composedText(body, change);
      // With the names of sources in its holes it is another text.
      if (once.holes.length > 0) return;
      expect(composedText(once.text, change).text).toBe(once.text);
    }),
    { numRuns: 1000 },
  );
});

test('what needs no change keeps every byte', () => {
  fc.assert(
    fc.property(fc.array(plain), (paragraphs) => {
      const body = paragraphs.join('\r\n\n');
      expect(composedText(body)).toMatchObject({ text: body, rules: [], holes: [] });
    }),
  );
});

test('what stands between constructs keeps every byte, and its order', () => {
  fc.assert(
    fc.property(textsAndKept, ({ text, kept }) => {
      const composed = composedText(text).text;
      let at = 0;
      for (const each of kept) {
        const found = composed.indexOf(each, at);
        expect({ each, isThere: found !== -1, composed }).toMatchObject({ isThere: true });
        at = found + each.length;
      }
    }),
    { numRuns: 1000 },
  );
});
