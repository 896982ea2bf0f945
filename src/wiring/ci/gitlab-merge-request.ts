import type { GitLabComments } from '../../adapters/gitlab/merge-request-comments.ts';
import type { OpenCheckout } from '../../commands/session.ts';
import { passingText } from '../../model/error.ts';
import type { Repository } from '../../ports/repository.ts';
import { briefly } from '../briefly.ts';
import type { Environment } from '../environment.ts';
import { gitLabOptions } from './gitlab-forge.ts';
import { gitLabPlace } from './gitlab-place.ts';
import { commentToken, readingTokens } from './gitlab-token.ts';

/** Reads the merge request of a pipeline, by whichever token there is. One that is not shown is told. */
export async function readPipelineRequest(
  environment: Environment,
  repository: Pick<Repository, 'remote'>,
  iid: number,
): ReturnType<OpenCheckout['readPull']> {
  try {
    const place = await gitLabPlace(environment.gitlab, repository);
    if (!place || place.project === null) return { pull: null, requests: none };
    const { apiUrl, project } = place;
    const { readMergeRequest } = await import('../../adapters/gitlab/open-merge-request.ts');
    const tokens = readingTokens(environment.gitlab);
    const options = gitLabOptions(environment, { apiUrl, ...tokens });
    const { found, requests } = await readMergeRequest({ ...options, ...briefly, project }, iid);
    return { pull: found, requests };
  } catch (error) {
    environment.log.warn(`The merge request is not checked. ${passingText(error)}`);
    return { pull: null, requests: none };
  }
}

const none = { total: 0, writes: 0 };

/** Where a job may write notes: its own token may not, so that it takes a project's. Null: there is none. */
export async function openGitLabComments(
  environment: Environment,
  repository: Pick<Repository, 'remote'>,
): Promise<{ readonly comments: GitLabComments; readonly run: string | null } | null> {
  const { gitlab } = environment;
  const token = commentToken(gitlab);
  if (token === null) return null;
  const place = await gitLabPlace(gitlab, repository);
  if (!place || place.project === null) return null;
  const { apiUrl, serverUrl, project } = place;
  const notes = await import('../../adapters/gitlab/merge-request-comments.ts');
  const options = gitLabOptions(environment, { apiUrl, token });
  const isPath = project.includes('/');
  return {
    comments: notes.openMergeRequestComments({ ...options, ...briefly, project }),
    run: isPath && gitlab.job !== null ? `${serverUrl}/${project}/-/jobs/${gitlab.job}` : null,
  };
}
