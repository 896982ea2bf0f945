import type { FakeGitea } from './fake-gitea.ts';
import type { GiteaComment, GiteaPull, GiteaRelease, GiteaRun, GiteaUser } from './records.ts';

/** As Gitea spells a time: in whole seconds, and the year 1970 where there is none. */
function time(at: number): string {
  return new Date(Math.floor(at / 1000) * 1000).toISOString().replace('.000Z', 'Z');
}

export function userModel({ origin }: FakeGitea, { id, login }: GiteaUser) {
  return {
    id,
    login,
    login_name: '',
    source_id: 0,
    full_name: '',
    email: `${id}+${login}@noreply.localhost`,
    avatar_url: `${origin}/avatars/${id}`,
    html_url: `${origin}/${login}`,
    is_admin: false,
    created: time(0),
    restricted: false,
    active: false,
    prohibit_login: false,
    visibility: 'public',
    username: login,
  };
}

export function repositoryModel(gitea: FakeGitea) {
  const { repository, isPrivate, origin, defaultBranch } = gitea;
  const [owner = '', name = ''] = repository.split('/');
  return {
    id: 1,
    owner: userModel(gitea, { id: 100, login: owner, permission: 'owner' }),
    name,
    full_name: repository,
    private: isPrivate,
    internal: false,
    default_branch: defaultBranch,
    html_url: `${origin}/${repository}`,
    url: `${origin}/api/v1/repos/${repository}`,
  };
}

/** A run in one of its attempts, from 1. */
export function runModel(gitea: FakeGitea, run: GiteaRun, number: number) {
  const { origin, repository, hasAttempts } = gitea;
  const attempt = run.attempts[number - 1];
  const url = `${origin}/api/v1/repos/${repository}/actions/runs/${run.id}`;
  return {
    id: run.id,
    url,
    html_url: `${origin}/${repository}/actions/runs/${run.id}`,
    display_title: 'a commit',
    path: `stack.yml@refs/heads/${run.branch}`,
    event: run.event,
    run_number: run.id,
    run_attempt: hasAttempts ? number : 0,
    ...(hasAttempts && {
      previous_attempt_url: number > 1 ? `${url}/attempts/${number - 1}` : null,
      pull_requests: [],
    }),
    head_sha: run.commit,
    head_branch: run.branch,
    status: 'in_progress',
    actor: userModel(gitea, run.actor),
    trigger_actor: userModel(gitea, (hasAttempts && attempt?.triggeredBy) || run.actor),
    repository: repositoryModel(gitea),
    started_at: time(attempt?.started ?? 0),
    completed_at: time(0),
  };
}

/** A run, as Forgejo's published description of it has it. */
export function forgejoRunModel(gitea: FakeGitea, run: GiteaRun) {
  const { origin, repository } = gitea;
  return {
    id: run.id,
    title: 'a commit',
    repository: repositoryModel(gitea),
    workflow_id: 'stack.yml',
    index_in_repo: run.id,
    trigger_user: userModel(gitea, run.actor),
    ScheduleID: 0,
    prettyref: run.branch,
    is_ref_deleted: false,
    commit_sha: run.commit,
    is_fork_pull_request: false,
    need_approval: false,
    approved_by: 0,
    event: run.event,
    event_payload: '{}',
    trigger_event: run.event,
    status: 'running',
    started: time(run.attempts.at(-1)?.started ?? 0),
    stopped: time(0),
    created: time(run.attempts[0]?.started ?? 0),
    updated: time(run.attempts.at(-1)?.started ?? 0),
    html_url: `${origin}/${repository}/actions/runs/${run.id}`,
  };
}

export function pullModel(gitea: FakeGitea, pull: GiteaPull) {
  const { origin, repository } = gitea;
  const page = `${origin}/${repository}/pulls/${pull.number}`;
  return {
    id: pull.number,
    url: page,
    number: pull.number,
    user: userModel(gitea, pull.author),
    title: pull.title,
    body: pull.body,
    labels: pull.labels.map((name, id) => ({ id, name, color: '00aabb', exclusive: false })),
    state: pull.state,
    html_url: page,
    merged: pull.merged !== null,
    merged_at: pull.merged === null ? null : time(pull.merged),
    merge_commit_sha: pull.mergeCommit,
    base: { label: pull.base, ref: pull.base, sha: '0'.repeat(40), repo_id: 1 },
    created_at: time(0),
    updated_at: time(pull.updated),
    content_version: 0,
  };
}

export function releaseModel({ origin, repository }: FakeGitea, release: GiteaRelease) {
  const { tag, name, body, draft, prerelease, created } = release;
  return {
    id: 1,
    tag_name: tag,
    target_commitish: 'main',
    name,
    body,
    html_url: `${origin}/${repository}/releases/tag/${tag}`,
    draft,
    prerelease,
    created_at: time(created),
    published_at: time(created),
    assets: [],
  };
}

export function commentModel(gitea: FakeGitea, comment: GiteaComment) {
  const page = `${gitea.origin}/${gitea.repository}/pulls/${comment.thread}`;
  return {
    id: comment.id,
    html_url: `${page}#issuecomment-${comment.id}`,
    pull_request_url: gitea.pulls.has(comment.thread) ? page : '',
    issue_url: gitea.pulls.has(comment.thread) ? '' : page.replace('/pulls/', '/issues/'),
    user: userModel(gitea, comment.author),
    original_author: comment.original,
    original_author_id: 0,
    body: comment.body,
    assets: [],
    created_at: time(comment.created),
    updated_at: time(comment.updated),
  };
}
