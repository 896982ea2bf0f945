import type { Digest } from '../model/digest.ts';
import type { Instant } from '../model/post.ts';
import type { Claim } from './claim.ts';

/** A yes that somebody passed with the command; nothing proves who. `operator` is a note only. */
export function asserted(digest: Digest, operator: string | null, at: Instant): Claim {
  return {
    evidence: {
      mechanism: 'asserted',
      verified: false,
      by: operator === null ? null : { id: null, login: operator },
      evidence: null,
      digest,
      at,
    },
    people: [],
    attempt: 1,
  };
}
