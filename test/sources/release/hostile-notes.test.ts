import * as fc from 'fast-check';
import type { Nodes } from 'mdast';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, test } from 'vitest';
import { nodesOf } from '../../../src/markdown/nodes.ts';
import { parseMarkdown } from '../../../src/markdown/parse-markdown.ts';
import { renderAsStack } from '../../../src/rendering/render-as-stack.ts';
import { writeBody } from '../../../src/sources/release/write-body.ts';
import { composedText } from '../../composing/composed-text.ts';
import { note, url } from './a-note.ts';

const lines = `
word|word two|word [a][1] and [b]|[1]: https://a.example/1|[b]: <b c> "t"|[1]: /x?a=1&amp;b (t)|![p][b]|[b][]
> [b]: q|- item|- item [b]|  - nested|* star|1. one|2) two|+|1)|--|=|- - -|* * *|---|***|[ ] box|- [x] done
\`\`\`|~~~~ js|\`\`\`\`|> \`\`\`|    code|\tcode|\t\tcode|-\ttab|  \t- x|   three|line  |\u00a0|
# Heading|## Head *em* \`c_d\` **st**|### |===|> quote|> # head|> - list|- # head|!!! note|:::tip|:::
<details>|</details>|<div>|</div>|<!-- open|-->|<!-- done -->|<script>|<pre>|<b>|x <b>y|</b>|x <code>y|<ul>|</ul>|<li>
x </li> y|<a href="https://h.example">|<p>|<?php|<![CDATA[|<T|<div title="x|"q|&amp; <T> $x$|\`code|\`\` \` \`\`|**bold|*it*
a or b|mark[^1]|wow![^1]|[^1]: A footnote.|    more|a\\|\uFEFFmark|a\rb|[foo]:|[a](|[a](<|![|https://a.example|#12|@ada
`
  .replaceAll('\\`', '`')
  .split(/[\n|]/);
const text = fc
  .array(fc.constantFrom(...lines, '| a | b |\n| - | - |\n| c | d |', '> [!TIP]\n> alert'), {
    minLength: 1,
    maxLength: 6,
  })
  .map((some) => some.join('\n'))
  .filter((some) => some.trim() !== '');
const title = fc.option(
  fc.constantFrom(
    'Title',
    '*a* `b` <c>',
    '- x',
    '# y',
    '1. z',
    '[b]',
    'a|b',
    '~~x~~',
    'a\\',
    '---',
  ),
);

/** What is read of a note, beside the marks of headings and alerts. */
function wordsOf(node: Nodes): string {
  const all = nodesOf(node).map((each) =>
    each.type === 'text' || each.type === 'inlineCode' || each.type === 'code' ? each.value : '',
  );
  return all
    .join('')
    .replaceAll(/\[\^n\d+-/g, '[^')
    .replaceAll('[!TIP]', 'Tip')
    .replaceAll(/\*\*|[\s\u2060\uFEFF]/g, '');
}

/** Where links and pictures lead, by whatever way. */
function targetsOf(node: Nodes): readonly string[] {
  const nodes = nodesOf(node);
  const defined = new Map(
    nodes
      .toReversed()
      .flatMap((each) => (each.type === 'definition' ? [[each.identifier, each]] : [])),
  );
  return nodes
    .flatMap((each) => {
      const isReference = each.type === 'linkReference' || each.type === 'imageReference';
      const target = isReference ? defined.get(each.identifier) : each;
      if (!target || !('url' in target) || each.type === 'definition') return [];
      const kind = each.type.replace('Reference', '');
      return [`${kind} ${decodeURIComponent(target.url)} ${target.title ?? ''}`];
    })
    .toSorted();
}

const codeOf = (node: Nodes) =>
  nodesOf(node).flatMap((each) => (each.type === 'code' ? [each.value.trimEnd()] : []));

test('each note says in its item what it says alone, with its link, whatever it holds', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(text, title), { minLength: 1, maxLength: 4 }), (some) => {
      const notes = some.map(([each, own], n) => note(n + 701, each, { title: own }));
      const [first, second] = [notes.slice(0, 2), notes.slice(2)];
      const body = writeBody([
        { title: 'First', notes: first },
        ...(second.length > 0 ? [{ title: 'Second', notes: second }] : []),
      ]);
      const tree = parseMarkdown(body);
      if (tree === null) throw new Error('it cannot be parsed');
      expect(tree.children.map(({ type }) => type)).toEqual(
        ['heading', 'list', 'heading', 'list'].slice(0, second.length > 0 ? 4 : 2),
      );
      const items = tree.children.flatMap((node) => (node.type === 'list' ? node.children : []));
      expect(items.length).toBe(notes.length);
      for (const [n, { number, text, title }] of notes.entries()) {
        const item = items[n];
        const written = text.replace(/[ \t\r\n]+$/, '').replaceAll(/\r\n?/g, '\n');
        const alone = parseMarkdown(written.replace(/^\uFEFF/, ''));
        if (!item || !alone) throw new Error('it cannot be parsed');
        const targets = targetsOf(item);
        expect(targets.filter((to) => to.includes(url(number)))).toHaveLength(1);
        expect(targets.filter((to) => !to.includes(url(number)))).toEqual(targetsOf(alone));
        expect(codeOf(item)).toEqual(codeOf(alone));
        const words = wordsOf(item)
          .replace(new RegExp(`[(]#${number}[)]|#${number}:`), '')
          .replace((title ?? '').replaceAll(' ', ''), '');
        // Where a footnote's text stands is no matter.
        const inOrder = (all: string) =>
          text.includes('[^') ? all.split('').sort().join('') : all;
        expect(inOrder(words)).toBe(inOrder(wordsOf(alone)));
      }
    }),
    { numRuns: 1500 },
  );
});

