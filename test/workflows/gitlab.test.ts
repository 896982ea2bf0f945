import { spawnSync } from 'node:child_process';
import { access, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import type { GitLabJob } from '../../sandbox/gitlab/records.ts';
import { ciSchemaPath, gitLabRunnerPath } from '../../scripts/workflow-tools.ts';
import { createGitLabWorld } from '../kit/gitlab-world.ts';
import { npmRegistry } from '../kit/npm-registry.ts';
import { startProgram } from '../kit/start-program.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';

const examples = join(import.meta.dirname, '../../examples/gitlab');
const names = ['.gitlab-ci.yml', 'templates/stack-publish.yml'] as const;
const files = Object.fromEntries(
  await Promise.all(
    names.map(async (name) => [name, await readFile(join(examples, name), 'utf8')] as const),
  ),
);

describe("GitLab's own schema", async () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  const schema = JSON.parse(await readFile(ciSchemaPath('gitlab-ci'), 'utf8')) as object;
  const validate = ajv.compile(schema);
  const flaws = (text: string) =>
    parseAllDocuments(text).flatMap((document) => {
      const value = document.toJS() as unknown;
      return validate(value) ? [] : (validate.errors ?? []);
    });

  test.each(names)('takes %s', (name) => {
    expect(flaws(files[name] ?? '')).toEqual([]);
  });

  test('would not take another value', () => {
    const text = files['templates/stack-publish.yml'] ?? '';
    expect(flaws(text.replace('when: manual', 'when: perhaps'))).not.toEqual([]);
    expect(flaws(text.replace('action: access', 'action: peek'))).not.toEqual([]);
  });
});

/** gitlab-ci-local copies what a job left with it. */
const hasRsync = spawnSync('rsync', ['--version']).status === 0;
if (!hasRsync) console.warn('Not run: the pipeline of GitLab, as there is no rsync.');
const registry = hasRsync ? await npmRegistry() : '';

/** A project with the example, whose jobs gitlab-ci-local runs on this machine. */
async function pipelineWorld(wants = {}) {
  const world = await createGitLabWorld('', '', { files });
  const { pipelines, checkout, sandbox } = world;
  pipelines.protect('stack-internal', wants);
  const home = temporaryFolder();
  const { read, write } = sandbox.stack.tokens;
  const comments = world.gitlab.accessToken('rea');
  // Each environment has a token of its own, as in the settings of a project.
  await writeFile(
    join(home, 'variables.yml'),
    `STACK_ACCESS_TOKEN:\n  values:\n    stack-internal: ${write}\n    stack-internal-read: ${read}\nGITLAB_COMMENT_TOKEN: ${comments}\n`,
  );
  const run = async (name: string, job: GitLabJob, more: Readonly<Record<string, string>> = {}) => {
    const { STACK_ACCESS_TOKEN: _, CI: __, ...variables } = world.variables(job);
    const given = Object.entries({ ...variables, ...more }).flatMap(([key, value]) => [
      '--variable',
      `${key}=${value}`,
    ]);
    const flags = [
      '--force-shell-executor',
      '--variables-file',
      join(home, 'variables.yml'),
      '--no-needs',
      '--color=false',
      ...given,
    ];
    return startProgram(process.execPath, [gitLabRunnerPath, name, ...flags], {
      cwd: checkout.folder,
      env: {
        HOME: home,
        PATH: `${dirname(process.execPath)}:/usr/bin:/bin`,
        npm_config_registry: registry,
        npm_config_cache: join(home, 'npm'),
      },
    }).ended;
  };
  const pipeline = pipelines.start('dev');
  return {
    ...world,
    /** Runs the job that plans, as it starts by itself. */
    async plan() {
      const job = pipelines.run(pipelines.addJob(pipeline, { name: 'stack-plan' }));
      const ran = await run('stack-plan', job);
      pipelines.finish(job);
      return ran;
    },
    /** Runs the job that checks a merge request. */
    async checks(iid: number) {
      const ref = `refs/merge-requests/${iid}/head`;
      const own = pipelines.start('dev', { ref, source: 'merge_request_event' });
      const job = pipelines.run(pipelines.addJob(own, { name: 'stack-check' }));
      const ran = await run('stack-check', job, {
        CI_PIPELINE_SOURCE: 'merge_request_event',
        CI_MERGE_REQUEST_IID: String(iid),
        CI_MERGE_REQUEST_PROJECT_ID: String(world.gitlab.id),
      });
      pipelines.finish(job, false);
      return ran;
    },
    waits: () =>
      pipelines.addJob(pipeline, {
        name: 'stack-publish',
        when: 'manual',
        environment: 'stack-internal',
      }),
    publishes: (job: GitLabJob) => run('stack-publish', job),
  };
}

