import * as fc from 'fast-check';
import { encode } from 'he';
import { describe, expect, test } from 'vitest';
import { viewField } from '../../src/planning/encoding.ts';
import { mayBeSame, untangled } from '../../src/planning/varying-encoding.ts';

const encoders = {
  five: (text: string) =>
    text.replace(
      /[&<>"']/g,
      (char) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": '#39' }[char]};`,
    ),
  latin: (text: string) => encode(text, { decimal: true }),
};

const part = fc.constantFrom('&amp;lt;', '&lt;', '<', '>', '"', "'", '&', 'ö', 'a', ' ', '&#39;');
const text = fc
  .array(fc.oneof(part, fc.constant('\n')), { maxLength: 20 })
  .map((all) => all.join(''));

describe.each(Object.entries(encoders))('a site that encodes %s as it comes', (_, once) => {
  const reads = (written: string) => [once(written), once(once(written))];

  test('shows what was written, however often it is encoded', () => {
    fc.assert(
      fc.property(text, (written) => {
        for (const read of [written, ...reads(written)])
          expect(viewField(read, written, 'varying', [])).toEqual({ state: 'same' });
        const [a = '', b = ''] = reads(written);
        expect(mayBeSame(a, b)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['Two `a < b`.\nThree.\n', 'Two `a < b`.\nThree, by Ada.\n'],
    ['A sample: `&amp;lt;`.\nMore.\n', 'A sample: `&amp;lt;`.\nMore, "and" more.\n'],
    [
      '`&lt;` is `<`, and `&amp;lt;` is `&lt;`.\nOne.\n',
      '`&lt;` is `<`, and `&amp;lt;` is `&lt;`.\n',
    ],
    ['Plain.\n', 'Plain & simple <b>.\n'],
    ['Say "no" & go', 'Say "no" & go on'],
    ['J\u00F6rg', 'J\u00F6rg & Ada'],
    ['One.\n', 'Two.\n'],
    ['', 'A &nbsp; and a < b'],
  ])('%j, which somebody made %j, is decoded to just that', (known, edited) => {
    for (const read of reads(edited))
      if (read === once(edited) || known.match(/[&<"]/))
        expect(untangled(read, known, [])).toBe(edited);
    expect(untangled(once(edited), known, [])).toBe(edited);
  });

  test('a read that is not encoded at all stays as it is', () => {
    expect(untangled('a < b', 'Else.\n', [])).toBe('a < b');
  });

  test('one of which nothing tells is in doubt', () => {
    // The site did not encode it, or somebody wrote `<` instead.
    expect(untangled('`&lt;`\nTwo.\n', '`&lt;`\n', [])).toBeNull();
    expect(untangled(once(once('a < b')), 'Else.\n', [])).toBeNull();
    expect(viewField(once(once('a < b')), 'Else.\n', 'varying', [])).toEqual({ state: 'unclear' });
  });

  test('an edited read is never decoded to something that nobody wrote', () => {
    fc.assert(
      fc.property(text, text, (known, edited) => {
        const line = 'A line with `a < b && c` that nobody touched.';
        const [before, after] = [`${line}\n${known}`, `${line}\n${edited}`];
        for (const read of reads(after)) {
          const view = viewField(read, before, 'varying', []);
          if (view.state === 'different') expect(view.text).toBe(after);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

test('two reads of different texts are told apart', () => {
  expect(mayBeSame('a &lt; b', 'a &lt; c')).toBe(false);
  expect(mayBeSame('a &lt; b', 'a < b')).toBe(true);
});
