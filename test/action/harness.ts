import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inject, onTestFinished } from 'vitest';
import {
  type Comment,
  fakeGitHubClient,
  type FakeGitHubClient,
  type FakeStackClient,
  type GitHubTokenName,
  type Run,
  type Sandbox,
  type SandboxOptions,
} from '../../sandbox/index.ts';
import { createCheckout, page, startSite, type Checkout } from '../e2e/harness.ts';

const actionPath = join(dirname(inject('cliPath')), 'action.js');
export const configPath = '.github/stack-publish.yml';

/** What one step of a workflow left behind. */
export interface Acted {
  readonly code: number | null;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

export interface Step {
  readonly event: string;
  readonly payload?: object;
  readonly command?: string;
  readonly digest?: string | undefined;
  readonly run?: number;
  readonly attempt?: number;
  readonly actor?: string;
  readonly triggeringActor?: string;
  readonly ref?: string;
  /** Which of the site's tokens the job has. */
  readonly token?: 'read' | 'write';
  readonly env?: Readonly<Record<string, string>>;
  /** Another bundle than the one that all tests share. */
  readonly actionPath?: string;
}

export interface World {
  readonly sandbox: Sandbox;
  readonly site: FakeStackClient;
  readonly fakeGitHub: FakeGitHubClient;
  readonly checkout: Checkout;
  /** Runs the bundled Action as a runner does. `started` is given its process. */
  act(step: Step, started?: (child: ChildProcess) => void): Promise<Acted>;
  /** Plans with the read-only token, and gives the digest. */
  planned(): Promise<string>;
  /** Publishes as the job that a comment starts. */
  byComment(comment: Comment, more?: Partial<Step>): Promise<Acted>;
  /** Publishes as the job that a person started with a digest. */
  byDispatch(run: Run, digest: string, more?: Partial<Step>): Promise<Acted>;
  /** Publishes as the job that waited at the environment. */
  byEnvironment(run: Run, digest: string, more?: Partial<Step>): Promise<Acted>;
  push(): Promise<void>;
  titles(): Promise<string[]>;
}

export interface WorldOptions {
  /** Lines of the configuration. */
  readonly more?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly sandbox?: SandboxOptions;
}

/** A repository on the sandbox's GitHub with a marked page, an open pull request, and a clone of it. */
export async function createWorld({ more = '', files, sandbox: options }: WorldOptions = {}) {
  const sandbox = await startSite(options);
  const fakeGitHub = fakeGitHubClient(sandbox.control);
  const { url, repository, tokens } = sandbox.github;
  const checkout = await createCheckout({
    'docs/a.md': page('The first page', 'one\n'),
    [configPath]: config(sandbox, more),
    ...files,
  });
  await checkout.git('remote', 'add', 'origin', `${url}/${repository}.git`);
  const header = (token: GitHubTokenName) =>
    `http.extraheader=AUTHORIZATION: basic ${Buffer.from(`x-access-token:${tokens[token]}`).toString('base64')}`;
  const push = async () => {
    const { code, stderr } = await checkout.git(
      '-c',
      header('maintain'),
      'push',
      '-q',
      'origin',
      'main',
    );
    if (code !== 0) throw new Error(stderr);
  };
  await push();
  await fakeGitHub.pullRequest({ title: 'Work', author: 'will-write' });

  const act: World['act'] = async (step, started) => {
    const folder = await mkdtemp(join(tmpdir(), 'stack-publish-runner-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const file = (name: string) => join(folder, name);
    const payload = {
      repository: { default_branch: 'main', full_name: repository },
      ...step.payload,
    };
    await writeFile(file('event.json'), JSON.stringify(payload));
    await writeFile(file('output'), '');
    await writeFile(file('summary'), '');
    const actor = step.actor ?? 'mia-maintain';
    const env: Record<string, string> = {
      PATH: process.env['PATH'] ?? '',
      HOME: folder,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: checkout.folder,
      GITHUB_REPOSITORY: repository,
      GITHUB_API_URL: url,
      GITHUB_GRAPHQL_URL: `${url}/graphql`,
      GITHUB_SERVER_URL: url,
      GITHUB_EVENT_NAME: step.event,
      GITHUB_EVENT_PATH: file('event.json'),
      GITHUB_OUTPUT: file('output'),
      GITHUB_STEP_SUMMARY: file('summary'),
      GITHUB_REF: step.ref ?? 'refs/heads/main',
      GITHUB_RUN_ID: String(step.run ?? 4242),
      GITHUB_RUN_ATTEMPT: String(step.attempt ?? 1),
      GITHUB_ACTOR: actor,
      GITHUB_TRIGGERING_ACTOR: step.triggeringActor ?? actor,
      RUNNER_TEMP: folder,
      INPUT_COMMAND: step.command ?? 'auto',
      INPUT_DIGEST: step.digest ?? '',
      'INPUT_GITHUB-TOKEN': tokens.job,
      'INPUT_STACK-TOKEN': sandbox.stack.tokens[step.token ?? 'write'],
      ...step.env,
    };
    const program = step.actionPath ?? actionPath;
    const { code, log } = await run(program, env, checkout.folder, started);
    return {
      code,
      log,
      outputs: outputsOf(await readFile(file('output'), 'utf8')),
      summary: await readFile(file('summary'), 'utf8'),
    };
  };

  const world: World = {
    sandbox,
    site: sandbox.site,
    fakeGitHub,
    checkout,
    act,
    push,
    async planned() {
      const { outputs, log } = await act({ event: 'push', token: 'read' });
      if (!outputs['digest']) throw new Error(`nothing was planned:\n${log}`);
      return outputs['digest'];
    },
    byComment: (comment, step = {}) =>
      act({
        event: 'issue_comment',
        command: 'publish',
        payload: commentPayload(comment),
        ...step,
      }),
    byDispatch: (run, digest, step = {}) =>
      act({
        event: 'workflow_dispatch',
        command: 'publish',
        payload: { inputs: { digest } },
        digest,
        ...attemptOf(run),
        ...step,
      }),
    byEnvironment: (run, digest, step = {}) =>
      act({ event: 'push', command: 'publish', payload: {}, digest, ...attemptOf(run), ...step }),
    titles: async () =>
      (await sandbox.site.state()).posts.map(({ title }) => title ?? '').toSorted(),
  };
  return world;
}

/** The destination of the sandbox, and everything else as it comes. */
export function config({ stack }: Pick<Sandbox, 'stack'>, more = ''): string {
  return `destination: { tier: business, team: ${stack.team}, url: "${stack.url}" }\n${more}\n`;
}

/** The event of a new comment. */
export function commentPayload(comment: Comment): object {
  return {
    action: 'created',
    issue: { number: comment.thread, pull_request: { url: 'https://api.github.com/' } },
    comment: { id: comment.id, body: comment.body, user: { id: comment.author?.id } },
  };
}

/** A run that waits at an environment with reviewers. */
export async function protectedRun(
  { fakeGitHub }: Pick<World, 'fakeGitHub'>,
  more: Partial<Parameters<FakeGitHubClient['environment']>[0]> = {},
): Promise<Run> {
  await fakeGitHub.environment({
    name: 'stack-internal',
    reviewers: ['mia-maintain'],
    branches: ['main'],
    ...more,
  });
  return fakeGitHub.run({ actor: 'will-write', waitsFor: ['stack-internal'] });
}

export const approve = ({ fakeGitHub }: Pick<World, 'fakeGitHub'>, run: Run) =>
  fakeGitHub.approve({ run: run.id, environment: 'stack-internal', by: 'mia-maintain' });

function attemptOf(run: Run): Pick<Step, 'run' | 'attempt' | 'actor' | 'triggeringActor'> {
  const last = run.attempts.at(-1);
  return {
    run: run.id,
    attempt: last?.number ?? 1,
    actor: run.actor.login,
    triggeringActor: last?.triggeredBy.login ?? run.actor.login,
  };
}

function outputsOf(text: string): Record<string, string> {
  const found = text.matchAll(/^([^\n<]+)<<(\S+)\n([\s\S]*?)\n\2$/gm);
  return Object.fromEntries([...found].map(([, name = '', , value = '']) => [name, value]));
}

function run(
  program: string,
  env: Readonly<Record<string, string>>,
  cwd: string,
  started?: (child: ChildProcess) => void,
): Promise<{ readonly code: number | null; readonly log: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{
    code: number | null;
    log: string;
  }>();
  const child = spawn(process.execPath, [program], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started?.(child);
  let log = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (log += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
  child.once('error', reject);
  child.once('close', (code) => resolve({ code, log }));
  return promise;
}
