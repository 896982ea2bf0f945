import { describe } from 'vitest';
import { becomes, stays } from './becomes.ts';

const forge = 'https://forge.example';
const issue = (number: number) => `${forge}/acme/app/issues/${number}`;

describe('a reference in a note', () => {
  becomes(
    [
      [
        'Fixes #41 and acme/app#7, GH-8.',
        `Fixes [#41](${issue(41)}) and [acme/app#7](${issue(7)}), [GH-8](${issue(8)}).`,
      ],
      [
        'In 1a2b3c4 and a/b@1a2b3c4d.',
        `In [1a2b3c4](${forge}/acme/app/commit/1a2b3c4) and [a/b@1a2b3c4d](${forge}/a/b/commit/1a2b3c4d).`,
      ],
      ['_Fixes #1_, **#2**', `_Fixes [#1](${issue(1)})_, **[#2](${issue(2)})**`],
      [
        '(#1) [#2] "#3",#4;#5',
        `([#1](${issue(1)})) [[#2](${issue(2)})] "[#3](${issue(3)})",[#4](${issue(4)});[#5](${issue(5)})`,
      ],
      ['| #1 |\n| - |\n| #2 |', `| [#1](${issue(1)}) |\n| - |\n| [#2](${issue(2)}) |`],
      ['- a\r\n  - #1\r\n\r\n> é #2', `- a\r\n  - [#1](${issue(1)})\r\n\r\n> é [#2](${issue(2)})`],
    ],
    'note',
  );
  stays(
    [
      '1234567 defaced x#1 `#2` [#3](https://b.example) &#35; a-#4 #0 #012 1A2B3C4',
      'a/b/c#1 /b#2 #1-2 #1.5 #12345678901 x_#1 gh-12',
      '123e4567-e89b-12d3-a456-426614174000 0x1a2b3c4 #1a2b3c4',
      // An address is one, whatever is in it.
      'https://b.example/?q=1a2b3c4 https://b.example/;1a2b3c4&b=#12 <https://b.example/?#1>',
      'https://forge.example/acme/app/commit/1a2b3c4d5',
      '```\n#1 @ada\n```\n\n    #2\n\n<div>#3</div>',
    ],
    'note',
  );
});

describe('a name in a note', () => {
  becomes(
    [
      ['Thanks @octo-cat and @acme/team!', 'Thanks `@octo-cat` and `@acme/team`!'],
      ["(@ada), @ada's _by @ada_", "(`@ada`), `@ada`'s _by `@ada`_"],
      // Names of managed users have an underscore; some escape it.
      ['@ada_acme @ada\\_acme @bot[bot] \\@bo', '`@ada_acme` `@ada_acme` `@bot[bot]` `@bo`'],
    ],
    'note',
  );
  stays(
    [
      '`@ada` [@ada](https://b.example) a@ada @-x @acme/team/x @a.b',
      'https://b.example/?a=@ada',
      // A code span right behind another is none.
      '`x`@ada',
    ],
    'note',
  );
});

describe('in a page', () => {
  stays(['Fixes #41, 1a2b3c4, by @ada.']);
});
