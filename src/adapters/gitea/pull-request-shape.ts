import type { MergedPullRequest } from '../../ports/forge.ts';
import { instant, partOf, withDefaults } from '../loose-shape.ts';
import { flag, list, nullable, text, whole } from '../shape.ts';
import { webAddress } from '../web-address.ts';
import { user } from './user-shape.ts';

/** A pull request, as a list and its own address have it. */
export const pullRequest = withDefaults(
  { body: null, labels: null, user: null, merged_at: null, merge_commit_sha: null },
  partOf({
    number: whole(1),
    title: text,
    body: nullable(text),
    labels: nullable(list(partOf({ name: text }))),
    user,
    merged: flag,
    merged_at: nullable(instant),
    merge_commit_sha: nullable(text),
    updated_at: instant,
    base: partOf({ ref: text }),
    html_url: webAddress,
  }),
);

/** The pull request, or null where it was not merged. */
export function mergedPullRequest(
  found: ReturnType<typeof pullRequest>,
  defaultBranch: string,
): MergedPullRequest | null {
  const { merged_at: mergedAt, user: author } = found;
  if (!found.merged || mergedAt === null) return null;
  return {
    number: found.number,
    title: found.title,
    body: found.body ?? '',
    labels: (found.labels ?? []).map(({ name }) => name),
    author: author && { id: author.id, login: author.login },
    mergedAt,
    updatedAt: found.updated_at,
    url: found.html_url,
    intoDefault: found.base.ref === defaultBranch,
    mergeCommit: found.merge_commit_sha,
  };
}
