import { checkedToken } from '../../adapters/checked-token.ts';
import type { GitLabOptions, GitLabToken } from '../../adapters/gitlab/open-gitlab.ts';
import type { GitLabEnvironment } from './gitlab.ts';

type GivenTokens = Pick<GitLabEnvironment, 'givenToken' | 'jobToken'>;

/** What reads: that token, and the job's own where its scopes do not reach. */
export function readingTokens(gitlab: GivenTokens): Pick<GitLabOptions, 'token' | 'spare'> {
  const token = gitLabToken(gitlab);
  const spare = token.kind === 'access' && gitlab.jobToken !== null;
  return { token, ...(spare && { spare: gitLabToken({ ...gitlab, givenToken: null }) }) };
}

/** What comments, where there is one: a job's own token writes no notes. */
export function commentToken({
  givenCommentToken: given,
  givenToken,
}: Pick<GitLabEnvironment, 'givenCommentToken' | 'givenToken'>): GitLabToken | null {
  if (given !== null) return { kind: 'access', value: checkedToken('GITLAB_COMMENT_TOKEN', given) };
  return givenToken === null ? null : gitLabToken({ givenToken, jobToken: null });
}

/** The token that may do most: the project's, else the job's own. Throws `forge-refused` where it is none. */
export function gitLabToken({ givenToken, jobToken }: GivenTokens): GitLabToken {
  if (givenToken !== null)
    return { kind: 'access', value: checkedToken('GITLAB_TOKEN', givenToken) };
  if (jobToken !== null) return { kind: 'job', value: checkedToken('CI_JOB_TOKEN', jobToken) };
  return { kind: 'none' };
}
