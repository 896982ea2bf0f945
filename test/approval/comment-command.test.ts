import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { commentCommand } from '../../src/approval/comment-command.ts';
import { digestOf } from '../../src/model/digest.ts';

const digest = digestOf({ any: 'plan' });

test.each([`/publish ${digest}`, `  /publish ${digest}\r\n`, `\n/publish ${digest}\n\n`])(
  'a comment that is the whole command: %j',
  (body) => {
    expect(commentCommand(body)).toEqual({ kind: 'publish', digest, except: [] });
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
  expect(commentCommand(body)).toEqual({ kind: 'publish', digest, except });
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
        const found = commentCommand(`${before}/publish ${digest}${after}`);
        expect(found).toEqual(around ? { kind: 'publish', digest, except: [] } : null);
      },
    ),
  );
});

test.each([
  ['/resolve docs/a.md site', { kind: 'resolve', source: 'docs/a.md', resolution: 'site' }],
  [
    '\r\n/resolve  docs/a b.md  skip \n',
    { kind: 'resolve', source: 'docs/a b.md', resolution: 'skip' },
  ],
  ['/resolve site site', { kind: 'resolve', source: 'site', resolution: 'site' }],
  [
    String.raw`/resolve "docs/\u202Ea \"b\".md" forget`,
    { kind: 'resolve', source: 'docs/\u202Ea "b".md', resolution: 'forget' },
  ],
  [
    '/adopt docs/faq.md#who-may https://acme.example/c/a/articles/7',
    { kind: 'adopt', source: 'docs/faq.md#who-may', url: 'https://acme.example/c/a/articles/7' },
  ],
])('a comment that decides: %j', (body, command) => {
  expect(commentCommand(body)).toEqual(command);
});

test.each([
  '/resolve',
  '/resolve docs/a.md',
  '/resolve site',
  '/resolve  site',
  '/resolve docs/a.md Site',
  '/resolve docs/a.md later',
  '/resolve docs/a.md site please',
  '/resolve docs/a.md\nsite',
  '/resolve docs/a.md site\nThanks!',
  '/resolve docs/a.md site\n/resolve docs/b.md site',
  '/resolve docs/a.md\u2028 site',
  '/resolve "docs/a.md site',
  '/resolve "" site',
  '/resolve 7 "site"',
  '> /resolve docs/a.md site',
  '/Resolve docs/a.md site',
  '/resolve\tdocs/a.md site',
  '/adopt docs/a.md',
  '/adopt docs/a.md 7',
  '/adopt docs/a.md javascript:alert(1)',
  '/adopt https://acme.example/c/a/articles/7',
])('a comment that decides nothing: %j', (body) => {
  expect(commentCommand(body)).toBeNull();
});
