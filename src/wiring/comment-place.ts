import { relative, sep } from 'node:path';
import { createPageSanitizer } from '../adapters/log/create-sanitizer.ts';
import { openRepository } from '../adapters/git/repository.ts';
import { parseRepositoryName } from '../adapters/github/repository-name.ts';
import type { CommentPlace } from '../commands/telling/telling.ts';
import { briefly } from './briefly.ts';
import { runPage } from './ci/run-page.ts';
import { gitHubOptions, gitHubToken } from './forge.ts';
import { secretsOf, type Environment } from './environment.ts';

/**
 * Opens the comments on the pull requests or merge requests of a run's repository. Null where there is no
 * token for them, and elsewhere than in a run of the Action or a job of GitLab.
 */
export async function openCommentPlace(environment: Environment): Promise<CommentPlace | null> {
  const opened = await openComments(environment);
  if (opened === null) return null;
  const { comments, run } = opened;
  const { cwd, configFile } = environment;
  return {
    comments,
    run,
    config: configFile === null ? '' : relative(cwd, configFile).split(sep).join('/'),
    safe: createPageSanitizer(secretsOf(environment)),
    get requests() {
      return comments.requests;
    },
    close: () => comments.close(),
  };
}

async function openComments(environment: Environment) {
  const { event, github, gitlab } = environment;
  if (event === null) {
    const { isRunner, givenCommentToken, givenToken } = gitlab;
    if (!isRunner || (givenCommentToken ?? givenToken) === null) return null;
    const { openGitLabComments } = await import('./ci/gitlab-merge-request.ts');
    return openGitLabComments(environment, await openRepository(environment.cwd));
  }
  const repository = parseRepositoryName(github.repository);
  const token = repository && gitHubToken(environment);
  if (!repository || !token) return null;
  if (github.isGitea) {
    const { openGiteaPullComments } = await import('../adapters/gitea/pull-comments.ts');
    const { giteaOptions } = await import('./ci/gitea-place.ts');
    const checkout = await openRepository(environment.cwd);
    const gitea = await giteaOptions(environment, checkout, repository, token);
    return { comments: openGiteaPullComments({ ...gitea, ...briefly }), run: runPage(github) };
  }
  const { openPullComments } = await import('../adapters/github/pull-comments.ts');
  const options = { ...gitHubOptions(environment, repository, token), ...briefly };
  return { comments: openPullComments(options), run: runPage(github) };
}
