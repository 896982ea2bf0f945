import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inject, onTestFinished } from 'vitest';
import type { CheckDocument } from '../../src/report/documents/check.ts';
import type { ErrorDocument } from '../../src/report/documents/error.ts';
import type { PlanDocument } from '../../src/report/documents/plan.ts';
import type { PublishDocument } from '../../src/report/documents/publish.ts';
import {
  fakeStackClient,
  type FakeStackClient,
  type Sandbox,
  type SandboxOptions,
  startSandbox,
} from '../../sandbox/index.ts';

const cliPath = inject('cliPath');

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A sandbox that ends with the test. */
export async function startSite(
  options: SandboxOptions = {},
): Promise<Sandbox & { readonly site: FakeStackClient }> {
  const sandbox = await startSandbox({ team: 'acme', ...options });
  onTestFinished(() => sandbox.close());
  return { ...sandbox, site: fakeStackClient(sandbox.control) };
}

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
}

export async function createCheckout(
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<Checkout> {
  const folder = await mkdtemp(join(tmpdir(), 'stack-publish-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const git = (...args: string[]) =>
    run('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', ...args], folder, {});
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
    cli: (args, env = {}) => run(process.execPath, [cliPath, ...args], folder, env),
  };
  await checkout.write(files);
  await git('init', '-q', '-b', 'main');
  if (Object.keys(files).length > 0) await checkout.commit();
  return checkout;
}

/** A configuration for a sandbox, with `asserted` accepted; unless told, with a ledger in a file. */
export function configFor(
  sandbox: Pick<Sandbox, 'stack'>,
  more = '',
  ledger = 'ledger: { file: .git/ledger.json }',
): string {
  return [
    `destination: { tier: business, team: ${sandbox.stack.team}, url: "${sandbox.stack.url}" }`,
    'approval: { accept: [asserted] }',
    ledger,
    more,
    '',
  ].join('\n');
}

/** A bare repository as the checkout's `origin`, with its main branch pushed. */
export async function addOrigin(checkout: Checkout): Promise<string> {
  const bare = await mkdtemp(join(tmpdir(), 'stack-publish-origin-'));
  onTestFinished(() => rm(bare, { recursive: true, force: true }));
  await run('git', ['init', '-q', '--bare', '-b', 'main', bare], bare, {});
  await checkout.git('remote', 'add', 'origin', bare);
  await checkout.git('push', '-q', 'origin', 'main');
  return bare;
}

/** A marked page. */
export function page(title: string, body: string, tags = 'docs'): string {
  return `---\ntitle: ${JSON.stringify(title)}\ntags: [${tags}]\nstack: article\n---\n\n${body}`;
}

/** Runs commands in a checkout against a sandbox, with one of its tokens. */
export function commandsOf(
  checkout: Checkout,
  sandbox: Sandbox,
  token = sandbox.stack.tokens['write'],
) {
  const env = { STACK_ACCESS_TOKEN: token ?? '' };
  const document = async <Document>(args: readonly string[]) => {
    const ran = await checkout.cli([...args, '--json'], env);
    try {
      return { ...ran, document: JSON.parse(ran.stdout) as Document & ErrorDocument };
    } catch {
      throw new Error(`no JSON from ${args.join(' ')}:\n${ran.stdout}\n${ran.stderr}`);
    }
  };
  return {
    check: (...args: string[]) => document<CheckDocument>(['check', ...args]),
    plan: (...args: string[]) => document<PlanDocument>(['plan', ...args]),
    publish: (...args: string[]) => document<PublishDocument>(['publish', ...args]),
    /** Plans, approves the plan and publishes it. */
    publishAll: async () => {
      const { document: plan } = await document<PlanDocument>(['plan']);
      if (!plan.digest) throw new Error(`nothing to publish: ${JSON.stringify(plan)}`);
      return document<PublishDocument>(['publish', '--digest', plan.digest]);
    },
  };
}

function run(
  command: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<Ran> {
  // A bare environment: nothing of the machine's may decide a test.
  const bare = { PATH: process.env['PATH'], HOME: cwd, LANG: 'C.UTF-8', ...env };
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: bare, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}
