import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { commentCommand } from '../../src/approval/comment-command.ts';
import { digestOf } from '../../src/model/digest.ts';

const digest = digestOf({ any: 'plan' });

test.each([`/publish ${digest}`, `  /publish ${digest}\r\n`, `\n/publish ${digest}\n\n`])(
  'a comment that is the whole command: %j',
  (body) => {
    expect(commentCommand(body)).toEqual({ digest, except: [] });
  },
);

test.each([
  [`/publish ${digest}\nexcept docs/a.md`, ['docs/a.md']],
  [
    `/publish ${digest}  \r\nexcept docs/a b.md \r\nexcept pull/12#x\r\n`,
    ['docs/a b.md', 'pull/12#x'],
  ],
  [`/publish ${digest}\nexcept except docs/a.md`, ['except docs/a.md']],
])('sources that are left out stand in a line each: %j', (body, except) => {
  expect(commentCommand(body)).toEqual({ digest, except });
});

test.each([
  '',
  '/publish',
  '/publish sha256:',
  digest,
  `/publish  ${digest}`,
  `/publish\t${digest}`,
  `/publish\n${digest}`,
  `/Publish ${digest}`,
  `/publish ${digest.slice(0, -1)}`,
  `/publish ${digest}0`,
  `/publish ${digest} now`,
  `> /publish ${digest}`,
  `\`/publish ${digest}\``,
  `/publish ${digest}\nThanks!`,
  `/publish ${digest}\nexcept`,
  `/publish ${digest}\nexcept `,
  `/publish ${digest}\n\nexcept docs/a.md`,
  `/publish ${digest}\n except docs/a.md`,
  `/publish ${digest}\nExcept docs/a.md`,
  `/publish ${digest} except docs/a.md`,
  `/publish ${digest}\nexcept docs/a.md\nThanks!`,
  `/publish ${digest}\n/publish ${digest}`,
])('a comment that is none: %j', (body) => {
  expect(commentCommand(body)).toBeNull();
});

test('nothing but blanks may stand around it', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'grapheme' }),
      (before, after) => {
        const around = before.trim() === '' && after.trim() === '';
        expect(commentCommand(`${before}/publish ${digest}${after}`)?.digest ?? null).toBe(
          around ? digest : null,
        );
      },
    ),
  );
});
