import type { Digest } from '../model/digest.ts';
import type { Instant } from '../model/post.ts';
import type { Approval, EvidenceSource } from './approval.ts';

/** A yes that somebody passed with the command; nothing proves who. `operator` is a note only. */
export function asserted(digest: Digest, operator: string | null, at: Instant): Approval {
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

/** Where nothing can tell who approved: each yes is asserted, dated when it is asked for. */
export function assertedSource(operator: string | null, now: () => Instant): EvidenceSource {
  return {
    read: async (digest) => asserted(digest, operator, now()),
    digest: null,
    authorsOf: null,
    requests: { total: 0, writes: 0 },
    answered: (work) => work(),
    async [Symbol.asyncDispose]() {},
  };
}
