import type { FakeGitHub } from '../fake-github.ts';
import type { Approval, Attempt, Environment, Release, Run } from '../records.ts';
import type { Caller } from '../tokens.ts';
import { dateOrNull, dateText } from './date-text.ts';
import { nodeId } from './node-id.ts';
import { apiAddress, pageAddress, repositoryModel } from './repository-model.ts';
import { teamModel } from './team-model.ts';
import { userModel } from './user-model.ts';

/** What `GET /actions/runs/{id}/attempts/{number}` answers. */
export function runModel(github: FakeGitHub, caller: Caller, run: Run, attempt: Attempt): object {
  const base = `${apiAddress(github)}/actions/runs/${run.id}`;
  const page = `${pageAddress(github)}/actions/runs/${run.id}`;
  const first = attempt.number === 1;
  const url = first ? base : `${base}/attempts/${attempt.number}`;
  return {
    id: run.id,
    name: run.path.replace(/^.*\/|\.ya?ml$/g, ''),
    node_id: nodeId('WFR', run.id),
    head_branch: run.branch,
    head_sha: run.sha,
    path: run.path,
    display_title: run.event,
    run_number: run.number,
    run_attempt: attempt.number,
    event: run.event,
    status: attempt.status,
    conclusion: attempt.conclusion,
    workflow_id: 501,
    check_suite_id: 601,
    check_suite_node_id: nodeId('CS', 601),
    url: base,
    html_url: first ? page : `${page}/attempts/${attempt.number}`,
    pull_requests: [],
    created_at: dateText(run.created),
    updated_at: dateText(attempt.started),
    run_started_at: dateText(attempt.started),
    actor: userModel(github, run.actor),
    triggering_actor: userModel(github, attempt.triggeredBy),
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${apiAddress(github)}/check-suites/601`,
    artifacts_url: `${base}/artifacts`,
    cancel_url: `${base}/cancel`,
    rerun_url: `${base}/rerun`,
    previous_attempt_url: first ? null : `${base}/attempts/${attempt.number - 1}`,
    workflow_url: `${apiAddress(github)}/actions/workflows/501`,
    referenced_workflows: [],
    head_commit: {
      id: run.sha,
      tree_id: github.madeUpCommit('tree'),
      message: 'Work',
      timestamp: dateText(run.created),
      author: { name: run.actor.login, email: 'somebody@acme.example' },
      committer: { name: 'GitHub', email: 'noreply@acme.example' },
    },
    repository: repositoryModel(github, caller),
    head_repository: repositoryModel(github, caller),
  };
}

function environmentAddress(github: FakeGitHub, name: string): object {
  const id = github.environments.get(name.toLowerCase())?.id ?? 0;
  const part = encodeURIComponent(name);
  return {
    id,
    node_id: nodeId('EN', id),
    name,
    url: `${apiAddress(github)}/environments/${part}`,
    html_url: `${pageAddress(github)}/deployments/activity_log?environments_filter=${part}`,
  };
}

/** One review of a run's deployment. */
export function approvalModel(github: FakeGitHub, approval: Approval): object {
  return {
    environments: approval.environments.map((name) => {
      const created = dateText(github.environments.get(name.toLowerCase())?.created ?? github.born);
      return { ...environmentAddress(github, name), created_at: created, updated_at: created };
    }),
    state: approval.state,
    user: userModel(github, approval.user),
    comment: approval.comment,
  };
}

/** An environment that a run waits for. */
export function pendingModel(github: FakeGitHub, caller: Caller, name: string): object {
  const environment = github.environments.get(name.toLowerCase());
  const { reviewers = [] } = environment ?? {};
  return {
    environment: environmentAddress(github, name),
    wait_timer: environment?.waitTimer ?? 0,
    wait_timer_started_at: null,
    current_user_can_approve: reviewers.some(({ id }) => id === caller.user?.id),
    reviewers: environment === undefined ? [] : reviewerModels(github, environment),
  };
}

function reviewerModels(github: FakeGitHub, { reviewers, teams }: Environment): object[] {
  return [
    ...reviewers.map((user) => ({ type: 'User', reviewer: userModel(github, user) })),
    ...teams.map((team) => ({ type: 'Team', reviewer: teamModel(github, team) })),
  ];
}

/** What `GET /environments/{name}` answers. */
export function environmentModel(github: FakeGitHub, environment: Environment): object {
  const { id, name, branches } = environment;
  const reviewers = reviewerModels(github, environment);
  const rule = (type: string, number: number): object => ({
    id: id * 10 + number,
    node_id: nodeId('GA', id * 10 + number),
    type,
  });
  return {
    ...environmentAddress(github, name),
    created_at: dateText(environment.created),
    updated_at: dateText(environment.created),
    can_admins_bypass: environment.adminsBypass,
    protection_rules: [
      ...(environment.waitTimer > 0
        ? [{ ...rule('wait_timer', 1), wait_timer: environment.waitTimer }]
        : []),
      ...(reviewers.length > 0
        ? [
            {
              ...rule('required_reviewers', 2),
              prevent_self_review: environment.preventSelfReview,
              reviewers,
            },
          ]
        : []),
      ...(branches === 'all' ? [] : [rule('branch_policy', 3)]),
    ],
    deployment_branch_policy:
      branches === 'all'
        ? null
        : {
            protected_branches: branches === 'protected',
            custom_branch_policies: branches !== 'protected',
          },
  };
}

/** The patterns of the branches and tags that may deploy. */
export function branchPolicyModels({ id, branches, tags }: Environment): object[] {
  if (typeof branches === 'string') return [];
  const patterns = [
    ...branches.map((name) => ({ name, type: 'branch' })),
    ...tags.map((name) => ({ name, type: 'tag' })),
  ];
  return patterns.map(({ name, type }, index) => ({
    id: id * 1000 + index,
    node_id: nodeId('DBP', id * 1000 + index),
    name,
    type,
  }));
}

/** What `GET /releases/tags/{tag}` answers. */
export function releaseModel(github: FakeGitHub, release: Release): object {
  const url = `${apiAddress(github)}/releases/${release.id}`;
  const tag = encodeURIComponent(release.tag);
  return {
    url,
    html_url: `${pageAddress(github)}/releases/tag/${tag}`,
    assets_url: `${url}/assets`,
    upload_url: `${url}/assets{?name,label}`,
    tarball_url: `${apiAddress(github)}/tarball/${tag}`,
    zipball_url: `${apiAddress(github)}/zipball/${tag}`,
    id: release.id,
    node_id: nodeId('RE', release.id),
    tag_name: release.tag,
    target_commitish: release.target,
    name: release.name,
    body: release.body,
    draft: release.draft,
    prerelease: release.prerelease,
    created_at: dateText(release.created),
    published_at: dateOrNull(release.published),
    author: userModel(github, release.author),
    assets: [],
  };
}
