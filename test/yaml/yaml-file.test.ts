import { describe, expect, it } from 'vitest';
import { readYaml } from '../../src/yaml/yaml-file.ts';

const own = ['a', 'b'];

/** What a file holds, as ordinary objects, and what is wrong with it. */
function read(text: string, keys: readonly string[] | null = null) {
  const { tree, problems } = readYaml(text, keys);
  const plain: unknown = tree === null ? null : structuredClone(tree.value);
  return { value: plain, problems: problems.map(({ offset, message }) => `${offset} ${message}`) };
}

/** The outermost map as it is: what an alias names is the same value. */
function mapOf(text: string, keys: readonly string[] | null = null): Record<string, unknown> {
  const value = readYaml(text, keys).tree?.value;
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

describe('readYaml', () => {
  it('gives plain data', () => {
    expect(read('a: [1, 1.0, "x", true, null]\nb: { c: }\n')).toEqual({
      value: { a: [1, 1, 'x', true, null], b: { c: null } },
      problems: [],
    });
  });

  it.each([
    ['a tag', 'a: !x 1', /^3 a YAML tag/],
    ['a key that is a number', '7: x', /^0 a key that is not plain text/],
    ['a key that is a prototype', 'a: { __proto__: x }', /^5 a key that is not plain text/],
    ['a key that stands twice', 'a: 1\na: 2', /^5 the key stands here a second time/],
    ['a second document', 'a: 1\n---\nb: 2', /^5 a second document/],
    ['an open list', 'a: [1', /^5 /],
  ])('finds %s', (_, text, expected) => {
    expect(read(text).problems).toEqual([expect.stringMatching(expected)]);
  });

  it('survives lists in lists', () => {
    const { tree, problems } = readYaml(`a: ${'['.repeat(20_000)}`);
    expect(tree).toBeNull();
    expect(problems.map(({ message }) => message).join()).toContain('too many levels of nesting');
  });

  it('takes an alias for the value that it names', () => {
    const { tree } = readYaml('a: &x { c: 1 }\nb: *x\n');
    expect(tree?.value).toMatchObject({ a: { c: 1 }, b: { c: 1 } });
    expect(tree?.valueAt(['b', 'c'])).toBe(11);
    expect(tree?.keyAt(['b'], 'c')).toBe(8);
  });

  it('copies nothing where aliases multiply', () => {
    const lists = Array.from({ length: 200 }, (_, n) => `k${n + 1}: &k${n + 1} [*k${n}, *k${n}]`);
    const text = ['k0: &k0 [x]', ...lists].join('\n');
    expect(readYaml(text).problems).toEqual([]);
    const { k1, k2 } = mapOf(text);
    const [first, second] = Array.isArray(k2) ? k2 : [];
    expect(first).toBe(k1);
    expect(second).toBe(k1);
  });

  it('reads an alias that stands in what it names', () => {
    const { a } = mapOf('a: &x [*x]');
    expect(Array.isArray(a) && a[0] === a).toBe(true);
  });

  it('describes an alias without an anchor, which no schema accepts', () => {
    expect(String(mapOf('a: *x\nb: &x 1')['a'])).toContain('the alias "*x"');
  });

  it('gives the place of a key where it has no value, and of its map where it is absent', () => {
    const { tree } = readYaml('a:\n  b:\n  c: [x, y]\n');
    expect(tree?.valueAt(['a', 'b'])).toBe(5);
    expect(tree?.valueAt(['a', 'c', 1])).toBe(17);
    expect(tree?.valueAt(['a', 'd'])).toBe(5);
    expect(tree?.keyAt(['a'], 'd')).toBe(5);
  });
});

describe('readYaml of a map that other tools share', () => {
  it('reads our keys only, and numbers as they are written', () => {
    expect(read('a: 1.10\nc: 1\nb: [0x1F, true, ~, { c: 1 }]', own)).toEqual({
      value: { a: '1.10', b: ['0x1F', true, null, { c: '1' }] },
      problems: [],
    });
  });

  it.each([
    ['a tag', 'c: !x 1'],
    ['a tag of YAML 1.1', 'c: !!set [1]'],
    ['a merge key', 'c: &x { d: 1 }\n<<: *x'],
    ['an alias without an anchor', 'c: *x'],
    ['keys that are no text', '7: x\n? [y]\n: z\n~: z'],
    ['a prototype', '__proto__: { a: 2 }'],
    ['a long list', `c: [${'x, '.repeat(1000)}]`],
    ['aliases that multiply', 'c: &c [x, x]\nd: &d [*c, *c]\ne: [*d, *d]'],
  ])('leaves alone: %s', (_, foreign) => {
    expect(read(`a: 1\n${foreign}\n`, own)).toEqual({ value: { a: '1' }, problems: [] });
  });

  it('finds an anchor in what is not read', () => {
    expect(read('c: &x [y]\na: *x', own).value).toEqual({ a: ['y'] });
  });

  it('reads lists of up to 100 items', () => {
    const list = (length: number) => `a: [${Array(length).fill('x').join()}]`;
    expect(read(list(100), own).value).toEqual({ a: Array(100).fill('x') });
    expect(String(mapOf(list(101), own)['a'])).toContain('a list of 101 items');
  });
});
