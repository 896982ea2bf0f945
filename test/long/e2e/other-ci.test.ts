import { once } from 'node:events';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { addOrigin, createCheckout, type Checkout } from '../../kit/checkout.ts';
import { atEnd } from '../../kit/at-end.ts';
import { configFor } from '../../kit/config-for.ts';
import { gitHubEnvironment } from '../../kit/github-environment.ts';
import { npmRegistry } from '../../kit/npm-registry.ts';
import { page } from '../../kit/page.ts';
import { startProgram } from '../../kit/start-program.ts';
import { temporaryFolder } from '../../kit/temporary-folder.ts';
import { testSandbox, type TestSandbox } from '../../kit/test-sandbox.ts';

const examples = join(import.meta.dirname, '../../../examples');

/** A CI that runs an example: its lines as it runs them, and what it brings. */
interface Ci {
  /** How it starts a shell. */
  readonly shell: readonly string[];
  readonly plan: string;
  /** Prints the digest, where it is handed on by a variable. */
  readonly digest: string | null;
  readonly publish: string;
  /** Makes its `origin`, and gives its variables. */
  prepare(checkout: Checkout, sandbox: TestSandbox): Promise<Readonly<Record<string, string>>>;
}

const text = (file: string) => readFile(join(examples, file), 'utf8');

/** Jenkins, with a key for ssh. */
async function jenkins(): Promise<Ci> {
  const file = await text('jenkins/Jenkinsfile');
  const [plan = '', publish = ''] = [...file.matchAll(/^ +sh '''\n([\s\S]*?)'''/gm)].map(
    ([, lines = '']) => lines,
  );
  const digest = /script: '''(.*?) '''/.exec(file)?.[1] ?? null;
  return {
    shell: ['sh', '-xe', '-c'],
    plan,
    digest,
    publish,
    async prepare(checkout) {
      const bare = await addOrigin(checkout);
      await checkout.git('remote', 'set-url', 'origin', 'ssh://git@forge.example/handbook.git');
      // A Jenkins checks a commit out, and no branch.
      await checkout.git('checkout', '-q', '--detach');
      const tools = temporaryFolder();
      const ssh = `#!/bin/bash\necho "$*" >> ${tools}/calls\n[[ "$*" == *"-i /keys/repository "* ]] || exit 255\neval "\${!#/\\/handbook.git/${bare}}"\n`;
      await writeFile(join(tools, 'ssh'), ssh);
      await chmod(join(tools, 'ssh'), 0o755);
      return {
        PATH: `${tools}:${process.env['PATH']}`,
        REPOSITORY_KEY: '/keys/repository',
        APPROVER: 'ada',
        JENKINS_URL: 'https://ci.acme.example/',
        BRANCH_NAME: 'main',
      };
    },
  };
}

/** Bitbucket, whose proxy brings the right to push. */
async function bitbucket(): Promise<Ci> {
  const { pipelines } = parse(await text('bitbucket/bitbucket-pipelines.yml')) as {
    pipelines: { branches: { main: { step: { script: string[] } }[] } };
  };
  const [plan = '', publish = ''] = pipelines.branches.main.map(({ step }) =>
    step.script.join('\n'),
  );
  return {
    shell: ['bash', '-e', '-c'],
    plan,
    digest: null,
    publish,
    async prepare(checkout, sandbox) {
      const { url, repository, tokens } = sandbox.github;
      const basic = Buffer.from(`x-access-token:${tokens.maintain}`).toString('base64');
      const proxy = createServer((from, to) => {
        const { pathname, search } = new URL(from.url ?? '');
        const path = pathname.replace('/acme/handbook.git', `/${repository}.git`);
        const headers = { ...from.headers, authorization: `Basic ${basic}` };
        const onward = request(`${url}${path}${search}`, { method: from.method, headers });
        onward.on('response', (answer) => {
          to.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(to);
        });
        from.pipe(onward);
      });
      proxy.listen(0, '127.0.0.1');
      await once(proxy, 'listening');
      atEnd(() => {
        proxy.closeAllConnections();
        proxy.close();
      });
      const { port } = proxy.address() as AddressInfo;
      const origin = 'http://bitbucket.example/acme/handbook.git';
      await checkout.git('remote', 'add', 'origin', origin);
      const key = 'http.http://bitbucket.example/.proxy';
      await checkout.git('config', key, `http://127.0.0.1:${port}/`);
      const pushed = await checkout.git('push', '-q', 'origin', 'main');
      expect(pushed).toMatchObject({ code: 0 });
      return {
        CI: 'true',
        BITBUCKET_BRANCH: 'main',
        BITBUCKET_GIT_HTTP_ORIGIN: origin,
        BITBUCKET_STEP_TRIGGERER_UUID: '{4f3c0a51-7a5e-4bd2-a2c2-0a7d63a4a1ce}',
      };
    },
  };
}

