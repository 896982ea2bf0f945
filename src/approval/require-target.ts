import type { Destination } from '../model/destination.ts';
import type { PlanIndex } from '../model/plan.ts';
import { refused } from './refused.ts';

/**
 * An approval is for one site, team and account: the digests of its steps alone do not tell, its
 * header does. Throws `other-target`.
 */
export function requireTarget(
  approved: PlanIndex,
  destination: Destination,
  account: number,
): void {
  const wanted = nameOf(approved, approved.account);
  const here = nameOf(destination, account);
  if (wanted === here) return;
  throw refused(
    'other-target',
    `the approved plan is for ${wanted}, and this run posts to ${here}`,
    'Plan again with this configuration and approve the new plan.',
  );
}

function nameOf({ tier, site, team, api }: Destination, account: number): string {
  return `${site} (${tier}, API ${api}, ${team === null ? 'no team' : `team ${team}`}, account ${account})`;
}
