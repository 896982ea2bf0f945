import { ledgerRemote } from '../../adapters/ledger/branch/ledger-remote.ts';
import { refused } from '../../approval/refused.ts';
import type { Context } from '../../commands/context.ts';
import { Fault } from '../../model/error.ts';
import { defaultBranchOf, requireDefaultBranch } from '../default-branch.ts';
import type { Environment } from '../environment.ts';
import { originOf } from '../origin.ts';
import { isSameRepository } from './remote-place.ts';

/** What a CI says of its run. */
interface RunOfCi {
  /** What it is called there: `build`, `run`. */
  readonly word: string;
  readonly repository: string | null;
  /** The full name, such as `refs/heads/main`. */
  readonly ref: string;
  readonly commit: string;
  readonly isOfPullRequest: boolean;
}

/**
 * Refuses a run that is not for what is checked out. One of another repository, commit or branch was
 * approved for something else; a branch may have other steps, and a fork may call its branch like the
 * default one.
 */
export async function requireRunOfCheckout(
  environment: Environment,
  { config, repository }: Pick<Context, 'config' | 'repository'>,
  { word, ...run }: RunOfCi,
): Promise<void> {
  if (!isSameRepository(run.repository, await repository.remote('origin')))
    throw refused(
      'approval-missing',
      `the ${word} is of another repository than the remote \`origin\``,
      'Publish from the pipeline of this repository, and leave `origin` as the agent cloned it.',
    );
  if (run.commit !== repository.commit)
    throw refused(
      'approval-missing',
      `the ${word} is for ${JSON.stringify(run.commit.slice(0, 40))}, and ${repository.commit} is checked out`,
      `Check out the commit of the ${word}; where one is started by hand, with a whole commit.`,
    );
  if (run.isOfPullRequest || !run.ref.startsWith('refs/heads/'))
    throw new Fault(
      'usage',
      'not-default-branch',
      `Cannot run here: the ${word} is for a pull request or a tag, expected one for the default branch.`,
      { remedy: 'Run the command `check` there, and publish for the default branch.' },
    );
  // With a ledger in a file every commit goes.
  if ('file' in config.ledger) return;
  const origin = await originOf(environment, repository, await repository.routes('origin'));
  const head = await defaultBranchOf(ledgerRemote(origin, config.ledger.branch, repository.commit));
  const { root } = repository;
  await requireDefaultBranch({ root, head, here: run.ref });
  await requireDefaultBranch({ root, head, here: null });
}
