import type { GiteaComment, GiteaRun } from '../../sandbox/gitea/records.ts';
import { startGitea } from '../../sandbox/gitea/start-gitea.ts';
import { configPath } from './action-world.ts';
import { atEnd } from './at-end.ts';
import { createCheckout } from './checkout.ts';
import { destinationOf } from './config-for.ts';
import { page } from './page.ts';
import { runAction, type Acted, type Step } from './run-action.ts';
import { testSandbox } from './test-sandbox.ts';

/** A repository on the sandbox's Gitea with a marked page and an open pull request, and a clone of it. */
export async function createGiteaWorld(
  more = '',
  files: Readonly<Record<string, string>> = { 'docs/a.md': page('The first page', 'one\n') },
) {
  const sandbox = await testSandbox();
  const running = await startGitea();
  atEnd(() => running.close());
  const { gitea, url } = running;
  const checkout = await createCheckout({
    ...files,
    [configPath]: `${destinationOf(sandbox)}\n${more}\n`,
  });
  await checkout.git('remote', 'add', 'origin', `${url}/${gitea.repository}.git`);
  const push = async () => {
    const basic = Buffer.from(`x:${gitea.token('olga')}`).toString('base64');
    const header = `http.extraheader=AUTHORIZATION: basic ${basic}`;
    const { code, stderr } = await checkout.git('-c', header, 'push', '-q', 'origin', 'main');
    if (code !== 0) throw new Error(stderr);
  };
  await push();
  gitea.putPull({ number: 1, state: 'open', merged: null });

  /** What a runner of Gitea sets, beside what one of GitHub does. */
  const variables = {
    GITEA_ACTIONS: 'true',
    GITHUB_REPOSITORY: gitea.repository,
    GITHUB_SERVER_URL: url,
    GITHUB_API_URL: `${url}/api/v1`,
    GITHUB_GRAPHQL_URL: '',
    GITHUB_TRIGGERING_ACTOR: '',
    'INPUT_GITHUB-TOKEN': gitea.token('gitea-actions'),
    GITEA_ROLES_TOKEN: gitea.token('max'),
  };
  const act = ({ env, ...step }: Step): Promise<Acted> =>
    runAction(sandbox, checkout.folder, { ...step, env: { ...variables, ...env } });
  const attemptOf = ({ id, attempts, actor }: GiteaRun) => ({
    run: id,
    attempt: attempts.length,
    actor: actor.login,
  });
  const titles = async () =>
    (await sandbox.site.state()).posts.map(({ title }) => title ?? '').toSorted();
  return {
    sandbox,
    site: sandbox.site,
    gitea,
    url,
    checkout,
    push,
    act,
    titles,
    /** Plans with the read-only token, and gives the digest. */
    async planned() {
      const { outputs, log } = await act({ event: 'push', token: 'read' });
      if (!outputs['digest']) throw new Error(`nothing was planned:\n${log}`);
      return outputs['digest'];
    },
    /** Publishes as the job that a person started with a digest. */
    byDispatch: (run: GiteaRun, digest: string, step: Partial<Step> = {}) =>
      act({
        event: 'workflow_dispatch',
        command: 'publish',
        payload: { inputs: { digest }, ref: 'main', workflow: 'stack.yml' },
        digest,
        ...attemptOf(run),
        ...step,
      }),
    /** Publishes as the job that a comment starts. */
    byComment(comment: GiteaComment, step: Partial<Step> = {}) {
      const run = gitea.start('issue_comment', comment.author.login);
      return act({
        event: 'issue_comment',
        command: 'publish',
        payload: commentPayload(comment),
        ...attemptOf(run),
        ...step,
      });
    },
    /** What was asked of Gitea, without git: method, path and whose token. */
    async asked(work: () => Promise<unknown>) {
      const before = gitea.log.count;
      await work();
      return gitea.log
        .since(before)
        .filter(({ path }) => path.startsWith('/api/'))
        .map(({ method, path, token }) => `${method} ${path.slice(7)} ${token ?? ''}`);
    },
  };
}

export type GiteaWorld = Awaited<ReturnType<typeof createGiteaWorld>>;

/** The event of a new comment, as Gitea sends it. */
export function commentPayload({ id, thread, body, author }: GiteaComment): object {
  return {
    action: 'created',
    is_pull: true,
    issue: { number: thread, pull_request: { merged: false, merged_at: null, draft: false } },
    comment: { id, body, user: { id: author.id, login: author.login } },
  };
}
