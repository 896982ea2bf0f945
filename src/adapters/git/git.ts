import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { Fault } from '../../model/error.ts';
import { errnoOf } from '../errno-of.ts';
import { gitEnvironment, type GitVariables } from './git-environment.ts';

interface GitOptions {
  /** Whole, or in pieces that are never in memory at once. */
  readonly input?: string | Uint8Array | (() => Iterable<string>);
  /** Added to the environment. Values are taken as secrets and never shown. */
  readonly env?: GitVariables;
  readonly signal?: AbortSignal;
}

export interface GitResult {
  readonly code: number;
  readonly stdout: Buffer;
  /** Fit to be shown: without control characters and credentials. */
  readonly stderr: string;
}

// A repository may be hostile: nothing that it or the user configured may run or change the output.
const flags = [
  '--no-pager',
  '--literal-pathspecs',
  '--no-replace-objects',
  ...[
    'core.fsmonitor=false',
    'core.hooksPath=/dev/null',
    // Neither a program that lists an alternate's branches, nor one in the place of a server.
    'core.alternateRefsCommand=true',
    'protocol.ext.allow=never',
    // Nobody proves what comes by it, and `core.gitProxy` starts a program.
    'protocol.git.allow=never',
    'core.quotePath=false',
    'gc.auto=0',
    'maintenance.auto=false',
    'submodule.recurse=false',
    // A folder of the repository may look like a bare repository and bring its own settings.
    'safe.bareRepository=explicit',
  ].flatMap((setting) => ['-c', setting]),
];

/** No program's exit code. */
const interrupted = -1;

/** Starts git without a shell. Where `cwd` does not exist, Node reports git itself as missing. */
export function spawnGit(
  cwd: string,
  args: readonly string[],
  options: Pick<GitOptions, 'env' | 'signal'> = {},
): ChildProcessWithoutNullStreams {
  const child = spawn('git', [...flags, ...args], {
    cwd,
    env: gitEnvironment(options.env),
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
    ...(options.signal ? { signal: options.signal } : {}),
  });
  // git may end before it has read its input; its exit code tells why.
  child.stdin.on('error', () => {});
  return child;
}

/** Runs git and returns what it said, whatever its exit code. Throws `git-missing`, `git-failed`. */
export async function tryGit(
  cwd: string,
  args: readonly string[],
  options: GitOptions = {},
): Promise<GitResult> {
  const child = spawnGit(cwd, args, options);
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  const closed = new Promise<number>((resolve, reject) => {
    let error: Error | null = null;
    child.once('error', (seen) => {
      error = seen;
      // It may be the folder that does not exist.
      expectFolder(cwd).then(() => reject(spawnFault(seen)), reject);
    });
    child.once('close', (code, signal) => {
      if (error) return;
      if (code !== null) resolve(code);
      // Ctrl+C at a terminal reaches git too; whoever still runs means to end what is under way.
      else if (signal === 'SIGINT') resolve(interrupted);
      else reject(gitFault(args, `git was ended by ${signal ?? 'a signal'}`));
    });
  });
  const expectFed = feed(child, options.input);
  const code = await closed;
  expectFed();
  if (code === interrupted) return tryGit(cwd, args, options);
  return {
    code,
    stdout: Buffer.concat(out),
    stderr: readable(Buffer.concat(err).toString('utf8'), options.env),
  };
}

/** Gives git its input. What is returned throws what broke it off: half an input is nobody's. */
function feed({ stdin }: ChildProcessWithoutNullStreams, input: GitOptions['input']): () => void {
  let broken: { readonly error: unknown } | undefined;
  if (typeof input !== 'function') stdin.end(input);
  else
    Readable.from(inChunks(input()), { objectMode: false })
      .on('error', (error) => {
        broken = { error };
        stdin.end();
      })
      .pipe(stdin);
  return () => {
    if (broken !== undefined) throw broken.error;
  };
}

/** Joins pieces to what is worth a write. */
function* inChunks(pieces: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < 65_536) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

/**
 * Runs git and returns its output. Throws `no-git-repository`, `git-missing`, and `git-failed` with
 * the first lines of git's own words.
 */
export async function runGit(
  cwd: string,
  args: readonly string[],
  options: GitOptions = {},
): Promise<Buffer> {
  const { code, stdout, stderr } = await tryGit(cwd, args, options);
  if (code !== 0) throw gitFault(args, stderr || `exit code ${code}`);
  return stdout;
}

/** Runs git and returns its output, which is one line, without the line's end. Throws as `runGit`. */
export async function gitLine(...command: Parameters<typeof runGit>): Promise<string> {
  return (await runGit(...command)).toString('utf8').trim();
}

/** Splits output of `-z`. */
export function splitNul(bytes: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  let start = 0;
  for (let end = bytes.indexOf(0); end !== -1; end = bytes.indexOf(0, start)) {
    parts.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return parts;
}

/** Makes git's words fit to be shown: its first lines, without control characters and secrets. */
export function readable(text: string, env: GitOptions['env'] = {}): string {
  let clean = text;
  // Word by word: git may say the token of a header without the header.
  for (const secret of Object.values(env).flatMap((value = '') => value.split(/\s+/))) {
    if (secret.length >= 8) clean = clean.replaceAll(secret, '***');
  }
  return clean
    .replaceAll(/\/\/[^/\s]+@/g, '//***@')
    .split(/[\r\n]+/)
    .map((line) => line.replaceAll(/\p{Cc}|\p{Cf}/gu, '').trim())
    .filter((line) => line !== '' && !line.startsWith('hint:'))
    .slice(0, 6)
    .join('; ')
    .slice(0, 1000);
}

/** Turns git's words into a fault: known troubles get their own code and remedy. */
export function gitFault(args: readonly string[], words: string): Fault {
  if (/dubious ownership/.test(words))
    return failed(
      `Cannot read the repository: git refuses it, as it belongs to another user (${words})`,
      'Run `git config --global --add safe.directory PATH` for this checkout.',
    );
  if (/not a git repository|must be run in a work tree|cannot use bare repository/.test(words))
    return noRepository(words);
  const command = args.find((arg, at) => !arg.startsWith('-') && args[at - 1] !== '-c') ?? '';
  return failed(
    `Cannot run git ${command}: ${words}`,
    'Run the command by hand in the checkout, and mend what git complains about.',
  );
}

export function spawnFault(error: Error): Fault {
  if (errnoOf(error) === 'ENOENT') {
    return new Fault('repository', 'git-missing', 'Cannot run git: there is no such program', {
      remedy: 'Install git, and make sure that it is on the PATH.',
      cause: error,
    });
  }
  const seen = error.name === 'AbortError' ? 'it was stopped, or took too long' : error.message;
  return failed(`Cannot run git: ${seen}`, 'Run the command again.', error);
}

function failed(message: string, remedy: string, cause?: unknown): Fault {
  return new Fault('repository', 'git-failed', message, { remedy, cause });
}

async function expectFolder(cwd: string): Promise<void> {
  const found = await stat(cwd).catch(() => null);
  if (found?.isDirectory() !== true) throw noRepository(`${cwd} is not a folder`);
}

function noRepository(words: string): Fault {
  return new Fault(
    'usage',
    'no-git-repository',
    `Cannot find a git repository: ${words}; expected a checkout with a working tree`,
    { remedy: 'Run this in a checkout of the repository, or name one with --cwd.' },
  );
}
