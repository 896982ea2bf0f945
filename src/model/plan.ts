import { digestOf, type Digest } from './digest.ts';
import type { Destination } from './destination.ts';
import type { Instant, PostContent, PostRef } from './post.ts';

/**
 * What a step can do: write to the site, or (`adopt`) link an existing post in the ledger. An
 * `overwrite` is an update that replaces what somebody else wrote.
 */
export const actions = ['create', 'update', 'merge', 'overwrite', 'adopt'] as const;
export type Action = (typeof actions)[number];

/**
 * One change, whole: whoever approves its digest approves every byte. `base` and `version` tie it to
 * the state it was made for, so that an old step never fits again.
 */
export interface Step {
  readonly action: Action;
  readonly source: string;
  /** The post to change; null for a new one. */
  readonly target: PostRef | null;
  /** The digest of our own last text, which this step replaces; null where there is none. */
  readonly base: Digest | null;
  /** How often we have written this post before. */
  readonly version: number;
  /** Every managed byte to send. */
  readonly content: PostContent;
  /** For an overwrite: the post's last activity, so that only the words go that were there then. */
  readonly expects?: { readonly activity: Instant };
  /**
   * Why a new post is made where there is, or was, another one; for an adoption, that its post was found
   * by its title alone.
   */
  readonly reason?: CreateReason;
  /**
   * The addresses that the ledger has for what the holes name: who approves sees them, as a ledger is
   * a claim. Absent where there are none.
   */
  readonly uses?: Readonly<Record<string, string>>;
}

/** What a person decided to pass over: a deletion, another kind, a post with the same title. */
export const createReasons = ['deleted', 'kind-changed', 'title-taken'] as const;
export type CreateReason = (typeof createReasons)[number];

export function stepDigest(step: Step): Digest {
  return digestOf(step);
}

/** Lists the steps of a plan without their text. Its digest is what a person approves. */
export interface PlanIndex extends Destination {
  readonly schema: 1;
  /** The id of the account that posts. */
  readonly account: number;
  readonly steps: readonly IndexedStep[];
}

export interface IndexedStep {
  readonly source: string;
  readonly action: Action;
  readonly digest: Digest;
}

/** Lists steps under their destination. No time, commit or version of ours: they would void approvals. */
export function indexOf(
  destination: Destination,
  account: number,
  steps: readonly { readonly step: Step }[],
): PlanIndex {
  return {
    schema: 1,
    ...destination,
    account,
    steps: steps.map(({ step }) => ({
      source: step.source,
      action: step.action,
      digest: stepDigest(step),
    })),
  };
}

/** Why a source is left for a person to decide. */
export const holdReasons = [
  'conflict',
  'deleted',
  'title-taken',
  'no-base',
  'locked',
  'kind-changed',
  'encoding',
  'public',
  'in-progress',
  'outcome-unknown',
  'moved',
  'ambiguous',
  'ledger',
  'too-long',
] as const;
export type HoldReason = (typeof holdReasons)[number];
