import { checkedToken } from '../../adapters/checked-token.ts';
import { createJobForge } from '../../adapters/gitlab/job-forge.ts';
import { ledgerRemote } from '../../adapters/ledger/branch/ledger-remote.ts';
import type { EvidenceSource } from '../../approval/approval.ts';
import { gitLabReader } from '../../approval/gitlab.ts';
import { requireApprover } from '../../approval/policy.ts';
import { refused } from '../../approval/refused.ts';
import type { Context } from '../../commands/context.ts';
import type { Digest } from '../../model/digest.ts';
import { Fault } from '../../model/error.ts';
import { memoize } from '../../model/memoize.ts';
import type { OwnJob } from '../../ports/job-forge.ts';
import { defaultBranchOf, requireDefaultBranch } from '../default-branch.ts';
import type { Environment } from '../environment.ts';
import { originOf } from '../origin.ts';
import { gitLabOptions } from './gitlab-forge.ts';
import { gitLabPlace } from './gitlab-place.ts';
import { indexDigest } from './index-digest.ts';
import type { OpenEvidence } from './open-evidence.ts';

/** What GitLab can tell of an approval. It is asked before the site is. */
export const openGitLabEvidence: OpenEvidence = async (environment, context, given) => {
  const digest = indexDigest('gitlab', 'GitLab', environment, context, given);
  return typeof digest === 'string' ? jobEvidence(environment, context, digest) : digest;
};

async function jobEvidence(
  environment: Environment,
  context: Parameters<OpenEvidence>[1],
  digest: Digest,
): Promise<EvidenceSource> {
  const { gitlab } = environment;
  const place = await gitLabPlace(gitlab, context.repository);
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
  const forge = createJobForge(
    gitLabOptions(environment, { apiUrl: place.apiUrl, token: { kind: 'job', value } }),
  );
  try {
    const job = await forge.ownJob();
    if (!job)
      throw refused(
        'approver-unknown',
        'GitLab does not show this job to its token, and so not who started it',
        'Start the job again.',
      );
    await requireJobOfDefaultBranch(environment, context, job);
    const read = gitLabReader({
      forge,
      job,
      environment: context.config.approval.environment,
      isManual: gitlab.isManual,
    });
    const approval = memoize(() => read(digest));
    requireApprover(await approval(), context.config.approval);
    return {
      // The plan made here is the one that the file has: what else was named is refused by its digest.
      read: async () => approval(),
      digest,
      authorsOf: (numbers) => Promise.all(numbers.map((number) => forge.authorOf(job, number))),
      get requests() {
        return forge.requests;
      },
      answered: (work) => work(),
      [Symbol.asyncDispose]: () => forge.close(),
    };
  } catch (error) {
    await forge.close();
    throw error;
  }
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
