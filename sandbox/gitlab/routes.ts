import { byId } from './by-id.ts';
import { has, seesProject, type Caller } from './callers.ts';
import { commitRoutes } from './commit-routes.ts';
import type { FakeGitLab } from './fake-gitlab.ts';
import { listMergeRequests } from './list-merge-requests.ts';
import {
  deploymentModel,
  jobModel,
  mergeRequestModel,
  projectModel,
  wholeDeploymentModel,
} from './models.ts';
import { noteRoutes } from './note-routes.ts';
import { paged } from './paged.ts';
import { GitLabProblem, notFound, type GitLabDeployment } from './records.ts';
import { releaseRoutes } from './release-routes.ts';
import type { Route, RouteCall } from './route.ts';

/** All of a project that is served. */
export const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '',
    jobs: false,
    open: true,
    run: ({ gitlab }) => ({ body: projectModel(gitlab) }),
  },
  {
    method: 'GET',
    path: 'deployments',
    jobs: true,
    run: ({ gitlab, query }) => {
      const wanted = query.get('environment');
      const all = [...gitlab.pipelines.deployments.values()].filter(
        ({ environment }) => wanted === null || environment === wanted,
      );
      const sorted = query.get('sort') === 'desc' ? all.toReversed() : all;
      return paged(sorted, query, (each) => deploymentModel(gitlab, each));
    },
  },
  {
    method: 'GET',
    path: 'deployments/*',
    jobs: true,
    run: ({ gitlab, parts: [id] }) => ({
      body: wholeDeploymentModel(gitlab, byId(gitlab.pipelines.deployments, id)),
    }),
  },
  {
    method: 'POST',
    path: 'deployments/*/approval',
    jobs: true,
    run: (call) => ({ body: decide(call, byId(call.gitlab.pipelines.deployments, call.parts[0])) }),
  },
  {
    method: 'GET',
    path: 'pipelines/*/jobs',
    jobs: (gitlab) => gitlab.jobsMayListJobs,
    run: ({ gitlab, query, parts: [id] }) => {
      const retried = query.get('include_retried') === 'true';
      const jobs = [...gitlab.pipelines.jobs.values()].filter(
        (job) => String(job.pipeline.id) === id && (retried || !job.retried),
      );
      if (jobs.length === 0) throw notFound('Pipeline');
      return paged(jobs.toReversed(), query, (each) => jobModel(gitlab, each));
    },
  },
  {
    method: 'GET',
    path: 'jobs/*/artifacts/**',
    jobs: true,
    run({ gitlab, parts: [id, ...path] }) {
      const { archive, files } = byId(gitlab.pipelines.jobs, id);
      const file = archive ? files[path.join('/')] : undefined;
      if (file === undefined) throw notFound('');
      return { file };
    },
  },
  {
    method: 'GET',
    path: 'merge_requests',
    jobs: true,
    open: true,
    run: ({ gitlab, query }) =>
      paged(listMergeRequests(gitlab, query), query, (each) => mergeRequestModel(gitlab, each)),
  },
  {
    method: 'GET',
    path: 'merge_requests/*',
    jobs: true,
    open: true,
    run: ({ gitlab, parts: [id] }) => ({
      body: mergeRequestModel(gitlab, byId(gitlab.mergeRequests, id)),
    }),
  },
  ...commitRoutes,
  ...noteRoutes,
  ...releaseRoutes,
];

/** Approves or rejects with the rights of who asks, which for a job are those of who started it. */
function decide({ gitlab, caller, body }: RouteCall, deployment: GitLabDeployment) {
  const { user } = caller;
  const job = gitlab.pipelines.jobs.get(deployment.job);
  if (user === null || !has(user, 'developer') || job === undefined)
    throw new GitLabProblem(403, '403 Forbidden');
  if (!gitlab.pipelines.isBlocked(job))
    throw new GitLabProblem(400, 'This deployment is not blocked.');
  const { status } = JSON.parse(body.toString('utf8')) as { readonly status: unknown };
  if (status !== 'approved' && status !== 'rejected')
    throw new GitLabProblem(400, 'status does not have a valid value');
  const next = gitlab.pipelines.decide(job, user.username, { status });
  return { user: { id: user.id, username: user.username }, status, created_at: next.created };
}

/** Throws where the caller sees no such project, or may not ask so. */
export function admit({ jobs, open = false }: Route, gitlab: FakeGitLab, caller: Caller): void {
  const isTaken = typeof jobs === 'function' ? jobs(gitlab) : jobs;
  const seen = caller.job !== null && !isTaken ? { ...caller, user: null } : caller;
  if (!open && seen.user === null) throw new GitLabProblem(401, '401 Unauthorized');
  if (!seesProject(gitlab, seen)) throw notFound('Project');
}
