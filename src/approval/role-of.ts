import type { ApprovalForge, ForgeUser } from '../ports/approval-forge.ts';
import { refused } from './refused.ts';

/** The role of an account. Throws `approver-not-allowed` where GitHub knows no such account here. */
export async function roleOf(
  login: string,
  forge: Pick<ApprovalForge, 'roleOf'>,
): Promise<{ readonly user: ForgeUser; readonly role: string }> {
  const found = await forge.roleOf(login);
  if (found) return found;
  throw refused(
    'approver-not-allowed',
    `GitHub knows no account ${JSON.stringify(login)} with a role here`,
    'Have the plan approved by somebody with one of the roles that approval.roles lists.',
  );
}
