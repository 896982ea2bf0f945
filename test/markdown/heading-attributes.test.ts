import { describe, expect, it } from 'vitest';
import { headingsOf } from '../../src/markdown/headings.ts';
import { parseMarkdown } from '../../src/markdown/parse-markdown.ts';

function headings(text: string) {
  const tree = parseMarkdown(text);
  return tree === null ? [] : headingsOf(text, tree);
}

describe('the attributes of a heading', () => {
  it.each([
    '{#custom-id}',
    '{#a_b_c}',
    '{#überblick}',
    '{.wide}',
    '{ .wide #id }',
    '{#id .wide lang="de en" width=50%}',
    '{lang=de .wide}',
    '{: #id}',
    '{:.wide}',
    '{: lang=de}',
    '{/* #id */}',
  ])('are no part of it: %s', (attributes) => {
    for (const text of [
      `## How do I *start*? ${attributes}`,
      `## How do I *start*?${attributes} ##`,
      `How do I *start*? ${attributes}\n---\n`,
    ])
      expect(headings(text)).toMatchObject([
        { title: 'How do I start?', inline: 'How do I *start*?', attributes },
      ]);
  });

  it('leave the anchor that GitHub gives the whole heading', () => {
    expect(headings('## How? {#custom-id}')[0]?.anchor).toBe('how-custom-id');
  });

  it.each([
    'Use {braces}',
    'Use `{#x}`',
    'Use \\{#x}',
    'Use {#x} here',
    'Use {...props}',
    'Use {a=b}',
    'Use {#a b}',
    'Use {}',
    'Use {#}',
    'Use {{#x}}',
    'Use [a {#x}](b)',
  ])('are none in %s', (text) => {
    expect(headings(`## ${text}`)).toMatchObject([{ inline: text, attributes: null }]);
  });

  it.each([' ', '{', '{#a ', '{:', '{#a}', '{a="'])('take no time for many %j', (part) => {
    const start = performance.now();
    headings(`## a${part.repeat(60_000 / part.length)}`);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
