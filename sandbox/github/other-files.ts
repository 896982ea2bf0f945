import { createHash } from 'node:crypto';
import { notFound } from './problem.ts';
import type { OtherRepository } from './records.ts';
import type { Caller } from './tokens.ts';
import type { Directory } from './users.ts';

/** A repository as the caller sees it. Throws `notFound`, also for one that is not for the caller. */
export function otherRepository(
  github: { readonly others: ReadonlyMap<string, OtherRepository>; readonly users: Directory },
  caller: Caller,
  owner: string,
  name: string,
): OtherRepository {
  const found = github.others.get(`${owner}/${name}`.toLowerCase());
  // An app's token, a job's too, is for the one repository; who has a role there is of the organisation.
  const isMember =
    caller.user !== null && !caller.installation && github.users.role(caller.user) !== 'none';
  if (found === undefined || (found.private && !isMember)) throw notFound();
  return found;
}

/** The id that git gives to a text. */
export function blobId(text: string): string {
  const bytes = Buffer.from(text);
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
