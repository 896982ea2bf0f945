import { counted } from '../../../model/counted.ts';
import { chore, type Chore } from '../steps.ts';
import { sharedName, type FleetContext } from './fleet-context.ts';
import { mergeChore, setUpBranch } from './offer-files.ts';
import type { MissingSecret, Row } from './row.ts';
import { secretLoops } from './secrets-loop.ts';
import type { Shared } from './set-up-shared.ts';

/** What is left over all repositories, in the order in which one thing rests on another. */
export function choresOf(
  { organisation, pages }: Pick<FleetContext, 'organisation' | 'pages'>,
  done: {
    readonly shared: Shared;
    readonly ownRow: Row;
    readonly rows: readonly Row[];
    readonly secrets: readonly (readonly [string, readonly MissingSecret[]])[];
    readonly dryRun: boolean;
  },
): Chore[] {
  const { shared, ownRow, rows, secrets, dryRun } = done;
  const own = ownRow.left.map((each) => ({
    ...each,
    do: `${sharedName(organisation)}: ${each.do}`,
  }));
  const failed = rows.filter(({ state }) => state === 'failed');
  const waiting = rows.filter(({ pull }) => pull?.state === 'open');
  // Beside the merge, what is left of a repository are clicks, for which there is no API.
  const clicks = rows.filter(({ left, pull }) => left.length > mergeChore(pull).length);
  const host = URL.parse(pages(sharedName(organisation)).server)?.host ?? '';
  const { environment } = shared.config.approval;
  return [
    ...(failed.length === 0
      ? []
      : [chore(`Run it again: ${counted(failed.length, 'repository', 'repositories')} failed.`)]),
    ...own,
    ...secretLoops(host, secrets, (name) => name === environment),
    ...(clicks.length === 0
      ? []
      : [
          chore(
            `Click what no API does, in ${counted(clicks.length, 'repository', 'repositories')}: --verbose lists it with the pages, --json too.`,
          ),
        ]),
    ...(waiting.length === 0 || dryRun
      ? []
      : [
          chore(
            `Have ${counted(waiting.length, 'pull request')} reviewed and merged.`,
            null,
            /^[\w.-]+$/.test(organisation)
              ? `gh search prs --owner ${organisation} --head ${setUpBranch} --state open --limit 1000`
              : null,
          ),
        ]),
  ];
}
