import type { HttpAnswer } from './exchange.ts';
import { HttpFailure } from './http-failure.ts';
import { retryAfter, throttleDelay } from './throttle.ts';

export interface Attempt {
  readonly effect: 'read' | 'write';
  /** How often the request was tried, this time included, refusals for too many calls left out. */
  readonly tries: number;
  /** How often it was refused for too many calls, this time included. */
  readonly refusals: number;
  readonly result: HttpAnswer | HttpFailure;
  readonly now: number;
  /** From 0 to 1. */
  readonly random: number;
}

const maxTries = 4;
const passing = new Set([408, 500, 502, 503, 504]);

/**
 * Decides whether a request is tried again, and after how many milliseconds; null: its result stands.
 * A read is repeated after whatever may pass. A write only where the server surely did nothing: it
 * refused for too many calls, or the request never left.
 */
export function retryDelay(attempt: Attempt): number | null {
  const { effect, tries, refusals, result, now, random } = attempt;
  if (!(result instanceof HttpFailure) && result.status === 429) {
    // Told too short a time again and again, waits longer each time.
    const least = refusals < 2 ? 0 : backoff(refusals - 1, random);
    return Math.max(throttleDelay(result.headers, now), least);
  }
  if (tries >= maxTries) return null;
  if (result instanceof HttpFailure) {
    if (result.lasting || (effect === 'write' && result.sent)) return null;
    return backoff(tries, random);
  }
  if (effect === 'write' || !passing.has(result.status)) return null;
  return Math.max(retryAfter(result.headers, now) ?? 0, backoff(tries, random));
}

/** A quarter of a second, doubled each time up to half a minute, half of it left to chance. */
function backoff(tries: number, random: number): number {
  return Math.min(250 * 2 ** (tries - 1), 30_000) * (0.5 + random);
}
