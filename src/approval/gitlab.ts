import { digestOf } from '../model/digest.ts';
import { Fault } from '../model/error.ts';
import type { Evidence } from '../model/evidence.ts';
import { isObject } from '../model/is-object.ts';
import type { Instant } from '../model/post.ts';
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
  readonly forge: Pick<JobForge, 'deploymentOf' | 'jobsOf' | 'fileOf'>;
  readonly job: OwnJob;
  /** Where the index is, below the checkout; null: not in it. */
  readonly indexPath: string | null;
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
    if (deployment && wantsApprovals(deployment)) {
      const { starters, left } = await pipelineOf(job, deployment, forge);
      const approval = approvedBy(shared, deployment, starters);
      const { at } = approval.evidence;
      const isNews = left.some((each) => each.at > at);
      // What was done in another pipeline since then is not seen.
      const isProved = !job.isDownstream && !isNews;
      if (!isProved && !(await wasThere(options, left, approval.evidence)))
        throw changed(job.isDownstream);
      return approval;
    }
    return startedBy(shared, job, job.isManual ?? options.isManual);
  };
}

type Shared = Pick<Evidence, 'mechanism' | 'verified' | 'evidence' | 'digest'>;

function wantsApprovals({ rules, pending, decisions }: JobDeployment): boolean {
  return rules.some(({ required }) => required > 0) || pending > 0 || decisions.length > 0;
}

/** Files that another job left, and when. */
interface LeftFiles {
  readonly job: number;
  readonly at: Instant;
}

/** Whose approval is none, and the files that the pipeline left, where GitLab tells. */
async function pipelineOf(
  job: OwnJob,
  { user }: JobDeployment,
  forge: Pick<JobForge, 'jobsOf'>,
): Promise<{ readonly starters: ReadonlySet<number>; readonly left: readonly LeftFiles[] }> {
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
    starters: new Set([user.id, ...(first?.user ? [first.user.id] : [])]),
    left: others.flatMap(({ id, leftFiles: at }) => (at === null ? [] : [{ job: id, at }])),
  };
}

/** So many jobs are looked at for the index that was there to be approved. */
const mostLooked = 20;

/**
 * Whether the index is, byte for byte of its meaning, the one that stood there when it was approved: that of
 * the last job to leave a file of this path before. What others left since then is no part of it.
 */
async function wasThere(
  { forge, job, indexPath }: Parameters<typeof gitLabReader>[0],
  left: readonly LeftFiles[],
  { at, digest }: Pick<Evidence, 'at' | 'digest'>,
): Promise<boolean> {
  if (indexPath === null) return false;
  const before = left.filter((each) => each.at <= at).toSorted((a, b) => b.at - a.at);
  try {
    for (const each of before.slice(0, mostLooked)) {
      const found = await forge.fileOf(job, each.job, indexPath);
      if (found) return isObject(found.json) && digestOf(found.json) === digest;
    }
  } catch (error) {
    // What is not shown may be another one.
    if (!(error instanceof Fault)) throw error;
  }
  return false;
}

function changed(isDownstream: boolean): Fault<'policy'> {
  return isDownstream
    ? refused(
        'approval-changed',
        'another pipeline started this one, and no job of this one left the index before the deployment was approved',
        'Let the job that plans and the one that publishes be of one pipeline.',
      )
    : refused(
        'approval-changed',
        'a job of the pipeline left files after the deployment was approved, and no job before it left this index',
        remedy,
      );
}

const remedy = 'Start a new pipeline, and let an approver approve its deployment.';

function approvedBy(
  shared: Shared,
  deployment: JobDeployment,
  starters: ReadonlySet<number>,
): Approval {
  const { decisions, rules, pending } = deployment;
  const all = [...decisions, ...rules.flatMap((rule) => rule.decisions)];
  // A single no among them is a no.
  if (all.some(({ status }) => status !== 'approved'))
    throw refused('approval-missing', 'not every decision about the deployment is a yes', remedy);
  const counted = distinct(all.flatMap((decision) => countedOf(decision, starters)));
  const isShort = rules.some(
    (rule) =>
      distinct(rule.decisions.flatMap((each) => countedOf(each, starters))).length < rule.required,
  );
  const [by, ...others] = counted.map(({ user: { id, login } }) => ({ id, login }));
  if (!by || isShort || pending > 0)
    throw refused(
      'approval-missing',
      `the deployment has ${counted.length} approvals that count, and wants more; whoever started the pipeline and programs approve nothing`,
      remedy,
    );
  const at = Math.min(...counted.map((decision) => decision.at));
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
