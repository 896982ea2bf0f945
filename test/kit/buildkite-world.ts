import { startBuildkite } from '../../sandbox/buildkite/start-buildkite.ts';
import type { ErrorDocument } from '../../src/report/documents/error.ts';
import type { PlanDocument } from '../../src/report/documents/plan.ts';
import type { PublishDocument } from '../../src/report/documents/publish.ts';
import { atEnd } from './at-end.ts';
import { createCheckout } from './checkout.ts';
import { destinationOf } from './config-for.ts';
import { gitHubEnvironment } from './github-environment.ts';
import { page } from './page.ts';
import { testSandbox } from './test-sandbox.ts';

/** A build's steps, in the order of the pipeline. */
export interface Steps {
  readonly build: number;
  readonly plan: string;
  readonly block: string;
  readonly publish: string;
}

/**
 * A repository on the sandbox's GitHub with a page to publish, its checkout as an agent makes it, and
 * builds on a Buildkite of its own: a step that plans, a block step, a step that publishes.
 */
export async function createBuildkiteWorld(approval = 'approval: { accept: [buildkite] }') {
  const sandbox = await testSandbox();
  const { github, stack } = sandbox;
  const remote = `${github.url}/${github.repository}.git`;
  const running = await startBuildkite({ repository: remote });
  atEnd(() => running.close());
  const { buildkite, url } = running;
  const checkout = await createCheckout({
    'stack-publish.yml': `${destinationOf(sandbox)}\nvisibility: private\n${approval}\n`,
    'docs/keys.md': page('Rotating keys', 'Keys are rotated every 60 days.\n'),
  });
  const basic = Buffer.from(`x-access-token:${github.tokens.maintain}`).toString('base64');
  const header = `http.extraheader=AUTHORIZATION: basic ${basic}`;
  const push = () => checkout.git('-c', header, 'push', '-q', remote, 'HEAD:main');
  await push();
  await checkout.git('remote', 'add', 'origin', remote);
  // An agent checks a commit out, and no branch.
  await checkout.git('checkout', '-q', '--detach');
  const head = async () => (await checkout.git('rev-parse', 'HEAD')).stdout.trim();

  /** What an agent sets for a job, and the secrets of its step. */
  const variables = (build: number, job: string): Record<string, string> => ({
    ...gitHubEnvironment(sandbox),
    GITHUB_TOKEN: github.tokens.maintain,
    CI: 'true',
    BUILDKITE: 'true',
    BUILDKITE_ORGANIZATION_SLUG: buildkite.organization,
    BUILDKITE_PIPELINE_SLUG: buildkite.pipeline,
    BUILDKITE_BUILD_NUMBER: String(build),
    BUILDKITE_JOB_ID: job,
    BUILDKITE_API_URL: url,
    BUILDKITE_API_TOKEN: buildkite.token('read_builds'),
    STACK_ACCESS_TOKEN: stack.tokens.write,
  });
  const run = async <Document>(
    args: readonly string[],
    { build, job }: { readonly build: number; readonly job: string },
    forged: Readonly<Record<string, string>> = {},
  ) => {
    const ran = await checkout.cli([...args, '--json'], { ...variables(build, job), ...forged });
    return { ...ran, document: JSON.parse(ran.stdout) as Document & ErrorDocument };
  };
  return {
    sandbox,
    site: sandbox.site,
    buildkite,
    url,
    checkout,
    remote,
    head,
    async edit(text: string) {
      await checkout.write({ 'docs/keys.md': page('Rotating keys', text) });
      await checkout.commit();
      await push();
    },
    variables,
    run,
    /** A build that has planned, and waits at its block step. */
    async planned() {
      const build = buildkite.start(await head());
      const plan = buildkite.add(build, 'script', { name: 'plan' });
      buildkite.run(build, plan);
      const made = await run<PlanDocument>(['plan', '--index', 'index.json'], { build, job: plan });
      if (made.code !== 0) throw new Error(made.output);
      buildkite.finish(build, plan);
      const block = buildkite.add(build, 'manual', { name: 'Publish?' });
      const publish = buildkite.add(build, 'script', { name: 'publish' });
      return { build, plan, block, publish, digest: made.document.digest };
    },
    /** Unblocks the build and lets the next step run. */
    unblocked({ build, block, publish }: Steps, by = 'Mia Maintainer') {
      buildkite.unblock(build, block, by);
      buildkite.run(build, publish);
    },
    /** Publishes what the index has, as the step does. */
    publish: (
      { build, publish }: Pick<Steps, 'build' | 'publish'>,
      forged: Readonly<Record<string, string>> = {},
      args: readonly string[] = ['--index', 'index.json'],
    ) => run<PublishDocument>(['publish', ...args], { build, job: publish }, forged),
    /** What was asked of Buildkite meanwhile: method, path, scope of the token. */
    async asked(work: () => Promise<unknown>) {
      const before = buildkite.log.count;
      await work();
      return buildkite.log
        .since(before)
        .map(({ method, path, query, token }) => `${method} ${path}${query} ${token ?? ''}`);
    },
  };
}

export type BuildkiteWorld = Awaited<ReturnType<typeof createBuildkiteWorld>>;
