import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'vitest';
import type { GitHubTokenName, SandboxOptions } from '../../sandbox/index.ts';
import { jsonSchemaOf } from '../../scripts/json-schema.ts';
import type { ErrorDocument } from '../../src/report/documents/error.ts';
import { initDocument, type InitDocument } from '../../src/report/documents/init.ts';
import { createCheckout } from './checkout.ts';
import { gitHubEnvironment } from './github-environment.ts';
import { testSandbox } from './test-sandbox.ts';

const fits = new Ajv2020({ strict: false }).compile(jsonSchemaOf(initDocument, 'init'));

/** A repository without a commit, whose remote is on the sandbox's GitHub and as empty. */
export async function initWorld(options: SandboxOptions = {}, token: GitHubTokenName = 'admin') {
  const sandbox = await testSandbox(options);
  await sandbox.fakeGitHub.labels(['bug']);
  const { url, repository, tokens } = sandbox.github;
  const checkout = await createCheckout();
  await checkout.git('remote', 'add', 'origin', `${url}/${repository}.git`);
  const env = { ...gitHubEnvironment(sandbox), GITHUB_TOKEN: tokens[token] };
  const destination = ['--tier', 'business', '--team', 'acme', '--url', sandbox.stack.url];
  /** Runs `init --json`, and gives what came of it. */
  const init = async (
    args: readonly string[] = [...destination, '--tags', 'docs'],
    more: Readonly<Record<string, string>> = {},
  ) => {
    const ran = await checkout.cli(['init', '--json', ...args], { ...env, ...more });
    const document = JSON.parse(ran.stdout) as InitDocument & ErrorDocument;
    if (ran.code !== 2 && document.error === undefined)
      expect(fits(document), JSON.stringify(fits.errors)).toBe(true);
    for (const secret of Object.values(tokens)) expect(ran.output).not.toContain(secret);
    return { ...ran, document };
  };
  const read = (path: string) => readFile(join(checkout.folder, path), 'utf8').catch(() => null);
  /** Every file below the root but git's own, with its text. */
  const files = async () => {
    const { stdout } = await checkout.git('ls-files', '-co', '-z');
    const paths = stdout.split('\0').filter(Boolean).toSorted();
    return Object.fromEntries(
      await Promise.all(paths.map(async (path) => [path, await read(path)])),
    );
  };
  return { sandbox, fakeGitHub: sandbox.fakeGitHub, checkout, env, destination, init, read, files };
}

/** What came of each step, by its name. */
export const statesOf = ({ steps }: Pick<InitDocument, 'steps'>) =>
  Object.fromEntries(steps.map(({ name, state }) => [name, state]));
