import {
  createApprovalForge,
  type GitHubApprovalForge,
} from '../../adapters/github/approval-forge.ts';
import { parseRepositoryName } from '../../adapters/github/repository-name.ts';
import type { Running } from '../../approval/running.ts';
import { Fault } from '../../model/error.ts';
import type { Environment } from '../environment.ts';
import { gitHubOptions, gitHubToken } from '../forge.ts';
import { isId } from './github.ts';

/** Opens the way to GitHub for the questions about an approval. Throws `usage`, `token-missing`. */
export function openApprovalForge(environment: Environment): GitHubApprovalForge {
  const named = parseRepositoryName(environment.github.repository);
  if (!named)
    throw new Fault(
      'usage',
      'usage',
      'Cannot look for the approval: GITHUB_REPOSITORY does not name a repository.',
      { remedy: 'Run it in GitHub Actions, whose runner sets it.' },
    );
  const token = gitHubToken(environment);
  if (token === null)
    throw new Fault(
      'usage',
      'token-missing',
      `Cannot look for the approval in ${named.owner}/${named.name}: there is no token for GitHub.`,
      { remedy: 'Leave the input `github-token` at its default.' },
    );
  return createApprovalForge(gitHubOptions(environment, named, token));
}

/** Throws `usage` where the runner's own variables are not there. */
export function runningOf({ github }: Environment): Running {
  const { run, serverUrl, repository } = github;
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
  };
}
