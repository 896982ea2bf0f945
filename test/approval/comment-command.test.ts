import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { commentCommand } from '../../src/approval/comment-command.ts';
import { digestOf } from '../../src/model/digest.ts';

const digest = digestOf({ any: 'plan' });

test.each([`/publish ${digest}`, `  /publish ${digest}\r\n`, `\n/publish ${digest}\n\n`])(
  'a comment that is the whole command: %j',
  (body) => {
    expect(commentCommand(body)).toBe(digest);
  },
);

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
        expect(commentCommand(`${before}/publish ${digest}${after}`)).toBe(around ? digest : null);
      },
    ),
  );
});
