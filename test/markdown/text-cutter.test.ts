import * as fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { describe, expect, it } from 'vitest';
import { endOf, nodesOf, startOf } from '../../src/markdown/nodes.ts';
import { parseMarkdown } from '../../src/markdown/parse-markdown.ts';
import { textCutter } from '../../src/markdown/text-cutter.ts';

/** Cuts a text into parts, at its comments `cut`. */
function parts(text: string) {
  const tree = parseMarkdown(text);
  if (tree === null) throw new Error('not parsed');
  const cut = textCutter(text, tree);
  const marks = [...text.matchAll(/^<!-- cut -->\r?\n/gm)];
  const starts = [0, ...marks.map(({ index, 0: mark }) => index + mark.length)];
  return starts.map((start, index) => cut(start, marks[index]?.index ?? text.length));
}

/** What the references in a part of a text lead to, one after the other, also through footnotes. */
function leads(tree: Root, start: number, end: number): string[] {
  const nodes = nodesOf(tree);
  const footnotes = nodes.filter((node) => node.type === 'footnoteDefinition');
  const firsts = new Map<string, Nodes>();
  for (const node of nodes.toReversed())
    if (node.type === 'definition') firsts.set(node.identifier, node);
    else if (node.type === 'footnoteDefinition') firsts.set(`^${node.identifier}`, node);
  const found: string[] = [];
  const look = (from: number, to: number, within: Nodes | undefined, seen: readonly Nodes[]) => {
    for (const node of nodes.filter((each) => startOf(each) >= from && startOf(each) < to)) {
      const holds = (each: Nodes) => startOf(each) <= startOf(node) && endOf(each) > startOf(node);
      if (footnotes.findLast(holds) !== within || !node.type.endsWith('Reference')) continue;
      const label = 'identifier' in node ? node.identifier : '';
      const target = firsts.get(node.type === 'footnoteReference' ? `^${label}` : label);
      if (target?.type === 'definition') found.push(`${node.type} ${target.url} ${target.title}`);
      else if (target) {
        found.push('footnote');
        if (!seen.includes(target)) look(startOf(target), endOf(target), target, [...seen, target]);
      }
    }
  };
  look(start, end, undefined, []);
  return found;
}

const texts = (text: string) => parts(text).map((part) => part?.text);
const gap = '<!-- cut -->\n';

