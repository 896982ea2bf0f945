import type { MergedPullRequest } from '../../ports/forge.ts';
import { instant, partOf, withDefaults } from '../loose-shape.ts';
import { list, nullable, text, whole, type Shape } from '../shape.ts';
import { webAddress } from '../web-address.ts';

interface MergeRequest {
  readonly iid: number;
  readonly title: string;
  readonly description: string | null;
  readonly labels: readonly string[];
  readonly author: { readonly id: number; readonly username: string } | null;
  readonly merged_at: number | null;
  readonly updated_at: number;
  readonly target_branch: string;
  readonly merge_commit_sha: string | null;
  readonly squash_commit_sha: string | null;
  readonly sha: string | null;
  readonly web_url: string;
}

const objectId = nullable(text);

const mergeRequest: Shape<MergeRequest> = withDefaults(
  { author: null, merge_commit_sha: null, squash_commit_sha: null, sha: null },
  partOf<MergeRequest>({
    iid: whole(1),
    title: text,
    description: nullable(text),
    labels: list(text),
    author: nullable(partOf({ id: whole(1), username: text })),
    merged_at: nullable(instant),
    updated_at: instant,
    target_branch: text,
    merge_commit_sha: objectId,
    squash_commit_sha: objectId,
    sha: objectId,
    web_url: webAddress,
  }),
);

/** A page of GitLab's list. */
export const mergeRequests = list(mergeRequest);

/** The merge request, or null where it was not merged. */
export function mergedMergeRequest(
  found: MergeRequest,
  defaultBranch: string,
): MergedPullRequest | null {
  const { author, merged_at: mergedAt } = found;
  if (mergedAt === null) return null;
  return {
    kind: 'merge-request',
    number: found.iid,
    title: found.title,
    body: found.description ?? '',
    labels: found.labels,
    author: author && { id: author.id, login: author.username },
    mergedAt,
    updatedAt: found.updated_at,
    url: found.web_url,
    intoDefault: found.target_branch === defaultBranch,
    // Merged by fast-forward it has no commit of its own.
    mergeCommit: found.merge_commit_sha ?? found.squash_commit_sha ?? found.sha,
  };
}
