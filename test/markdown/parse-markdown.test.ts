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
  ])('gives up on too many %s, at once', (_, text) => {
    const start = performance.now();
    expect(parseMarkdown(text)).toBeNull();
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it.each([
    ['asterisks', '*a_ '.repeat(20_000)],
    ['brackets', '['.repeat(20_000)],
    ['open links', '[a]('.repeat(10_000)],
    ['a long rule', '-'.repeat(10_000)],
    ['a few levels', `${'> '.repeat(20)}a`],
  ])('parses %s', (_, text) => {
    expect(parseMarkdown(text)?.children.length).toBeGreaterThan(0);
  });
});
