import { anyObject, Misfit, object, type Shape } from './shape.ts';

/** An object with at least these members; what else it has is left out. */
export function partOf<T extends object>(members: {
  readonly [K in keyof T]: Shape<T[K]>;
}): Shape<T> {
  const shape = object<T>(members);
  return (value) => {
    const part = Object.entries(anyObject(value)).filter(([name]) => Object.hasOwn(members, name));
    return shape(Object.fromEntries(part));
  };
}

/** A shape of an object of which a server may leave out members: by version, by plan, or where empty. */
export function withDefaults<T>(defaults: object, shape: Shape<T>): Shape<T> {
  return (value) =>
    shape(typeof value === 'object' && value !== null ? { ...defaults, ...value } : value);
}

/** The same where a server says null of what it leaves out elsewhere. */
export function withDefaultsForNull<T>(defaults: object, shape: Shape<T>): Shape<T> {
  return (value) => {
    if (typeof value !== 'object' || value === null) return shape(value);
    const told = Object.entries(value).filter(([, each]) => each !== null);
    return shape({ ...value, ...defaults, ...Object.fromEntries(told) });
  };
}

/** A date as ISO 8601 spells it, of our age, in milliseconds since 1970 UTC. */
export const instant: Shape<number> = (value) => {
  const at =
    typeof value === 'string' && /^(?:19[7-9]|20\d)\d-\d\d-\d\dT/.test(value)
      ? Date.parse(value)
      : Number.NaN;
  if (Number.isNaN(at)) throw new Misfit('a date', value);
  return at;
};
