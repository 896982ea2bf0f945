import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'vitest';
import { jsonSchemaOf } from '../../scripts/json-schema.ts';
import type { ErrorDocument } from '../../src/report/documents/error.ts';
import { initOrgDocument, type InitOrgDocument } from '../../src/report/documents/init-org.ts';
import { gitHubEnvironment } from './github-environment.ts';
import { startProgram } from './start-program.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { testSandbox } from './test-sandbox.ts';
import { inject } from 'vitest';

const cliPath = inject('cliPath');
const fits = new Ajv2020({ strict: false }).compile(jsonSchemaOf(initOrgDocument, 'init-org'));
const pin = /(stack-publish\/stack-publish@)0{40}.*/g;

/** An organisation on the sandbox's GitHub, with an empty `.github` repository. */
export async function orgWorld(names: readonly string[] = ['billing', 'search']) {
  const sandbox = await testSandbox({});
  const { fakeGitHub } = sandbox;
  await fakeGitHub.newRepository({ name: '.github' });
  for (const name of names) await fakeGitHub.newRepository({ name, topics: ['publishes'] });
  const { tokens } = sandbox.github;
  const env: Record<string, string> = { ...gitHubEnvironment(sandbox), GITHUB_TOKEN: tokens.admin };
  const folder = temporaryFolder();
  const start = (args: readonly string[], more: Readonly<Record<string, string>> = {}) =>
    startProgram(process.execPath, [cliPath, 'init', '--org', 'acme', ...args], {
      cwd: folder,
      env: { ...env, ...more },
    });
  const destination = ['--tier', 'business', '--team', 'acme', '--url', sandbox.stack.url];
  /** Runs `init --org acme --json`, and gives what came of it. */
  const init = async (
    args: readonly string[] = [
      '--topic',
      'publishes',
      ...destination,
      '--reviewers',
      'mia-maintain',
    ],
    more: Readonly<Record<string, string>> = {},
  ) => {
    const ran = await start(['--json', ...args], more).ended;
    const document = JSON.parse(ran.stdout) as InitOrgDocument & ErrorDocument;
    if (document.error === undefined)
      expect(fits(document), JSON.stringify(fits.errors)).toBe(true);
    for (const secret of Object.values(tokens)) expect(ran.output).not.toContain(secret);
    return { ...ran, document };
  };
  const at = (name: string) => fakeGitHub.at(`acme/${name}`);
  /** Merges the pull request of the shared repository, with a version of the Action in it. */
  const mergeShared = async () => {
    const { threads } = await at('.github').state();
    const { github } = sandbox;
    const shown = await fetch(`${github.url}/graphql`, {
      method: 'POST',
      headers: { authorization: `bearer ${tokens.admin}` },
      body: JSON.stringify({
        query: `{ repository(owner: "acme", name: ".github") { object(expression: "refs/heads/stack-publish/set-up:.github/workflows/stack-internal.yml") { ... on Blob { text } } } }`,
      }),
    });
    const answer = (await shown.json()) as {
      data: { repository: { object: { text: string } } };
    };
    const { text } = answer.data.repository.object;
    const path = '.github/workflows/stack-internal.yml';
    const pinned = text.replace(pin, `$1${'a'.repeat(40)} # v1`);
    if (pinned !== text) await at('.github').commit({ [path]: pinned }, 'stack-publish/set-up');
    await at('.github').merge(threads[0]?.number ?? 0);
  };
  return { sandbox, fakeGitHub, env, folder, start, destination, init, at, mergeShared };
}

/** What came of each repository, by its name. */
export const statesIn = ({ repositories }: Pick<InitOrgDocument, 'repositories'>) =>
  Object.fromEntries(
    repositories.map(({ repository, state, reason }) => [
      repository.replace('acme/', ''),
      reason ?? state,
    ]),
  );
