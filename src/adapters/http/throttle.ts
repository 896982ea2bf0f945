/** What a server says of one of its limits. */
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

/** Reads what an answer says of its server's limits; null where it says nothing. */
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

/**
 * How long to wait after a refusal for too many calls, in milliseconds: as `Retry-After` says, else
 * the longest time that the limits name, else two seconds.
 */
export function throttleDelay(headers: Headers, now: number): number {
  const told = retryAfter(headers, now);
  if (told !== null) return told;
  const { burst, bucket } = readThrottle(headers);
  const seconds = Math.max(
    burst?.seconds ?? wholeNumber(headers['x-burst-throttle-seconds-until-full']) ?? 0,
    bucket?.seconds ?? wholeNumber(headers['x-token-bucket-seconds-until-next-refill']) ?? 0,
  );
  return seconds === 0 ? 2000 : seconds * 1000;
}

/** The time that `Retry-After` asks for, in seconds or as a date, in milliseconds; null without one. */
export function retryAfter(headers: Headers, now: number): number | null {
  const value = headers['retry-after']?.trim() ?? '';
  const seconds = wholeNumber(value);
  if (seconds !== null) return seconds * 1000;
  const at = /[a-z]/i.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at)) return null;
  // Counted by the server's own clock where it tells it: ours may be wrong by hours.
  const served = Date.parse(headers['date'] ?? '');
  return Math.max(0, at - (Number.isNaN(served) ? now : served));
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : null;
}
