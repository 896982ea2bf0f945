import { spawn, execFile, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const repositoryName = 'repository.git';

const settings = {
  // As on the real site: a commit may be fetched by its id, and without its files.
  'uploadpack.allowAnySHA1InWant': 'true',
  'uploadpack.allowFilter': 'true',
  'http.getanyfile': 'false',
  // Nothing may work on the folder after an answer: it is removed at the end.
  'receive.autogc': 'false',
  'gc.auto': '0',
};

/** What git is asked for over HTTP: the path below the repository. */
export interface GitRequest {
  readonly path: '/info/refs' | '/git-upload-pack' | '/git-receive-pack';
  readonly query: string;
  /** Who pushes, or null where only reading is allowed. */
  readonly user: string | null;
}

/** A bare repository in a temporary folder, made when it is first needed, and git's own server for it. */
export class GitServer {
  readonly #seed: string | null;
  #folder: Promise<string> | null = null;
  readonly #running = new Set<ChildProcess>();

  constructor(seed: string | null) {
    this.#seed = seed;
  }

  /** Makes the repository where it is not there yet, and returns its folder. */
  open(): Promise<string> {
    return (this.#folder ??= this.#create());
  }

  async #create(): Promise<string> {
    const root = await mkdtemp(join(tmpdir(), 'sandbox-github-'));
    const folder = join(root, repositoryName);
    const git = (...args: string[]) => run('git', args, { env: gitEnvironment(), cwd: root });
    await git('init', '-q', '--bare', '--template=', '--initial-branch=main', folder);
    const lines = Object.entries(settings).map(([key, value]) => {
      const [section = '', name = ''] = key.split('.');
      return `[${section}]\n\t${name} = ${value}\n`;
    });
    await appendFile(join(folder, 'config'), lines.join(''));
    const refs = ['+refs/heads/*:refs/heads/*', '+refs/tags/*:refs/tags/*'];
    if (this.#seed !== null) await git('-C', folder, 'fetch', '-q', this.#seed, ...refs);
    return root;
  }

  /** The commit that a ref names, or null. Never makes the repository. */
  async resolve(ref: string): Promise<string | null> {
    if (this.#folder === null && this.#seed === null) return null;
    const folder = join(await this.open(), repositoryName);
    try {
      const args = ['-C', folder, 'rev-parse', '--verify', '--quiet', '--end-of-options', ref];
      return (await run('git', args, { env: gitEnvironment() })).stdout.trim();
    } catch {
      return null;
    }
  }

  /** The commits from one back that changed a file, newest first; null: all of them. */
  async history(from: string, path: string | null): Promise<readonly string[]> {
    const args = ['rev-list', '--max-count=200', '--end-of-options', from, '--'];
    return this.#lines(...args, ...(path === null ? [] : [`:(literal)${path}`]));
  }

  /** Whether a merge brought a commit to the branch that it merged into. */
  async brings(merge: string, commit: string): Promise<boolean> {
    const range = ['--end-of-options', `${merge}^1..${merge}^2`, '--'];
    return (await this.#lines('rev-list', ...range)).includes(commit);
  }

  /** The files that were changed since one commit parted from another, each with what became of it. */
  async changes(from: string, to: string): Promise<readonly (readonly [string, string])[]> {
    const range = ['--end-of-options', `${from}...${to}`, '--'];
    const named = await this.#run('diff', '--name-status', '--no-renames', '-z', ...range);
    const parts = named.split('\0');
    return parts.flatMap((status, index) =>
      index % 2 === 0 && status !== '' ? [[status, parts[index + 1] ?? ''] as const] : [],
    );
  }

  /** Runs git in the repository, which is made where it is not there yet. Throws what git says. */
  async command(
    args: readonly string[],
    {
      input = '',
      env = {},
    }: { readonly input?: string; readonly env?: Record<string, string> } = {},
  ): Promise<Buffer> {
    const folder = join(await this.open(), repositoryName);
    const running = run('git', ['-C', folder, ...args], {
      env: gitEnvironment(env),
      encoding: 'buffer',
      maxBuffer: 50_000_000,
    });
    // A command that reads no input may have ended before it gets some.
    running.child.stdin?.on('error', () => undefined).end(input);
    return (await running).stdout;
  }

  async #lines(...args: readonly string[]): Promise<readonly string[]> {
    return (await this.#run(...args)).split('\n').filter((line) => line !== '');
  }

  /** What git says; nothing where it fails, as on a commit that is not there. */
  async #run(...args: readonly string[]): Promise<string> {
    if (this.#folder === null && this.#seed === null) return '';
    const folder = join(await this.open(), repositoryName);
    try {
      return (await run('git', ['-C', folder, ...args], { env: gitEnvironment() })).stdout;
    } catch {
      return '';
    }
  }

  /** Makes a tag at a branch or a commit, where neither the tag is there nor the target is missing. */
  async tag(name: string, target: string): Promise<void> {
    const ref = `refs/tags/${name}`;
    const commit =
      (await this.resolve(`refs/heads/${target}`)) ?? (await this.resolve(`${target}^{commit}`));
    if (commit === null || (await this.resolve(ref)) !== null) return;
    const folder = join(await this.open(), repositoryName);
    await run('git', ['-C', folder, 'update-ref', ref, commit], { env: gitEnvironment() });
  }

  /** Names the branch that a clone checks out. */
  async setHead(branch: string): Promise<void> {
    const folder = join(await this.open(), repositoryName);
    const args = ['-C', folder, 'symbolic-ref', 'HEAD', `refs/heads/${branch}`];
    await run('git', args, { env: gitEnvironment() });
  }

  /** Lets git answer a request, and returns the status. */
  async serve(
    asked: GitRequest,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<number> {
    const header = (name: string): string => String(request.headers[name] ?? '');
    const child = spawn('git', ['http-backend'], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: gitEnvironment({
        GIT_PROJECT_ROOT: await this.open(),
        GIT_HTTP_EXPORT_ALL: '1',
        PATH_INFO: `/${repositoryName}${asked.path}`,
        QUERY_STRING: asked.query,
        REQUEST_METHOD: request.method ?? 'GET',
        CONTENT_TYPE: header('content-type'),
        CONTENT_LENGTH: header('content-length'),
        HTTP_CONTENT_ENCODING: header('content-encoding'),
        GIT_PROTOCOL: header('git-protocol'),
        REMOTE_ADDR: '127.0.0.1',
        ...(asked.user !== null && { REMOTE_USER: asked.user }),
      }),
    });
    this.#running.add(child);
    const ended = once(child, 'close');
    const stop = (): void => void child.kill();
    response.once('close', stop);
    child.stdin.on('error', () => undefined);
    request.pipe(child.stdin);
    try {
      return await answer(child, response);
    } finally {
      await ended;
      response.off('close', stop);
      this.#running.delete(child);
    }
  }

  async close(): Promise<void> {
    for (const child of this.#running) child.kill();
    if (this.#folder === null) return;
    const folder = await this.#folder.catch(() => null);
    this.#folder = null;
    if (folder !== null) await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Passes on what a CGI program writes: its header, an empty line, and the body. */
async function answer(child: ChildProcess, response: ServerResponse): Promise<number> {
  let head = Buffer.alloc(0);
  let status: number | null = null;
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    if (status !== null) {
      if (!response.write(chunk)) await drained(response);
      continue;
    }
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf('\r\n\r\n');
    if (end < 0) continue;
    const lines = head.subarray(0, end).toString('latin1').split('\r\n');
    const headers = lines.map((line) => /^([^:]+): *(.*)$/.exec(line)?.slice(1) ?? ['', '']);
    const named = (name: string) => headers.find(([key]) => key?.toLowerCase() === name)?.[1];
    status = Number.parseInt(named('status') ?? '200', 10);
    for (const [name = '', value = ''] of headers)
      if (name !== '' && name.toLowerCase() !== 'status') response.setHeader(name, value);
    response.writeHead(status);
    response.write(head.subarray(end + 4));
  }
  if (status === null) response.writeHead(500);
  response.end();
  return status ?? 500;
}

/** Waits until more may be written, or nobody is there any more. */
async function drained(response: ServerResponse): Promise<void> {
  if (response.destroyed) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  const done = (): void => resolve();
  response.once('drain', done).once('close', done);
  await promise;
  response.off('drain', done).off('close', done);
}

/** The process's own environment, without what would let git look at other repositories and settings. */
function gitEnvironment(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^GIT_/i.test(name));
  return {
    ...Object.fromEntries(own),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    LC_ALL: 'C',
    ...more,
  };
}
