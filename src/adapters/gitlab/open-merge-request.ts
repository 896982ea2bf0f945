import type { CheckedPullRequest } from '../../ports/forge.ts';
import type { RequestCount } from '../../ports/site.ts';
import type { Asked } from '../ci-api/api-fault.ts';
import { partOf, withDefaults } from '../loose-shape.ts';
import { list, nullable, text, whole } from '../shape.ts';
import { webAddress } from '../web-address.ts';
import { openGitLab, otherAnswer } from './open-gitlab.ts';
import type { GitLabCommentsOptions } from './merge-request-comments.ts';

const shape = withDefaults(
  { author: null, source_project_id: null },
  partOf({
    iid: whole(1),
    title: text,
    description: nullable(text),
    labels: list(text),
    author: nullable(partOf({ username: text })),
    state: text,
    web_url: webAddress,
    // Null where the fork is gone.
    source_project_id: nullable(whole(1)),
    target_project_id: whole(1),
  }),
);

/** Reads a merge request. Throws a `Fault` of kind `forge`. */
export async function readMergeRequest(
  { project, ...options }: GitLabCommentsOptions,
  iid: number,
): Promise<{ readonly found: CheckedPullRequest; readonly requests: RequestCount }> {
  const asked: Asked = {
    doing: `read the merge request ${iid}`,
    needs: 'Check that the token of the job may read the merge requests of the project.',
  };
  const gitlab = openGitLab(options);
  try {
    const path = `/projects/${encodeURIComponent(project)}/merge_requests/${iid}`;
    const told = await gitlab.get(asked, path, shape);
    if (told.iid !== iid)
      throw otherAnswer(asked, 'GitLab answers with another merge request than the one asked for');
    const found = {
      kind: 'merge-request',
      number: iid,
      title: told.title,
      body: told.description ?? '',
      labels: told.labels,
      author: told.author?.username ?? null,
      url: told.web_url,
      isOpen: told.state === 'opened',
      isFork: told.source_project_id !== told.target_project_id,
    } as const;
    return { found, requests: gitlab.requests };
  } finally {
    await gitlab.close();
  }
}
