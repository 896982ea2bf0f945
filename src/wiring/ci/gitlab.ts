import type { Variables } from '../variables.ts';

// The one reader of what a GitLab runner says. Any of it may be set by whoever starts a pipeline or
// plays a job: none of it names a person, and an address in it is held against the remote `origin`.

/** What a runner's variables say. */
export interface GitLabEnvironment {
  /** Whether this is a job of GitLab CI. */
  readonly isRunner: boolean;
  /** As it was given, without a `/` at its end. */
  readonly apiUrl: string | null;
  /** The project's path or id, for where the remote does not name it. */
  readonly project: string | null;
  /** The default branch, for where the remote does not tell it. */
  readonly defaultBranch: string | null;
  /** As it was given, and never to be sent so: `gitLabToken` reads it. */
  readonly givenToken: string | null;
  readonly jobToken: string | null;
  /** For comments alone. */
  readonly givenCommentToken: string | null;
  /** Whether the job was started by hand: GitLab's API does not tell it. */
  readonly isManual: boolean;
  /** The job's id, for its page. */
  readonly job: string | null;
  /** The merge request that the pipeline is for; null: none, or one of a fork's in another project. */
  readonly mergeRequest: number | null;
}

/** Reads the variables of a runner. */
export function readGitLab(variables: Variables): GitLabEnvironment {
  const given = (name: string) => variables[name]?.trim().replace(/\/+$/, '') || null;
  return {
    // What runs such jobs elsewhere sets it to `false`.
    isRunner: variables['GITLAB_CI'] === 'true',
    defaultBranch: given('CI_DEFAULT_BRANCH'),
    apiUrl: given('CI_API_V4_URL'),
    project: given('CI_PROJECT_PATH') ?? given('CI_PROJECT_ID'),
    givenToken: variables['GITLAB_TOKEN'] || null,
    jobToken: variables['CI_JOB_TOKEN'] || null,
    givenCommentToken: variables['GITLAB_COMMENT_TOKEN'] || null,
    isManual: variables['CI_JOB_MANUAL'] === 'true',
    job: /^[1-9]\d{0,15}$/.exec(variables['CI_JOB_ID'] ?? '')?.[0] ?? null,
    mergeRequest: mergeRequestIn(variables),
  };
}

/** A pipeline of a fork runs there, and its merge request is not. */
function mergeRequestIn(variables: Variables): number | null {
  const [here, there] = [variables['CI_PROJECT_ID'], variables['CI_MERGE_REQUEST_PROJECT_ID']];
  const [iid] = /^[1-9]\d{0,8}$/.exec(variables['CI_MERGE_REQUEST_IID'] ?? '') ?? [];
  return iid === undefined || (there !== undefined && there !== here) ? null : Number(iid);
}
