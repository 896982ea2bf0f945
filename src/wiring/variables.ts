/** The variables of a process, by name. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** The variables that hold secrets; their values must never be shown. */
export const secretVariables = {
  stackToken: 'STACK_ACCESS_TOKEN',
  stackApiKey: 'STACK_API_KEY',
  gitHubToken: 'GITHUB_TOKEN',
  giteaRolesToken: 'GITEA_ROLES_TOKEN',
  gitLabToken: 'GITLAB_TOKEN',
  gitLabCommentToken: 'GITLAB_COMMENT_TOKEN',
  gitLabJobToken: 'CI_JOB_TOKEN',
  buildkiteToken: 'BUILDKITE_API_TOKEN',
  buildkiteOidcToken: 'BUILDKITE_OIDC_TOKEN',
  azureToken: 'SYSTEM_ACCESSTOKEN',
} as const;
