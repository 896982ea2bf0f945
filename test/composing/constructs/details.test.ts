import { describe } from 'vitest';
import { becomes } from './becomes.ts';

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
