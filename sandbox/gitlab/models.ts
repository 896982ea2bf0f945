import type { FakeGitLab } from './fake-gitlab.ts';
import type {
  GitLabDecision,
  GitLabDeployment,
  GitLabJob,
  GitLabMergeRequest,
  GitLabNote,
  GitLabRelease,
  GitLabUser,
} from './records.ts';

// As GitLab's own documentation of its REST interface shows them.

const dateText = (at: number) => new Date(at).toISOString();
const dateOrNull = (at: number | null) => (at === null ? null : dateText(at));

function basicUser({ origin }: FakeGitLab, user: GitLabUser | null) {
  if (user === null) return null;
  const { id, username, name, state } = user;
  return {
    id,
    username,
    name,
    state,
    locked: false,
    avatar_url: null,
    web_url: `${origin}/${username}`,
  };
}

export function jobModel(gitlab: FakeGitLab, job: GitLabJob) {
  const { pipeline, user } = job;
  const page = `${gitlab.origin}/${gitlab.path}/-`;
  const sha = '0ff3ae198f8601a285adcf5c0fff204ee6fba5fd';
  return {
    id: job.id,
    status: job.status,
    stage: job.environment === null ? 'test' : 'deploy',
    name: job.name,
    ref: pipeline.ref,
    tag: pipeline.tag,
    coverage: null,
    allow_failure: job.when === 'manual',
    created_at: dateText(job.created),
    started_at: dateOrNull(job.started),
    finished_at: dateOrNull(job.finished),
    erased_at: null,
    duration: null,
    queued_duration: null,
    user: user && {
      ...basicUser(gitlab, user),
      bot: user.bot,
      created_at: '2015-12-21T13:14:24.077Z',
      bio: '',
      location: null,
      public_email: null,
    },
    commit: { id: sha, short_id: sha.slice(0, 8), title: 'A commit' },
    pipeline: {
      id: pipeline.id,
      iid: pipeline.id,
      project_id: gitlab.id,
      sha,
      ref: pipeline.ref,
      status: 'running',
      source: pipeline.source,
      created_at: dateText(pipeline.created),
      updated_at: dateText(pipeline.created),
      web_url: `${page}/pipelines/${pipeline.id}`,
    },
    web_url: `${page}/jobs/${job.id}`,
    project: { ci_job_token_scope_enabled: false },
    artifacts: [
      ...(job.archive
        ? [
            { file_type: 'archive', size: 1000, filename: 'artifacts.zip', file_format: 'zip' },
            { file_type: 'metadata', size: 186, filename: 'metadata.gz', file_format: 'gzip' },
          ]
        : []),
      { file_type: 'trace', size: 1500, filename: 'job.log', file_format: 'raw' },
    ],
    runner: null,
    artifacts_expire_at: null,
    archived: false,
    tag_list: [],
  };
}

/** An item of the list of deployments; the one asked for by its id has more. */
export function deploymentModel(gitlab: FakeGitLab, deployment: GitLabDeployment) {
  const { pipelines, origin, path } = gitlab;
  const environment = pipelines.environments.get(deployment.environment);
  const job = pipelines.jobs.get(deployment.job);
  return {
    id: deployment.id,
    iid: deployment.id,
    ref: 'main',
    sha: '0ff3ae198f8601a285adcf5c0fff204ee6fba5fd',
    created_at: dateText(deployment.created),
    updated_at: dateText(deployment.created),
    user: basicUser(gitlab, deployment.user),
    environment: environment && {
      id: environment.id,
      name: environment.name,
      slug: environment.name,
      external_url: null,
    },
    deployable: job ? jobModel(gitlab, job) : null,
    status: pipelines.isBlocked({ id: deployment.job }) ? 'blocked' : 'running',
    web_url: `${origin}/${path}/-/environments/${environment?.id}/deployments/${deployment.id}`,
  };
}

