type Headers = Readonly<Record<string, unknown>>;

/** What GitHub asks for where it says nothing else. */
const defaultWaitMs = 60_000;

/**
 * When to come back, in milliseconds since 1970 UTC by the local clock, where an answer refused a call
 * because there were too many: the hour's limit, or a secondary one, which only its words may tell.
 * Null for other refusals, which have the same status 403.
 */
export function limitOf(
  status: number,
  headers: Headers,
  words: string,
  now: number,
): number | null {
  if (status !== 403 && status !== 429) return null;
  const wait = seconds(headers['retry-after']);
  if (wait !== null) return now + wait * 1000;
  if (String(headers['x-ratelimit-remaining']) === '0') return endOfHour(headers, now);
  const told = status === 429 || /rate limit|abuse/i.test(words);
  return told ? now + defaultWaitMs : null;
}

/** The end of an hour's limit that is known to be spent. */
export function endOfHour(headers: Headers, now: number): number {
  const reset = seconds(headers['x-ratelimit-reset']);
  if (reset === null) return now + defaultWaitMs;
  // Counted by GitHub's own clock where it tells it: ours may be wrong by hours.
  const served = Date.parse(String(headers['date']));
  const wait = reset * 1000 - (Number.isNaN(served) ? now : served);
  return now + Math.max(1000, wait);
}

function seconds(value: unknown): number | null {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return /^\d{1,12}$/.test(text) ? Number(text) : null;
}
