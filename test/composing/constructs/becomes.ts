import { expect, test } from 'vitest';
import { aNote, composedText } from '../composed-text.ts';

/** A text, what becomes of it, and the rules that tell of it, each with where. */
type Case = readonly [body: string, expected: string, ...rules: string[]];

/** Tests that each text becomes what is expected, in a page or a note, and that this stays as it is. */
export function becomes(cases: readonly Case[], where: 'page' | 'note' = 'page'): void {
  const change = where === 'note' ? aNote : {};
  test.each(cases.map(([body, ...rest]) => [body, rest] as const))(
    '%j',
    (body, [text, ...rules]) => {
      expect(composedText(body, change)).toMatchObject({ text, rules });
      // The name of a source, here, is none of a file.
      if (!text.includes('(docs/')) expect(composedText(text, change).text).toBe(text);
    },
  );
}

/** Tests that texts stay as they are, without a word. */
export function stays(texts: readonly string[], where: 'page' | 'note' = 'page'): void {
  becomes(
    texts.map((text) => [text, text]),
    where,
  );
}
