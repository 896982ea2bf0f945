import { describe } from 'vitest';
import { becomes, stays } from './becomes.ts';

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
      'A[^b] b[^a] c[^B].\n\n[^a]: One.\n[^b]: Two.\n\nEnd.\n',
      'A<sup>1</sup> b<sup>2</sup> c<sup>1</sup>.\n\nEnd.\n\n<sup>1</sup> Two.\n\n<sup>2</sup> One.\n',
    ],
    [
      'A[^a].\n\n[^a]: See[^b].\n[^b]: Two.\n[^c]: Unused.\n',
      'A<sup>1</sup>.\n\n<sup>1</sup> See<sup>2</sup>.\n\n<sup>2</sup> Two.\n',
    ],
    [
      'A[^a].\n\n[^a]: See[^c].\n\nB[^b].\n\n[^b]: Two.\n[^c]: Three.',
      'A<sup>1</sup>.\n\nB<sup>3</sup>.\n\n<sup>1</sup> See<sup>2</sup>.\n\n<sup>2</sup> Three.\n\n<sup>3</sup> Two.\n',
    ],
    ['A[^a] `[^b]` \\[^b].\n\n[^b]: Unused.\n', 'A[^a] `[^b]` \\[^b].\n\n'],
    [
      'A[^a].\n\n[^a]: See [k](keys.md).',
      'A<sup>1</sup>.\n\n<sup>1</sup> See [k](docs/keys.md).\n',
    ],
    [
      'Great![^a] \\![^a]\n\n[^a]: One.',
      'Great!<sup>1</sup> \\!<sup>1</sup>\n\n<sup>1</sup> One.\n',
    ],
    ['- [^a]: One.\n\n  A[^a].\n- B', '- A<sup>1</sup>.\n- B\n\n<sup>1</sup> One.\n'],
    ['A[^a]\n\n[^a]: One.\n[^a]: Two.', 'A<sup>1</sup>\n\n<sup>1</sup> One.\n'],
    [
      '# A[^a]\n\n| B[^b] |\n| - |\n| C[^a] |\n\n> - [D[^b]](https://b.example)\n\n[^a]: É.\n[^b]: 日本.\n',
      '# A<sup>1</sup>\n\n| B<sup>2</sup> |\n| - |\n| C<sup>1</sup> |\n\n> - [D<sup>2</sup>](https://b.example)\n\n<sup>1</sup> É.\n\n<sup>2</sup> 日本.\n',
    ],
  ]);
  stays(['A[^a].', '`[^a]`\n\n```\n[^a]: One.\n```']);
});

describe('a note of several blocks', () => {
  becomes([
    [
      'A[^a].\r\n\r\n[^a]: One,\r\n    two.\r\n\r\n    Three.\r\n',
      'A<sup>1</sup>.\r\n\r\n<sup>1</sup> One,\r\ntwo.\r\n\r\nThree.\r\n',
    ],
    [
      'A[^a].\n\n[^a]: One.\n\n    | a |\n    | - |\n\n        code\n',
      'A<sup>1</sup>.\n\n<sup>1</sup> One.\n\n| a |\n| - |\n\n    code\n',
    ],
    ['A[^a].\n\n[^a]: - i\n    - j\n', 'A<sup>1</sup>.\n\n<sup>1</sup>\n\n- i\n- j\n'],
    [
      'A[^a].\n\n[^a]:\n    ```js\n    x\n      y\n    ```\n[^b]: B',
      'A<sup>1</sup>.\n\n<sup>1</sup>\n\n```js\nx\n  y\n```\n',
    ],
    [
      'A[^a] b[^b].\n\n[^a]: One.\n\n    ```js\n    x\n\n[^b]: Two.',
      'A<sup>1</sup> b<sup>2</sup>.\n\n<sup>1</sup> One.\n\n```js\nx\n```\n\n<sup>2</sup> Two.\n',
    ],
    [
      'A[^a].\n\n[^a]:\n\n        code\n\nEnd',
      'A<sup>1</sup>.\n\nEnd\n\n<sup>1</sup>\n\n    code\n',
    ],
    [
      'A[^a].\n\n[^a]: > q[^b]\n    > r\n\n[^b]: B',
      'A<sup>1</sup>.\n\n<sup>1</sup>\n\n> q<sup>2</sup>\n> r\n\n<sup>2</sup> B\n',
    ],
    ['A[^a].\n\n[^a]:\n', 'A<sup>1</sup>.\n\n<sup>1</sup>\n'],
  ]);
});

describe('where notes stood', () => {
  becomes([
    ['A[^a].\n[^a]: One.\n\nEnd', 'A<sup>1</sup>.\n\nEnd\n\n<sup>1</sup> One.\n'],
    ['A[^a].\n[^a]: One.\n# End', 'A<sup>1</sup>.\n\n# End\n\n<sup>1</sup> One.\n'],
    ['- a[^a]\n\n[^a]: One.\n\n- b', '- a<sup>1</sup>\n\n<!-- -->\n\n- b\n\n<sup>1</sup> One.\n'],
    [
      '- a[^a]\n\n  [^a]: One,\n      two.\n\n- b',
      '- a<sup>1</sup>\n\n\n- b\n\n<sup>1</sup> One,\ntwo.\n',
    ],
    [
      '> a[^a]\n> \n> [^a]: One,\n>     two.\n> \n> b',
      '> a<sup>1</sup>\n> \n> b\n\n<sup>1</sup> One,\ntwo.\n',
    ],
    ['> a[^a]\n> [^a]: One.\n> # b', '> a<sup>1</sup>\n>\n> # b\n\n<sup>1</sup> One.\n'],
    ['- [^a]: One.\n- a[^a]', '- \n- a<sup>1</sup>\n\n<sup>1</sup> One.\n'],
    // What nothing closes would take the notes in.
    ['A[^a].\n\n[^a]: One.\n\n```\nlast', 'A<sup>1</sup>.\n\n<sup>1</sup> One.\n\n```\nlast'],
    ['A[^a].\n\n[^a]: One.\n\n<pre>\nlast', 'A<sup>1</sup>.\n\n<sup>1</sup> One.\n\n<pre>\nlast'],
    ['A[^a].\n\n[^a]: One.\n\n<!-- last', 'A<sup>1</sup>.\n\n<sup>1</sup> One.\n\n'],
  ]);
});