export function wholeDeploymentModel(gitlab: FakeGitLab, deployment: GitLabDeployment) {
  const { rules = [] } = gitlab.pipelines.environments.get(deployment.environment) ?? {};
  const decision = ({ user, status, comment, created }: GitLabDecision) => ({
    user: basicUser(gitlab, user),
    status,
    created_at: dateText(created),
    comment,
  });
  return {
    ...deploymentModel(gitlab, deployment),
    pending_approval_count: gitlab.pipelines.pendingOf(deployment),
    approvals: deployment.decisions.map(decision),
    approval_summary: {
      rules: rules.map(({ id, description, required }) => ({
        user_id: null,
        group_id: id,
        access_level: null,
        access_level_description: description,
        required_approvals: required,
        deployment_approvals: deployment.decisions.filter(({ rule }) => rule === id).map(decision),
      })),
    },
  };
}

export function mergeRequestModel(gitlab: FakeGitLab, merge: GitLabMergeRequest) {
  const { origin, path, id } = gitlab;
  return {
    id: 90_000 + merge.iid,
    iid: merge.iid,
    project_id: id,
    title: merge.title,
    description: merge.description,
    state: merge.state,
    created_at: dateText(merge.created),
    updated_at: dateText(merge.updated),
    merged_at: dateOrNull(merge.merged),
    closed_at: null,
    target_branch: merge.target,
    source_branch: merge.source,
    source_project_id: merge.isFork ? id + 1 : id,
    target_project_id: id,
    discussion_locked: merge.isLocked || null,
    author: basicUser(gitlab, merge.author),
    labels: merge.labels,
    draft: false,
    sha: '8888888888888888888888888888888888888888',
    merge_commit_sha: merge.mergeCommit,
    squash_commit_sha: null,
    references: { short: `!${merge.iid}`, relative: `!${merge.iid}`, full: `${path}!${merge.iid}` },
    web_url: `${origin}/${path}/-/merge_requests/${merge.iid}`,
  };
}

export function noteModel(gitlab: FakeGitLab, note: GitLabNote) {
  return {
    id: note.id,
    type: null,
    body: note.body,
    attachment: null,
    author: basicUser(gitlab, note.author),
    created_at: dateText(note.created),
    updated_at: dateText(note.updated),
    system: note.system,
    noteable_id: 90_000 + note.mergeRequest,
    noteable_type: 'MergeRequest',
    project_id: gitlab.id,
    noteable_iid: note.mergeRequest,
    resolvable: false,
    confidential: false,
    internal: false,
    imported: false,
    imported_from: 'none',
  };
}

export function releaseModel(gitlab: FakeGitLab, release: GitLabRelease) {
  const { origin, path, clock } = gitlab;
  const page = `${origin}/${path}/-/releases/${encodeURIComponent(release.tag)}`;
  return {
    tag_name: release.tag,
    name: release.name,
    description: release.description,
    created_at: dateText(release.created),
    released_at: dateText(release.released),
    upcoming_release: release.released > clock.now(),
    author: basicUser(gitlab, gitlab.user('mia')),
    commit: release.commit && { id: release.commit, short_id: release.commit.slice(0, 8) },
    commit_path: release.commit && `/${path}/-/commit/${release.commit}`,
    tag_path: `/${path}/-/tags/${encodeURIComponent(release.tag)}`,
    assets: { count: 0, sources: [], links: [] },
    evidences: [],
    _links: { self: page, edit_url: `${page}/edit` },
  };
}

export function userModel(gitlab: FakeGitLab, user: GitLabUser) {
  return { ...basicUser(gitlab, user), bot: user.bot, public_email: null };
}

export function projectModel({ id, path, origin, visibility, defaultBranch }: FakeGitLab) {
  return {
    id,
    name: path.split('/').at(-1),
    path_with_namespace: path,
    default_branch: defaultBranch,
    visibility,
    web_url: `${origin}/${path}`,
    http_url_to_repo: `${origin}/${path}.git`,
  };
}
