import { describe, expect, test } from 'vitest';
import { composedText } from '../composed-text.ts';
import { becomes, stays } from './becomes.ts';

describe('a box of MkDocs', () => {
  becomes([
    [
      '!!! warning "Mind the gap"\n\n    Do *not* restart.\n\nEnd.',
      '> **Mind the gap**\n>\n> Do *not* restart.\n\nEnd.',
    ],
    ['!!! note\n    One.\n\n        code\n', '> **Note**\n>\n> One.\n>\n>     code\n'],
    ['??? tip ""\n    One.\n', '> One.\n'],
    ['!!! note\n    See [k](keys.md).\n', '> **Note**\n>\n> See [k](docs/keys.md).\n'],
    ['???+ note annotate inline end "A \\"b\\" *c*"\r\n\tx\r\n', '> **A "b" *c***\r\n>\r\n> x\r\n'],
    // What stands there without quotes is text on GitHub, so it stays.
    ['!!!warning Do not restart\n    x\n', '> **Do not restart**\n>\n> x\n'],
    ['!!! note\n    x\nText', '> **Note**\n>\n> x\n\nText'],
    [
      '!!! note\n    - a\n\n    ```\n    === "b"\n    ```\n\n\n    é 日本\n\n\n## End',
      '> **Note**\n>\n> - a\n>\n> ```\n> === "b"\n> ```\n>\n>\n> é 日本\n\n\n## End',
    ],
    [
      '??? note "A"\n    ??? tip "B"\n        x\n\n    y\n',
      '> **A**\n>\n> > **B**\n> >\n> > x\n>\n> y\n',
    ],
    [
      '1. a\n\n    !!! note\n        x\n\n        y\n\n2. b',
      '1. a\n\n    > **Note**\n    >\n    > x\n    >\n    > y\n\n2. b',
    ],
    ['- !!! note\n      x\n- b', '- > **Note**\n  >\n  > x\n- b'],
    ['> a\n>\n> !!! note\n>     x\n> b', '> a\n>\n> > **Note**\n> >\n> > x\n>\n> b'],
    [
      '!!! note\n    See[^1].\n\n[^1]: One.\n',
      '> **Note**\n>\n> See<sup>1</sup>.\n\n<sup>1</sup> One.\n',
    ],
  ]);
  stays([
    '!!! read carefully\n\nText',
    '!!! attention',
    'Stop!!! note\n    x',
    '```\n!!! note\n    x\n```',
    '    !!! note\n        x\n',
    '<div>\n!!! note\n    x\n</div>',
  ]);
});

describe('a box of Docusaurus, VitePress or Pandoc', () => {
  becomes([
    [
      ':::note Mind the gap\n\nDo *not* restart.\n\n:::\n\nEnd.',
      '> **Mind the gap**\n>\n> Do *not* restart.\n\nEnd.',
    ],
    [
      ':::warning[A *b*]{.x}\r\nx  \r\n\r\n:::\r\nEnd\r\n',
      '> **A *b***\r\n>\r\n> x  \r\n\r\nEnd\r\n',
    ],
    ['::: {.note title="A b"}\nx\n:::', '> **A b**\n>\n> x'],
    [':::tip{title="A b" .x}\nx\n:::', '> **A b**\n>\n> x'],
    ['::: {.callout-important}\nx\n:::', '> **Important**\n>\n> x'],
    ['::: details A\nx\n:::', '> **A**\n>\n> x'],
    [':::NOTE\nx\n:::', '> **Note**\n>\n> x'],
    ['::::note\n:::tip\na\n:::\nb\n::::\n', '> **Note**\n>\n> > **Tip**\n> >\n> > a\n>\n> b\n'],
    [':::note\n:::tip\na\n:::\n\nb\n:::\n', '> **Note**\n>\n> > **Tip**\n> >\n> > a\n>\n> b\n'],
    [
      ':::note\n```\n:::\n{{ x }}\n```\n:::\n\nEnd',
      '> **Note**\n>\n> ```\n> :::\n> {{ x }}\n> ```\n\nEnd',
    ],
    [':::note\n<div>\nx\n</div>\n:::\n', '> **Note**\n>\n> <div>\n> x\n> </div>\n'],
    ['> q\n:::note\nx\n:::\n:::tip\ny\n:::\n', '> q\n\n> **Note**\n>\n> x\n\n> **Tip**\n>\n> y\n'],
    ['- a\n\n  :::note\n  x\n  :::\n\n- b', '- a\n\n  > **Note**\n  >\n  > x\n\n- b'],
    ['> :::note\n> x\n> :::', '> > **Note**\n> >\n> > x'],
    [':::warning\n:::', '> **Warning**'],
  ]);
  stays([':::tabs\nx\n:::', ':::', '```\n:::note\nx\n:::\n```', 'a :::note\nx\n:::']);
});

describe('a box that cannot be a quote', () => {
  becomes([
    [':::note\nx\n', ':::note\nx\n', 'admonition 0'],
    ['a\n\n- :::note\n  x\n\n:::', 'a\n\n- :::note\n  x\n\n:::', 'admonition 5'],
    [
      '!!! note\n\n    === "A"\n\n        x\n',
      '!!! note\n\n    === "A"\n\n        x\n',
      'admonition 0',
    ],
    [':::note\n{{< x >}}\n:::', ':::note\n{{< x >}}\n:::', 'admonition 0'],
    [
      '::::note\n:::code-group\nx\n:::\n::::',
      '::::note\n:::code-group\nx\n:::\n::::',
      'admonition 0',
    ],
  ]);

  test('keeps its components, and stays as it is', () => {
    const { text, rules } = composedText(':::note\n<Tabs>\nx\n</Tabs>\n:::');
    expect(text).toBe(':::note\n\\<Tabs>\nx\n\\</Tabs>\n:::');
    expect(rules).toEqual(['admonition 0', 'unknown-tag 8']);
    expect(composedText(text).text).toBe(text);
  });

  test('more boxes in each other than anybody writes stay', () => {
    const deep = `${':::note\n'.repeat(20)}x\n${':::\n'.repeat(20)}`;
    expect(composedText(deep)).toMatchObject({ text: deep, rules: ['admonition 0'] });
  });
});
