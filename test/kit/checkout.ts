import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { inject } from 'vitest';
import { startProgram, type Ran, type Running } from './start-program.ts';
import { temporaryFolder } from './temporary-folder.ts';

const cliPath = inject('cliPath');

/** A checkout in a folder of its own that ends with the test. */
export interface Checkout {
  readonly folder: string;
  write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void>;
  link(path: string, target: string): Promise<void>;
  remove(path: string): Promise<void>;
  commit(): Promise<void>;
  git(...args: string[]): Promise<Ran>;
  /** Runs the bundled command in the checkout. */
  cli(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Ran>;
  /** Starts it at a terminal of its own, where keys can be typed; `hasTerminals` says where that is possible. */
  startAtTerminal(args: readonly string[], env?: Readonly<Record<string, string>>): Running;
  /** Starts it, and does not wait for its end. */
  start(args: readonly string[], env?: Readonly<Record<string, string>>, stdin?: boolean): Running;
}

/** Creates a repository whose first commit has the given files. */
export async function createCheckout(
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<Checkout> {
  const folder = temporaryFolder();
  const git = (...args: string[]) =>
    startProgram('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', ...args], {
      cwd: folder,
    }).ended;
  const checkout: Checkout = {
    folder,
    git,
    async write(more) {
      for (const [path, content] of Object.entries(more)) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), content);
      }
    },
    async link(path, target) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await symlink(target, join(folder, path));
    },
    remove: (path) => rm(join(folder, path)),
    async commit() {
      await git('add', '-A');
      await git('commit', '-qm', 'a commit');
    },
    start: (args, env = {}, stdin = false) =>
      startProgram(process.execPath, [cliPath, ...args], { cwd: folder, env, stdin }),
    startAtTerminal(args, env = {}) {
      const quoted = [process.execPath, cliPath, ...args].map((arg) => `'${arg}'`);
      const words = ['-qec', `stty cols 150; exec ${quoted.join(' ')}`, '/dev/null'];
      return startProgram('script', words, { cwd: folder, env, stdin: true });
    },
    cli: (args, env) => checkout.start(args, env).ended,
  };
  await checkout.write(files);
  await git('init', '-q', '-b', 'main');
  if (Object.keys(files).length > 0) await checkout.commit();
  return checkout;
}

/** A bare repository as the checkout's `origin`, with its main branch pushed. */
export async function addOrigin(checkout: Checkout): Promise<string> {
  const bare = temporaryFolder();
  await checkout.git('init', '-q', '--bare', '-b', 'main', bare);
  await checkout.git('remote', 'add', 'origin', bare);
  await checkout.git('push', '-q', 'origin', 'main');
  return bare;
}
