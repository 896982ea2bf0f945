import type { Build, BuildForge } from '../../ports/build-forge.ts';
import type { RequestCount } from '../../ports/site.ts';
import { answerFault, type Asked, type CiApi } from '../ci-api/api-fault.ts';
import { bearer, openCiApi, type CiApiOptions } from '../ci-api/open-ci-api.ts';
import { buildShape } from './build-shape.ts';

/** Where a build is. */
export interface BuildPlace {
  /** The slugs of the organization and of the pipeline. */
  readonly organization: string;
  readonly pipeline: string;
  /** The build's number in the pipeline. */
  readonly number: string;
}

export interface BuildkiteOptions extends CiApiOptions {
  readonly place: BuildPlace;
  /** What it took to have the token. */
  readonly before?: RequestCount;
}

/** What Buildkite tells about a build, with connections that are to be ended. */
export interface BuildkiteForge extends BuildForge {
  close(): Promise<void>;
}

const buildkite: CiApi = {
  name: 'Buildkite',
  token:
    'Set BUILDKITE_API_TOKEN to an API access token of this organization that has not expired.',
  address: 'Look at what a proxy may answer in between.',
};

const asked: Asked = {
  doing: 'look for the approval',
  needs:
    'The token needs the scope read_builds, and whose token it is has to see the pipeline; a workload identity sees those under its Resource Access.',
};

/** Buildkite, over its REST interface. Throws `insecure-url`. */
export function createBuildForge({
  place,
  token,
  before = { total: 0, writes: 0 },
  ...options
}: BuildkiteOptions): BuildkiteForge {
  const api = openCiApi(buildkite, options, bearer(token));
  const { organization, pipeline, number } = place;
  const path = `/v2/organizations/${encodeURIComponent(organization)}/pipelines/${encodeURIComponent(pipeline)}/builds/${encodeURIComponent(number)}`;
  return {
    async build(): Promise<Build> {
      // Without the parameter only the latest job of each step is listed.
      const told = await api.get(asked, `${path}?include_retried_jobs=true`, buildShape);
      if (String(told.number) !== number || URL.parse(told.url)?.pathname !== path)
        throw answerFault(
          'Buildkite answers with another build than the one asked for',
          buildkite,
          asked,
        );
      return {
        address: `https://buildkite.com/${organization}/${pipeline}/builds/${number}`,
        repository: told.pipeline.repository,
        branch: told.branch,
        commit: told.commit,
        isOfPullRequest: Object.keys(told.pull_request ?? {}).length > 0,
        isOfTag: (told.tag ?? '') !== '',
        jobs: told.jobs.map((job) => ({
          id: job.id,
          type: job.type,
          state: job.state,
          runnable: job.runnable_at,
          started: job.started_at,
          ended: job.finished_at,
          isRetry: (job.retries_count ?? 0) > 0 || job.retry_source !== null,
          isReplaced: job.retried,
          unblockedBy: job.unblocked_by,
          unblocked: job.unblocked_at,
        })),
      };
    },
    get requests() {
      const { total, writes } = api.requests;
      return { total: before.total + total, writes: before.writes + writes };
    },
    close: () => api.close(),
  };
}
