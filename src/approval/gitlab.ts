import type { Evidence } from '../model/evidence.ts';
import type { DeploymentDecision, JobDeployment, JobForge, OwnJob } from '../ports/job-forge.ts';
import type { Approval, EvidenceReader } from './approval.ts';
import { refused } from './refused.ts';

/**
 * The yes to the plan that the job's own pipeline made. Where the job deploys to an environment that
 * wants approvals, it is theirs, and nothing stands in for them; else it is that of who started this
 * very job by hand. GitLab decided who may do either, and shows no roles to a job.
 *
 * A job that is started again is another job, of whoever did, with a deployment of its own.
 */
export function gitLabReader(options: {
  readonly forge: Pick<JobForge, 'deploymentOf' | 'jobsOf'>;
  readonly job: OwnJob;
  /** As `approval.environment` names it. */
  readonly environment: string;
  /** What the runner says of the job, where GitLab's API does not: whether a person has to start it. */
  readonly isManual: boolean;
}): EvidenceReader {
  const { forge, job, environment } = options;
  return async (digest) => {
    const deployment = await forge.deploymentOf(job, environment);
    if (deployment && deployment.environment !== environment)
      throw refused(
        'environment-differs',
        `the job deploys to ${JSON.stringify(deployment.environment)}, and approval.environment is ${JSON.stringify(environment)}`,
        'Name the same environment in the job and in approval.environment.',
      );
    const shared = { mechanism: 'gitlab', verified: true, evidence: job.address, digest } as const;
    if (deployment && wantsApprovals(deployment))
      return approvedBy(shared, deployment, await startersOf(job, deployment, forge));
    return startedBy(shared, job, job.isManual ?? options.isManual);
  };
}

type Shared = Pick<Evidence, 'mechanism' | 'verified' | 'evidence' | 'digest'>;

function wantsApprovals({ rules, pending, decisions }: JobDeployment): boolean {
  return rules.some(({ required }) => required > 0) || pending > 0 || decisions.length > 0;
}

/** Whose approval is none, and when the pipeline last left files, where GitLab tells. */
async function startersOf(
  job: OwnJob,
  { user }: JobDeployment,
  forge: Pick<JobForge, 'jobsOf'>,
): Promise<{ readonly ids: ReadonlySet<number>; readonly filesAt: number }> {
  if (!user)
    throw refused(
      'approver-unknown',
      'GitLab does not tell who started the pipeline, whose own approval would not count',
      'Start a new pipeline.',
    );
  const jobs = (await forge.jobsOf(job)) ?? [];
  const [first] = jobs.toSorted((a, b) => a.id - b.id);
  const others = jobs.filter(({ id }) => id !== job.id);
  return {
    // A deployment of a job that was started again names who did that.
    ids: new Set([user.id, ...(first?.user ? [first.user.id] : [])]),
    filesAt: Math.max(0, ...others.map(({ leftFiles }) => leftFiles ?? 0)),
  };
}

function approvedBy(
  shared: Shared,
  deployment: JobDeployment,
  starters: { readonly ids: ReadonlySet<number>; readonly filesAt: number },
): Approval {
  const { decisions, rules, pending } = deployment;
  const all = [...decisions, ...rules.flatMap((rule) => rule.decisions)];
  const remedy = 'Start a new pipeline, and let an approver approve its deployment.';
  // A single no among them is a no.
  if (all.some(({ status }) => status !== 'approved'))
    throw refused('approval-missing', 'not every decision about the deployment is a yes', remedy);
  const counted = distinct(all.flatMap((decision) => countedOf(decision, starters.ids)));
  const isShort = rules.some(
    (rule) =>
      distinct(rule.decisions.flatMap((each) => countedOf(each, starters.ids))).length <
      rule.required,
  );
  const [by, ...others] = counted.map(({ user: { id, login } }) => ({ id, login }));
  if (!by || isShort || pending > 0)
    throw refused(
      'approval-missing',
      `the deployment has ${counted.length} approvals that count, and wants more; whoever started the pipeline and programs approve nothing`,
      remedy,
    );
  const at = Math.min(...counted.map((decision) => decision.at));
  if (starters.filesAt > at)
    throw refused(
      'approval-changed',
      'a job of the pipeline left files after the deployment was approved, so the plan may be another one',
      remedy,
    );
  return {
    evidence: { ...shared, by, ...(others.length > 0 && { others }), at },
    // GitLab itself decided that these people may approve.
    people: counted.map(({ user }) => ({ ...user, role: null })),
    attempt: 1,
  };
}

type Counted = DeploymentDecision & { readonly user: NonNullable<DeploymentDecision['user']> };

function countedOf(decision: DeploymentDecision, starters: ReadonlySet<number>): Counted[] {
  const { user } = decision;
  return user?.type === 'User' && !starters.has(user.id) ? [{ ...decision, user }] : [];
}

/** The first decision of each. */
function distinct(decisions: readonly Counted[]): Counted[] {
  return decisions.filter(
    ({ user }, index) => decisions.findIndex((each) => each.user.id === user.id) === index,
  );
}

function startedBy(shared: Shared, { user, started }: OwnJob, isManual: boolean): Approval {
  if (!isManual)
    throw refused(
      'job-not-manual',
      'the job started by itself, so nobody said yes to anything',
      'Give it `when: manual`, or an environment that wants approvals, and name that one in approval.environment.',
    );
  if (!user)
    throw refused(
      'approver-unknown',
      'GitLab does not tell who started the job',
      'Start the job again.',
    );
  return {
    evidence: { ...shared, by: { id: user.id, login: user.login }, at: started },
    people: [{ ...user, role: null }],
    attempt: 1,
  };
}
