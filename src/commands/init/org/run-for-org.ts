import { Fault } from '../../../model/error.ts';
import type { InitOrgDocument } from '../../../report/documents/init-org.ts';
import { initOrgLines } from '../../../report/init-org-report.ts';
import type { CommandResult } from '../../command.ts';
import type { LocalSession } from '../../session.ts';
import type { Person } from '../set-up.ts';
import type { OrgOptions } from './choose-repositories.ts';
import { setUpOrganisation } from './set-up-organisation.ts';

/** `init --org`: sets many repositories up, and says what is left. Exit code 1 where one failed. */
export async function runForOrg(
  session: Pick<LocalSession, 'openFleet' | 'readFile'>,
  organisation: string,
  options: OrgOptions,
  person: Person | null,
  verbose: boolean,
): Promise<CommandResult> {
  await using context = await session.openFleet(organisation);
  const read = (file: string) =>
    session.readFile(file).catch((cause: unknown) => {
      const message = `Cannot set up: --repositories is ${JSON.stringify(file)}, and it cannot be read.`;
      throw new Fault('usage', 'usage', message, {
        remedy: 'Name a file with the name of a repository a line.',
        cause,
      });
    });
  const result = await setUpOrganisation(context, options, person, read);
  const document: InitOrgDocument = {
    schema: 1,
    command: 'init',
    dryRun: options['dry-run'],
    ...result,
    requests: { site: { total: 0, writes: 0 }, forge: context.fleet.requests },
  };
  const failed = document.shared.state === 'failed' || document.counts.failed > 0;
  return {
    document,
    lines: (view) => initOrgLines(view.document(document), verbose),
    exitCode: failed ? 1 : 0,
  };
}
