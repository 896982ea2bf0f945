import { createHash } from 'node:crypto';
import { LocalService } from '../exchange/local-service.ts';
import type { SandboxClock } from '../exchange/sandbox-clock.ts';
import type { BuildkiteBuild, BuildkiteJob, BuildkiteUser } from './records.ts';
import {
  WorkloadIdentities,
  type JobClaims,
  type WorkloadIdentity,
} from './workload-identities.ts';

export interface FakeBuildkiteOptions {
  readonly organization: string;
  readonly pipeline: string;
  /** The address that agents clone. */
  readonly repository: string;
}

/** One pipeline of a Buildkite organization: everything that requests read and change. */
export class FakeBuildkite extends LocalService {
  readonly organization: string;
  readonly pipeline: string;
  readonly builds = new Map<number, BuildkiteBuild>();
  readonly identities = new WorkloadIdentities();
  repository: string;
  readonly #users: ReadonlyMap<string, BuildkiteUser>;
  #next = 1;

  constructor(options: FakeBuildkiteOptions, clock: SandboxClock) {
    super(clock);
    this.organization = options.organization;
    this.pipeline = options.pipeline;
    this.repository = options.repository;
    this.#users = new Map(
      ['Mia Maintainer', 'Dora Developer', 'Release Bot'].map((name) => {
        const email = `${name.toLowerCase().replace(' ', '.')}@acme.example`;
        return [name, { id: this.uuid(name), name, email }];
      }),
    );
  }

  /** The same for the same name. */
  uuid(name: string): string {
    const hash = createHash('sha256').update(`sandbox ${this.pipeline} ${name}`).digest('hex');
    return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
  }

  user(name: string): BuildkiteUser {
    const user = this.#users.get(name);
    if (!user) throw new TypeError(`there is no user ${name}`);
    return user;
  }

  /** A token with one scope. It looks like a real one and opens nothing else. */
  token(scope: string): string {
    const hash = createHash('sha256').update(`sandbox ${this.pipeline} ${scope}`).digest('hex');
    return `bkua_${hash.slice(0, 40)}`;
  }

  /** What a token may; null: it is none. One of a person reaches the pipeline. */
  rightsOf(token: string) {
    const scopes = ['read_builds', 'write_builds', 'read_artifacts'];
    const scope = scopes.find((each) => this.token(each) === token);
    if (scope !== undefined) return { scopes: [scope], pipelines: [this.pipeline] };
    return this.identities.tokenOf(token, this.clock.now());
  }

  /** The token of a job's own, as `buildkite-agent oidc request-token` prints it. */
  oidcToken(build: number, job: string, more: Partial<JobClaims> = {}): string {
    const { branch, tag, commit } = this.build(build);
    const { name } = this.job(build, job);
    const ref = tag === null ? `refs/heads/${branch}` : `refs/tags/${tag}`;
    const iat = Math.floor(this.clock.now() / 1000);
    return this.identities.sign({
      sub: `organization:${this.organization}:pipeline:${this.pipeline}:ref:${ref}:commit:${commit}:step:${name}`,
      aud: 'https://buildkite.com/acme',
      iat,
      exp: iat + 300,
      organization_slug: this.organization,
      job_id: job,
      ...more,
    });
  }

  /** A workload identity, as the page makes it for agents; with this pipeline under Resource Access. */
  identify(more: Partial<WorkloadIdentity> = {}): WorkloadIdentity {
    const identity: WorkloadIdentity = {
      client: this.uuid(`identity ${this.identities.all.length}`),
      audience: 'https://buildkite.com/acme',
      subject: `organization:${this.organization}:pipeline:${this.pipeline}:ref:refs/heads/main:commit:*:step:*`,
      organization: this.organization,
      scopes: ['read_builds'],
      pipelines: [this.pipeline],
      ...more,
    };
    this.identities.all.push(identity);
    return identity;
  }

  start(commit: string, more: Partial<Omit<BuildkiteBuild, 'number' | 'commit'>> = {}) {
    const build: BuildkiteBuild = {
      number: this.#next++,
      commit,
      branch: 'main',
      tag: null,
      pullRequest: null,
      repository: this.repository,
      jobs: [],
      ...more,
    };
    this.builds.set(build.number, build);
    return build.number;
  }

  /** Adds a step: a command waits for the block step before it unless told otherwise. */
  add(build: number, type: BuildkiteJob['type'], more: Partial<BuildkiteJob> = {}): string {
    const { jobs } = this.build(build);
    const id = this.uuid(`job ${build} ${jobs.length}`);
    const job: BuildkiteJob = {
      id,
      type,
      name: type,
      state: type === 'manual' ? 'blocked' : 'waiting',
      created: this.clock.now(),
      runnable: null,
      started: null,
      finished: null,
      retried: false,
      retries: 0,
      retryOf: null,
      by: null,
      unblocked: null,
      ...more,
    };
    this.#put(build, [...jobs, job]);
    return id;
  }

  build(number: number): BuildkiteBuild {
    const build = this.builds.get(number);
    if (!build) throw new TypeError(`there is no build ${number}`);
    return build;
  }

  job(build: number, id: string): BuildkiteJob {
    const job = this.build(build).jobs.find((each) => each.id === id);
    if (!job) throw new TypeError(`there is no job ${id}`);
    return job;
  }

  run(build: number, id: string): void {
    const now = this.clock.tick(null, false);
    const runnable = this.job(build, id).runnable ?? now;
    this.force(build, id, { state: 'running', runnable, started: now });
  }

  finish(build: number, id: string, state: 'passed' | 'failed' = 'passed'): void {
    this.force(build, id, { state, finished: this.clock.tick(null, false) });
  }

  /** By a person of the organization, as the page and the API do it. */
  unblock(build: number, id: string, by: string): void {
    const unblocked = this.clock.tick(null, false);
    this.force(build, id, { state: 'unblocked', by: this.user(by), unblocked });
  }

  /** Starts a job anew: another job in its place. */
  retry(build: number, id: string): string {
    const { jobs } = this.build(build);
    const job = this.job(build, id);
    const next: BuildkiteJob = {
      ...job,
      id: this.uuid(`job ${build} ${jobs.length}`),
      state: 'waiting',
      created: this.clock.now(),
      runnable: null,
      started: null,
      finished: null,
      retries: job.retries + 1,
      retryOf: id,
    };
    this.#put(
      build,
      jobs.flatMap((each) => (each.id === id ? [{ ...each, retried: true }, next] : [each])),
    );
    return next.id;
  }

  /** Changes what Buildkite knows, as no request can. */
  force(build: number, id: string, change: Partial<BuildkiteJob>): void {
    const { jobs } = this.build(build);
    this.#put(
      build,
      jobs.map((job) => (job.id === id ? { ...job, ...change } : job)),
    );
  }

  #put(number: number, jobs: readonly BuildkiteJob[]): void {
    this.builds.set(number, { ...this.build(number), jobs });
  }
}
