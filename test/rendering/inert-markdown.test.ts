import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Nodes } from 'mdast';
import { inertMarkdown } from '../../src/rendering/inert-markdown.ts';
import { acts, actingText, anyMarks, nodesOf, parseAsGitHub } from '../kit/github-markdown.ts';

const treeOf = (markdown: string) => parseAsGitHub(inertMarkdown(markdown) ?? '');
const texts = (node: Nodes, type: 'inlineCode' | 'code') =>
  nodesOf(node, type).map(({ value }) => value);

describe('in a post that is shown', () => {
  test.each([
    ['@mia', '@mia'],
    ['\\@mia', '@mia'],
    ['@acme/team', '@acme/team'],
    ['mia@acme.example', 'mia@acme.example'],
    ['(#12)', '#12'],
    ['acme/app#12', 'acme/app#12'],
    ['Fixes GH-12', 'GH-12'],
    ['0123abcdef', '0123abcdef'],
    ['acme/app@0123abcdef', 'acme/app@0123abcdef'],
    ['www.acme.example', 'www.acme.example'],
    ['<b>', '<b>'],
  ])('%s is code', (text, code) => {
    const tree = treeOf(`Some words, ${text}, and more.\n`);
    expect(texts(tree, 'inlineCode')).toEqual([code]);
    expect(actingText(tree)).not.toMatch(acts);
    expect(nodesOf(tree, 'link')).toEqual([]);
  });

  test('links to the web lead there, and what else they lead to is named', () => {
    const tree = treeOf(
      '[a](https://a.example/x) https://b.example [c](https://a.example/o/r/issues/1) [d](docs/d.md) [e](https://none-yet.invalid/)\n',
    );
    const urls = nodesOf(tree, 'link').map(({ url }) => url);
    expect(urls).toEqual(['https://a.example/x', 'https://b.example']);
    expect(texts(tree, 'inlineCode')).toContain('https://a.example/o/r/issues/1');
    expect(actingText(tree)).toMatch(/\bd\b[^]*\be\b/);
  });

  test('images are named, HTML is code, and boxes are text', () => {
    const tree = treeOf(
      '- [ ] open\n- [x] done\n\n![An owl](https://evil.example/owl.png)\n\n<details>\n<p>x</p>\n</details>\n\n```mermaid\ngraph\n```\n',
    );
    expect(nodesOf(tree, 'image')).toEqual([]);
    expect(nodesOf(tree, 'html')).toEqual([]);
    expect(nodesOf(tree, 'listItem').map(({ checked }) => checked ?? null)).toEqual([null, null]);
    expect(actingText(tree)).toMatch(/An owl/);
    expect(nodesOf(tree, 'code').map(({ lang }) => lang)).not.toContain('mermaid');
  });

  test('whatever it says, nothing acts', () => {
    fc.assert(
      fc.property(anyMarks, (text) => {
        const quote = inertMarkdown(text);
        if (quote === null) return;
        const tree = parseAsGitHub(`Before.\n\n${quote}\n\nAfter.\n`);
        for (const type of ['html', 'image', 'imageReference', 'linkReference'] as const)
          expect(nodesOf(tree, type)).toEqual([]);
        expect(nodesOf(tree, 'footnoteReference')).toEqual([]);
        for (const { checked = null } of nodesOf(tree, 'listItem')) expect(checked).toBeNull();
        for (const { url } of nodesOf(tree, 'link')) expect(url).toMatch(/^https?:\/\//i);
        expect(actingText(tree)).not.toMatch(acts);
        // It ends with its quote.
        expect(
          tree.children.map(({ type }) => type).filter((each) => each !== 'blockquote'),
        ).toEqual(['paragraph', 'paragraph']);
      }),
      { numRuns: 500 },
    );
  });
});

test('what takes long to look at is left alone', () => {
  expect(inertMarkdown('word '.repeat(10_000))).toBeNull();
  expect(inertMarkdown(`${'> '.repeat(50)}x\n`)).toBeNull();
});
