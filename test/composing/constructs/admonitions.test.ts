import { describe } from 'vitest';
import { becomes } from './becomes.ts';

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
