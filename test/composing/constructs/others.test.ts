import { describe, expect, test } from 'vitest';
import { aNote, composedText } from '../composed-text.ts';

type Case = readonly [body: string, expected: string, ...rules: string[]];

function becomes(cases: readonly Case[], note = false) {
  const change = note ? aNote : {};
  test.each(cases.map(([body, ...rest]) => [body, rest] as const))(
    '%j',
    (body, [text, ...rules]) => {
      const once = composedText(body, change);
      expect(once).toMatchObject({ text, rules });
      // The name of a source, here, is none of a file.
      if (!text.includes('(docs/')) expect(composedText(text, change).text).toBe(text);
    },
  );
}

describe('a footnote', () => {
  becomes([
    [
      'Keys live 60 days[^1].\n\n[^1]: Since spring.',
      'Keys live 60 days<sup>1</sup>.\n\n<sup>1</sup> Since spring.\n',
    ],
    [
      'As it says[^p].\n\n[^p]: https://b.example/p\n',
      'As it says<sup>1</sup>.\n\n<sup>1</sup> https://b.example/p\n',
    ],
    [
      'A[^b] b[^a] c[^b].\n\n[^a]: One.\n[^b]: Two.\n\nEnd.\n',
      'A<sup>1</sup> b<sup>2</sup> c<sup>1</sup>.\n\nEnd.\n\n<sup>1</sup> Two.\n\n<sup>2</sup> One.\n',
    ],
    [
      'A[^a].\r\n\r\n[^a]: One,\r\n    two.\r\n\r\n    Three.\r\n',
      'A<sup>1</sup>.\r\n\r\n<sup>1</sup> One,\r\ntwo.\r\n\r\nThree.\r\n',
    ],
    [
      'A[^a].\n\n[^a]: See[^b].\n[^b]: Two.\n[^c]: Unused.\n',
      'A<sup>1</sup>.\n\n<sup>1</sup> See<sup>2</sup>.\n\n<sup>2</sup> Two.\n',
    ],
    ['A[^a] `[^b]`.\n\n[^b]: Unused.\n', 'A[^a] `[^b]`.\n\n'],
    [
      'A[^a].\n\n[^a]: See [k](keys.md).',
      'A<sup>1</sup>.\n\n<sup>1</sup> See [k](docs/keys.md).\n',
    ],
  ]);
});

describe('<details>', () => {
  becomes([
    [
      '<details>\n<summary>Older keys</summary>\n\nThey are *gone*.\n\n</details>',
      '**Older keys**\n\nThey are *gone*.\n\n',
    ],
    [
      '<details><summary><b>Older</b> `keys`</summary>\n\nGone.\n\n</details>\n\nEnd.',
      '**Older `keys`**\n\nGone.\n\n\nEnd.',
    ],
    ['<details open>\n\nGone.\n\n</details>', '**Details**\n\nGone.\n\n'],
    ['<details>\n<summary>A</summary>\nB\n</details>', '**A**\n\n\nB\n'],
    [
      '<details>\n<summary>A</summary>\n\n<details>\n<summary>B</summary>\n\nC\n\n</details>\n\n</details>\n',
      '**A**\n\n**B**\n\nC\n\n\n',
    ],
    ['<details>\n<summary>A</summary>\n\nB\n', '<details>\n<summary>A</summary>\n\nB\n'],
    ['```\n<details>\n</details>\n```', '```\n<details>\n</details>\n```'],
  ]);
});

describe('a box of another tool', () => {
  becomes([
    [
      ':::note Mind the gap\n\nDo *not* restart.\n\n:::\n\nEnd.',
      '> **Mind the gap**\n>\n> Do *not* restart.\n\nEnd.',
    ],
    [
      '!!! warning "Mind the gap"\n\n    Do *not* restart.\n\nEnd.',
      '> **Mind the gap**\n>\n> Do *not* restart.\n\nEnd.',
    ],
    ['!!! note\n    One.\n\n        code\n', '> **Note**\n>\n> One.\n>\n>     code\n'],
    ['??? tip ""\n    One.\n', '> One.\n'],
    ['::: {.callout-tip}\nx\n:::', '::: {.callout-tip}\nx\n:::'],
    [':::warning[Title]\r\nx\r\n:::\r\n', '> **Title**\r\n>\r\n> x\r\n'],
    ['::::note\n:::tip\na\n:::\nb\n::::\n', '> **Note**\n>\n> > **Tip**\n> >\n> > a\n> b\n'],
    [':::note\nx\n', ':::note\nx\n', 'admonition 0'],
    [
      '!!! note\n\n    === "A"\n\n        x\n',
      '!!! note\n\n    === "A"\n\n        x\n',
      'admonition 0',
    ],
    [':::tabs\nx\n:::', ':::tabs\nx\n:::'],
    ['```\n!!! note\n    x\n```', '```\n!!! note\n    x\n```'],
    ['!!! note\n    See [k](keys.md).\n', '> **Note**\n>\n> See [k](docs/keys.md).\n'],
  ]);
});

