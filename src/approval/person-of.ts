import type { ApprovalForge } from '../ports/approval-forge.ts';
import type { Person } from './approval.ts';
import { refused } from './refused.ts';

/** Who did something that may be a yes. An id of null: only the login is known. */
export interface Doer {
  readonly login: string;
  readonly id: number | null;
}

/**
 * The account behind a login, with its role; the login may have passed to somebody else since. `did`
 * says what was done, and `remedy` how somebody else can do it.
 * @throws Fault `approver-not-allowed` where GitHub knows no such account here, `approver-unknown`.
 */
export async function personOf(
  { login, id }: Doer,
  forge: Pick<ApprovalForge, 'roleOf'>,
  did: string,
  remedy: string,
): Promise<Person> {
  const found = await forge.roleOf(login);
  const name = JSON.stringify(login);
  if (!found)
    throw refused(
      'approver-not-allowed',
      `GitHub knows no account ${name} with a role here`,
      'Have the plan approved by somebody with one of the roles that approval.roles lists.',
    );
  if (id !== null && found.user.id !== id)
    throw refused('approver-unknown', `the account ${name} is not the one that ${did}`, remedy);
  return { ...found.user, role: found.role };
}
