import { createApprovalForge } from '../../adapters/github/approval-forge.ts';
import { parseRepositoryName } from '../../adapters/github/repository-name.ts';
import type { Running } from '../../approval/running.ts';
import { Fault } from '../../model/error.ts';
import type { ApprovalForge } from '../../ports/approval-forge.ts';
import type { Repository } from '../../ports/repository.ts';
import type { RequestCount } from '../../ports/site.ts';
import type { Environment } from '../environment.ts';
import { gitHubOptions, gitHubToken } from '../forge.ts';
import { giteaOptions, rolesToken } from './gitea-place.ts';
import { isId } from './github.ts';

/** A forge that is asked about an approval; its connections are to be ended. */
export interface OpenApprovalForge extends ApprovalForge {
  readonly requests: RequestCount;
  close(): Promise<void>;
}

/**
 * Opens the way to GitHub, or to the Gitea that runs the job, for the questions about an approval. Throws
 * `usage`, `token-missing`, `insecure-url`.
 */
export async function openApprovalForge(
  environment: Environment,
  repository: Pick<Repository, 'remote'>,
): Promise<OpenApprovalForge> {
  const { isGitea } = environment.github;
  const forge = isGitea ? 'Gitea' : 'GitHub';
  const named = parseRepositoryName(environment.github.repository);
  if (!named)
    throw new Fault(
      'usage',
      'usage',
      'Cannot look for the approval: GITHUB_REPOSITORY does not name a repository.',
      { remedy: `Run it in ${forge} Actions, whose runner sets it.` },
    );
  const token = gitHubToken(environment);
  if (token === null)
    throw new Fault(
      'usage',
      'token-missing',
      `Cannot look for the approval in ${named.owner}/${named.name}: there is no token for ${forge}.`,
      { remedy: 'Leave the input `github-token` at its default.' },
    );
  if (!isGitea) return createApprovalForge(gitHubOptions(environment, named, token));
  const { createGiteaApprovalForge } = await import('../../adapters/gitea/approval-forge.ts');
  const options = await giteaOptions(environment, repository, named, token);
  return createGiteaApprovalForge({ ...options, rolesToken: rolesToken(environment) });
}

/** Throws `usage` where the runner's own variables are not there. */
export function runningOf({ github }: Environment): Running {
  const { run, serverUrl, repository, isGitea } = github;
  const id = Number(run.id);
  const attempt = Number(run.attempt);
  const actor = run.actor ?? '';
  if (!isId(id) || !isId(attempt) || actor === '')
    throw new Fault(
      'usage',
      'usage',
      'Cannot look for the approval: GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT or GITHUB_ACTOR is missing.',
      { remedy: 'Run it in GitHub Actions, whose runner sets them.' },
    );
  return {
    id,
    attempt,
    actor,
    repositoryUrl: `${serverUrl}/${repository ?? ''}`,
    pullPath: isGitea ? 'pulls' : 'pull',
  };
}
