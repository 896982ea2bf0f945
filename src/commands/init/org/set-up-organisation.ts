import { counted } from '../../../model/counted.ts';
import { Fault } from '../../../model/error.ts';
import { mapConcurrent } from '../../../model/map-concurrent.ts';
import type { FleetRepository } from '../../../ports/forge-fleet.ts';
import { repositoryStates, type InitOrgDocument } from '../../../report/documents/init-org.ts';
import { flagFault, wayNamed } from '../flag-values.ts';
import { namedReviewers, reviewerNames } from '../name-reviewers.ts';
import type { Person } from '../set-up.ts';
import { chooseRepositories, readChoice, type OrgOptions } from './choose-repositories.ts';
import { sharedName, type FleetContext, type Member } from './fleet-context.ts';
import { choresOf } from './organisation-chores.ts';
import { failedRow, skippedRow, type MissingSecret, type Row } from './row.ts';
import { readShared } from './set-up-shared.ts';
import { setUpOne } from './set-up-one.ts';

/** So many repositories are looked at together; their writes go out one after the other. */
const together = 4;
/** After so many in a row that GitHub could not be reached for, the rest is left for another run. */
const mostUnreached = 5;

type Result = Pick<
  InitOrgDocument,
  'organisation' | 'shared' | 'repositories' | 'counts' | 'left' | 'next'
>;

/** Reads what `--repositories` names. */
type ReadList = (file: string) => Promise<string>;

/**
 * Sets the repositories of an organisation up: first what they share, then each as far as it lacks
 * something. What is there on the forge is the only state, so that a run which was ended goes on with
 * the next one. A failure at one leaves the others alone. Throws `usage` before anything is written.
 */
export async function setUpOrganisation(
  context: FleetContext,
  options: OrgOptions,
  person: Person | null,
  readList: ReadList,
): Promise<Result> {
  const { organisation, fleet, log } = context;
  const dryRun = options['dry-run'];
  requireFitting(options, person !== null);
  const names = options.reviewers === null ? [] : reviewerNames(options.reviewers);
  const list = options.repositories === null ? null : await readList(options.repositories);
  const choice = readChoice(options, organisation, list);
  const seen = await fleet.repositories();
  const { found, missing } = chooseRepositories(seen, choice, organisation);
  const memberOf = (each: FleetRepository): Member => ({
    found: each,
    place: fleet.at(each.name),
    pages: context.pages(each.name),
  });
  const own = seen.find(
    ({ name }) => name.toLowerCase() === sharedName(organisation).toLowerCase(),
  );
  const ownMember = own ? memberOf(own) : null;
  const { shared, setUp } = await readShared(context, ownMember, options, person);
  const setup = fleet.at(sharedName(organisation)).setup;
  const reviewers = names.length === 0 ? [] : ((await namedReviewers(setup, names)) ?? []);
  const told = `${counted(found.length, 'repository', 'repositories')} of the ${seen.length} of ${organisation} that the token sees`;
  if (!dryRun) await requireYes(options, person, told);
  log.info(
    dryRun
      ? `Looking at ${told}.`
      : `Setting up ${told}. Writes go out one a second: up to 11 for each that lacks all, so ${minutes(found.length * 11)} at most. It can be ended at any time, and goes on when it is run again.`,
  );

  const ownRow = await setUp(dryRun).catch(rowFor(sharedName(organisation)));
  const secrets: (readonly [string, readonly MissingSecret[]])[] = [];
  let unreached = 0;
  let done = 0;
  const rows = await mapConcurrent(found, together, async (each): Promise<Row> => {
    if (unreached >= mostUnreached)
      return skippedRow(
        each.name,
        'not-reached',
        'GitHub could not be reached for those before it',
      );
    const row = await setUpOne(context, memberOf(each), { shared, reviewers, dryRun }).then(
      (result) => {
        unreached = 0;
        secrets.push([each.name, result.secrets]);
        return result.row;
      },
      (error: unknown) => {
        const failed = rowFor(each.name)(error);
        unreached =
          error instanceof Fault && error.code === 'forge-unreachable' ? unreached + 1 : 0;
        return failed;
      },
    );
    done += 1;
    log.progress({ label: 'Repositories', done, total: found.length });
    return row;
  });
  log.progress(null);
  const lost = missing.map((name) =>
    skippedRow(name, 'not-found', 'there is none of this name, or not for this token'),
  );
  const repositories = [...rows, ...lost];
  const inOrder = repositories.flatMap(({ repository }) =>
    secrets.filter(([name]) => name === repository),
  );
  const left = choresOf(context, { shared, ownRow, rows: repositories, secrets: inOrder, dryRun });
  const of = (state: Row['state']) => repositories.filter((row) => row.state === state).length;
  return {
    organisation,
    shared: ownRow,
    repositories,
    counts: {
      seen: seen.length,
      chosen: repositories.length,
      ...(Object.fromEntries(repositoryStates.map((state) => [state, of(state)])) as Record<
        Row['state'],
        number
      >),
    },
    left,
    next: dryRun
      ? 'Run it without `--dry-run`.'
      : (left[0]?.do ?? 'Mark a page in one of them, and look at its first plan.'),
  };
}

/** Flags that do not fit an organisation, or a place where nobody can be asked. Throws `usage`. */
function requireFitting(options: OrgOptions, canAsk: boolean): void {
  if (options['ledger-file'] !== null)
    throw flagFault('--ledger-file is for a trial at a terminal, and --org is not', null);
  if (options.approval !== null && wayNamed(options.approval) !== 'reviewers')
    throw flagFault(
      '--approval is not reviewers, and the workflow that all call waits for these',
      null,
    );
  if (options.all && !options.yes && !options['dry-run'] && !canAsk)
    throw flagFault('--all is every repository, and nobody is there to say yes', '--all --yes');
}

/** Asks at a terminal before anything is written. Throws `usage` for a no. */
async function requireYes(options: OrgOptions, person: Person | null, told: string): Promise<void> {
  if (options.yes || person === null) return;
  if (await person.askYesNo(`Set up ${told}?`)) return;
  throw new Fault('usage', 'usage', 'Nothing was set up: the answer was no.', {
    remedy: 'Look at it with `--dry-run`, or choose fewer with --topic, --match or --repositories.',
  });
}

/** What a failure of a repository looks like; what is no failure of the forge or its texts goes on. */
function rowFor(name: string): (error: unknown) => Row {
  return (error) => {
    if (error instanceof Fault && error.kind !== 'internal')
      return failedRow(name, `${error.message} [${error.code}]`);
    throw error;
  };
}

const minutes = (seconds: number) => `about ${Math.max(1, Math.ceil(seconds / 60))} min`;
