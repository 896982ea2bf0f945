import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startGitLab } from '../../sandbox/gitlab/start-gitlab.ts';
import type { GitLabJob } from '../../sandbox/gitlab/records.ts';
import type { ErrorDocument } from '../../src/report/documents/error.ts';
import type { PlanDocument } from '../../src/report/documents/plan.ts';
import type { PublishDocument } from '../../src/report/documents/publish.ts';
import { atEnd } from './at-end.ts';
import { createCheckout } from './checkout.ts';
import { destinationOf } from './config-for.ts';
import { testSandbox } from './test-sandbox.ts';

const page = (title: string, text: string) => `---\nstack: article\n---\n\n# ${title}\n\n${text}\n`;

const text =
  'Keys are rotated every ninety days by the platform team, who announce it a week before.';

/**
 * A project on the sandbox's GitLab with a page to publish, its checkout as a runner makes it, and the
 * jobs of a pipeline of its own.
 */
export async function createGitLabWorld(
  more = '',
  ledger = '',
  {
    visibility = 'visibility: private',
    rest = '',
    files = {},
  }: {
    readonly visibility?: string;
    readonly rest?: string;
    readonly files?: Readonly<Record<string, string>>;
  } = {},
) {
  const sandbox = await testSandbox();
  const running = await startGitLab();
  atEnd(() => running.close());
  const { gitlab, url } = running;
  gitlab.jobsMayPush = true;
  const lines = [
    destinationOf(sandbox),
    visibility,
    'defaults: { tags: [platform] }',
    more === '' ? 'approval: { accept: [gitlab] }' : more,
    ledger,
    rest,
    '',
  ];
  const checkout = await createCheckout({
    'stack-publish.yml': lines.join('\n'),
    'docs/keys.md': page('Rotating TLS keys', text),
    ...files,
  });
  const remote = new URL(`/${gitlab.path}.git`, url);
  const own = new URL(remote);
  own.username = 'mia';
  own.password = gitlab.accessToken('mia');
  await checkout.git('push', '-q', own.href, 'main');
  await checkout.git('remote', 'add', 'origin', remote.href);

  /** What a runner sets for a job. */
  const variables = (job: GitLabJob) => ({
    CI: 'true',
    GITLAB_CI: 'true',
    CI_API_V4_URL: `${url}/api/v4`,
    CI_SERVER_URL: url,
    CI_PROJECT_PATH: gitlab.path,
    CI_PROJECT_ID: String(gitlab.id),
    CI_JOB_ID: String(job.id),
    CI_JOB_TOKEN: job.token,
    GITLAB_USER_LOGIN: job.user?.username ?? '',
    ...(job.when === 'manual' && { CI_JOB_MANUAL: 'true' }),
    STACK_ACCESS_TOKEN: sandbox.stack.tokens.write,
  });
  const run = async <Document>(
    args: readonly string[],
    job: GitLabJob,
    forged: Readonly<Record<string, string>> = {},
  ) => {
    const ran = await checkout.cli([...args, '--json'], { ...variables(job), ...forged });
    return { ...ran, document: JSON.parse(ran.stdout) as Document & ErrorDocument };
  };
  const { pipelines } = gitlab;
  const index = join(checkout.folder, 'index.json');
  const world = {
    sandbox,
    site: sandbox.site,
    gitlab,
    pipelines,
    url,
    checkout,
    index,
    variables,
    /** A pipeline whose first job has planned, and whose second waits for somebody. */
    async pipeline(by = 'dev', environment: string | null = null) {
      const pipeline = pipelines.start(by);
      const planJob = pipelines.run(pipelines.addJob(pipeline, { name: 'plan' }));
      const planned = await run<PlanDocument>(['plan', '--index', 'index.json'], planJob);
      if (planned.code !== 0) throw new Error(planned.stdout + planned.stderr);
      pipelines.finish(planJob, true, { 'index.json': await readFile(index, 'utf8') });
      const publish = pipelines.addJob(pipeline, { name: 'publish', when: 'manual', environment });
      return { pipeline, planJob, publish, plan: planned.document };
    },
    /** Publishes what the index has, as the job's script does. */
    publish: (
      job: GitLabJob,
      forged: Readonly<Record<string, string>> = {},
      args: readonly string[] = ['--index', 'index.json'],
    ) => run<PublishDocument>(['publish', ...args], job, forged),
    run,
    /** What was asked of GitLab since, without git: method, path, token. */
    async asked(work: () => Promise<unknown>, only = /./) {
      const before = gitlab.log.count;
      await work();
      return gitlab.log
        .since(before)
        .filter(({ path }) => path.startsWith('/api/'))
        .filter(({ path }) => only.test(path))
        .map(
          ({ method, path, query, token }) => `${method} ${path.slice(7)}${query} ${token ?? ''}`,
        );
    },
    /** Plans and publishes, each in a job of its own, until nothing is left. */
    async publishAll() {
      for (let round = 0; round < 10; round++) {
        const made = await world.pipeline();
        if (made.plan.digest === null) return made.plan;
        const { code, stdout } = await world.publish(pipelines.play(made.publish, 'mia'));
        if (code !== 0) throw new Error(stdout);
      }
      throw new Error('it goes on and on');
    },
    async edit(change: string) {
      await writeFile(join(checkout.folder, 'docs/keys.md'), page('Rotating TLS keys', change));
      await checkout.commit();
      await world.push('main');
    },
    push: (branch: string) => checkout.git('push', '-q', own.href, branch),
    readIndex: async () => JSON.parse(await readFile(index, 'utf8')) as unknown,
  };
  return world;
}

export type GitLabWorld = Awaited<ReturnType<typeof createGitLabWorld>>;
