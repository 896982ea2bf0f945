import type { Instant } from '../../model/post.ts';

const spelling = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)?$/i;

/**
 * Reads a date of the site, which spells them with milliseconds, with microseconds and without a
 * zone (then UTC); null where it is none, or before 1970. Cut to milliseconds, so that all spellings
 * compare.
 */
export function parseDate(value: unknown): Instant | null {
  const parts = typeof value === 'string' ? spelling.exec(value.trim()) : null;
  if (parts === null) return null;
  const [, seconds = '', fraction = '', zone = 'Z'] = parts;
  const instant = Date.parse(`${seconds}.${fraction.slice(0, 3).padEnd(3, '0')}${zone}`);
  return instant >= 0 ? instant : null;
}
