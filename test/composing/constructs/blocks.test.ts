import { describe, expect, test } from 'vitest';
import { composedText } from '../composed-text.ts';

function becomes(
  cases: readonly (readonly [body: string, expected: string, ...rules: string[]])[],
) {
  test.each(cases.map(([body, ...rest]) => [body, rest] as const))(
    '%j',
    (body, [text, ...rules]) => {
      const once = composedText(body);
      expect(once).toMatchObject({ text, rules });
      expect(composedText(once.text).text).toBe(text);
    },
  );
}

describe('a comment', () => {
  becomes([
    ['One.\n\n<!-- ask Bo -->\n\nTwo.', 'One.\n\nTwo.'],
    ['One <!-- todo --> two.', 'One two.'],
    ['One<!-- todo --> two.', 'One two.'],
    ['<!-- a -->\n<!-- b -->\nTwo.\r\n', 'Two.\r\n'],
    ['<!-- language: lang-js -->\n\n    code', '<!-- language: lang-js -->\n\n    code'],
    ['- a\n\n<!-- x -->\n\n- b', '- a\n\n<!-- -->\n\n- b'],
    ['- a\n\n<!-- x -->\n\n    code', '- a\n\n<!-- -->\n\n    code'],
    ['- a\n\n<!-- x -->\n\nText', '- a\n\nText'],
    ['`<!-- x -->`\n\n```\n<!-- y -->\n```', '`<!-- x -->`\n\n```\n<!-- y -->\n```'],
    ['One.\n\n<!-- never closed', 'One.\n\n'],
  ]);
});

describe('a tag', () => {
  becomes([
    ['Press <mark>now</mark> or <u class="x">never</u>.', 'Press now or never.'],
    ['H<sub>2</sub>O <kbd>Esc</kbd> <b>x</b><br>', 'H<sub>2</sub>O <kbd>Esc</kbd> <b>x</b><br>'],
    ['He said <q>no</q>.', 'He said "no".'],
    ['a<wbr>b <a name="x"></a> c', 'ab  c'],
    ['Run it for <cluster-name> again.', 'Run it for \\<cluster-name> again.', 'unknown-tag 11'],
    ['Never put a <c> tag in XML.', 'Never put a \\<c> tag in XML.', 'unknown-tag 12'],
    ['<pod>\n\nText', '&lt;pod>\n\nText', 'unknown-tag 0'],
    ['<Tabs>\n\nOne.\n\n</Tabs>', '<Tabs>\n\nOne.\n\n</Tabs>'],
    ['Call <Name> now.', 'Call \\<Name> now.', 'unknown-tag 5'],
    ['`<pod>` \\<pod> &lt;pod>', '`<pod>` \\<pod> &lt;pod>'],
    ['<a name="limits"></a>\n\n## Limits\n\nTen.', '## Limits\n\nTen.'],
    [
      '<a id="l">L</a> <a href="https://b.example" id=x>m</a>',
      'L <a href="https://b.example" id=x>m</a>',
    ],
    ['<div align="center">\n\n**Big**\n\n</div>', '<div align="center">\n\n**Big**\n\n</div>'],
    ['The <section> is open.', 'The \\<section> is open.', 'unknown-tag 4'],
    [
      'a <https://b.example> <me@b.example> 1 <2 > 3',
      'a <https://b.example> <me@b.example> 1 <2 > 3',
    ],
  ]);
});

describe('an alert', () => {
  becomes([
    ['> [!WARNING]\n> Do not restart.', '> **Warning**  \n> Do not restart.'],
    ['> [!note]  \r\n> Do not.', '> **Note**  \r\n> Do not.'],
    ['> [!TIP]\n>\n> Do not.', '> **Tip**\n>\n> Do not.'],
    ['> [!NOTE] Do not.', '> [!NOTE] Do not.'],
    ['> [!INFO]\n> Do not.', '> [!INFO]\n> Do not.'],
    ['[!NOTE]\nDo not.', '[!NOTE]\nDo not.'],
  ]);
});

describe('a task', () => {
  becomes([
    ['- [ ] rotate\n- [x] verify\n  1. [X] again', '- ☐ rotate\n- ☑ verify\n  1. ☑ again'],
    ['- [y] a\n- [ ]b\n- `[ ]` c\n\n[ ] d', '- [y] a\n- [ ]b\n- `[ ]` c\n\n[ ] d'],
  ]);
});

describe('a heading with the title', () => {
  const title = 'How keys rotate here';
  test.each([
    ['# How *keys* rotate here\n\nText', 'Text'],
    ['\n## How keys  rotate here\nText', 'Text'],
    ['How keys rotate here\n===\n\nText', 'Text'],
    ['<!-- x -->\n\n# How keys rotate here\n\nText', 'Text'],
    ['Text\n\n# How keys rotate here\n', 'Text\n\n# How keys rotate here\n'],
    ['# How keys rotate\n\nText', '# How keys rotate\n\nText'],
  ])('%j', (body, expected) => {
    expect(composedText(body, { title }).text).toBe(expected);
  });
});
