import { describe } from 'vitest';
import { becomes, stays } from './becomes.ts';

describe('a text between single tildes', () => {
  becomes([
    ['~one~ and ~two words~.', '~~one~~ and ~~two words~~.'],
    ['H~2~O, ~**b**~, ~[l](https://b.example)~', 'H~~2~~O, ~~**b**~~, ~~[l](https://b.example)~~'],
    ['~a ~b~ c', '~a ~~b~~ c'],
    ['~a ~b~ c~', '~~a ~~b~~ c~~'],
    [
      '~a\r\nb~\r\n\r\n# ~c~\r\n\r\n| ~d~ |\r\n| - |\r\n',
      '~~a\r\nb~~\r\n\r\n# ~~c~~\r\n\r\n| ~~d~~ |\r\n| - |\r\n',
    ],
    ['[~a~ b](https://b.example) \u{1f600}~x~', '[~~a~~ b](https://b.example) \u{1f600}~~x~~'],
  ]);
  stays([
    '~100 and ~200, ~/a and ~/b, ~ a ~, \\~a\\~, ~a\n\nb~',
    '~~two~~ ~a~~b~ ~~~ `~x~` https://b.example/~a~',
    '~~~\n~a~\n~~~\n\n    ~b~\n\n<b title="~a~">x</b>',
    '[~a](https://b.example) b~',
  ]);
});
