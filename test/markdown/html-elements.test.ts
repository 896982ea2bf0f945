import { describe, expect, it } from 'vitest';
import { htmlOf } from '../../src/markdown/html-elements.ts';
import { parseMarkdown } from '../../src/markdown/parse-markdown.ts';

/** The parts of a text that stand in elements; what nothing closes ends in `…`. */
function elements(text: string): string[] {
  const tree = parseMarkdown(text);
  if (tree === null) throw new Error('not parsed');
  return htmlOf(text, tree).elements.map(
    ({ start, end }) => text.slice(start, end) + (end === Infinity ? '…' : ''),
  );
}

describe('htmlOf', () => {
  const whole = (text: string) => [text, [text]] as const;
  it.each<[string, readonly [string, readonly string[]]]>([
    [
      'several blocks',
      ['a\n\n<details>\n\nb\n\n</details>\n\nc', ['<details>\n\nb\n\n</details>']],
    ],
    ['one in another', whole('<div>\n<div>\n\na\n\n</div>\n\n</div>')],
    ['upper case', whole('<DETAILS>\n\na\n\n</Details>')],
    ['attributes with marks', whole('<div title="a > </div>" data=\'"\'>\n\na\n\n</div>')],
    ['inline ones', ['a <kbd>b</kbd> <i>c</i>', ['<kbd>b</kbd>', '<i>c</i>']]],
    ['an inline one over blocks', ['a <b>b\n\nc</b> d', ['<b>b\n\nc</b>']]],
    ['one of an unknown name', whole('<x-y>\n\na\n\n</x-y>')],
    ['void ones', ['a<br>b<br/>\n\n<hr>\n\n<img src="x">', []]],
    ['one that ends itself', ['<div/>\n\n<details />\n\na', []]],
    ['a placeholder', ['Delete <pod>.\n\na', []]],
    [
      'an anchor without an end',
      ['<a name="x">\n\na\n\n<a name="y">\n\nb <a href="z">c</a>', ['<a href="z">c</a>']],
    ],
    ['a paragraph without an end', ['<p align="center">\n\na\n\n<p>b</p>', ['<p>b</p>']]],
    ['a paragraph with an end', whole('<p>\n\na\n\n</p>')],
    ['items without an end', whole('<ul>\n<li>a\n<li>\n\nb\n\n</ul>')],
    ['one that nothing closes', ['a\n\n<details>\n\nb', ['<details>\n\nb…']]],
    ['one that only another one ends', whole('<details>\n<summary>a\n\nb\n\n</details>')],
    ['an end without a beginning', ['</details>\n\na\n\n</div></b>', []]],
    [
      'wrong nesting of blocks',
      ['<div>\n<details>\n\na\n\n</div>\n\n</details>\n\nb', ['<div>\n<details>\n\na\n\n</div>']],
    ],
    [
      'wrong nesting in a block',
      ['<b>\n<details>\n</b>\n\na\n\n</details>', ['<b>\n<details>\n</b>\n\na\n\n</details>']],
    ],
    ['code', ['`<div>` a\n\n```\n<details>\n```\n\n    <div>\n', []]],
    ['escapes', ['\\<div> &lt;div>', []]],
    ['comments', ['<!-- <div> -->\n\na <!-- </b> <b> --> b\n\n<!--\n<details>\n\n-->', []]],
    ['other declarations', ['<?x <div> ?>\n\n<!X <div>\n>\n\na', []]],
    ['scripts', ['<script>\n"<div>"\n</script>\n\na', []]],
    ['a list', ['- <details>\n  a\n\nb', ['<details>\n  a']]],
    ['a list within one', whole('<details>\n\n- <b>a\n- b\n\n</details>')],
    [
      'a list that ends one',
      ['<details>\n\n- a\n\n  </details>\n\nb', ['<details>\n\n- a\n\n  </details>']],
    ],
    ['a quote', ['> <div>\n> a\n\nb', ['<div>\n> a']]],
    ['a cell', ['| <div> |\n| - |\n| a |\n\nb', ['<div> |\n| - |\n| a |']]],
  ])('finds %s', (_, [text, found]) => {
    expect(elements(text)).toEqual(found);
  });

  it.each([
    ['an end without a beginning', '</details>\n\na\n\n</div></b>', ['details', 'div']],
    ['wrong nesting', '<div>\n<details>\n\na\n\n</div>\n\n</details>', ['details']],
    ['no end that a list took away', '- <details>\n  a\n\n</details>\n</details>', ['details']],
    ['no words', 'a</b> b</a>\n\n</p>', []],
  ])('finds stray tags: %s', (_, text, names) => {
    const tree = parseMarkdown(text);
    expect(tree && htmlOf(text, tree).strays.map(({ name }) => name)).toEqual(names);
  });

  it.each([
    ['opened', '<i>', ''],
    ['closed', '</i>', ''],
    ['of many names', '<i><b>', ''],
    ['and never closed', '<div>', ''],
    ['with an open quote', '<div a="', ''],
    ['with no end', '<div ', ''],
    ['wrongly nested', '<b><i></b></i>', ''],
    ['closed below others', '<b>', `${'<i>'.repeat(10_000)}${'</b>'.repeat(10_000)}`],
    ['declared', '<!a', ''],
    ['in comments', '<!--', ''],
    ['in scripts', '<script>', ''],
  ])('takes bounded time for tags %s', (_, tag, more) => {
    const text = `<div>\n${tag.repeat(110_000 / tag.length)}${more}`;
    const tree = parseMarkdown(text);
    if (tree === null) throw new Error('not parsed');
    const start = performance.now();
    htmlOf(text, tree);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
