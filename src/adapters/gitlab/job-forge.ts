import type { JobForge, OwnJob } from '../../ports/job-forge.ts';
import type { Asked } from '../ci-api/api-fault.ts';
import {
  authorShape,
  deploymentItem,
  deploymentShape,
  jobItem,
  ownJobShape,
} from './job-shapes.ts';
import { openGitLab, otherAnswer, type GitLabOptions } from './open-gitlab.ts';

/** What GitLab tells a job's own token, with connections that are to be ended. */
export interface GitLabJobForge extends JobForge {
  close(): Promise<void>;
}

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
    const path = `/projects/${project}/deployments?${filter}order_by=id&sort=desc`;
    for await (const items of gitlab.pages(asked, path, deploymentItem)) {
      const found = items.find(
        (item) =>
          item.deployable?.id === id &&
          (environment === null || item.environment.name === environment),
      );
      if (found) return found;
      const oldest = items.at(-1)?.created_at ?? null;
      if (oldest !== null && created !== null && oldest < created - slackMs) return null;
    }
    return null;
  }

  return {
    async ownJob() {
      const job = await gitlab.find(asked, '/job', ownJobShape);
      if (!job) return null;
      const { id, ref, tag, user, pipeline, when, manual } = job;
      const started = job.started_at ?? job.created_at;
      if (started === null) throw otherAnswer(asked, 'GitLab does not tell when the job started');
      const base = options.apiUrl.replace(/\/+$/, '');
      const page = job.web_url?.endsWith(`/-/jobs/${id}`) ? job.web_url : null;
      return {
        id,
        project: pipeline.project_id,
        pipeline: pipeline.id,
        isDownstream: /^(?:parent_)?pipeline$/.test(pipeline.source ?? ''),
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
        throw otherAnswer(asked, 'GitLab answers with another deployment than the one asked for');
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
      const path = `/projects/${project}/pipelines/${pipeline}/jobs?include_retried=true`;
      const jobs = await gitlab.listIfServed(asked, path, jobItem);
      return (
        jobs?.map(({ id, user, artifacts, finished_at: finished }) => ({
          id,
          user,
          leftFiles: artifacts.some((each) => each.file_type === 'archive') ? finished : null,
        })) ?? null
      );
    },
    async fileOf({ project }, id, path) {
      const file = path.split('/').map(encodeURIComponent).join('/');
      return gitlab.findFile(asked, `/projects/${project}/jobs/${id}/artifacts/${file}`);
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
