import { Fault } from '../../model/error.ts';
import type { ForgeSetup, Reviewer } from '../../ports/forge-setup.ts';
import { flagFault, listed } from './flag-values.ts';

/** GitHub takes no more for an environment. */
const mostReviewers = 6;

/** Reads `--reviewers`: logins, and teams as ORGANISATION/TEAM. Throws `usage`. */
export function reviewerNames(text: string): string[] {
  const names = listed(text).map((name) => name.replace(/^@/, ''));
  const odd = names.find((name) => !/^[A-Za-z0-9][\w.-]*(?:\/[\w.-]+)?$/.test(name));
  if (odd !== undefined)
    throw flagFault(
      `--reviewers has ${JSON.stringify(odd)}, expected a login, or a team as ORGANISATION/TEAM`,
      null,
    );
  if (names.length === 0 || names.length > mostReviewers)
    throw flagFault(
      `--reviewers names ${names.length}, expected 1 to ${mostReviewers} people or teams`,
      null,
    );
  return names;
}

/**
 * Who they are. Null where the token may not look them up. Throws `usage` where there is nobody of a
 * name.
 */
export async function namedReviewers(
  setup: ForgeSetup,
  names: readonly string[],
): Promise<readonly Reviewer[] | null> {
  const found: Reviewer[] = [];
  for (const name of names) {
    const reviewer = await setup.reviewer(name).catch((error: unknown) => {
      if (error instanceof Fault && error.code === 'forge-refused') return 'refused' as const;
      throw error;
    });
    if (reviewer === 'refused') return null;
    if (reviewer === null)
      throw flagFault(
        `--reviewers has ${JSON.stringify(name)}, and GitHub knows ${name.includes('/') ? 'no such team' : 'nobody of that login; a team is named ORGANISATION/TEAM'}`,
        null,
      );
    found.push(reviewer);
  }
  return found;
}
