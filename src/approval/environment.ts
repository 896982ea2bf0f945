import type { ApprovalForge } from '../ports/approval-forge.ts';
import type { EvidenceReader } from './approval.ts';
import { environmentFlaw } from './environment-flaw.ts';
import { refused } from './refused.ts';
import { requireRun } from './require-run.ts';
import { runAddress, type Running } from './running.ts';

/**
 * The yes of an environment's required reviewers. It carries no digest of its own: the run that
 * waited is the run that made the plan, and only that binds the two. Nor does it tell of which attempt
 * it is: the policy takes none but the first.
 */
export function environmentReader(options: {
  readonly forge: Pick<
    ApprovalForge,
    'name' | 'workflowRun' | 'reviewsOf' | 'environment' | 'branchesOf' | 'defaultBranch'
  >;
  readonly running: Running;
  /** As `approval.environment` names it. */
  readonly environment: string;
  /** As the event names it; null: it does not. */
  readonly defaultBranch: string | null;
}): EvidenceReader {
  const { forge, running, environment } = options;
  const quoted = JSON.stringify(environment);
  return async (digest) => {
    const [shown, reviews, rules] = await Promise.all([
      forge.workflowRun(running.id),
      forge.reviewsOf(running.id),
      forge.environment(environment),
    ]);
    const run = requireRun(shown, forge);
    const branches = rules?.branches === 'listed' ? await forge.branchesOf(environment) : null;
    const defaultBranch = options.defaultBranch ?? (await forge.defaultBranch());
    const flaw = environmentFlaw(rules, branches, defaultBranch);
    if (flaw !== null)
      throw refused(
        'environment-unprotected',
        `the environment ${quoted} ${flaw}`,
        'Give it required reviewers and limit it to the default branch by name, and give the job `actions: read`; without required reviewers, approve by comment or dispatch.',
      );
    const named = reviews.filter(({ environments }) =>
      environments.some((name) => name.toLowerCase() === environment.toLowerCase()),
    );
    // The list has no order, no time and no attempt: a single no among them is a no.
    if (named.length === 0 || named.some(({ state }) => state !== 'approved'))
      throw refused(
        'approval-missing',
        named.length === 0
          ? `nobody approved the environment ${quoted} in this run`
          : `not every decision about the environment ${quoted} in this run is a yes`,
        `Run the job in the environment ${quoted} in a new run, and let a reviewer approve it.`,
      );
    const users = named.flatMap(({ user }) => user ?? []);
    const [by, ...others] = users.map(({ id, login }) => ({ id, login }));
    if (!by || users.length < named.length)
      throw refused(
        'approver-unknown',
        `${forge.name} does not name everyone who approved the environment ${quoted} in this run`,
        'Start a new run, and approve that one.',
      );
    return {
      evidence: {
        mechanism: 'environment',
        verified: true,
        by,
        ...(others.length > 0 && { others }),
        evidence: runAddress(running),
        digest,
        at: run.created,
      },
      // GitHub itself decided that these people are reviewers.
      people: users.map((user) => ({ ...user, role: null })),
      attempt: Math.max(run.attempt, running.attempt),
    };
  };
}
