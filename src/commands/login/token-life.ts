import { counted } from '../../model/counted.ts';
import type { Instant } from '../../model/post.ts';

/** A time as `2026-11-30T12:00:00Z`. */
export function timeOf(instant: Instant): string {
  return new Date(instant).toISOString().replace(/\.\d+/, '');
}

/** How long a token lives, for people: `24 hours`. */
export function lifeOf(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes < 120) return counted(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return hours <= 48 ? counted(hours, 'hour') : counted(Math.floor(hours / 24), 'day');
}
