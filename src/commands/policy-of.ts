import type { ApprovalPolicy } from '../approval/policy.ts';
import type { Config } from '../config/schema.ts';

/** The policy on approvals that a configuration states. */
export function policyOf({ approval }: Config): ApprovalPolicy {
  const { accept, roles, self } = approval;
  return { accept, roles, self, maxAge: approval['max-age'] };
}
