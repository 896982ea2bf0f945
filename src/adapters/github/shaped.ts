import { Fault } from '../../model/error.ts';
import { anyObject, Misfit, object, type Shape } from '../shape.ts';
import type { Asked } from './to-fault.ts';

/** Takes a value of GitHub's where it has the expected shape, and throws a `Fault` where not. */
export function shaped<T>(shape: Shape<T>, value: unknown, { doing }: Asked): T {
  try {
    return shape(value);
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    const place = error.place === '' ? '' : ` at ${error.place}`;
    throw new Fault(
      'forge',
      'forge-unreachable',
      `Cannot ${doing}: expected ${error.expected}${place} in GitHub's answer, got ${error.seen}.`,
      { remedy: 'Check that GITHUB_API_URL and GITHUB_GRAPHQL_URL are those of a GitHub.' },
    );
  }
}

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

/** A date as GitHub spells it, of our age, in milliseconds since 1970 UTC. */
export const instant: Shape<number> = (value) => {
  const at =
    typeof value === 'string' && /^(?:19[7-9]|20\d)\d-\d\d-\d\dT/.test(value)
      ? Date.parse(value)
      : Number.NaN;
  if (Number.isNaN(at)) throw new Misfit('a date', value);
  return at;
};
