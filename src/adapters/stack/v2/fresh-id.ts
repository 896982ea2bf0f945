import { randomInt } from 'node:crypto';

/** No site has so many posts; it still is an id of 32 bits. */
const first = 2_000_000_000;
const spread = 100_000_000;

/**
 * Makes a function that gives an id which no post has, each time another one. A site answers the same
 * read with what it answered a minute ago; one that asks for such an id as well is none that it knows.
 */
export function freshIds(): () => number {
  let next = randomInt(spread);
  return () => {
    next = (next + 1) % spread;
    return first + next;
  };
}
