import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fakeGitHubClient, fakeStackClient, type Sandbox } from '../../sandbox/index.ts';
import { actAsRunner, type Acted, type Step } from '../../test/kit/act-as-runner.ts';
import { gitHubEnvironment } from '../../test/kit/github-environment.ts';
import { gitHubPage } from './github-page.ts';
import { terminalPage } from './terminal-page.ts';

/** What somebody sees on the way from nothing to a post: a page to look at, or the address of one. */
interface Shot {
  readonly name: string;
  readonly html?: string;
  readonly url?: string;
}

const run = promisify(execFile);
/** A plan names its commit. */
const when = '2026-11-23T09:00:00Z';
const page = 'docs/rotating-keys.md';
const text = (lead: string) =>
  `---\ntitle: Rotating TLS keys without downtime\ntags: [tls]\nstack: article\n---\n\n${lead}\n\nThe proxy takes both keys while the clients move over:\n\n\`\`\`sh\nkeys rotate --overlap 2h\n\`\`\`\n\n> [!WARNING]\n> Never rotate on a Friday.\n`;

/**
 * Walks the way of `docs/getting-started.md` on the sandbox: a repository that has nothing is set up,
 * a page is proposed, merged, approved and posted, corrected, and a hold ended, each as a person does it.
 */
export async function* walk(root: string, folder: string, sandbox: Sandbox): AsyncGenerator<Shot> {
  const gitHub = fakeGitHubClient(sandbox.control);
  const site = fakeStackClient(sandbox.control);
  const { url, repository, tokens } = sandbox.github;
  const checkout = join(folder, 'checkout');
  await mkdir(checkout);

  const header = `AUTHORIZATION: basic ${Buffer.from(`x-access-token:${tokens.admin}`).toString('base64')}`;
  const git = async (...args: string[]) => {
    const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@acme.example'];
    const all = [...who, '-c', `http.extraheader=${header}`, ...args];
    const env = { ...process.env, GIT_AUTHOR_DATE: when, GIT_COMMITTER_DATE: when };
    return (await run('git', all, { cwd: checkout, env })).stdout.trim();
  };
  const commit = async (message: string, files: Readonly<Record<string, string>>) => {
    for (const [path, content] of Object.entries(files)) {
      await mkdir(join(checkout, path, '..'), { recursive: true });
      await writeFile(join(checkout, path), content);
    }
    await git('add', '-A');
    await git('commit', '-qm', message);
  };
  /** On a picture the sandbox stands for the real sites. */
  const told = (seen: string) =>
    seen
      .replaceAll(url, 'https://github.com')
      .replaceAll(`${new URL(url).host}/`, '')
      .replaceAll(sandbox.stack.url, 'https://api.stackoverflowteams.com');
  const act = async (step: Step): Promise<Acted> => {
    const acted = await actAsRunner(
      {
        sandbox,
        workspace: checkout,
        folder: await mkdtemp(join(folder, 'runner-')),
        program: join(root, 'dist/action.js'),
      },
      {
        ...step,
        env: {
          GITHUB_WORKFLOW_REF: `${repository}/.github/workflows/stack-internal.yml@refs/heads/main`,
          ...step.env,
        },
      },
    );
    if (acted.code !== 0) throw new Error(`A step of the walk failed:\n${acted.log}`);
    return acted;
  };
  const plan = () => act({ event: 'push', token: 'read' });
  const say = async (number: number, body: string, command: 'publish' | 'resolve') => {
    const comment = await gitHub.comment(number, 'mia-maintain', body);
    await act({
      event: 'issue_comment',
      command,
      token: command === 'publish' ? 'write' : 'read',
      payload: {
        action: 'created',
        issue: { number, pull_request: { url } },
        comment: { id: comment.id, body, user: { id: comment.author?.id } },
      },
    });
  };
  const summary = (name: string, { summary }: Acted): Shot => ({
    name,
    html: gitHubPage([{ head: 'Plan summary', markdown: told(summary) }]),
  });
  const conversation = async (name: string, number: number): Promise<Shot> => {
    const { comments } = await gitHub.state();
    const boxes = comments
      .filter(({ thread }) => thread === number)
      .map(({ author, body, reactions }) => ({
        head: `${author?.login.replace('[bot]', ' (bot)') ?? 'ghost'} commented on #${number}`,
        markdown: told(body),
        foot: reactions.map(({ content }) => `Reaction: ${content}`).join(', '),
      }));
    return { name, html: gitHubPage(boxes) };
  };

  // A repository with nothing but a remote.
  await git('init', '-q', '-b', 'main');
  await git('remote', 'add', 'origin', `${url}/${repository}.git`);
  await gitHub.labels([]);
  const args = ['--tier', 'business', '--team', 'acme-platform', '--approval', 'comments'];
  const main = join(root, 'src/cli/main.ts');
  const line = [
    process.execPath,
    main,
    'init',
    ...args,
    '--tags',
    'platform',
    '--url',
    sandbox.stack.url,
  ];
  const terminal = await run(
    'script',
    ['-qec', line.map((part) => `'${part}'`).join(' '), '/dev/null'],
    {
      cwd: checkout,
      env: {
        PATH: process.env['PATH'],
        HOME: folder,
        TERM: 'xterm',
        ...gitHubEnvironment(sandbox),
        GITHUB_TOKEN: tokens.admin,
        STACK_ACCESS_TOKEN: sandbox.stack.tokens['read'],
      },
    },
  );
  yield {
    name: 'start-init',
    html: terminalPage(
      `stack-publish init ${args.join(' ')} --tags platform`,
      told(terminal.stdout),
    ),
  };
  await commit('Set up stack-publish', {});
  await git('push', '-q', 'origin', 'main');

  // The first page, proposed.
  await git('switch', '-q', '-c', 'keys');
  await commit('Write down how keys are rotated', {
    [page]: text('Keys are rotated every 60 days.'),
  });
  await git('push', '-q', 'origin', 'keys');
  const { number } = await gitHub.pullRequest({
    title: 'Write down how keys are rotated',
    author: 'will-write',
    head: 'keys',
  });
  await act({
    event: 'pull_request',
    ref: `refs/pull/${number}/merge`,
    payload: { pull_request: { number, title: 'Keys', body: '', labels: [], state: 'open' } },
  });
  yield conversation('start-check', number);

  // Merged, planned, approved, posted.
  await git('switch', '-q', 'main');
  await git('merge', '-q', '--no-ff', '--no-edit', 'keys');
  await git('push', '-q', 'origin', 'main');
  const mergeCommit = await git('rev-parse', 'HEAD');
  await gitHub.pullRequest({ number, state: 'merged', mergeCommit });
  const first = await plan();
  yield summary('start-plan', first);
  yield conversation('start-waits', number);
  await say(number, `/publish ${first.outputs['digest']}`, 'publish');
  yield conversation('start-published', number);
  const [post] = await site.posts();
  if (!post) throw new Error('Nothing was posted');
  yield { name: 'start-post', url: `${sandbox.stack.pages}/articles/${post.id}` };

  // A correction.
  await commit('Rotate more often', { [page]: text('Keys are rotated every 30 days.') });
  await git('push', '-q', 'origin', 'main');
  const second = await plan();
  yield summary('start-correction', second);
  await say(number, `/publish ${second.outputs['digest']}`, 'publish');

  // Both sides change the same line: a person decides.
  await site.edit(post.id, {
    body: ((await site.posts())[0]?.body ?? '').replace('every 30 days', 'every month'),
  });
  await commit('Rotate every four weeks', { [page]: text('Keys are rotated every 28 days.') });
  await git('push', '-q', 'origin', 'main');
  yield summary('start-hold', await plan());
  await say(number, `/resolve ${page} site`, 'resolve');
  yield summary('start-ended', await plan());
}
