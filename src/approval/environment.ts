import type { ApprovalForge } from '../ports/approval-forge.ts';
import type { EvidenceReader } from './approval.ts';
import { environmentFlaw } from './environment-flaw.ts';
import { refused } from './refused.ts';
import { runAddress, type Running } from './running.ts';

/**
 * The yes of an environment's required reviewers. It carries no digest of its own: the run that
 * waited is the run that made the plan, and only that binds the two.
 */
export function environmentReader(options: {
  readonly forge: Pick<ApprovalForge, 'workflowRun' | 'reviewsOf' | 'environment' | 'branchesOf'>;
  readonly running: Running;
  /** As `approval.environment` names it. */
  readonly environment: string;
}): EvidenceReader {
  const { forge, running, environment } = options;
  const quoted = JSON.stringify(environment);
  return async (digest) => {
    const [run, reviews, rules] = await Promise.all([
      forge.workflowRun(running.id),
      forge.reviewsOf(running.id),
      forge.environment(environment),
    ]);
    if (!run)
      throw refused(
        'approver-unknown',
        'GitHub does not show this run to the token',
        'Give the job `permissions: { actions: read }`.',
      );
    const branches = rules?.listsBranches ? await forge.branchesOf(environment) : [];
    const flaw = environmentFlaw(rules, branches);
    if (flaw !== null)
      throw refused(
        'environment-unprotected',
        `the environment ${quoted} ${flaw}`,
        'Give it required reviewers and limit it to the default branch, and give the job `actions: read`; without required reviewers, approve by comment or dispatch.',
      );
    const named = reviews.filter(({ environments }) =>
      environments.some((name) => name.toLowerCase() === environment.toLowerCase()),
    );
    const last = named.at(-1);
    if (last?.state !== 'approved' || last.user === null)
      throw refused(
        'approval-missing',
        `nobody approved the environment ${quoted} in this run`,
        `Run the job in the environment ${quoted}, and let a reviewer approve it.`,
      );
    const { id, login } = last.user;
    return {
      evidence: {
        mechanism: 'environment',
        verified: true,
        by: { id, login },
        evidence: runAddress(running),
        digest,
        at: run.created,
      },
      // GitHub itself decided that this person is one of the reviewers.
      people: [{ ...last.user, role: null }],
      attempt: Math.max(run.attempt, running.attempt),
    };
  };
}
