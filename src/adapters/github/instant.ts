import { Misfit, type Shape } from '../shape.ts';

/** A date as GitHub spells it, in milliseconds since 1970 UTC. */
export const instant: Shape<number> = (value) => {
  const at =
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at)) throw new Misfit('a date', value);
  return at;
};
