import type { Digest } from './digest.ts';
import type { Instant } from './post.ts';

/** How a yes can reach us. `asserted`: somebody passed the digest; nothing proves who. */
export const mechanisms = [
  'environment',
  'dispatch',
  'comment',
  'gitlab',
  'azure',
  'jenkins',
  'buildkite',
  'asserted',
] as const;
export type Mechanism = (typeof mechanisms)[number];

/** Somebody as a CI platform names them; an id of null: only the name is known. */
interface Approver {
  readonly id: number | null;
  readonly login: string;
}

/** A yes to one digest, and what is known of who said it. */
export interface Evidence {
  readonly mechanism: Mechanism;
  /** True where a CI platform's API confirmed it. */
  readonly verified: boolean;
  readonly by: Approver | null;
  /** Who else approved the same; absent where nobody did. */
  readonly others?: readonly Approver[];
  /** The address of the evidence, or null where there is none to look at. */
  readonly evidence: string | null;
  readonly digest: Digest;
  /** When it was given. */
  readonly at: Instant;
}
