import type { RunForge, RunIdentity, RunRecord, StageApproval } from '../ports/run-forge.ts';
import type { EvidenceReader } from './approval.ts';
import { refused } from './refused.ts';

/**
 * The yes of whoever approved the stage that the job is in: each approval that the stage waited for, by
 * as many people as it wants. Azure DevOps decided who may, and shows no roles. An approval does not
 * name its environment: it may be of any resource that the stage uses.
 */
export function azureReader(options: {
  readonly forge: Pick<RunForge, 'records' | 'approval'>;
  /** The page of the run. */
  readonly address: string;
  /** The id of the job that this process is of. */
  readonly job: string;
}): EvidenceReader {
  const { forge, address, job } = options;
  return async (digest) => {
    const records = await forge.records();
    const { own, stage, ids } = checkpointOf(records, job);
    const approvals = await Promise.all(ids.map((id) => forge.approval(id)));
    const yes = approvals.flatMap(countedOf);
    const at = Math.min(...yes.map((each) => each.at));
    requireNoNewPlan(records, stage, at);
    const people = yes
      .filter(({ by }, index) => yes.findIndex((each) => each.by.id === by.id) === index)
      .map(({ by }) => ({ id: null, login: loginOf(by), type: by.type, role: null }));
    const [by, ...others] = people.map(({ id, login }) => ({ id, login }));
    if (!by) throw missing('nobody approved the stage');
    return {
      evidence: {
        mechanism: 'azure',
        verified: true,
        by,
        ...(others.length > 0 && { others }),
        evidence: `${address}#${ids[0] ?? ''}`,
        digest,
        at,
      },
      people,
      attempt: own.attempt > 1 || stage.attempt > 1 ? 2 : 1,
    };
  };
}

const remedy = 'Start a new run, and let an approver approve its stage once the plan is there.';

function missing(why: string) {
  return refused('approval-missing', why, remedy);
}

/** More checks than this on one stage are no set-up of anybody's. */
const mostApprovals = 20;

/** The job, its stage, and the ids of the approvals that this stage waited for. */
function checkpointOf(records: readonly RunRecord[], job: string) {
  const byId = new Map(records.map((record) => [record.id, record]));
  const own = byId.get(job.toLowerCase());
  if (own?.type !== 'Job')
    throw refused(
      'approver-unknown',
      'Azure DevOps shows no such job in this run',
      'Leave SYSTEM_JOBID as the agent sets it, and start a new run.',
    );
  if (own.state !== 'inProgress') throw missing('the job is not one that runs now');
  const stage = stageOf(own, byId);
  if (!stage) throw missing('Azure DevOps shows no stage of the job');
  const ids = records
    .filter(({ type }) => type === 'Checkpoint.Approval')
    .filter(({ parent }) => {
      const checkpoint = byId.get(parent ?? '');
      return checkpoint?.type === 'Checkpoint' && checkpoint.parent === stage.id;
    })
    .map(({ id }) => id);
  if (ids.length === 0)
    throw refused(
      'job-not-manual',
      'the stage of the job waited for no approval, so nobody said yes to anything',
      'Let its job deploy to an environment that has an approval under Approvals and checks.',
    );
  if (ids.length > mostApprovals) throw missing(`the stage has ${ids.length} approvals`);
  return { own, stage, ids };
}

function stageOf(own: RunRecord, byId: ReadonlyMap<string, RunRecord>): RunRecord | null {
  let record: RunRecord | undefined = own;
  // Job, phase, stage; a circle has no end.
  for (let level = 0; record && level < 8; level++) {
    if (record.type === 'Stage') return record;
    record = byId.get(record.parent ?? '');
  }
  return null;
}

/** The answers of people to an approval, where they are as many as it wants. */
function countedOf({ status, required, steps }: StageApproval) {
  // `skipped`: an administrator went past it, and nobody approved.
  if (status !== 'approved') throw missing(`an approval of the stage is ${JSON.stringify(status)}`);
  if (steps.some((step) => step.status === 'rejected')) throw missing('somebody rejected it');
  const yes = steps.flatMap(({ status: answer, by, at }) =>
    answer === 'approved' && by && at !== null ? [{ by, at }] : [],
  );
  const people = yes.filter(({ by }) => by.type === 'User');
  const count = new Set(people.map(({ by }) => by.id)).size;
  const wanted = Math.max(1, required === 0 ? steps.length : required);
  if (count >= wanted) return people;
  // Groups and programs are nobody, and the policy says so.
  if (yes.length > people.length) return yes;
  throw missing(`an approval of the stage has ${count} people who approved, and wants ${wanted}`);
}

/** Refuses where a stage was started again since, which may have made another plan. */
function requireNoNewPlan(records: readonly RunRecord[], stage: RunRecord, at: number): void {
  const byId = new Map(records.map((record) => [record.id, record]));
  const late = records.some(
    (record) =>
      record.type === 'Job' &&
      (record.attempt > 1 || (stageOf(record, byId)?.attempt ?? 1) > 1) &&
      stageOf(record, byId) !== stage &&
      record.started !== null &&
      (record.ended === null || record.ended > at),
  );
  if (late)
    throw refused(
      'approval-changed',
      'another stage was started again after this one was approved, so the plan may be another one',
      remedy,
    );
}

function loginOf({ id, name }: RunIdentity): string {
  return `${name.slice(0, 100)} (${id})`;
}
