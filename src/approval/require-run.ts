import type { ApprovalForge, WorkflowRun } from '../ports/approval-forge.ts';
import { refused } from './refused.ts';

/**
 * A run that the forge shows, started by this event. The runner's own words for who started it are no
 * evidence. Throws `approver-unknown` where the forge does not show it, else `approval-missing`.
 */
export function requireRun(
  run: WorkflowRun | null,
  { name }: Pick<ApprovalForge, 'name'>,
  event?: string,
): WorkflowRun {
  if (!run)
    throw refused(
      'approver-unknown',
      `${name} does not show this run to the token, and so not who started it`,
      'Give the job `permissions: { actions: read }`, and start a new run.',
    );
  if (event === undefined || run.event === event) return run;
  throw refused(
    'approval-missing',
    `the run was started by ${JSON.stringify(run.event)}, expected ${event}`,
    'Ask for it again, in a new comment or run.',
  );
}
