import { isBotName } from '../model/bot-name.ts';
import type { Build, BuildJob } from '../ports/build-forge.ts';
import type { EvidenceReader } from './approval.ts';
import { refused } from './refused.ts';

/**
 * The yes of who unblocked the one block step before the job. Buildkite decided who may, and shows no
 * roles. It does not tell what a job waits for either: so the step has to be the only one before the
 * job, and unblocked before the job could begin.
 */
export function buildkiteReader(options: {
  readonly build: Build;
  /** The id of the job that this process is of. */
  readonly job: string;
}): EvidenceReader {
  const { build, job } = options;
  return (digest) => Promise.resolve(approvalOf(build, job, digest));
}

const remedy = 'Start a new build, and let an approver unblock it once its plan is there.';

function approvalOf(
  { jobs, address }: Build,
  id: string,
  digest: Parameters<EvidenceReader>[0],
): Awaited<ReturnType<EvidenceReader>> {
  const place = jobs.findIndex((job) => job.id === id);
  const own = jobs[place];
  if (!own)
    throw refused(
      'approver-unknown',
      'Buildkite shows no such job in this build',
      'Start it again.',
    );
  if (own.type !== 'script' || own.state !== 'running' || own.isReplaced)
    throw refused(
      'approval-missing',
      'the job is not one that runs now',
      'Leave BUILDKITE_JOB_ID as the agent sets it.',
    );
  const before = jobs.slice(0, place);
  const block = onlyBlock(before);
  const { by, at } = unblockingOf(block);
  if (own.runnable === null || own.runnable < at)
    throw refused(
      'approval-missing',
      'the job could begin before its block step was unblocked, so it does not wait for it',
      'Let the step depend on the block step: leave `depends_on` out, or name its key there.',
    );
  requireNoNewPlan(jobs, { own, block, at });
  const login = `${by.name.slice(0, 100)} (${by.id})`;
  return {
    evidence: {
      mechanism: 'buildkite',
      verified: true,
      by: { id: null, login },
      evidence: `${address}#${block.id}`,
      digest,
      at,
    },
    // Buildkite itself decided that this person may unblock.
    people: [{ id: null, login, type: isProgram(by) ? 'Bot' : 'User', role: null }],
    attempt: own.isRetry ? 2 : 1,
  };
}

function onlyBlock(before: readonly BuildJob[]): BuildJob {
  const [block, ...others] = before.filter(({ type }) => type === 'manual');
  if (!block)
    throw refused(
      'job-not-manual',
      'no block step stands before the job, so nobody said yes to anything',
      'Put a block step between the step that plans and the one that publishes.',
    );
  if (others.length > 0)
    throw refused(
      'approval-missing',
      `${others.length + 1} block or input steps stand before the job, and Buildkite does not tell which of them it waits for`,
      'Publish in a pipeline of its own, or before the other block steps.',
    );
  return block;
}

function unblockingOf({ state, unblockedBy: by, unblocked: at }: BuildJob) {
  if (state !== 'unblocked')
    throw refused('approval-missing', 'nobody unblocked the block step before the job', remedy);
  if (!by || at === null || by.name.trim() === '')
    throw refused(
      'approver-unknown',
      'Buildkite does not tell who unblocked the block step before the job',
      remedy,
    );
  return { by, at };
}

/** Refuses where what the block step was unblocked for may have been made anew since. */
function requireNoNewPlan(
  jobs: readonly BuildJob[],
  { own, block, at }: { readonly own: BuildJob; readonly block: BuildJob; readonly at: number },
): void {
  const place = jobs.indexOf(block);
  const isLate = ({ type, started, ended }: BuildJob) =>
    type === 'script' && started !== null && (ended === null || ended > at);
  const late = jobs.some(
    (job, index) => job !== own && (index < place || job.isRetry) && isLate(job),
  );
  if (late)
    throw refused(
      'approval-changed',
      'a job before the block step ended, or was started again, after it was unblocked, so the plan may be another one',
      remedy,
    );
}

/** Buildkite has one kind of accounts: what can be told is whether one calls itself a program. */
function isProgram({ name, email }: { readonly name: string; readonly email: string }): boolean {
  return [name, email.replace(/@.*$/s, '')].some(isBotName);
}
