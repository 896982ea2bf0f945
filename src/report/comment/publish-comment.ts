import type { PublishDocument } from '../documents/publish.ts';
import { codeSpan, linked, type Safe } from '../markdown.ts';
import type { Shown } from '../shown.ts';
import { commentText } from './comment-text.ts';
import { stepTable } from '../summary/step-rows.ts';

interface PublishComment {
  /** The approved steps whose sources are of the pull request. */
  readonly steps: Shown<PublishDocument>['steps'];
  readonly approval: Shown<PublishDocument>['approval'];
  /** The page of the run; null where it is not known. */
  readonly run: string | null;
}

const notThere = new Set<string>(['held', 'refused', 'failed']);

/** What became of a merged pull request, with a link to each post. */
export function publishComment({ steps, approval, run }: PublishComment, safe: Safe): string {
  const left = steps.filter(({ result }) => notThere.has(result));
  const rows = steps.map(({ result, error, reason, title, source, post, kind }) => {
    const why = error?.code ?? reason;
    return {
      what: why ? `${result}: ${why}` : result,
      title,
      source,
      url: post?.url ?? null,
      kind,
    };
  });
  const heading =
    left.length === 0
      ? 'published'
      : left.length === steps.length
        ? 'not published'
        : 'partly published';
  const by = approval?.by ? `Approved by ${codeSpan(safe(approval.by.login))}. ` : '';
  return commentText(
    [
      `### Stack Internal: ${heading}\n\n`,
      ...stepTable(rows, safe),
      `${by}${linked(left.length === 0 ? 'The run' : 'Why, and what to do', run)}${run ? '.' : ''}\n`,
    ],
    run,
  );
}
