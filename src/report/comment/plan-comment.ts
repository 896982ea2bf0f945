import type { PlanDocument } from '../documents/plan.ts';
import { linked, type Safe } from '../markdown.ts';
import type { Shown } from '../shown.ts';
import { commentText } from './comment-text.ts';
import { stepTable } from '../summary/step-rows.ts';

interface PlanComment {
  /** The steps whose sources are of the pull request, and what is held of them. */
  readonly steps: Shown<PlanDocument>['steps'];
  /** The page of the run, whose summary has the whole plan; null where it is not known. */
  readonly run: string | null;
}

/**
 * What of a merged pull request waits for approval. It never holds a digest: anyone who may write can
 * edit a comment of ours.
 */
export function planComment({ steps, run }: PlanComment, safe: Safe): string {
  const rows = steps.map(({ action, reason, title, source, post, kind }) => ({
    what: action === 'held' ? `held: ${reason}` : action,
    title,
    source,
    url: post?.url ?? null,
    kind,
  }));
  const plan = linked('the whole plan', run);
  return commentText(
    [
      '### Stack Internal: waits for approval\n\n',
      ...stepTable(rows, safe),
      `Nothing is posted before a maintainer approves ${plan}, which shows every byte of it.\n`,
    ],
    run,
  );
}
