import type { Instant } from '../records.ts';

/** GitHub's dates have whole seconds. */
export function dateText(instant: Instant): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}

/** The same for what may not have happened. */
export function dateOrNull(instant: Instant | null): string | null {
  return instant === null ? null : dateText(instant);
}
