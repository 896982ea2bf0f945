import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineIndex } from '../../src/markdown/line-index.ts';

describe('lineIndex', () => {
  it('agrees with counting', () => {
    const text = fc.array(fc.constantFrom('a', '\n', '\r\n', '😀')).map((all) => all.join(''));
    fc.assert(
      fc.property(text, fc.nat(), (text, number) => {
        const offset = number % (text.length + 1);
        const lines = text.slice(0, offset).split('\n');
        const column = (lines.at(-1) ?? '').length + 1;
        expect(lineIndex(text)(offset)).toEqual({ line: lines.length, column });
      }),
    );
  });
});
