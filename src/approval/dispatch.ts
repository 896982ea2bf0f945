import type { Digest } from '../model/digest.ts';
import type { Instant } from '../model/post.ts';
import type { ApprovalForge } from '../ports/approval-forge.ts';
import type { EvidenceReader } from './approval.ts';
import { personOf, type Doer } from './person-of.ts';
import { refused } from './refused.ts';
import { runAddress, type Running } from './running.ts';

/**
 * The yes of somebody who started a run by hand with the digest as an input. Whoever starts it again
 * acts with the rights of the first, so both need a role.
 *
 * The digest is the runner's word in any case: GitHub does not tell a run's inputs. Who started it is
 * asked of GitHub; only where GitHub says that this token may not know is it the runner's word too.
 */
export function dispatchReader(options: {
  readonly forge: Pick<ApprovalForge, 'workflowRun' | 'roleOf'>;
  readonly running: Running;
  /** The values of the run's inputs, as the event has them. */
  readonly inputs: readonly string[];
  /** When an earlier attempt of this run recorded a yes to the digest; null: it did not. */
  readonly begun: (digest: Digest) => Promise<Instant | null>;
  readonly now: () => Instant;
}): EvidenceReader {
  const { forge, running, inputs, begun, now } = options;
  const starterOf = (doer: Doer) =>
    personOf(doer, forge, 'started the run', 'Start a new run by hand.');
  return async (digest) => {
    if (!inputs.includes(digest))
      throw refused(
        'approval-missing',
        `the run was not started with ${digest} as an input`,
        'Start the workflow by hand with the digest of the plan.',
      );
    const run = await forge.workflowRun(running.id);
    if (run && run.event !== 'workflow_dispatch')
      throw refused(
        'approval-missing',
        `the run was started by ${JSON.stringify(run.event)}, expected workflow_dispatch`,
        'Start the workflow by hand with the digest of the plan.',
      );
    const { actor, again } = run
      ? startersOf(run.actor, run.triggeringActor)
      : startersOf(namedActor(running), namedAgain(running));
    const first = await starterOf(actor);
    const second = again.login === actor.login ? [] : [await starterOf(again)];
    return {
      evidence: {
        mechanism: 'dispatch',
        verified: true,
        by: { id: first.id, login: first.login },
        evidence: runAddress(running),
        digest,
        // What may not read its own run has only just begun, or goes on with what was recorded.
        at: run?.created ?? (running.attempt > 1 ? await begun(digest) : null) ?? now(),
      },
      people: [first, ...second],
      attempt: Math.max(run?.attempt ?? 1, running.attempt),
    };
  };
}

/** Who started a run, and who started its attempt. */
function startersOf(
  actor: Doer | null,
  again: Doer | null,
): { readonly actor: Doer; readonly again: Doer } {
  if (actor && again) return { actor, again };
  throw refused(
    'approver-unknown',
    'neither GitHub nor the runner tells who started this attempt of the run',
    'Give the job `permissions: { actions: read }`, and start a new run by hand.',
  );
}

/** Who started the run, in the runner's words. */
function namedActor({ actor, sender }: Running): Doer | null {
  return actor === '' ? null : { login: actor, id: sender };
}

/** Who started this attempt, in the runner's words; a first one may leave it out. */
function namedAgain({ actor, attempt, triggeringActor }: Running): Doer | null {
  const login = triggeringActor ?? (attempt === 1 ? actor : null);
  return login === null ? null : { login, id: null };
}
