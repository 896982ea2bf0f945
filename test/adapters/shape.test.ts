import { describe, expect, test } from 'vitest';
import {
  flag,
  list,
  map,
  matching,
  Misfit,
  nullable,
  object,
  oneOf,
  text,
  whole,
  type Shape,
} from '../../src/adapters/shape.ts';

interface Pet {
  readonly name: string;
  readonly age: number;
  readonly tags?: readonly string[];
}

const pet: Shape<Pet> = object<Pet>({ name: text, age: whole(0), tags: list(text) }, ['tags']);

function misfitOf(work: () => unknown): Misfit {
  try {
    work();
  } catch (error) {
    if (error instanceof Misfit) return error;
    throw error;
  }
  throw new Error('expected a misfit');
}

describe('what does not fit is told by its place', () => {
  const pets = map(text, pet);
  test.each<[unknown, string, string, string]>([
    [null, '', 'an object', 'null'],
    [[], '', 'an object', 'a list'],
    [{ 'a b': { name: 'x', age: -1 } }, '["a b"].age', 'a whole number from 0 on', '-1'],
    [{ cat: { name: 'x' } }, 'cat.age', 'a value', 'nothing'],
    [{ cat: { name: 'x', age: 1, wings: 2 } }, 'cat.wings', 'no such member', '2'],
    [{ cat: { name: 'x', age: 1, tags: ['a', {}] } }, 'cat.tags[1]', 'a text', 'an object'],
  ])('%j', (value, place, expected, seen) => {
    expect(misfitOf(() => pets(value))).toMatchObject({ place, expected, seen });
  });

  test('a long value is cut', () => {
    expect(misfitOf(() => flag('x'.repeat(1000))).seen).toHaveLength(61);
  });
});

test('simple values', () => {
  expect(nullable(text)(null)).toBeNull();
  expect(nullable(text)('a')).toBe('a');
  expect(oneOf<string | number>('a', 1)(1)).toBe(1);
  expect(misfitOf(() => oneOf<string | number>('a', 1)('1')).expected).toBe('"a" or 1');
  const even = matching('an even digit', (value): value is '2' | '4' => /^[24]$/.test(value));
  expect(even('2')).toBe('2');
  expect(misfitOf(() => even('3')).expected).toBe('an even digit');
  for (const value of [1.5, 2 ** 53, Number.NaN, '1', 1n])
    expect(misfitOf(() => whole(0)(value)).expected).toBe('a whole number from 0 on');
});

test('members come back sorted, and what needs no change is given back itself', () => {
  const sorted = { age: 1, name: 'x' };
  expect(pet(sorted)).toBe(sorted);
  const turned = { name: 'x', age: 1 };
  expect(JSON.stringify(pet(turned))).toBe('{"age":1,"name":"x"}');
  const items = [sorted];
  expect(list(pet)(items)).toBe(items);
  expect(list(pet)([turned])).toEqual([sorted]);
});

test('maps come back without a prototype', () => {
  const given = map(text, whole(0))(JSON.parse('{"a": 1, "__proto__": 2}'));
  expect(Object.getPrototypeOf(given)).toBeNull();
  expect(Object.entries(given)).toEqual([
    ['a', 1],
    ['__proto__', 2],
  ]);
  expect(given['constructor']).toBeUndefined();
});
