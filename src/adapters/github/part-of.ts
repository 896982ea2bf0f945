import { anyObject, object, type Shape } from '../shape.ts';

/** An object with at least these members; what else it has is left out. */
export function partOf<T extends object>(members: {
  readonly [K in keyof T]-?: Shape<Exclude<T[K], undefined>>;
}): Shape<T> {
  const shape = object<T>(members);
  return (value) => {
    const part = Object.entries(anyObject(value)).filter(([name]) => Object.hasOwn(members, name));
    return shape(Object.fromEntries(part));
  };
}
