import { checkedToken } from '../../adapters/checked-token.ts';
import type { GitLabToken } from '../../adapters/gitlab/open-gitlab.ts';
import type { GitLabEnvironment } from './gitlab.ts';

/** The token that may do most: the project's, else the job's own. Throws `forge-refused` where it is none. */
export function gitLabToken({
  givenToken,
  jobToken,
}: Pick<GitLabEnvironment, 'givenToken' | 'jobToken'>): GitLabToken {
  if (givenToken !== null)
    return { kind: 'access', value: checkedToken('GITLAB_TOKEN', givenToken) };
  if (jobToken !== null) return { kind: 'job', value: checkedToken('CI_JOB_TOKEN', jobToken) };
  return { kind: 'none' };
}
