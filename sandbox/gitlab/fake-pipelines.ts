import { createHash } from 'node:crypto';
import type { SandboxClock } from '../exchange/sandbox-clock.ts';
import {
  levels,
  type ApprovalRule,
  type GitLabDeployment,
  type GitLabEnvironment,
  type GitLabJob,
  type GitLabPipeline,
  type GitLabUser,
} from './records.ts';

/** The pipelines of a project, their jobs, and what these deploy. */
export class FakePipelines {
  readonly jobs = new Map<number, GitLabJob>();
  readonly deployments = new Map<number, GitLabDeployment>();
  readonly environments = new Map<string, GitLabEnvironment>();
  readonly #clock: SandboxClock;
  readonly #project: string;
  readonly #userOf: (username: string) => GitLabUser;
  #nextId = 1001;

  constructor(clock: SandboxClock, project: string, userOf: (username: string) => GitLabUser) {
    this.#clock = clock;
    this.#project = project;
    this.#userOf = userOf;
  }

  /** Protects an environment: `rules`, or a number of approvals by whoever may deploy. */
  protect(
    name: string,
    wants: {
      readonly rules?: readonly Omit<ApprovalRule, 'id'>[];
      readonly unified?: number;
    } = {},
  ): GitLabEnvironment {
    const { rules = [], unified = 0 } = wants;
    const id = this.environments.get(name)?.id ?? this.#nextId++;
    const numbered = rules.map((rule, index) => ({ ...rule, id: id * 100 + index }));
    const environment = { id, name, unified, rules: numbered };
    this.environments.set(name, environment);
    return environment;
  }

  start(
    by: string,
    more: Partial<Pick<GitLabPipeline, 'ref' | 'tag' | 'source'>> = {},
  ): GitLabPipeline {
    const id = this.#nextId++;
    const created = this.#clock.now();
    return {
      id,
      user: this.#userOf(by),
      ref: 'main',
      tag: false,
      source: 'push',
      created,
      ...more,
    };
  }

  addJob(
    pipeline: GitLabPipeline,
    job: Pick<GitLabJob, 'name'> & Partial<Pick<GitLabJob, 'when' | 'environment'>>,
  ): GitLabJob {
    return this.#add({
      when: 'on_success',
      environment: null,
      pipeline,
      user: pipeline.user,
      ...job,
    });
  }

  /** Lets a job run that waits for nobody, as a runner does. */
  run(job: GitLabJob): GitLabJob {
    if (this.#now(job).when === 'manual') throw new TypeError('it waits for somebody');
    return this.#change(job, { status: 'running', started: this.#clock.now() });
  }

  /** Starts a manual job: who may push may, once a deployment has what its environment wants. */
  play(job: GitLabJob, by: string): GitLabJob {
    const user = this.#userOf(by);
    if (levels[user.level] < levels.developer) throw new TypeError(`${by} may not play jobs`);
    if (this.isBlocked(job)) throw new TypeError('the deployment is blocked');
    return this.#change(job, { user, status: 'running', started: this.#clock.now() });
  }

  /** Starts a job anew: another job in its place, of whoever did, with a deployment of its own. */
  retry(job: GitLabJob, by: string): GitLabJob {
    this.#change(job, { retried: true });
    const { name, when, environment, pipeline } = job;
    const again = this.#add({ name, when, environment, pipeline, user: this.#userOf(by) });
    return this.isBlocked(again)
      ? again
      : this.#change(again, { status: 'running', started: this.#clock.now() });
  }

  /** Ends a job, with files for later jobs or without. */
  finish(job: GitLabJob, archive = true, files: Readonly<Record<string, string>> = {}): GitLabJob {
    return this.#change(job, { status: 'success', archive, files, finished: this.#clock.now() });
  }

  /** Changes what GitLab knows, as no request can. */
  force(job: GitLabJob, change: Partial<GitLabJob>): GitLabJob {
    return this.#change(job, change);
  }

  decide(
    job: GitLabJob,
    by: string | null,
    more: {
      readonly status?: 'approved' | 'rejected';
      readonly comment?: string;
      readonly rule?: number;
    } = {},
  ): GitLabDeployment {
    const deployment = this.deploymentOf(job);
    if (!deployment) throw new TypeError('the job deploys nothing');
    const rules = this.environments.get(deployment.environment)?.rules ?? [];
    const decision = {
      user: by === null ? null : this.#userOf(by),
      status: more.status ?? ('approved' as const),
      comment: more.comment ?? null,
      created: this.#clock.now(),
      rule: rules[more.rule ?? 0]?.id ?? null,
    };
    const next = { ...deployment, decisions: [...deployment.decisions, decision] };
    this.deployments.set(next.id, next);
    return next;
  }

  deploymentOf({ id }: Pick<GitLabJob, 'id'>): GitLabDeployment | null {
    return [...this.deployments.values()].find(({ job }) => job === id) ?? null;
  }

  /** How many approvals a deployment waits for, by GitLab's own count. */
  pendingOf({ environment, decisions }: GitLabDeployment): number {
    const { rules = [], unified = 0 } = this.environments.get(environment) ?? {};
    const yes = decisions.filter(({ status }) => status === 'approved');
    const missing = rules.map(
      ({ id, required }) => required - yes.filter(({ rule }) => rule === id).length,
    );
    const all = [...missing, ...(rules.length === 0 ? [unified - yes.length] : [])];
    return all.reduce((sum, each) => sum + Math.max(0, each), 0);
  }

  isBlocked(job: Pick<GitLabJob, 'id'>): boolean {
    const deployment = this.deploymentOf(job);
    return deployment !== null && this.pendingOf(deployment) > 0;
  }

  /** The job whose token it is, as long as it runs. */
  jobOfToken(token: string): GitLabJob | null {
    return (
      [...this.jobs.values()].find((job) => job.token === token && job.status === 'running') ?? null
    );
  }

  #add(job: Pick<GitLabJob, 'name' | 'when' | 'environment' | 'pipeline' | 'user'>): GitLabJob {
    const id = this.#nextId++;
    const hash = createHash('sha256').update(`sandbox ${this.#project} job ${id}`).digest('hex');
    const added: GitLabJob = {
      id,
      ...job,
      status: job.when === 'manual' ? 'manual' : 'created',
      created: this.#clock.now(),
      started: null,
      finished: null,
      archive: false,
      files: {},
      retried: false,
      token: `glcbt-64_${hash.slice(0, 20)}`,
    };
    this.jobs.set(id, added);
    if (job.environment !== null) {
      const deployment = this.#nextId++;
      if (!this.environments.has(job.environment)) this.protect(job.environment);
      this.deployments.set(deployment, {
        id: deployment,
        environment: job.environment,
        job: id,
        user: job.user,
        created: this.#clock.now(),
        decisions: [],
      });
    }
    return added;
  }

  #now({ id }: Pick<GitLabJob, 'id'>): GitLabJob {
    const job = this.jobs.get(id);
    if (!job) throw new TypeError(`there is no job ${id}`);
    return job;
  }

  #change(job: Pick<GitLabJob, 'id'>, change: Partial<GitLabJob>): GitLabJob {
    const next = { ...this.#now(job), ...change };
    this.jobs.set(next.id, next);
    return next;
  }
}
