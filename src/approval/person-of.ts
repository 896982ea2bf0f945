import type { ApprovalForge } from '../ports/approval-forge.ts';
import type { Person } from './approval.ts';
import { refused } from './refused.ts';

/** Who did something that may be a yes. */
export type Doer = Omit<Person, 'role'>;

/**
 * The account behind a login, with its role; the login may have passed to somebody else since. A doer
 * of null is an account that is gone. `did` says what was done, and `remedy` how somebody else can do it.
 * @throws Fault `approver-not-allowed` where the forge knows no such account here, `approver-unknown`.
 */
export async function personOf(
  doer: Doer | null,
  forge: Pick<ApprovalForge, 'name' | 'roleOf'>,
  did: string,
  remedy: string,
): Promise<Person> {
  if (!doer) throw refused('approver-unknown', `${forge.name} does not tell who ${did}`, remedy);
  const { login, id, type } = doer;
  const found = await forge.roleOf(login);
  const name = JSON.stringify(login);
  if (!found)
    throw refused(
      'approver-not-allowed',
      `${forge.name} knows no account ${name} with a role here`,
      'Let somebody with one of the roles that approval.roles lists do it.',
    );
  if (found.user.id !== id)
    throw refused('approver-unknown', `the account ${name} is not the one that ${did}`, remedy);
  // Either word for the type may say that it is no person.
  return { ...found.user, ...(type !== 'User' && { type }), role: found.role };
}
