import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { storedText } from '../../../sandbox/stack/stored-text.ts';
import { defaultSwitches } from '../../../sandbox/stack/switches.ts';
import { stackHarness } from '../harness.ts';
import { article } from './article.ts';

describe('stored text', () => {
  const stored = (text: string, switches: object) =>
    storedText(text, { ...defaultSwitches, ...switches });

  test.each([
    ['a \r\nb\t\n c  ', { trailingSpaces: 'stripped' }, 'a\r\nb\n c'],
    ['a\n\n', { finalNewline: 'stripped' }, 'a'],
    ['a\nb\r\nc\rd', { lineEnds: 'crlf' }, 'a\r\nb\r\nc\r\nd'],
    ['a \n', { lineEnds: 'crlf', trailingSpaces: 'stripped', finalNewline: 'stripped' }, 'a'],
  ])('%j under %j', (text, switches, expected) => {
    expect(stored(text, switches)).toBe(expected);
  });

  test('is stable: storing it again changes nothing', () => {
    const switches = { lineEnds: 'crlf', trailingSpaces: 'stripped', finalNewline: 'stripped' };
    const texts = fc
      .array(fc.constantFrom('a', ' ', '\t', '\n', '\r'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const once = stored(text, switches);
        expect(stored(once, switches)).toBe(once);
      }),
    );
  });

  test('is what the API gives back', async () => {
    const { api } = await stackHarness({
      switches: { lineEnds: 'crlf', finalNewline: 'stripped' },
    });
    const made = await api('POST', '/articles', { body: { ...article, body: 'a\nb\n' } });
    expect(made.json.bodyMarkdown).toBe('a\r\nb');
  });
});
