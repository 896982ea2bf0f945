import { describe } from 'vitest';
import { becomes } from './becomes.ts';

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
