import { describe } from 'vitest';
import { becomes, stays } from './becomes.ts';

describe('a spoiler that nobody meant', () => {
  becomes([
    ['>! Do not restart.', '> ! Do not restart.'],
    ['> a\n>! b\n\n`>! c`', '> a\n> ! b\n\n`>! c`'],
    ['> >! a\n>>! b\r\n>> c', '> > ! a\n>> ! b\r\n>> c'],
    ['- >! a\n  >! b\n\n1. > - >! c', '- > ! a\n  > ! b\n\n1. > - > ! c'],
    ['a\n>!é', 'a\n> !é'],
    ['> ```\n> >! x\n> ```\n>! y', '> ```\n> >! x\n> ```\n> ! y'],
  ]);
  stays(['> ! a', 'a >! b', '```\n>! a\n```\n\n    >! b', '> a -> !b', '> b->!c']);
});

describe('a link to a tag that nobody meant', () => {
  becomes([
    [
      'The form [tag:tls] is text, [meta-tag:x] too, [tag] not.',
      'The form \\[tag:tls] is text, \\[meta-tag:x] too, [tag] not.',
    ],
    ['\\\\[tag:a] [tag:a b] [tag:]', '\\\\\\[tag:a] \\[tag:a b] \\[tag:]'],
    ['[[tag:a] b](https://b.example) ![tag:a]', '[\\[tag:a\\] b](https://b.example) !\\[tag:a]'],
    ['[b [tag:a]][r]\n\n[r]: https://b.example', '[b \\[tag:a\\]][r]\n\n[r]: https://b.example'],
    ['| [tag:é] |\r\n| - |\r\n\r\n- [tag:b]', '| \\[tag:é] |\r\n| - |\r\n\r\n- \\[tag:b]'],
  ]);
  stays([
    '`[tag:x]` \\[tag:x] [TAG:x]',
    '```\n[tag:x]\n```\n\n<!-- language: x -->\n\n    [tag:x]',
  ]);
});
