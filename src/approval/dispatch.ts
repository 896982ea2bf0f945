import { Fault } from '../model/error.ts';
import type { Instant } from '../model/post.ts';
import type { ApprovalForge, WorkflowRun } from '../ports/approval-forge.ts';
import type { EvidenceReader, Person } from './claim.ts';
import { refused } from './refused.ts';
import { runAddress, type Running } from './running.ts';

/**
 * The yes of somebody who started a run by hand with the digest as an input. Whoever starts it again
 * acts with the rights of the first, so both need a role.
 */
export function dispatchReader(options: {
  readonly forge: Pick<ApprovalForge, 'workflowRun' | 'roleOf'>;
  readonly running: Running;
  /** The values of the run's inputs, as the event has them. */
  readonly inputs: readonly string[];
  readonly now: () => Instant;
}): EvidenceReader {
  const { forge, running, inputs, now } = options;
  return async (digest) => {
    if (!inputs.includes(digest))
      throw refused(
        'approval-missing',
        `the run was not started with ${digest} as an input`,
        'Start the workflow by hand with the digest of the plan.',
      );
    const run = await readRun(forge, running);
    const actor = run ? run.actor?.login : running.actor;
    const again = run ? run.triggeringActor?.login : starterOf(running);
    if (!actor || !again)
      throw refused(
        'approver-unknown',
        'the run does not tell who started it',
        'Start a new run by hand.',
      );
    const people: Person[] = [];
    for (const login of new Set([actor, again])) {
      const { user, role } = await forge.roleOf(login);
      people.push({ ...user, role });
    }
    const [first] = people;
    return {
      evidence: {
        mechanism: 'dispatch',
        verified: true,
        by: first ? { id: first.id, login: first.login } : null,
        evidence: runAddress(running),
        digest,
        // A first attempt that may not read its own run has only just begun.
        at: run?.created ?? now(),
      },
      people,
      attempt: Math.max(run?.attempt ?? 1, running.attempt),
    };
  };
}

/** The run, or null where the token may not read it and this is its first attempt. */
async function readRun(
  forge: Pick<ApprovalForge, 'workflowRun'>,
  running: Running,
): Promise<WorkflowRun | null> {
  let run: WorkflowRun;
  try {
    run = await forge.workflowRun(running.id);
  } catch (error) {
    const hidden = error instanceof Fault && error.code === 'forge-refused';
    if (!hidden || running.attempt > 1) throw error;
    return null;
  }
  if (run.event === 'workflow_dispatch') return run;
  throw refused(
    'approval-missing',
    `the run was started by ${JSON.stringify(run.event)}, expected workflow_dispatch`,
    'Start the workflow by hand with the digest of the plan.',
  );
}

/** Who started this attempt, in the runner's words. */
function starterOf({ actor, attempt, triggeringActor }: Running): string | null {
  return triggeringActor ?? (attempt === 1 ? actor : null);
}
