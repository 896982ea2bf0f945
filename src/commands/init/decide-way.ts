import { isInConfig } from '../../config/config-places.ts';
import type { Config } from '../../config/schema.ts';
import { Fault } from '../../model/error.ts';
import type { ForgeRepository } from '../../ports/forge-setup.ts';
import { flagFault } from './flag-values.ts';
import type { GitHubPlace, InitContext } from './init-context.ts';
import { publisherIn } from './pick-workflows.ts';
import { acceptedOf, ways, wayOf, type Way } from './wish.ts';

interface Deciding {
  readonly context: Pick<InitContext, 'config' | 'host' | 'workflows'>;
  readonly github: GitHubPlace | null;
  /** What GitHub says of the repository; null where it was not asked. */
  readonly about: ForgeRepository | null;
  /** Whether the ledger is a file, which no run of a workflow finds again. */
  readonly isTrial: boolean;
  readonly flag: Way | null;
  readonly environment: string;
  readonly askYesNo: ((question: string) => Promise<boolean>) | null;
}

/**
 * How a workflow gets its approval: as the configuration or the workflow that is there says, as the
 * flag says, else by reviewers where the repository may have them. Null: there is to be no workflow.
 * Throws `usage`.
 */
export async function decideWay(deciding: Deciding): Promise<Way | null> {
  const { context, github, about, isTrial, flag, environment, askYesNo } = deciding;
  if (github === null || isTrial) {
    if (flag !== null)
      throw flagFault(
        isTrial
          ? '--approval is for workflows, and no run of one finds a ledger in a file again'
          : `--approval is for workflows on GitHub, and ${placeOf(context.host)}`,
        null,
      );
    return null;
  }
  const { config } = context;
  if (config !== null && isInConfig(config.config, ['approval', 'accept']))
    return wayOf(config.config);
  if (flag !== null) return flag;
  const publisher = publisherIn(context.workflows, environment);
  const offered =
    publisher && ways.find((way) => publisher.ways.includes(acceptedOf[way][0] ?? ''));
  if (offered) return offered;
  const may = about?.mayHaveReviewers ?? null;
  if (may !== null) return may ? 'reviewers' : 'comments';
  if (await hasReviewers(github, environment)) return 'reviewers';
  if (askYesNo)
    return (await askYesNo('Is the repository public, or of a GitHub Enterprise?'))
      ? 'reviewers'
      : 'comments';
  if (about !== null) return 'comments';
  throw new Fault(
    'usage',
    'usage',
    'Cannot set up: nothing tells whether the repository may have required reviewers, as GITHUB_TOKEN is not set.',
    {
      remedy:
        'Name `--approval reviewers` for a public repository or one of a GitHub Enterprise, else `--approval comments`; or set GITHUB_TOKEN.',
    },
  );
}

/** Where the remote is, as far as it is on no GitHub that is known. */
export function placeOf(host: string | null): string {
  if (host === null) return 'there is no remote `origin`';
  return host === '' ? '`origin` is a folder' : `\`origin\` is on ${host}`;
}

/** What an environment has is proof that it may. */
async function hasReviewers({ setup }: GitHubPlace, environment: string): Promise<boolean> {
  if (setup === null) return false;
  const found = await setup.environment(environment).catch((error: unknown) => {
    if (error instanceof Fault) return null;
    throw error;
  });
  return found !== null && found.reviewers.length > 0;
}

/** What a configuration accepts and a flag asks for otherwise; null: nothing. */
export function wayDiffers(
  { approval }: Pick<Config, 'approval'>,
  flag: Way | null,
): string | null {
  if (flag === null || acceptedOf[flag].some((each) => approval.accept.includes(each))) return null;
  return `approval.accept is ${approval.accept.join(', ')}, which --approval ${flag} does not change`;
}
