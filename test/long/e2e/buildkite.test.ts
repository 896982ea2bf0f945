import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { createBuildkiteWorld } from '../../kit/buildkite-world.ts';
import { npmRegistry } from '../../kit/npm-registry.ts';
import { startProgram } from '../../kit/start-program.ts';
import { temporaryFolder } from '../../kit/temporary-folder.ts';

interface Step {
  readonly key: string;
  readonly block?: string;
  readonly command?: readonly string[];
  readonly depends_on?: string | readonly string[];
  readonly artifact_paths?: string;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

const file = join(import.meta.dirname, '../../../examples/buildkite/pipeline.yml');
const text = await readFile(file, 'utf8');
const { steps } = parse(text) as { readonly steps: readonly Step[] };
const step = (key: string) => {
  const found = steps.find((each) => each.key === key);
  if (!found) throw new Error(`no step ${key}`);
  return found;
};

/** The step that publishes, as the page has it without a stored token. */
const withoutStored = async (): Promise<Step> => {
  const page = join(import.meta.dirname, '../../../docs/ci/buildkite.md');
  const [, part = ''] = (await readFile(page, 'utf8')).split('## Without a stored token');
  const [, block = ''] = /```yaml\n(.*?)```/s.exec(part) ?? [];
  return { ...(parse(block) as Step), key: 'stack-publish' };
};

/** What a job needs of an agent: annotations, artifacts of a step by its key, and its own token. */
const agent = `#!/bin/bash
set -e
case "$1 $2" in
  'annotate --style') cat > "$STORE/annotation.md" ;;
  'oidc request-token') [ "$3 $4" = '--audience https://buildkite.com/acme' ] && cat "$STORE/oidc-token" ;;
  'artifact download') [ "$3 $4" = '--step stack-plan' ] && cp -r "$STORE/stack-plan" "$6" ;;
  *) exit 64 ;;
esac
`;

/** Runs the steps' lines as an agent does, with only the secrets that a step names. */
async function pipelineWorld() {
  const world = await createBuildkiteWorld();
  const { buildkite, checkout, sandbox } = world;
  const [tools, store, home] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
  await writeFile(join(tools, 'buildkite-agent'), agent);
  await chmod(join(tools, 'buildkite-agent'), 0o755);
  const secrets: Readonly<Record<string, string>> = {
    stack_internal_read: sandbox.stack.tokens.read,
    stack_internal: sandbox.stack.tokens.write,
    stack_internal_buildkite: buildkite.token('read_builds'),
  };
  const registry = await npmRegistry();
  const runStep = async (
    { command = [], secrets: named = {}, env = {} }: Step,
    build: number,
    job: string,
  ) => {
    const { STACK_ACCESS_TOKEN: _, BUILDKITE_API_TOKEN: __, ...own } = world.variables(build, job);
    const given = Object.entries(named).map(([name, key]) => [name, secrets[key] ?? ''] as const);
    // Of a pipeline that is uploaded, `$$` is a `$` of the shell.
    return startProgram('bash', ['-e', '-c', command.join('\n').replaceAll('$$', () => '$')], {
      cwd: checkout.folder,
      env: {
        ...own,
        ...Object.fromEntries(given),
        ...env,
        PATH: `${tools}:${process.env['PATH']}`,
        STORE: store,
        HOME: home,
        npm_config_registry: registry,
      },
    }).ended;
  };
  return {
    ...world,
    store,
    /** A build as the pipeline makes it, up to its block step. */
    async build() {
      const build = buildkite.start(await world.head());
      const plan = buildkite.add(build, 'script', { name: 'stack-plan' });
      buildkite.run(build, plan);
      const planned = await runStep(step('stack-plan'), build, plan);
      buildkite.finish(build, plan);
      // Each job has a checkout of its own, and artifacts are kept elsewhere.
      await rm(join(store, 'stack-plan'), { recursive: true, force: true });
      await startProgram('mv', ['stack-plan', store], { cwd: checkout.folder, env: {} }).ended;
      const block = buildkite.add(build, 'manual', { name: step('stack-approve').block ?? '' });
      const publish = buildkite.add(build, 'script', { name: 'stack-publish' });
      return { planned, build, plan, block, publish };
    },
    publishes: async (build: number, job: string, by = step('stack-publish')) => {
      await rm(join(checkout.folder, 'stack-plan'), { recursive: true, force: true });
      return runStep(by, build, job);
    },
  };
}

test('the example plans, shows the plan, waits, and publishes it', async () => {
  const world = await pipelineWorld();
  const made = await world.build();
  expect(made.planned.code, made.planned.output).toBe(0);
  const read = (name: string) => readFile(join(world.store, name), 'utf8');
  const { digest } = JSON.parse(await read('stack-plan/plan.json')) as { readonly digest: string };
  expect(digest).toMatch(/^sha256:/);
  expect(made.planned.stdout).toContain(digest);
  expect(await read('annotation.md')).toContain(digest);
  expect(await read('annotation.md')).toContain('Unblock the block step of this build');
  expect(await read('stack-plan/plan.html')).toContain('Keys are rotated every 60 days.');

  world.buildkite.run(made.build, made.publish);
  const early = await world.publishes(made.build, made.publish);
  expect(early.output).toContain('[approval-missing]');
  expect(early.code).toBe(3);
  expect(await world.site.posts()).toEqual([]);

  const again = await world.build();
  world.unblocked(again);
  const published = await world.publishes(again.build, again.publish);
  expect(published.code, published.output).toBe(0);
  expect(await world.site.posts()).toMatchObject([{ title: 'Rotating keys' }]);

  // The ledger was pushed: the next build has nothing to do, and its yes does nothing.
  const idle = await world.build();
  world.unblocked(idle);
  const nothing = await world.publishes(idle.build, idle.publish);
  expect(nothing.code, nothing.output).toBe(0);
  expect(await world.site.posts()).toHaveLength(1);
});

test('the lines of the page publish without a stored token, and name none', async () => {
  const world = await pipelineWorld();
  const { buildkite } = world;
  const { client, audience } = buildkite.identify({
    subject: 'organization:acme:pipeline:handbook:ref:refs/heads/main:commit:*:step:stack-publish',
  });
  const lines = await withoutStored();
  expect(Object.keys(lines.secrets ?? {})).toEqual(['STACK_ACCESS_TOKEN']);
  const env = { BUILDKITE_CLIENT_ID: client, BUILDKITE_AUDIENCE: audience };
  expect(Object.keys(lines.env ?? {})).toEqual(Object.keys(env));
  const made = await world.build();
  world.unblocked(made);
  const publishedBy = async (job: string) => {
    await writeFile(join(world.store, 'oidc-token'), buildkite.oidcToken(made.build, job));
    return world.publishes(made.build, made.publish, { ...lines, env });
  };
  const refused = await publishedBy(made.plan);
  expect(refused.output).toContain('[forge-refused]');
  expect(await world.site.posts()).toEqual([]);
  const published = await publishedBy(made.publish);
  expect(published.code, published.output).toBe(0);
  expect(published.output).not.toContain('eyJ');
  expect(await world.site.posts()).toMatchObject([{ title: 'Rotating keys' }]);
});

test('the example publishes only what depends on its block step, and gives each step its secrets', async () => {
  expect(step('stack-approve').depends_on).toBe('stack-plan');
  expect(step('stack-publish').depends_on).toContain('stack-approve');
  expect(step('stack-plan').artifact_paths).toBe('stack-plan/*');
  expect(step('stack-check').secrets).toBeUndefined();
  expect(Object.keys(step('stack-plan').secrets ?? {})).toEqual(['STACK_ACCESS_TOKEN']);
  const manifest = await readFile(join(import.meta.dirname, '../../../package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { readonly version: string };
  const named = [...text.matchAll(/stack-publish@(\S+)/g)].map(([, each]) => each);
  expect(new Set(named)).toEqual(new Set([version]));
});
