import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../src/markdown/parse-markdown.ts';

describe('parseMarkdown', () => {
  it.each([
    ['quotes', '>'.repeat(50_000)],
    ['lists in one line', '- '.repeat(50_000)],
    ['numbered lists', 'a\n\n' + '1. '.repeat(50_000)],
    ['images', '![a'.repeat(30_000) + '](b)'.repeat(30_000)],
    ['headings', 'a\n===\n'.repeat(10_000)],
    ['characters', 'a '.repeat(300_000)],
    ['rows of a table', '|a|b|\n|-|-|\n' + '|a|b|\n'.repeat(80_000)],
    ['items', '- a\n'.repeat(25_000)],
    ['links in one paragraph', '[a]('.repeat(25_000)],
    ['brackets with a word', '[a]'.repeat(25_000)],
    ['footnotes', '[^a]'.repeat(25_000)],
    ['references and definitions', '[a]:b\n'.repeat(20_000) + '\n' + '[c]'.repeat(20_000)],
    ['quotes after each other', '> a\n\n'.repeat(10_000)],
    ['lists with code between', '- a\n```\nb\n```\n'.repeat(5000)],
    ['lines outside of their quote', '> a\n' + 'b\n'.repeat(40_000)],
    ['comments without an end', 'a ' + '<!-- '.repeat(20_000)],
    ['instructions without an end', 'a ' + '<?'.repeat(40_000)],
    ['runs of backticks', Array.from({ length: 900 }, (_, n) => 'a' + '`'.repeat(n)).join('')],
  ])('gives up on too many %s', (_, text) => {
    expect(parseMarkdown(text)).toBeNull();
  });

  it.each([
    ['asterisks', '*a_ '.repeat(20_000)],
    ['brackets', '['.repeat(10_000)],
    ['closing brackets', ']'.repeat(20_000)],
    ['some hundred links in one paragraph', '[a](b) c *d*\n'.repeat(800)],
    ['some hundred quotes and lists', '> a\n\nb\nc\n\n- d\n\ne\n\n'.repeat(300)],
    ['a long table', '|a|b|\n|-|-|\n' + '| `a` | [b](c), at length |\n'.repeat(1000)],
    ['a long FAQ', '## Is it *so*?\n\nIt is `a`, and [b](c) in many words.\n\n'.repeat(3000)],
    ['a long rule', '-'.repeat(10_000)],
    ['a few levels', `${'> '.repeat(20)}a`],
  ])('parses %s', (_, text) => {
    expect(parseMarkdown(text)?.children.length).toBeGreaterThan(0);
  });
});
