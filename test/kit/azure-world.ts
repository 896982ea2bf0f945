import { startAzure } from '../../sandbox/azure/start-azure.ts';
import type { ErrorDocument } from '../../src/report/documents/error.ts';
import type { PlanDocument } from '../../src/report/documents/plan.ts';
import type { PublishDocument } from '../../src/report/documents/publish.ts';
import { atEnd } from './at-end.ts';
import { createCheckout } from './checkout.ts';
import { destinationOf } from './config-for.ts';
import { gitHubEnvironment } from './github-environment.ts';
import { page } from './page.ts';
import { testSandbox } from './test-sandbox.ts';

/**
 * A repository on the sandbox's GitHub with a page to publish, its checkout as an agent makes it, and
 * runs on an Azure DevOps of its own: a stage that plans, and one that waits and publishes.
 */
export async function createAzureWorld(more = '') {
  const sandbox = await testSandbox();
  const { github, stack } = sandbox;
  const remote = `${github.url}/${github.repository}.git`;
  const running = await startAzure(remote);
  atEnd(() => running.close());
  const { azure, url } = running;
  const checkout = await createCheckout({
    'stack-publish.yml': `${destinationOf(sandbox)}\nvisibility: private\napproval: { accept: [azure] }\n${more}`,
    'docs/keys.md': page('Rotating keys', 'Keys are rotated every 60 days.\n'),
  });
  const basic = Buffer.from(`x-access-token:${github.tokens.maintain}`).toString('base64');
  const header = `http.extraheader=AUTHORIZATION: basic ${basic}`;
  await checkout.git('-c', header, 'push', '-q', remote, 'HEAD:main');
  await checkout.git('remote', 'add', 'origin', remote);
  // An agent checks a commit out, and no branch.
  await checkout.git('checkout', '-q', '--detach');
  const head = (await checkout.git('rev-parse', 'HEAD')).stdout.trim();

  /** What an agent sets for a job, and the secrets of its step. */
  const variables = (run: number, job: string): Record<string, string> => ({
    ...gitHubEnvironment(sandbox),
    GITHUB_TOKEN: github.tokens.maintain,
    CI: 'true',
    TF_BUILD: 'True',
    SYSTEM_COLLECTIONURI: `${url}/${azure.organization}/`,
    SYSTEM_TEAMPROJECTID: azure.project,
    BUILD_BUILDID: String(run),
    SYSTEM_JOBID: job,
    SYSTEM_ACCESSTOKEN: azure.token,
    STACK_ACCESS_TOKEN: stack.tokens.write,
  });
  const command = async <Document>(
    args: readonly string[],
    run: number,
    job: string,
    forged: Readonly<Record<string, string>> = {},
  ) => {
    const ran = await checkout.cli([...args, '--json'], { ...variables(run, job), ...forged });
    return { ...ran, document: JSON.parse(ran.stdout) as Document & ErrorDocument };
  };
  return {
    sandbox,
    site: sandbox.site,
    azure,
    url,
    checkout,
    remote,
    head,
    variables,
    /** A run that has planned, and whose stage waits for one of the people named. */
    async planned(approvers = [azure.identity('Mia')], required = 1) {
      const run = azure.start(head).id;
      const plan = azure.stage(run, 'Plan');
      azure.begin(run, plan.job);
      const made = await command<PlanDocument>(['plan', '--index', 'index.json'], run, plan.job);
      if (made.code !== 0) throw new Error(made.output);
      azure.finish(run, plan.job);
      const { stage, job } = azure.stage(run, 'Publish');
      const approval = azure.check(run, stage, approvers, required);
      return { run, plan, stage, job, approval, digest: made.document.digest };
    },
    /** Publishes what the index has, as the step does. */
    publish: (
      { run, job }: { readonly run: number; readonly job: string },
      forged: Readonly<Record<string, string>> = {},
      args: readonly string[] = ['--index', 'index.json'],
    ) => command<PublishDocument>(['publish', ...args], run, job, forged),
    /** What was asked of Azure DevOps meanwhile: method, path, whose token. */
    async asked(work: () => Promise<unknown>) {
      const before = azure.log.count;
      await work();
      return azure.log
        .since(before)
        .map(({ method, path, query, token }) => `${method} ${path}${query} ${token ?? ''}`);
    },
  };
}
