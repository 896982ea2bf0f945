import { describe } from 'vitest';
import { blob } from '../composed-text.ts';
import { becomes, stays } from './becomes.ts';

describe('<details>', () => {
  becomes([
    [
      '<details>\n<summary>Older keys</summary>\n\nThey are *gone*.\n\n</details>',
      '**Older keys**\n\nThey are *gone*.\n\n',
    ],
    [
      '<details><summary><b>Older</b> `keys`</summary>\n\nGone.\n\n</details>\n\nEnd.',
      '**Older `keys`**\n\nGone.\n\nEnd.',
    ],
    ['<details open>\n\nGone.\n\n</details>', '**Details**\n\nGone.\n\n'],
    ['<details>\n<summary>A</summary>\nB\n</details>', '**A**\n\nB\n'],
    ['<details><summary>A</summary>B</details>', '**A**\n\nB'],
    [
      '<DETAILS>\r\n<SUMMARY>é</SUMMARY>\r\n\r\nB\r\n\r\n</DETAILS>\r\nEnd\r\n',
      '**é**\r\n\r\nB\r\n\r\nEnd\r\n',
    ],
    [
      '<details>\n<summary>A</summary>\n\n<details>\n<summary>B</summary>\n\nC\n\n</details>\n\n</details>\n',
      '**A**\n\n**B**\n\nC\n\n',
    ],
    [
      '<details><summary>A</summary><details><summary>B</summary>C</details></details>',
      '**A**\n\n**B**\n\nC',
    ],
    // What stands beside it does not become one with it.
    [
      'Before\n<details>\n<summary>A</summary>\n\nB\n</details>\nafter',
      'Before\n\n**A**\n\nB\n\nafter',
    ],
    ['<div><details><summary>A</summary>B</details>C</div>', '<div>\n\n**A**\n\nB\n\nC'],
    // Indented, it is no code.
    ['<details>\n    <summary>A</summary>\n    B\n    C\n</details>', '**A**\n\nB\n    C\n'],
    ['<details><summary>A</summary>\n\nB</details>', '**A**\n\nB'],
    [
      '<details>\n<summary>A</summary>\n\n```\n</details>\n```\n\n</details>',
      '**A**\n\n```\n</details>\n```\n\n',
    ],
  ]);
});

describe('the summary of <details>', () => {
  becomes([
    [
      '<details><summary><strong>A</strong> <code>b</code> &lt;c&gt;</summary>\n\nD\n</details>',
      '**A <code>b</code> &lt;c&gt;**\n\nD\n',
    ],
    ['<details><summary>**A:** b</summary>\n\nC\n</details>', '**A: b**\n\nC\n'],
    ['<details>\n<summary>\n\n### A\n\n</summary>\n\nB\n</details>', '**A**\n\nB\n'],
    ['<details>\n\n<summary>A</summary>\n\nB\n\n</details>', '**A**\n\nB\n\n'],
    ['<details><summary></summary>\n\nB\n</details>', '**Details**\n\nB\n'],
    [
      '<details><summary><a href="x.yml">A</a> :tada:</summary>\n\nB\n</details>',
      `**<a href="${blob}/docs/x.yml">A</a> 🎉**\n\nB\n`,
    ],
    ['<details><summary><h3>A</h3><span>b</span></summary>\n\nC\n</details>', '**Ab**\n\nC\n'],
  ]);
});

describe('<details> in something', () => {
  becomes([
    ['- <details>\n  <summary>A</summary>\n\n  B\n\n  </details>\n- C', '- **A**\n\n  B\n\n- C'],
    ['- a\n\n  <details><summary>A</summary>B</details>\n\n- C', '- a\n\n  **A**\n\n  B\n\n- C'],
    [
      '1. a\n   <details>\n   <summary>A</summary>\n\n   ```sh\n   x\n   ```\n\n   </details>\n2. b',
      '1. a\n\n   **A**\n\n   ```sh\n   x\n   ```\n\n2. b',
    ],
    ['> <details>\n> <summary>A</summary>\n>\n> B\n>\n> </details>\n', '> **A**\n>\n> B\n>\n'],
    ['> <details><summary>A</summary>B</details>\n', '> **A**\n>\n> B\n'],
    ['| a |\n| - |\n| <details><summary>A</summary>B</details> |', '| a |\n| - |\n| **A**<br>B |'],
    ['a <details><summary>**A**</summary>B</details> c', 'a **A**<br>B c'],
    [
      '<details><summary>A</summary>B[^1]</details>\n\n[^1]: One.',
      '**A**\n\nB<sup>1</sup>\n\n<sup>1</sup> One.\n',
    ],
  ]);
  stays([
    '<details>\n<summary>A</summary>\n\nB\n',
    '</details>\n',
    '<summary>A</summary>\n\nB\n',
    '```\n<details>\n</details>\n```\n\n`<details></details>`',
  ]);
});
