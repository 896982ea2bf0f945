import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shownText } from '../../src/model/shown-text.ts';

/** Reads what is shown back. */
const meant = (shown: string) =>
  shown.replace(/\\u\{([0-9a-f]+)\}/g, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  );

const unseen = /[[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]--[\t\n]]/v;

describe('a text as its approver sees it', () => {
  test.each([
    ['plain: C++ a::b, 50 % of #12 [x] \\n \\u0041 C:\\users', null],
    ['two\nlines\tand a tab', null],
    ['Größe 漢字　全角 \u{1F600} ❤️ 1️⃣ 👩🏽‍💻 👨‍👩‍👧‍👦 🇩🇪 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ©️', null],
    ['می‌خواهم ക്‍ഷ ශ්‍රී ক্‌ষ', null],
    ['soft\u00ADhyphen', 'soft\\u{ad}hyphen'],
    ['zero\u200Bwidth\u2060joined\uFEFF', 'zero\\u{200b}width\\u{2060}joined\\u{feff}'],
    ['joined\u200Dlatin\u200C', 'joined\\u{200d}latin\\u{200c}'],
    ['filler\u3164\u115F\uFFA0', 'filler\\u{3164}\\u{115f}\\u{ffa0}'],
    ['selected\uFE0F\u{E0101}', 'selected\\u{fe0f}\\u{e0101}'],
    ['葛\u{E0100}城市', '葛\\u{e0100}城市'],
    ['tags\u{E0041}\u{E007F}', 'tags\\u{e0041}\\u{e007f}'],
    ['❤️\uFE0F 👩‍💻\u200D 🇩🇪\u{E0067}', '❤️\\u{fe0f} 👩‍💻\\u{200d} 🇩🇪\\u{e0067}'],
    ['م\u200C\u200Cم', 'م\\u{200c}\\u{200c}م'],
    ['م\u200Cm', 'م\\u{200c}m'],
    ['\u202Ecod\u2066\u061C', '\\u{202e}cod\\u{2066}\\u{61c}'],
    ['a\u00A0b\u2003c\u2800d', 'a\\u{a0}b\\u{2003}c\\u{2800}d'],
    ['\u001B[1m\u0000\u007F\u0085\r\n', '\\u{1b}[1m\\u{0}\\u{7f}\\u{85}\\u{d}\n'],
    ['\u2028\u2029\uD800\uE000\uFFFE', '\\u{2028}\\u{2029}\\u{d800}\\u{e000}\\u{fffe}'],
    ['the author wrote \\u{200b}', 'the author wrote \\u{5c}u{200b}'],
    ['\\\u200B', '\\\\u{200b}'],
  ])('%j', (text, shown) => {
    expect(shownText(text)).toBe(shown ?? text);
    expect(meant(shownText(text))).toBe(text);
  });

  test('tells every text from every other, and leaves nothing unseen that stands alone', () => {
    const piece = fc.oneof(
      fc.constantFrom('\\', '\\u', 'u{', '{', '}', '5c', '\\u{', '200b}', '\u200B', '\u200D', 'م'),
      fc.string({ unit: 'binary' }),
    );
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (given) => {
        expect(meant(shownText(given))).toBe(given);
      }),
      { numRuns: 3000 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 1 }), (char) => {
        expect(shownText(`x${char}x`)).not.toMatch(unseen);
      }),
      { numRuns: 3000 },
    );
  });

  test.each([
    ['one kind', '\u200B'],
    ['families without an end', '👨‍👩‍👧‍'],
    ['flags', '🏴\u{E0067}\u{E0062}'],
    ['letters and joiners', 'م\u200C'],
    ['digits and one', '1'],
    ['its own escapes', '\\u{'],
  ])('is made in linear time: %s', (_, piece) => {
    const timeOf = (count: number) => {
      const text = `${piece.repeat(count)}\u200B`;
      const started = performance.now();
      shownText(text);
      return performance.now() - started;
    };
    timeOf(1000);
    expect(timeOf(80_000)).toBeLessThan(20 * timeOf(20_000) + 200);
  });
});
