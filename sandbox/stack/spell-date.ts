import type { Switches } from './switches.ts';

/** An instant in one of the spellings that clients meet. The order of instants is kept. */
export function spellDate(instant: number, spelling: Switches['dates']): string {
  const iso = new Date(instant).toISOString();
  if (spelling === 'milliseconds') return iso;
  if (spelling === 'no-zone') return iso.slice(0, -1);
  const micro = String((instant * 7) % 1000).padStart(3, '0');
  return `${iso.slice(0, -1)}${micro}Z`;
}