describe('on the site, the next notes are as they would be alone beside', () => {
  const pieces = [
    '<b>One',
    'One <b>two',
    'One <code>two',
    '<strong>\n\nOne\n\n</strong>',
    'One <a href="https://a.example">two\n\nThree',
    '<ul>\n<li>One',
    'One <ul>two',
    'One</li></ul></li></ul> two',
    '</ul>\nOne',
    '<ul><li>One</li></ul></li></ul>',
    '<pre>\n<ul>\nOne',
    '<blockquote>\n<b>\nOne',
    '<table><tr><td>One',
    '<div title="One',
    "<p title='One",
    '<p',
    '<!-- One',
    'One <!-- two',
    '<details>\n<summary>One</summary>\n\nTwo',
    'One\n\n</details>',
    '<script>\nlet one = "<b>',
    '<style>\n<i>',
    '<textarea>\n<i>',
    '<?php "<b>',
    '<![CDATA[\n<ul>',
    '<!DOCTYPE\n<ul>',
    '```\n<ul>',
    '> ```\n> <b>',
    '- ~~~\n  <ul>',
    ':::note\nOne',
    '!!! note\n    One',
    'One [two](<b>)',
    'One [two]\n\n[two]: <b c>',
    '**One _two `three',
    '<!-- One -->\n\nTwo',
    '[^1]: One\n\nTwo[^1]',
  ];
  const both = '</details>\n\n</b> --> ``` ::: Last [two] [^1] words.';
  test.each(pieces.flatMap((piece) => [piece, `Zero.\n\n${piece}`, `${piece}\n\nFour.`]))(
    '%j',
    (piece) => {
      const pageOf = (texts: readonly string[]) => {
        const notes = texts.map((each, n) => note(n + 1, each));
        const sections = [
          { title: 'A', notes },
          { title: 'B', notes: [note(9, 'End.')] },
        ];
        const provenance = { kind: 'release', tag: 'v1' } as const;
        const composed = composedText(writeBody(sections), { provenance }).text;
        return elementsIn(parseFragment(renderAsStack(composed)));
      };
      const page = pageOf([piece, '- One\n\n  two', both]);
      const [, list, , last, ...rest] = page;
      expect(page.slice(0, 4).map(({ tagName }) => tagName)).toEqual(['h2', 'ul', 'h2', 'ul']);
      // Footnotes come last.
      expect(rest.every(({ tagName }) => tagName === 'p')).toBe(true);
      const items = list ? elementsIn(list) : [];
      expect(items.map(({ tagName }) => tagName)).toEqual(['li', 'li', 'li']);
      const [, calm] = pageOf(['x\n\ny', '- One\n\n  two', both]);
      const expected = calm ? elementsIn(calm).slice(1) : [];
      expect(items.slice(1).map(shown)).toEqual(expected.map(shown));
      expect(last && shown(last)).toBe('ul(li("End. (",a("#9"),")"))');
      expect(items[0] && shown(items[0])).toContain('"#1"');
    },
  );
});

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

function elementsIn(node: DefaultTreeAdapterTypes.ParentNode): readonly Element[] {
  return node.childNodes.filter((each): each is Element => 'tagName' in each);
}

/** Elements and words, without the blank lines between them. */
function shown(node: Node): string {
  if ('value' in node) return JSON.stringify(node.value);
  if (!('tagName' in node)) return '';
  const children = node.childNodes.filter((each) => !('value' in each) || each.value.trim() !== '');
  return `${node.tagName}(${children.map(shown).join()})`;
}
