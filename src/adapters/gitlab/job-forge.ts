import type { JobForge, OwnJob, PipelineJob } from '../../ports/job-forge.ts';
import { answerFault, type Asked } from './answer-fault.ts';
import {
  authorShape,
  deploymentShape,
  deploymentsShape,
  jobsShape,
  ownJobShape,
} from './job-shapes.ts';
import { endless, openGitLab, type GitLabOptions } from './open-gitlab.ts';

/** What GitLab tells a job's own token, with connections that are to be ended. */
export interface GitLabJobForge extends JobForge {
  close(): Promise<void>;
}

const perPage = 100;
const mostPages = 20;
/** A deployment is made after its job; clocks of one GitLab differ by less. */
const slackMs = 3_600_000;

const asked: Asked = {
  doing: 'look for the approval',
  needs:
    'CI_JOB_TOKEN reads deployments from GitLab 16.2 on; look at the CI/CD visibility of the project.',
};

/** GitLab, over its REST interface. Throws `insecure-url`. */
export function createJobForge(options: GitLabOptions): GitLabJobForge {
  const gitlab = openGitLab(options);

  /** The id of the job's deployment, newest first; null where the list has none. */
  async function findDeployment({ id, project, created }: OwnJob, environment: string | null) {
    const filter = environment === null ? '' : `environment=${encodeURIComponent(environment)}&`;
    for (let page = 1; page <= mostPages; page++) {
      const path = `/projects/${project}/deployments?${filter}order_by=id&sort=desc&per_page=${perPage}&page=${page}`;
      const items = await gitlab.get(asked, path, deploymentsShape);
      const found = items.find(
        (item) =>
          item.deployable?.id === id &&
          (environment === null || item.environment.name === environment),
      );
      if (found) return found;
      const oldest = items.at(-1)?.created_at ?? null;
      const isPast = oldest !== null && created !== null && oldest < created - slackMs;
      if (items.length < perPage || isPast) return null;
    }
    throw endless(asked, mostPages);
  }

  return {
    async ownJob() {
      const job = await gitlab.find(asked, '/job', ownJobShape);
      if (!job) return null;
      const { id, ref, tag, user, pipeline, when, manual } = job;
      const started = job.started_at ?? job.created_at;
      if (started === null) throw answerFault(asked, 'GitLab does not tell when the job started');
      const base = options.apiUrl.replace(/\/+$/, '');
      const page = job.web_url?.endsWith(`/-/jobs/${id}`) ? job.web_url : null;
      return {
        id,
        project: pipeline.project_id,
        pipeline: pipeline.id,
        ref,
        isTag: tag,
        user,
        created: job.created_at,
        isManual: manual ?? (when === null ? null : when === 'manual'),
        started,
        address: page ?? `${base}/projects/${pipeline.project_id}/jobs/${id}`,
      };
    },
    async deploymentOf(job, environment) {
      const found = (await findDeployment(job, environment)) ?? (await findDeployment(job, null));
      if (!found) return null;
      const path = `/projects/${job.project}/deployments/${found.id}`;
      const told = await gitlab.get(asked, path, deploymentShape);
      if (
        told.id !== found.id ||
        told.deployable?.id !== job.id ||
        told.environment.name !== found.environment.name
      )
        throw answerFault(asked, 'GitLab answers with another deployment than the one asked for');
      return {
        environment: told.environment.name,
        user: told.user,
        pending: told.pending_approval_count,
        decisions: told.approvals,
        rules: told.approval_summary.rules.map((rule) => ({
          required: rule.required_approvals,
          decisions: rule.deployment_approvals,
        })),
      };
    },
    async jobsOf({ project, pipeline }) {
      const jobs: PipelineJob[] = [];
      for (let page = 1; page <= mostPages; page++) {
        const path = `/projects/${project}/pipelines/${pipeline}/jobs?include_retried=true&per_page=${perPage}&page=${page}`;
        const items = await gitlab.findIfServed(asked, path, jobsShape);
        if (items === null) return null;
        jobs.push(
          ...items.map(({ id, user, artifacts, finished_at: finished }) => ({
            id,
            user,
            leftFiles: artifacts.some((each) => each.file_type === 'archive') ? finished : null,
          })),
        );
        if (items.length < perPage) return jobs;
      }
      throw endless(asked, mostPages);
    },
    async authorOf({ project }, mergeRequest) {
      const path = `/projects/${project}/merge_requests/${mergeRequest}`;
      return (await gitlab.get(asked, path, authorShape)).author?.id ?? null;
    },
    get requests() {
      return gitlab.requests;
    },
    close: () => gitlab.close(),
  };
}
