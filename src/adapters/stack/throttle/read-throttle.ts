import { retryAfterMs } from '../../http/retry-delay.ts';

/** What the site says of one of its limits. */
export interface Reading {
  /** How many more calls it would take now. */
  readonly left: number;
  /** In how many whole seconds it is full again, or refilled. */
  readonly seconds: number;
}

export interface Throttle {
  /** Few calls in a short time. */
  readonly burst: Reading | null;
  /** Many calls, given back slowly. */
  readonly bucket: Reading | null;
}

type Headers = Readonly<Record<string, string>>;

/** Reads what an answer of API v3 says of the site's limits; null where it says nothing. */
export function readThrottle(headers: Headers): Throttle {
  return {
    burst: reading(headers, 'x-burst-throttle-calls-left', 'x-burst-throttle-seconds-until-full'),
    bucket: reading(
      headers,
      'x-token-bucket-calls-left',
      'x-token-bucket-seconds-until-next-refill',
    ),
  };
}

function reading(headers: Headers, leftName: string, secondsName: string): Reading | null {
  const left = wholeNumber(headers[leftName]);
  if (left === null) return null;
  return { left, seconds: wholeNumber(headers[secondsName]) ?? 1 };
}

/** A limit that only tells when it ends: after a refusal it counts as used up. */
function endOf(headers: Headers, secondsName: string): Reading | null {
  const seconds = wholeNumber(headers[secondsName]);
  return seconds === null ? null : { left: 0, seconds };
}

/**
 * How long to wait after a refusal for too many calls, in milliseconds: as `Retry-After` says, else
 * as the limits say, else two seconds. A limit that still has calls left did not refuse us: the
 * bucket's next refill may be a minute off while the burst is over in two seconds.
 */
export function throttleDelayMs(headers: Headers, now: number): number {
  const told = retryAfterMs(headers, now);
  if (told !== null) return told;
  const { burst, bucket } = readThrottle(headers);
  const limits = [
    burst ?? endOf(headers, 'x-burst-throttle-seconds-until-full'),
    bucket ?? endOf(headers, 'x-token-bucket-seconds-until-next-refill'),
  ].filter((limit) => limit !== null);
  const used = limits.filter(({ left }) => left === 0).map(({ seconds }) => seconds);
  const seconds =
    used.length > 0 ? Math.max(...used) : Math.min(...limits.map((limit) => limit.seconds));
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 2000;
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : null;
}
