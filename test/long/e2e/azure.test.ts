import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { createAzureWorld } from '../../kit/azure-world.ts';
import { npmRegistry } from '../../kit/npm-registry.ts';
import { startProgram } from '../../kit/start-program.ts';
import { temporaryFolder } from '../../kit/temporary-folder.ts';

interface Step {
  readonly script?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Stage {
  readonly stage: string;
  readonly jobs: readonly [
    {
      readonly environment?: string;
      readonly steps?: readonly Step[];
      readonly strategy?: { readonly runOnce: { readonly deploy: { readonly steps: Step[] } } };
    },
  ];
}

const root = join(import.meta.dirname, '../../..');
const text = await readFile(join(root, 'examples/azure/azure-pipelines.yml'), 'utf8');
const { stages } = parse(text) as { readonly stages: readonly [Stage, Stage] };
const [planned, published] = stages.map(({ jobs: [job] }) => {
  const steps = job.steps ?? job.strategy?.runOnce.deploy.steps ?? [];
  return steps.find(({ script }) => script !== undefined) ?? {};
}) as [Step, Step];

test('the example plans, waits for the approval of its stage, and publishes that plan', async () => {
  const world = await createAzureWorld();
  const { azure, checkout, sandbox } = world;
  const [workspace, home] = [temporaryFolder(), temporaryFolder()];
  const registry = await npmRegistry();
  /** Runs a script as an agent does: secrets only where the step maps them. */
  const runScript = ({ script = '', env = {} }: Step, token: string, run: number, job: string) => {
    const { STACK_ACCESS_TOKEN: _, SYSTEM_ACCESSTOKEN: __, ...own } = world.variables(run, job);
    const secrets: Readonly<Record<string, string>> = {
      '$(STACK_ACCESS_TOKEN)': token,
      '$(System.AccessToken)': azure.token,
    };
    const given = Object.entries(env).map(([name, value]) => [name, secrets[value] ?? value]);
    return startProgram('bash', ['--noprofile', '--norc', '-e', '-c', script], {
      cwd: checkout.folder,
      env: {
        ...own,
        ...(Object.fromEntries(given) as Record<string, string>),
        PATH: process.env['PATH'] ?? '',
        HOME: home,
        PIPELINE_WORKSPACE: workspace,
        npm_config_registry: registry,
      },
    }).ended;
  };
  const { read, write } = sandbox.stack.tokens;
  const run = azure.start(world.head).id;
  const plan = azure.stage(run, 'Plan');
  azure.begin(run, plan.job);
  const first = await runScript(planned, read, run, plan.job);
  expect(first.code, first.output).toBe(0);
  azure.finish(run, plan.job);
  expect(first.stdout).toContain(`##vso[task.uploadsummary]${checkout.folder}/stack-plan/plan.md`);
  await cp(join(checkout.folder, 'stack-plan'), join(workspace, 'stack-plan'), { recursive: true });
  const summary = await readFile(join(workspace, 'stack-plan/plan.md'), 'utf8');
  expect(summary).toContain('Approve the stage of this run');

  const publish = azure.stage(run, 'Publish');
  const mia = azure.identity('Mia');
  const approval = azure.check(run, publish.stage, [mia]);
  azure.begin(run, publish.job);
  const early = await runScript(published, write, run, publish.job);
  expect(early.output).toContain('[approval-missing]');
  expect(early.code).toBe(3);
  expect(await world.site.posts()).toEqual([]);

  azure.answer(approval, mia);
  const late = await runScript(published, write, run, publish.job);
  expect(late.code, late.output).toBe(0);
  expect(await world.site.posts()).toMatchObject([{ title: 'Rotating keys' }]);
});

test('the example installs this version, and gives its token only to the stage with the environment', async () => {
  const manifest = await readFile(join(root, 'package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { readonly version: string };
  const named = [...text.matchAll(/stack-publish@(\S+)/g)].map(([, each]) => each);
  expect(new Set(named)).toEqual(new Set([version]));
  expect(stages.map(({ jobs: [job] }) => job.environment)).toEqual([undefined, 'stack-internal']);
  expect(Object.keys(planned.env ?? {})).toEqual(['STACK_ACCESS_TOKEN']);
});
