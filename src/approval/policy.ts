import { Fault } from '../model/error.ts';
import type { Evidence, Mechanism } from '../model/evidence.ts';
import type { Instant } from '../model/post.ts';

/** Whose yes counts. */
export interface ApprovalPolicy {
  readonly accept: readonly Mechanism[];
  /** How old an approval may be, in milliseconds. */
  readonly maxAge: number;
}

/**
 * Decides whether evidence is a yes under the policy. Pure; every doubt means no.
 * @throws Fault of kind `policy` that says which rule was not met and how to meet it.
 */
export function requireApproval(evidence: Evidence, policy: ApprovalPolicy, now: Instant): void {
  if (!policy.accept.includes(evidence.mechanism))
    throw new Fault(
      'policy',
      'mechanism-not-accepted',
      `Cannot publish: the approval is \`${evidence.mechanism}\`, and approval.accept lists ${policy.accept.join(', ')}.`,
      {
        remedy:
          evidence.mechanism === 'asserted'
            ? 'Approve in one of these ways, or add `asserted` to approval.accept where anyone who can run this command may also approve.'
            : `Approve in one of these ways, or add \`${evidence.mechanism}\` to approval.accept.`,
      },
    );
  if (now - evidence.at > policy.maxAge)
    throw new Fault(
      'policy',
      'approval-expired',
      `Cannot publish: the approval was given ${new Date(evidence.at).toISOString()}, longer ago than approval.max-age allows.`,
      { remedy: 'Plan again and approve the new plan.' },
    );
}
