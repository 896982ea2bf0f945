import type { FakeBuildkite } from './fake-buildkite.ts';
import type { BuildkiteBuild, BuildkiteJob } from './records.ts';

/** A build as Buildkite's documentation shows one; `all`: with the jobs that were retried. */
export function buildModel(buildkite: FakeBuildkite, build: BuildkiteBuild, all: boolean) {
  const { origin, organization, pipeline } = buildkite;
  const place = `/v2/organizations/${organization}/pipelines/${pipeline}`;
  const { number, commit, branch, tag, pullRequest, repository, jobs } = build;
  const page = `https://buildkite.com/${organization}/${pipeline}/builds/${number}`;
  return {
    id: buildkite.uuid(`build ${number}`),
    url: `${origin}${place}/builds/${number}`,
    web_url: page,
    number,
    state: 'running',
    blocked: jobs.some(({ state }) => state === 'blocked'),
    message: 'Say how keys are rotated',
    commit,
    branch,
    tag,
    env: {},
    source: 'webhook',
    jobs: jobs.filter(({ retried }) => all || !retried).map((job) => jobModel(job, page)),
    meta_data: {},
    pull_request: pullRequest === null ? null : { id: pullRequest, base: 'main', repository },
    pipeline: {
      id: buildkite.uuid('pipeline'),
      url: `${origin}${place}`,
      name: 'Handbook',
      slug: pipeline,
      repository,
    },
  };
}

function jobModel(job: BuildkiteJob, page: string) {
  const { id, type, name, state } = job;
  if (type === 'waiter') return { id, type, state };
  if (type === 'manual')
    return {
      id,
      type,
      label: name,
      state,
      web_url: null,
      unblocked_by: job.by && { ...job.by, created_at: text(0) },
      unblocked_at: text(job.unblocked),
      unblockable: state === 'blocked',
      unblock_url: `${page}#${id}`,
    };
  return {
    id,
    type,
    name,
    step_key: name,
    state,
    web_url: `${page}#${id}`,
    created_at: text(job.created),
    scheduled_at: text(job.created),
    runnable_at: text(job.runnable),
    started_at: text(job.started),
    finished_at: text(job.finished),
    retried: job.retried,
    retried_in_job_id: null,
    retries_count: job.retries === 0 ? null : job.retries,
    retry_source: job.retryOf === null ? null : { job_id: job.retryOf, retry_type: 'manual' },
    retry_type: null,
  };
}

function text(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
