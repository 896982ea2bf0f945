import { describe, expect, it } from 'vitest';
import { linkTargets } from '../../src/markdown/link-targets.ts';
import { parseMarkdown } from '../../src/markdown/parse-markdown.ts';

function targets(text: string) {
  const tree = parseMarkdown(text);
  if (tree === null) throw new Error('not parsed');
  return linkTargets(text, tree).map(({ kind, url, offset }) => `${kind} ${url} @${offset}`);
}

describe('linkTargets', () => {
  it.each([
    ['a link', 'see [a](b.md "t")', ['link b.md @4']],
    ['an image', '![a](b.png)', ['image b.png @0']],
    ['an image in a link', '[![a](b.png)](c.md)', ['link c.md @0', 'image b.png @1']],
    [
      'links in emphasis and tables',
      '**[a](b)**\n\n|x|\n|-|\n|[c](d)|',
      ['link b @2', 'link d @21'],
    ],
    ['a link in a footnote', '[^1]\n\n[^1]: see [a](b)', ['link b @16']],
    ['a used definition', '[a][x]\n\n[x]: b.md', ['link b.md @8']],
    ['a used image definition', '![a][x]\n\n[x]: b.png', ['image b.png @9']],
    ['the first of two definitions', '[x]\n\n[x]: a\n[x]: b', ['link a @5']],
    ['no unused definition', '[//]: # (a comment)\n\ntext', []],
    [
      'raw HTML',
      '<img alt="x" src=\'a.png\'> <a\n href=b.md>c</a>',
      ['image a.png @0', 'link b.md @26'],
    ],
    ['raw HTML in a quote', '> <p>\n> <A HREF="b.md">c</A>', ['link b.md @8']],
    ['no HTML comment', '<!-- <a href="b.md">[c](d)</a> -->\n\n<a name="x">', []],
    ['no code', '`[a](b)`\n\n    [a](b)\n\n```\n[a](b) <a href="c">\n```', []],
    ['addresses', '<https://a.example> https://b.example', ['link https://a.example @0']],
  ])('lists %s', (_, text, expected) => {
    expect(targets(text)).toEqual(expected);
  });
});
