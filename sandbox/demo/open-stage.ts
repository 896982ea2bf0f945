import { execFile, spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fakeGitHubClient } from '../github/control/fake-github-client.ts';
import { fakeStackClient } from '../stack/control/fake-stack-client.ts';
import { startSandbox, type Sandbox } from '../start-sandbox.ts';
import { demoDestination, type DemoDestination } from './destinations.ts';

type Variables = Readonly<Record<string, string | undefined>>;

export interface StageOptions {
  /** The file that Node.js runs as the command. */
  readonly command: string;
  /** The folder of the example that the story is about; null where it is missing. */
  readonly example: string | null;
  /** Its name, as `demoDestination` takes it. */
  readonly destination: string;
  readonly variables: Variables;
  readonly print: (text: string, tone?: 'heading' | 'faint') => void;
}

/** What is looked at of the documents of `plan` and `publish`. */
interface JsonDocument {
  readonly digest: string | null;
  readonly counts: { readonly unchanged: number };
  readonly requests: { readonly site: { readonly total: number; readonly writes: number } };
  /** Of `publish` alone. */
  readonly decision?: string;
}

/** What a command printed, and how it ended. */
interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where the demo plays: a sandbox, a repository of the example, and the real commands. */
export type Stage = Awaited<ReturnType<typeof openStage>>;

/** Sets the stage: the example as a real git repository, and a sandbox to publish it to. */
export async function openStage(options: StageOptions) {
  const { command, example, variables, print } = options;
  must(example !== null, 'the folder examples/handbook of the package');
  const folder = await mkdtemp(join(tmpdir(), 'stack-publish-demo-'));
  const { api, about, sandbox: kind } = demoDestination(options.destination);
  const sandbox = await startSandbox({ ...kind, github: { private: true } });
  const site = fakeStackClient(sandbox.control);
  const articles = async () => (await site.posts()).filter((post) => post.kind === 'article');
  const say = (text: string) => {
    print('');
    print(text, 'heading');
  };
  const show = (text: string, limit = Infinity) => {
    const lines = text.trimEnd().split('\n');
    const more = lines.length - limit;
    for (const each of lines.slice(0, limit)) print(`  ${each}`);
    if (more > 0) print(`  … ${more} more lines`, 'faint');
  };
  const git = (...args: string[]) => run('git', ['-C', folder, ...identity, ...args], variables);
  const commit = async (message: string) => {
    must((await git('add', '-A')).code === 0, 'git add');
    must((await git('commit', '-qm', message)).code === 0, 'git commit');
  };
  /** The commit that is checked out, which can be given a tag. */
  const head = async (tag?: string) => {
    if (tag !== undefined) must((await git('tag', tag)).code === 0, 'git tag');
    return (await git('rev-parse', 'HEAD')).stdout.trim();
  };
  const cli = (...args: string[]) => {
    print(`$ stack-publish ${args.join(' ')}`, 'faint');
    return quietly(...args);
  };
  const { github } = sandbox;
  const { url, team } = sandbox.stack;
  const cliEnv = {
    ...variables,
    CI: '',
    STACK_ACCESS_TOKEN: sandbox.stack.tokens.write,
    STACK_API_KEY: sandbox.stack.tokens.key,
    GITHUB_REPOSITORY: github.repository,
    GITHUB_SERVER_URL: github.url,
    GITHUB_API_URL: github.url,
    GITHUB_GRAPHQL_URL: `${github.url}/graphql`,
    GITHUB_TOKEN: github.tokens.job,
  };
  const quietly = (...args: string[]) =>
    run(process.execPath, [command, ...args, '--cwd', folder], cliEnv);
  const json = async (...args: string[]) =>
    JSON.parse((await quietly(...args, '--json')).stdout) as JsonDocument;

  const approval = async () => {
    const { digest } = await json('plan');
    must(digest !== null, 'a plan to approve');
    return ['publish', '--digest', digest];
  };
  const replaceIn = async (file: string, from: string, to: string) => {
    const text = await readFile(file, 'utf8');
    must(text.includes(from), `"${from}" in the page`);
    await writeFile(file, text.replace(from, to));
  };
  /** Runs a command and kills it as soon as something has happened. */
  const killedOnce = async (happened: () => Promise<boolean>, args: readonly string[]) => {
    const child = spawn(process.execPath, [command, ...args, '--cwd', folder], {
      env: cliEnv,
      stdio: 'ignore',
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    for (let tries = 0; tries < 500 && !(await happened()); tries++)
      await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGKILL');
    await ended;
  };

  await cp(example, folder, { recursive: true });
  await replaceIn(
    join(folder, '.github/stack-publish.yml'),
    'destination: { tier: business, team: acme-platform }',
    destinationLines(sandbox.stack, api),
  );
  must((await git('init', '-q', '-b', 'main')).code === 0, 'git init');
  await writeFile(join(folder, '.gitignore'), '.stack-publish/\n');
  await commit('Write down what we know');
  return {
    folder,
    about,
    addressOf: (post: { kind: string; id: number }) =>
      `${url}${team === null ? '' : `/c/${team}`}/${post.kind}s/${post.id}`,
    site,
    fakeGitHub: fakeGitHubClient(sandbox.control),
    articles,
    say,
    show,
    commit,
    head,
    cli,
    json,
    approval,
    replaceIn,
    killedOnce,
    async [Symbol.asyncDispose]() {
      await sandbox.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function destinationLines(
  { tier, team, url }: Sandbox['stack'],
  api: DemoDestination['api'],
): string {
  const place = team === null ? '' : `team: ${team}, `;
  const limits = api === 'v3' ? '' : '\nlimits: { articles-per-minute: 600 }';
  return `destination: { tier: ${tier}, ${place}url: "${url}", api: ${api} }${limits}`;
}

/** Something that the demo tells did not happen. */
export class NotSo extends Error {}

/** Ends the demo where something that it tells is not so. */
export function must(so: boolean, what: string): asserts so {
  if (!so) throw new NotSo(what);
}

const identity = [
  // Nothing of the machine's own git takes part.
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'user.name=Demo',
  '-c',
  'user.email=demo@example.com',
  '-c',
  'commit.gpgSign=false',
];

function run(command: string, args: readonly string[], env: Variables): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(command, args, { env, maxBuffer: 1e8 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      resolve({ code, stdout, stderr });
    });
  });
}