test.runIf(hasRsync)('a plan, a person who starts the job, a post', async () => {
  const world = await pipelineWorld();
  const planned = await world.plan();
  expect(planned.output).toContain('Rotating TLS keys');
  expect(planned.output).toMatch(/sha256:[0-9a-f]{64}/);
  expect(planned.code).toBe(0);
  for (const name of ['plan.html', 'plan.md', 'index.json'])
    await access(
      join(world.checkout.folder, '.gitlab-ci-local/artifacts/stack-plan/stack-plan', name),
    );
  const published = await world.publishes(world.pipelines.play(world.waits(), 'mia'));
  expect(published).toMatchObject({ code: 0 });
  expect(await world.site.posts()).toMatchObject([{ title: 'Rotating TLS keys' }]);
  const ledger = await world.gitlab.git.resolve('refs/heads/stack-publish/ledger');
  expect(ledger).toMatch(/^[0-9a-f]{40}$/);
});

test.runIf(hasRsync)(
  'an environment that wants approvals: nothing without them, and a post with them',
  async () => {
    const rules = [{ description: 'Maintainers', required: 1, users: ['mia', 'max'] }];
    const world = await pipelineWorld({ rules });
    expect((await world.plan()).code).toBe(0);
    const waiting = world.waits();
    // As if the rules had been others when it was started.
    const started = world.pipelines.force(waiting, {
      status: 'running',
      started: world.gitlab.clock.now(),
      user: world.gitlab.user('mia'),
    });
    const refused = await world.publishes(started);
    expect(refused.output).toContain('[approval-missing]');
    expect(refused.code).toBe(1);
    expect(await world.site.posts()).toEqual([]);

    world.pipelines.decide(waiting, 'mia');
    const published = await world.publishes(world.pipelines.play(waiting, 'dora'));
    expect(published).toMatchObject({ code: 0 });
    expect(await world.site.posts()).toHaveLength(1);
  },
);

test.runIf(hasRsync)(
  'where there is nothing to do, the job that a person starts does nothing',
  async () => {
    const world = await pipelineWorld();
    await world.plan();
    await world.publishes(world.pipelines.play(world.waits(), 'mia'));
    await world.plan();
    const again = await world.publishes(world.pipelines.play(world.waits(), 'mia'));
    expect(again).toMatchObject({ code: 0 });
    expect(await world.site.posts()).toHaveLength(1);
  },
);

test.runIf(hasRsync)(
  'a merge request is told in one note what it will be, what waits, and of its post',
  async () => {
    const world = await pipelineWorld();
    const { gitlab, pipelines } = world;
    const description = '```release-note\nTokens end after an hour, not after a day.\n```\n';
    const labels = ['stack:article'];
    gitlab.putMergeRequest({ iid: 7, title: 'Shorter tokens', description, labels });
    const told = () =>
      [...gitlab.notes.values()].map(({ author, body }) => [author.username, body]);
    const checked = await world.checks(7);
    expect(checked).toMatchObject({ code: 0 });
    expect(told()).toEqual([['rea', expect.stringContaining('> Tokens end after an hour')]]);

    gitlab.putMergeRequest({ iid: 7, state: 'merged', merged: gitlab.clock.now() });
    expect((await world.plan()).code).toBe(0);
    expect(told()).toEqual([['rea', expect.stringContaining('waits for approval')]]);
    const published = await world.publishes(pipelines.play(world.waits(), 'mia'));
    expect(published).toMatchObject({ code: 0 });
    expect(told()).toEqual([['rea', expect.stringMatching(/published\n[^]*\/articles\/\d+/)]]);
    expect(published.output).not.toContain(gitlab.accessToken('rea'));
    expect(gitlab.quickActions).toEqual([]);
  },
);

test('the example includes the component that stands beside it', () => {
  const { include } = parse(files['.gitlab-ci.yml'] ?? '') as {
    readonly include: readonly { readonly local: string }[];
  };
  expect(include.map(({ local }) => local)).toEqual(['templates/stack-publish.yml']);
});