describe('an address that GitHub makes a link of', () => {
  becomes([
    ['See www.example.com/a for it.', 'See [www.example.com/a](https://www.example.com/a) for it.'],
    ['(www.example.com/a_(b)).', '([www.example.com/a_(b)](https://www.example.com/a_%28b%29)).'],
    ['Mail ops@example.com, or ops@a.b.example.', 'Mail <ops@example.com>, or <ops@a.b.example>.'],
    [
      '`www.example.com` [www.a.example](https://b.example) <ops@example.com> a@b x@y-.z_',
      '`www.example.com` [www.a.example](https://b.example) <ops@example.com> a@b x@y-.z_',
    ],
    ['https://www.example.com/a@b.example', 'https://www.example.com/a@b.example'],
    ['xwww.example.com www.x', 'xwww.example.com www.x'],
  ]);
});

describe('what means something on the site alone', () => {
  becomes([
    ['>! Do not restart.', '> ! Do not restart.'],
    ['> a\n>! b\n\n`>! c`', '> a\n> ! b\n\n`>! c`'],
    [
      'The form [tag:tls] is text, [meta-tag:x] too, [tag] not.',
      'The form \\[tag:tls] is text, \\[meta-tag:x] too, [tag] not.',
    ],
    ['> ```\n>! x\n> ```', '> ```\n>! x\n> ```'],
  ]);
});

describe('an emoji', () => {
  becomes([
    ['Done :tada: and :+1:.', 'Done 🎉 and 👍.'],
    [
      ':octocat: `:tada:` a::tada::b 10:30:45 :constructor:',
      ':octocat: `:tada:` a::tada::b 10:30:45 :constructor:',
    ],
  ]);
});

const forge = 'https://forge.example';

describe('in a note', () => {
  becomes(
    [
      [
        'Fixes #41 and acme/app#7, GH-8.',
        `Fixes [#41](${forge}/acme/app/issues/41) and [acme/app#7](${forge}/acme/app/issues/7), [GH-8](${forge}/acme/app/issues/8).`,
      ],
      [
        'In 1a2b3c4 and a/b@1a2b3c4d.',
        `In [1a2b3c4](${forge}/acme/app/commit/1a2b3c4) and [a/b@1a2b3c4d](${forge}/a/b/commit/1a2b3c4d).`,
      ],
      [
        '1234567 defaced x#1 `#2` [#3](https://b.example) &#35; a-#4',
        '1234567 defaced x#1 `#2` [#3](https://b.example) &#35; a-#4',
      ],
      ['Thanks @octo-cat and @acme/team!', 'Thanks `@octo-cat` and `@acme/team`!'],
      ['Line one\nline two\n\nThree', 'Line one  \nline two\n\nThree'],
      ['One\r\ntwo \r\n\r\nThree', 'One  \r\ntwo \r\n\r\nThree'],
      ['a\\\nb  \nc `d`\ne', 'a\\\nb  \nc `d`  \ne'],
      [
        '- a\n  b\n- c\n\n> d\n> e\n\n```\nf\ng\n```\n\n| h |\n| - |\n| i |',
        '- a  \n  b\n- c\n\n> d  \n> e\n\n```\nf\ng\n```\n\n| h |\n| - |\n| i |',
      ],
      ['A title\nof two lines\n===', 'A title\nof two lines\n==='],
    ],
    true,
  );
});

describe('in a page', () => {
  becomes([['Fixes #41, 1a2b3c4, by @ada.\nNext', 'Fixes #41, 1a2b3c4, by @ada.\nNext']]);
});
