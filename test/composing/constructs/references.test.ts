import { describe, expect, test } from 'vitest';
import { gitLabPages } from '../../../src/model/forge-addresses.ts';
import { aNote, aRepository, composedText } from '../composed-text.ts';
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

test('a merge request is one on GitLab, in whatever group, and elsewhere a number behind a sign', () => {
  const server = 'https://gitlab.acme.example';
  const onGitLab = { ...aRepository, forge: gitLabPages(server, 'acme/platform/app') };
  const body = 'See !7, a/b/c!8 and #9; wow!1 !!2 !#3 ![x](!4) \\!5 !06 `!7`.';
  expect(composedText(body, aNote).text).toBe(
    body.replace('#9', `[#9](https://forge.example/acme/app/issues/9)`),
  );
  const written = composedText(body, aNote, onGitLab).text;
  expect(written).toContain(`See [!7](${server}/acme/platform/app/-/merge_requests/7), `);
  expect(written).toContain(`[a/b/c!8](${server}/a/b/c/-/merge_requests/8)`);
  expect(written).toContain(`[#9](${server}/acme/platform/app/-/issues/9)`);
  expect(written).toContain('; wow!1 !!2 !#3 ');
  expect(written).toContain('\\!5 !06 `!7`.');
  expect(composedText(written, aNote, onGitLab).text).toBe(written);
});
