import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/sources/nearest.ts';

describe('nearest', () => {
  it.each([
    ['tag', 'tags'],
    ['Titel', 'title'],
    ['editor', 'editors'],
    ['colour', null],
    ['x', null],
    ['a'.repeat(100_000), null],
  ])('finds for %.10s', (word, expected) => {
    expect(nearest(word, ['as', 'id', 'title', 'tags', 'type', 'editors'])).toBe(expected);
  });
});
