import { HttpFailure } from './http-failure.ts';
import { longestPauseMs, type Attempt } from './http-policy.ts';

/** How often a request is tried that fails for a reason which may pass. */
export const maxTries = 4;

const passing = new Set([408, 500, 502, 503, 504]);

/**
 * How long to wait before a request is tried again that was not refused for too many requests, in
 * milliseconds; null: its result stands. A read is repeated after whatever may pass, a write only
 * where it surely never left.
 */
export function retryDelayMs(attempt: Omit<Attempt, 'request' | 'refusals'>): number | null {
  const { effect, tries, result, now, random } = attempt;
  if (tries >= maxTries) return null;
  if (result instanceof HttpFailure) {
    if (result.lasting || (effect === 'write' && result.sent)) return null;
    return backoffMs(tries, random);
  }
  if (effect === 'write' || !passing.has(result.status)) return null;
  const asked = retryAfterMs(result.headers, now) ?? 0;
  return asked > longestPauseMs ? null : Math.max(asked, backoffMs(tries, random));
}

/** A quarter of a second, doubled each time up to half a minute, half of it left to chance. */
export function backoffMs(tries: number, random: number): number {
  return Math.min(250 * 2 ** (tries - 1), 30_000) * (0.5 + random);
}

/** The time that `Retry-After` asks for, in seconds or as a date, in milliseconds; null without one. */
export function retryAfterMs(
  headers: Readonly<Record<string, string>>,
  now: number,
): number | null {
  const value = headers['retry-after']?.trim() ?? '';
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  const at = /[a-z]/i.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at)) return null;
  // Counted by the server's own clock where it tells it: ours may be wrong by hours.
  const served = Date.parse(headers['date'] ?? '');
  return Math.max(0, at - (Number.isNaN(served) ? now : served));
}

/** A time as people read it, whatever a server may have said. */
export function timeText(instant: number): string {
  return new Date(Math.min(instant, latest)).toISOString().replace(/\.\d+/, '');
}

/** The last instant that a date can be, in milliseconds. */
const latest = 8.64e15;