describe('textCutter', () => {
  it.each<[string, string, readonly string[]]>([
    ['nothing', `a\n\n${gap}\nb\n\n`, ['a\n', 'b\n']],
    ['a full reference', `[a][b]\n\n${gap}\n[b]: /x\n`, ['[a][b]\n\n[b]: /x\n', '']],
    ['a collapsed one', `[b][]\n\n${gap}\n[b]: /x "t"\n`, ['[b][]\n\n[b]: /x "t"\n', '']],
    ['a shortcut', `[b]\n\n${gap}\n[b]: </x y>\n`, ['[b]\n\n[b]: </x y>\n', '']],
    ['an image', `![a][b]\n\n${gap}\n[b]: /x\n`, ['![a][b]\n\n[b]: /x\n', '']],
    [
      'an image in a link',
      `[![a][b]][c]\n\n${gap}\n[b]: /x\n[c]: /y\n`,
      ['[![a][b]][c]\n\n[b]: /x\n[c]: /y\n', ''],
    ],
    ['folded labels', `[ẞ  Foo]\n\n${gap}\n[SS foo]: /x\n`, ['[ẞ  Foo]\n\n[SS foo]: /x\n', '']],
    [
      'no reference in code',
      `\`[b]\`\n\n    [b]\n\n${gap}\n[b]: /x\n\nc\n`,
      ['`[b]`\n\n    [b]\n', 'c\n'],
    ],
    ['an escaped one', `\\[b]\n\n${gap}\n[b]: /x\n\nc\n`, ['\\[b]\n', 'c\n']],
    ['no definition anywhere', `[b] [^1]\n\n${gap}\nc\n`, ['[b] [^1]\n', 'c\n']],
    [
      'each its own',
      `[a]\n\n${gap}\n[b]\n\n[a]: /a\n[b]: /b\n`,
      ['[a]\n\n[a]: /a\n', '[b]\n\n[b]: /b\n'],
    ],
    ['one for two', `[a]\n\n${gap}\n[a]\n\n[a]: /a\n`, ['[a]\n\n[a]: /a\n', '[a]\n\n[a]: /a\n']],
    ['a part above', `[a]: /a\n\n${gap}\n[a]\n`, ['', '[a]\n\n[a]: /a\n']],
    [
      'one that stands within',
      `[a]\n\n[a]: /a\n\nb\n\n${gap}\n[a]\n`,
      ['[a]\n\n[a]: /a\n\nb\n', '[a]\n\n[a]: /a\n'],
    ],
    [
      'an equal one',
      `[a]\n\n[a]: /a\n\n${gap}\n[a]\n\n[a]: /a\n\nb\n`,
      ['[a]\n\n[a]: /a\n', '[a]\n\n[a]: /a\n\nb\n'],
    ],
    [
      'another one of the label',
      `[a]\n\n[a]: /a\n\n${gap}\n[a]\n\n[a]: /b\n\nb\n`,
      ['[a]\n\n[a]: /a\n', '[a]\n\nb\n\n[a]: /a\n'],
    ],
    ['one that nobody uses', `a\n\n[b]: /b\nc\n\n${gap}\nd\n`, ['a\n\nc\n', 'd\n']],
    ['one right under a heading', `### A\n[b]: /b\n\nc\n\n${gap}\nd\n`, ['### A\n\nc\n', 'd\n']],
    ['what it parts', `- a\n\n[b]: #\n\n- c\n\n${gap}\nd\n`, ['- a\n\n[b]: #\n\n- c\n', 'd\n']],
    [
      'a footnote',
      `a[^1]\n\n${gap}\n[^1]: b\n    c\n\n    d\n\ne\n`,
      ['a[^1]\n\n[^1]: b\n    c\n\n    d\n', 'e\n'],
    ],
    [
      'what a footnote refers to',
      `a[^1]\n\n${gap}\n[c]: /c\n[^2]: d [c]\n\n[^1]: b [^2]\n`,
      ['a[^1]\n\n[c]: /c\n\n[^2]: d [c]\n\n[^1]: b [^2]\n', ''],
    ],
    [
      'what only a dropped footnote refers to',
      `a\n\n${gap}\nb\n\n[^1]: c [d]\n\n[d]: /d\n`,
      ['a\n', 'b\n'],
    ],
    [
      'footnotes that refer to each other',
      `a[^1]\n\n${gap}\n[^1]: b[^2]\n\n[^2]: c[^1]\n`,
      ['a[^1]\n\n[^1]: b[^2]\n\n[^2]: c[^1]\n', ''],
    ],
    [
      'a footnote that a link has the label of',
      `[1]\n\n${gap}\n[^1]: b\n\n[1]: /x\n`,
      ['[1]\n\n[1]: /x\n', ''],
    ],
    [
      'a definition in a footnote',
      `[a]\n\n${gap}\nb[^1]\n\n[^1]: c\n\n    [a]: /a\n`,
      ['[a]\n\n[a]: /a\n', 'b[^1]\n\n[^1]: c\n\n    [a]: /a\n'],
    ],
    [
      'a definition in a quote',
      `[a]\n\n${gap}\n> b\n>\n> [a]: /a\n> "t"\n`,
      ['[a]\n\n[a]: /a\n"t"\n', '> b\n>\n> [a]: /a\n> "t"\n'],
    ],
    [
      'a footnote in a list',
      `a[^1]\n\n${gap}\n- b\n\n  [^1]: c\n\n      d\n`,
      ['a[^1]\n\n[^1]: c\n\n    d\n', '- b\n\n  [^1]: c\n\n      d\n'],
    ],
    ['CRLF', `[a]\r\n\r\n<!-- cut -->\r\n\r\n[a]: /a\r\n`, ['[a]\r\n\r\n[a]: /a\r\n', '']],
    ['no line end', `[a]: /a\n\n${gap}\n[a]`, ['', '[a]\n\n[a]: /a\n']],
    ['an open fence', `[a]: /a\n\n${gap}\n[a]\n\n\`\`\`\nb\n`, ['', '[a]\n\n[a]: /a\n\n```\nb\n']],
    ['an open comment', `[a]: /a\n\n${gap}\n[a]\n\n<!-- b\n`, ['', '[a]\n\n[a]: /a\n\n<!-- b\n']],
  ])('brings along what a part uses, and nothing else: %s', (_, text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  it('leads where the whole text led, and brings nothing along a second time', () => {
    const line = fc.constantFrom(
      '[a]',
      '[b][A]',
      '![c][b]',
      'x[^1] [c]',
      'x[^2]',
      '`[a]`',
      'p',
      '',
      '',
      '',
      '# H [a]',
      '## H',
      '[a]: /1',
      '[a]: /2',
      '[B]: /3',
      '[c]: </4> "t"',
      '> [a]: /5',
      '> [c]: /6',
      '- [b]: /7',

      '[^1]: n [b]',
      '    m [a]',
      '[^2]: n[^1]',
      '[^1]: z',
      '> r',
      '```',
      '- l',
      '1. n',
      '    c',
      '<!-- x',
      '-->',
      '| a |',
      '| - |',
    );
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 14 }),
        fc.constantFrom('\n', '\r\n'),
        (picked, eol) => {
          const text = picked.join(eol) + eol;
          const tree = parseMarkdown(text) ?? { type: 'root', children: [] };
          const cut = textCutter(text, tree);
          const marks = tree.children.filter(
            (node) => node.type === 'heading' && text.startsWith('#', startOf(node)),
          );
          const starts = [0, ...marks.map((node) => endOf(node) + eol.length)];
          for (const [index, start] of starts.entries()) {
            const mark = marks[index];
            const end = mark ? startOf(mark) : text.length;
            const part = cut(start, end)?.text ?? '';
            const own = parseMarkdown(part) ?? { type: 'root', children: [] };
            expect(leads(own, 0, part.length)).toEqual(leads(tree, start, end));
            expect(textCutter(part, own)(0, part.length)?.text).toBe(part);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('tells where the lines of a part stand', () => {
    const text = `[x]: /x\n\na\n\n[b]: /b\nc [d]\n\n${gap}\n[d]: /d\n`;
    expect(parts(text)[0]).toEqual({
      text: 'a\n\nc [d]\n\n[d]: /d\n',
      offset: 9,
      cuts: [
        { after: 2, lines: 1 },
        { after: 4, lines: 3 },
      ],
    });
  });

  it('stops where a footnote is brought along without end', () => {
    const text = `[^1]: ${'a '.repeat(100_000)}\n\n${`b[^1]\n\n${gap}\n`.repeat(100)}`;
    const all = parts(text);
    expect(all.at(0)).not.toBe(null);
    expect(all.at(-1)).toBe(null);
  });

  it.each([
    ['references', `[a]: /a\n\n${'[a] '.repeat(8000)}`],
    ['definitions', Array.from({ length: 4000 }, (_, n) => `[a${n}]: /a\n`).join('')],
    ['footnotes', Array.from({ length: 4000 }, (_, n) => `[^${n}]: a[^${n + 1}]\n\n`).join('')],
    ['parts', `[a]: /a\n\n${`[a]\n\n${gap}\n`.repeat(4000)}`],
  ])('takes bounded time for many %s', (_, text) => {
    const tree = parseMarkdown(text);
    if (tree === null) throw new Error('not parsed');
    const start = performance.now();
    const cut = textCutter(text, tree);
    for (let at = 0; at < text.length; at += 50) cut(at, at + 50);
    cut(0, text.length);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