/** CircleCI, for a repository on GitHub. */
async function circleci(): Promise<Ci> {
  type Steps = readonly (string | { run?: { command: string } })[];
  const { commands, jobs } = parse(await text('circleci/config.yml')) as {
    commands: Record<string, { steps: Steps }>;
    jobs: Record<'plan' | 'publish', { steps: Steps }>;
  };
  const lines = (steps: Steps): string =>
    steps
      .map((step) =>
        typeof step === 'string' ? lines(commands[step]?.steps ?? []) : (step.run?.command ?? ''),
      )
      .join('\n');
  return {
    shell: ['bash', '-eo', 'pipefail', '-c'],
    plan: lines(jobs.plan.steps),
    digest: null,
    publish: lines(jobs.publish.steps),
    async prepare(checkout, { github }) {
      const { url, repository, tokens } = github;
      const [owner = '', name = ''] = repository.split('/');
      const basic = Buffer.from(`x-access-token:${tokens.maintain}`).toString('base64');
      const header = `http.extraheader=AUTHORIZATION: basic ${basic}`;
      await checkout.git('-c', header, 'push', '-q', `${url}/${repository}.git`, 'main');
      await checkout.git('remote', 'add', 'origin', `git@github.com:${repository}.git`);
      return {
        ...gitHubEnvironment({ github }),
        GITHUB_TOKEN: tokens.maintain,
        CI: 'true',
        CIRCLECI: 'true',
        CIRCLE_BRANCH: 'main',
        CIRCLE_PROJECT_USERNAME: owner,
        CIRCLE_PROJECT_REPONAME: name,
      };
    },
  };
}

async function world(ci: Ci) {
  const { shell, digest } = ci;
  const sandbox = await testSandbox();
  const checkout = await createCheckout({
    'docs/tls.md': page('Rotating keys', 'Keys are rotated every 60 days.\n'),
    '.github/stack-publish.yml': configFor(sandbox, 'visibility: private', ''),
  });
  const env = {
    ...(await ci.prepare(checkout, sandbox)),
    HOME: temporaryFolder(),
    npm_config_registry: await npmRegistry(),
  };
  const [command = '', ...flags] = shell;
  const run = (lines: string, more: Readonly<Record<string, string>>) =>
    startProgram(command, [...flags, lines], { cwd: checkout.folder, env: { ...env, ...more } })
      .ended;
  const { read, write } = sandbox.stack.tokens;
  const publish = async (lines: string) => {
    const told = digest === null ? '' : (await run(digest, {})).stdout.trim();
    return run(lines, { STACK_ACCESS_TOKEN: write, ...(digest !== null && { DIGEST: told }) });
  };
  return {
    sandbox,
    checkout,
    plan: (lines: string) => run(lines, { STACK_ACCESS_TOKEN: read }),
    publish,
    read: (path: string) => readFile(join(checkout.folder, path), 'utf8'),
  };
}

describe.each([
  ['Jenkins', jenkins],
  ['Bitbucket', bitbucket],
  ['CircleCI', circleci],
])('the example for %s', (name, read) => {
  test('plans, shows the plan, keeps it, and publishes it', async () => {
    const ci = await read();
    const all = await world(ci);
    const planned = await all.plan(ci.plan);
    expect(planned.code, planned.output).toBe(0);
    const { digest } = JSON.parse(await all.read('stack-plan/plan.json')) as { digest: string };
    expect(digest).toMatch(/^sha256:/);
    expect(planned.stdout).toContain(digest);
    expect(planned.stdout).toContain('Keys are rotated every 60 days.');
    expect(await all.read('stack-plan/plan.html')).toContain('Keys are rotated every 60 days.');
    expect(await all.read('stack-plan/index.json')).toContain('docs/tls.md');
    expect(await all.sandbox.site.posts()).toEqual([]);

    const published = await all.publish(ci.publish);
    expect(published.code, published.output).toBe(0);
    expect(await all.sandbox.site.posts()).toMatchObject([{ title: 'Rotating keys' }]);

    // The ledger was pushed: the next build knows what is there.
    await all.plan(ci.plan);
    expect(JSON.parse(await all.read('stack-plan/plan.json'))).toMatchObject({
      digest: null,
      counts: { unchanged: 1 },
    });
    if (ci.digest === null) {
      const idle = await all.publish(ci.publish);
      expect(idle).toMatchObject({ code: 0 });
      expect(idle.stdout).toContain('There is nothing to publish.');
    }
    expect(await all.sandbox.site.posts()).toHaveLength(1);
  });

  test('publishes nothing under a digest that no plan has', async () => {
    const ci = await read();
    const all = await world(ci);
    await all.plan(ci.plan);
    const kept = await all.read('stack-plan/plan.json');
    const forged = kept.replace(/sha256:[0-9a-f]{64}/, `sha256:${'0'.repeat(64)}`);
    await writeFile(join(all.checkout.folder, 'stack-plan/plan.json'), forged);
    expect((await all.publish(ci.publish)).code, name).toBe(3);
    expect(await all.sandbox.site.posts()).toEqual([]);
  });
});

test('every example installs this version', async () => {
  const { version } = JSON.parse(await text('../package.json')) as { version: string };
  for (const file of [
    'jenkins/Jenkinsfile',
    'bitbucket/bitbucket-pipelines.yml',
    'circleci/config.yml',
  ]) {
    const named = [...(await text(file)).matchAll(/stack-publish@(\S+)/g)].map(([, each]) => each);
    expect(new Set(named)).toEqual(new Set([version]));
  }
});
