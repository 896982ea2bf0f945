import type {
  Comment,
  FakeGitHubClient,
  FakeStackClient,
  GitHubTokenName,
  Run,
  Sandbox,
  SandboxOptions,
} from '../../sandbox/index.ts';
import { destinationOf } from './config-for.ts';
import { createCheckout, type Checkout } from './checkout.ts';
import { page } from './page.ts';
import { runAction, type Acted, type Step } from './run-action.ts';
import type { Running } from './start-program.ts';
import { testSandbox, type TestSandbox } from './test-sandbox.ts';

export const configPath = '.github/stack-publish.yml';

export interface ActionWorld {
  readonly sandbox: TestSandbox;
  readonly site: FakeStackClient;
  readonly fakeGitHub: FakeGitHubClient;
  readonly checkout: Checkout;
  /** Runs the bundled Action as a runner does. `started` is given the running program. */
  act(step: Step, started?: (running: Running) => void): Promise<Acted>;
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

export interface ActionWorldOptions {
  /** Lines of the configuration. */
  readonly more?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly sandbox?: SandboxOptions;
}

/** A repository on the sandbox's GitHub with a marked page, an open pull request, and a clone of it. */
export async function createActionWorld({
  more = '',
  files,
  sandbox: options,
}: ActionWorldOptions = {}) {
  const sandbox = await testSandbox(options);
  const { fakeGitHub } = sandbox;
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

  const act: ActionWorld['act'] = (step, started) =>
    runAction(sandbox, checkout.folder, step, started);

  const world: ActionWorld = {
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
export function config(sandbox: Pick<Sandbox, 'stack'>, more = ''): string {
  return `${destinationOf(sandbox)}\n${more}\n`;
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
  { fakeGitHub }: Pick<ActionWorld, 'fakeGitHub'>,
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

export const approve = ({ fakeGitHub }: Pick<ActionWorld, 'fakeGitHub'>, run: Run) =>
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
