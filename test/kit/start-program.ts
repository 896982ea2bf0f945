import { spawn, type ChildProcess } from 'node:child_process';

export interface Ran {
  /** Null where it was killed. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Both, as they came. */
  readonly output: string;
}

export interface Running {
  readonly ended: Promise<Ran>;
  /** Ends the process at once, as `kill -9` does, or sends it another signal. */
  kill(signal?: NodeJS.Signals): void;
  /** Waits until what it printed has a text of this form, and gives that. */
  seen(form: RegExp): Promise<string>;
  /** Writes to its stdin, and leaves that open; only where it was started with one. */
  type(text: string): void;
}

interface StartOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Whether something can be typed. */
  readonly stdin?: boolean;
}

/** Nothing that is tried here takes longer; what does is ended and then counts as a failure. */
const longest = 150_000;

const alive = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});

/** Starts a program in a bare environment: nothing of the machine's may decide a test. */
export function startProgram(
  command: string,
  args: readonly string[],
  { cwd, env = {}, stdin = false }: StartOptions,
): Running {
  const child = spawn(command, args, {
    cwd,
    env: { PATH: process.env['PATH'], HOME: cwd, LANG: 'C.UTF-8', ...env },
    stdio: [stdin ? 'pipe' : 'ignore', 'pipe', 'pipe'],
  });
  const { promise, resolve, reject } = Promise.withResolvers<Ran>();
  const timer = setTimeout(() => child.kill('SIGKILL'), longest);
  alive.add(child);
  let stdout = '';
  let stderr = '';
  let output = '';
  const readers = new Set<() => void>();
  const print = (text: string) => {
    output += text;
    for (const read of readers) read();
  };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    print(text);
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    print(text);
  });
  // It may end before it reads.
  child.stdin?.on('error', () => {});
  child.once('error', reject);
  // Not `close`: what a killed process had started may hold its pipes for a while.
  child.once('exit', (code) => {
    clearTimeout(timer);
    alive.delete(child);
    const settle = () => resolve({ code, stdout, stderr, output });
    if (code === null) settle();
    else child.once('close', settle);
  });
  return {
    ended: promise,
    kill: (signal = 'SIGKILL') => void child.kill(signal),
    async seen(form) {
      const found = Promise.withResolvers<string>();
      const read = () => {
        const [text] = form.exec(output) ?? [];
        if (text !== undefined) found.resolve(text);
      };
      readers.add(read);
      read();
      const ended = promise.then(() =>
        Promise.reject(new Error(`ended without ${form}:\n${output}`)),
      );
      return Promise.race([found.promise, ended]).finally(() => readers.delete(read));
    },
    type: (text) => void child.stdin?.write(text),
  };
}
