import type { ApprovalForge } from '../ports/approval-forge.ts';
import type { EvidenceReader } from './approval.ts';
import { personOf, type Doer } from './person-of.ts';
import { refused } from './refused.ts';
import { requireRun } from './require-run.ts';
import { runAddress, type Running } from './running.ts';

const remedy = 'Start the workflow by hand with the digest of the plan.';

/**
 * The yes of somebody who started a run by hand with the digest as an input. Whoever starts it again
 * acts with the rights of the first, so both need a role.
 *
 * The digest is the runner's word: no forge tells anybody a run's inputs. Who started it is the forge's.
 */
export function dispatchReader(options: {
  readonly forge: Pick<ApprovalForge, 'name' | 'workflowRun' | 'roleOf'>;
  readonly running: Running;
  /** The values of the run's inputs, as the event has them. */
  readonly inputs: readonly string[];
}): EvidenceReader {
  const { forge, running, inputs } = options;
  const starter = (doer: Doer | null) =>
    personOf(doer, forge, 'started this attempt of the run', 'Start a new run by hand.');
  return async (digest) => {
    if (!inputs.includes(digest))
      throw refused(
        'approval-missing',
        `the run was not started with ${digest} as an input`,
        remedy,
      );
    const runOf = async (attempt?: number) =>
      requireRun(await forge.workflowRun(running.id, attempt), forge, 'workflow_dispatch');
    const run = await runOf();
    const attempt = Math.max(run.attempt, running.attempt);
    const again = attempt > 1 ? await runOf(attempt) : run;
    const people = [await starter(run.actor)];
    if (again.triggeringActor?.id !== run.actor?.id)
      people.push(await starter(again.triggeringActor));
    return {
      evidence: {
        mechanism: 'dispatch',
        verified: true,
        by: run.actor && { id: run.actor.id, login: run.actor.login },
        evidence: runAddress(running),
        digest,
        at: run.created,
      },
      people,
      attempt,
    };
  };
}
