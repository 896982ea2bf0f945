import { digestOf } from './digest.ts';

/** When daily plans begin and end, in hours UTC; the first minute of an hour is the busiest on a forge. */
const first = 4;
const hours = 3;
const minutes = 59;

/**
 * When a repository makes its daily plan, UTC: of its name alone, so that hundreds of one account do not
 * ask in the same minute.
 */
export function dailyTime(repository: string): { readonly hour: number; readonly minute: number } {
  const hex = digestOf({ daily: repository.toLowerCase() }).slice('sha256:'.length, 20);
  const slot = Number.parseInt(hex, 16) % (hours * minutes);
  return { hour: first + Math.floor(slot / minutes), minute: 1 + (slot % minutes) };
}
