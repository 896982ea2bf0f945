import type { Instant } from '../../model/post.ts';
import { lifeOf, timeOf } from '../login/token-life.ts';

/** A token that ends sooner is told of. */
const soonMs = 7 * 24 * 3_600_000;

/**
 * What is to be told of the time at which a token is said to end, which no API tells; null where
 * nothing is.
 */
export function tokenEnd(
  said: string | undefined,
  now: Instant,
): { readonly message: string; readonly remedy: string } | null {
  const text = said?.trim() ?? '';
  if (text === '') return null;
  const end = /^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?$/i.test(text)
    ? Date.parse(text)
    : Number.NaN;
  if (Number.isNaN(end))
    return {
      message: 'STACK_TOKEN_EXPIRES is no time, expected one such as 2026-11-30T12:00:00Z',
      remedy: 'Correct STACK_TOKEN_EXPIRES, or take it away.',
    };
  if (end <= now)
    return {
      message: `STACK_TOKEN_EXPIRES says that the token ended at ${timeOf(end)}, and the site takes it`,
      remedy: 'Correct STACK_TOKEN_EXPIRES: it is that of another token.',
    };
  if (end - now > soonMs) return null;
  return {
    message: `the token ends in ${lifeOf(end - now)}, at ${timeOf(end)}, as STACK_TOKEN_EXPIRES says`,
    remedy:
      'Store a new token in STACK_ACCESS_TOKEN before that; for runs without a person take one that lives longer, such as that of a service key.',
  };
}
