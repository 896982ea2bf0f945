import { isObject } from '../model/is-object.ts';

/**
 * Checks that a value from outside has the type T, and returns it. Throws a `Misfit`. Maps come back
 * without a prototype, so that looking up a key such as `constructor` finds nothing.
 */
export type Shape<T> = (value: unknown) => T;

/** Says where a value does not have the expected shape. */
export class Misfit extends Error {
  readonly path: (string | number)[];
  readonly expected: string;
  readonly seen: string;

  constructor(expected: string, value: unknown, ...path: string[]) {
    super(`expected ${expected}`);
    this.path = path;
    this.expected = expected;
    this.seen = describe(value);
  }

  /** `records["docs/tls.md"].post.id`, or the empty text for the whole. */
  get place(): string {
    return this.path
      .map((part, index) => {
        if (typeof part === 'number') return `[${part}]`;
        if (!/^[A-Za-z_]\w*$/.test(part)) return `[${JSON.stringify(part)}]`;
        return index === 0 ? part : `.${part}`;
      })
      .join('');
  }
}

export const text: Shape<string> = (value) => {
  if (typeof value !== 'string') throw new Misfit('a text', value);
  return value;
};

/** An object whose members are not looked at yet. */
export const anyObject: Shape<Readonly<Record<string, unknown>>> = (value) => {
  if (isObject(value)) return value;
  throw new Misfit('an object', value);
};

export const flag: Shape<boolean> = (value) => {
  if (typeof value !== 'boolean') throw new Misfit('true or false', value);
  return value;
};

/** A whole number that a double holds exactly. */
export function whole(least: number, most = Number.MAX_SAFE_INTEGER): Shape<number> {
  return (value) => {
    const isWhole = typeof value === 'number' && Number.isSafeInteger(value);
    if (isWhole && value >= least && value <= most) return value;
    const range = most === Number.MAX_SAFE_INTEGER ? `${least} on` : `${least} to ${most}`;
    throw new Misfit(`a whole number from ${range}`, value);
  };
}

export function oneOf<const T extends string | number>(...allowed: readonly T[]): Shape<T> {
  return (value) => {
    const found = allowed.find((each) => each === value);
    if (found !== undefined) return found;
    throw new Misfit(allowed.map((each) => JSON.stringify(each)).join(' or '), value);
  };
}

export function matching<T extends string>(
  expected: string,
  test: (value: string) => value is T,
): Shape<T> {
  return (value) => {
    if (typeof value === 'string' && test(value)) return value;
    throw new Misfit(expected, value);
  };
}

export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return (value) => (value === null ? null : shape(value));
}

export function list<T>(shape: Shape<T>, most = Infinity): Shape<T[]> {
  return (value) => {
    if (!Array.isArray(value)) throw new Misfit('a list', value);
    if (value.length > most) throw new Misfit(`at most ${most} items`, value.length);
    const items = value.map((item: unknown, index) => within(index, shape, item));
    return items.every((item, index) => item === value[index]) ? (value as T[]) : items;
  };
}

/** An object with any keys that fit. */
export function map<K extends string, T>(key: Shape<K>, shape: Shape<T>): Shape<Record<K, T>> {
  return (value) => {
    const given = anyObject(value);
    const members = Object.entries(given).map(([name, member]): [string, T] => {
      within(name, key, name);
      return [name, within(name, shape, member)];
    });
    // A value that needs no change is given back itself: a second copy of a large ledger is dear.
    const unchanged = members.every(([name, member]) => member === given[name]);
    if (unchanged && Object.getPrototypeOf(given) === null) return given as Record<K, T>;
    return Object.assign<Record<K, T>, object>(Object.create(null), Object.fromEntries(members));
  };
}

/**
 * An object with exactly these members; those named in `optional` may be absent. The members come
 * back sorted, so that `JSON.stringify` writes the object as canonical JSON.
 */
export function object<T extends object>(members: {
  readonly [K in keyof T]: Shape<T[K]>;
}): Shape<T>;
export function object<T extends object>(
  members: { readonly [K in keyof T]-?: Shape<Exclude<T[K], undefined>> },
  optional: readonly (keyof T & string)[],
): Shape<T>;
export function object(
  members: Readonly<Record<string, Shape<unknown>>>,
  optional: readonly string[] = [],
): Shape<object> {
  const sorted = Object.entries(members)
    .map(([name, shape]) => ({ name, shape }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return (value) => {
    const given = anyObject(value);
    const names = Object.keys(given);
    let known = 0;
    /** Null as long as the object needs no change: a second copy of a large ledger is dear. */
    let result: Record<string, unknown> | null = null;
    for (const { name, shape } of sorted) {
      if (Object.hasOwn(given, name)) {
        const member = within(name, shape, given[name]);
        if (result === null && (member !== given[name] || names[known] !== name))
          result = Object.fromEntries(names.slice(0, known).map((each) => [each, given[each]]));
        if (result !== null) result[name] = member;
        known += 1;
      } else if (!optional.includes(name)) {
        throw new Misfit('a value', undefined, name);
      }
    }
    if (names.length !== known) {
      const stranger = names.find((name) => !Object.hasOwn(members, name)) ?? '';
      throw new Misfit('no such member', given[stranger], stranger);
    }
    return result ?? given;
  };
}

function within<T>(key: string | number, shape: Shape<T>, value: unknown): T {
  try {
    return shape(value);
  } catch (error) {
    if (error instanceof Misfit) error.path.unshift(key);
    throw error;
  }
}

function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const shown = typeof value === 'bigint' ? String(value) : JSON.stringify(value);
  return shown.length > 60 ? `${shown.slice(0, 60)}…` : shown;
}
