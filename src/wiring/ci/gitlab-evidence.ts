import { isAbsolute, relative, resolve, sep } from 'node:path';
import { checkedToken } from '../../adapters/checked-token.ts';
import { createJobForge } from '../../adapters/gitlab/job-forge.ts';
import { ledgerRemote } from '../../adapters/ledger/branch/ledger-remote.ts';
import { gitLabReader } from '../../approval/gitlab.ts';
import { refused } from '../../approval/refused.ts';
import type { Context } from '../../commands/context.ts';
import { Fault } from '../../model/error.ts';
import type { OwnJob } from '../../ports/job-forge.ts';
import { defaultBranchOf, requireDefaultBranch } from '../default-branch.ts';
import type { Environment } from '../environment.ts';
import { originOf } from '../origin.ts';
import { gitLabOptions } from './gitlab-forge.ts';
import { gitLabPlace } from './gitlab-place.ts';
import { ownRunEvidence } from './own-run-evidence.ts';

/** What GitLab can tell of an approval. */
export const openGitLabEvidence = ownRunEvidence({
  mechanism: 'gitlab',
  name: 'GitLab',
  async open(environment, { repository }) {
    const { gitlab } = environment;
    const place = await gitLabPlace(gitlab, repository);
    if (!place)
      throw new Fault(
        'usage',
        'insecure-url',
        'Cannot look for the approval: CI_API_V4_URL is not set, and `origin` is on no GitLab.',
        { remedy: 'Run it in a job of GitLab CI, whose runner sets it.' },
      );
    if (gitlab.jobToken === null)
      throw new Fault(
        'usage',
        'token-missing',
        'Cannot look for the approval: CI_JOB_TOKEN is not set.',
        { remedy: 'Run it in a job of GitLab CI, whose runner sets it.' },
      );
    const value = checkedToken('CI_JOB_TOKEN', gitlab.jobToken);
    const token = { kind: 'job', value } as const;
    return createJobForge(gitLabOptions(environment, { apiUrl: place.apiUrl, token }));
  },
  async examine(forge, environment, context, { file }) {
    const job = await forge.ownJob();
    if (!job)
      throw refused(
        'approver-unknown',
        'GitLab does not show this job to its token, and so not who started it',
        'Start the job again.',
      );
    await requireJobOfDefaultBranch(environment, context, job);
    const { isManual } = environment.gitlab;
    const named = context.config.approval.environment;
    return {
      read: gitLabReader({
        forge,
        job,
        environment: named,
        isManual,
        indexPath: pathIn(context.repository.root, environment.cwd, file),
      }),
      authorsOf: (numbers) => Promise.all(numbers.map((number) => forge.authorOf(job, number))),
    };
  },
});

/** A file's path below the checkout, with `/`; null where it is not in it. */
function pathIn(root: string, cwd: string, file: string | null): string | null {
  const path = file === null ? '' : relative(root, resolve(cwd, file));
  const isInside = path !== '' && !isAbsolute(path) && !/^\.\.(?:[/\\]|$)/.test(path);
  return isInside ? path.split(sep).join('/') : null;
}

/** A branch may have another `.gitlab-ci.yml`, whose jobs check out whatever they like. */
async function requireJobOfDefaultBranch(
  environment: Environment,
  { config, repository }: Pick<Context, 'config' | 'repository'>,
  { ref, isTag }: OwnJob,
): Promise<void> {
  // With a ledger in a file every commit goes.
  if ('file' in config.ledger) return;
  const origin = await originOf(environment, repository, await repository.routes('origin'));
  const head = await defaultBranchOf(ledgerRemote(origin, config.ledger.branch, repository.commit));
  const here = `refs/${isTag ? 'tags' : 'heads'}/${ref}`;
  await requireDefaultBranch({ root: repository.root, head, here });
}
