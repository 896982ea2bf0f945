const units = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;

/** What a duration looks like: a whole number and one unit. */
export const durationPattern = /^[1-9][0-9]{0,4}[smhdw]$/;

/** Turns a duration such as `7d`, which must match `durationPattern`, into milliseconds. */
export function milliseconds(duration: string): number {
  return Number(duration.slice(0, -1)) * units[duration.slice(-1) as keyof typeof units];
}
