import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, inject } from 'vitest';
import { parse } from 'yaml';
import type { GivenPermissions, LogEntry, PermissionName, Run } from '../../sandbox/index.ts';
import { type ActionWorldOptions, commentPayload, createActionWorld } from '../kit/action-world.ts';
import { gitHubEnvironment } from '../kit/github-environment.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';
import { act, type ActLine } from './act.ts';
import {
  localAction,
  noDeployment,
  releasedAction,
  uploadAction,
  uploadStandIn,
} from './local-action.ts';
import type { StandIn } from './stand-in-order.ts';

const root = join(import.meta.dirname, '../..');
const bundle = dirname(inject('cliPath'));

export type WorkflowName = 'check' | 'comment' | 'dispatch' | 'reviewers';

export interface Trigger {
  readonly event: string;
  readonly payload?: object;
  readonly actor?: string;
  /** The run on the sandbox's GitHub; unless given, one of its own that nobody knows there. */
  readonly run?: Run;
  /** Whether it is for a fork's pull request: such a run has no secrets. */
  readonly fork?: boolean;
  /** A permission that the workflow asks for, and that is not given. */
  readonly without?: PermissionName;
}

/** What a run of a workflow left behind, each thing by the id of its job. A job that did not run has nothing. */
export interface Ran {
  readonly code: number | null;
  readonly jobs: Readonly<Record<string, 'success' | 'failure'>>;
  readonly outputs: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly summaries: Readonly<Record<string, string>>;
  /** The version of the Node that ran the Action. */
  readonly versions: Readonly<Record<string, string>>;
  /** What the Action wrote, byte for byte. */
  readonly raw: Readonly<Record<string, string>>;
  /** The pages that were uploaded, each by its name without `.html`. */
  readonly uploaded: Readonly<Record<string, string>>;
  readonly lines: readonly ActLine[];
}

interface Workflow {
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly permissions: GivenPermissions;
        readonly environment?: string | { readonly name: string };
      }
    >
  >;
}

/** The secret as act knows it: never one that opens anything. */
const placeholder = 'this-is-not-the-token-of-any-environment';

/** A repository that has the bundled Action, and one of the shipped workflows that uses it from there. */
export async function createWorkflowWorld(
  workflow: WorkflowName,
  { debug = false, ...options }: ActionWorldOptions & { readonly debug?: boolean } = {},
) {
  const text = await workflowText(workflow);
  const world = await createActionWorld(options);
  // Not committed: act takes the files as they are, and git is spared a megabyte in every test.
  await world.checkout.write({ ...(await actionFiles()), ...uploadStandIn });
  await world.checkout.write({ [`.github/workflows/${workflow}.yml`]: text });
  const { sandbox, checkout, fakeGitHub } = world;
  const { jobs } = parse(text) as Workflow;

  const run = async (trigger: Trigger): Promise<Ran> => {
    const folder = temporaryFolder();
    const file = (name: string) => join(folder, name);
    await mkdir(file('home'));
    await mkdir(file('seen'));
    const { tokens } = sandbox.stack;
    const secretOf = (environment?: string) =>
      environment === undefined || trigger.fork
        ? ''
        : tokens[environment === 'stack-internal' ? 'write' : 'read'];
    const order: StandIn = {
      control: sandbox.stack.url,
      folder: file('seen'),
      placeholder,
      jobs: Object.fromEntries(
        Object.entries(jobs).map(([id, { permissions, environment }]) => {
          const given = Object.entries(permissions).filter(([name]) => name !== trigger.without);
          const name = typeof environment === 'object' ? environment.name : environment;
          return [id, { permissions: Object.fromEntries(given), secret: secretOf(name) }];
        }),
      ),
    };
    await writeFile(file('order.json'), JSON.stringify(order));
    const { repository } = sandbox.github;
    const payload = {
      repository: { default_branch: 'main', full_name: repository },
      ...trigger.payload,
    };
    await writeFile(file('event.json'), JSON.stringify(payload));
    const actor = trigger.actor ?? trigger.run?.actor.login ?? 'mia-maintain';
    const attempt = trigger.run?.attempts.at(-1);
    const env = {
      ...gitHubEnvironment(sandbox),
      GITHUB_WORKFLOW_REF: `${repository}/.github/workflows/${workflow}.yml@refs/heads/main`,
      GITHUB_RUN_ID: String(trigger.run?.id ?? 4242),
      GITHUB_RUN_ATTEMPT: String(attempt?.number ?? 1),
      GITHUB_TRIGGERING_ACTOR: attempt?.triggeredBy.login ?? actor,
      NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, 'stand-in.ts')).href}`,
      STAND_IN: file('order.json'),
      // As where somebody runs it again with debug logging.
      ...(debug && { RUNNER_DEBUG: '1' }),
    };
    const options = ['-W', `.github/workflows/${workflow}.yml`, '-e', file('event.json')];
    const secrets = {
      GITHUB_TOKEN: sandbox.github.tokens.job,
      ...(!trigger.fork && { STACK_TOKEN: placeholder }),
    };
    for (const [name, value] of Object.entries(secrets)) options.push('-s', `${name}=${value}`);
    for (const [name, value] of Object.entries(env)) options.push('--env', `${name}=${value}`);
    const { code, lines, errors } = await act({
      cwd: checkout.folder,
      home: file('home'),
      event: trigger.event,
      args: [...options, '-a', actor],
    });
    await fakeGitHub.permissions(null);
    // A job whose runner is not known is left out, and act says that all went well.
    expect(lines.filter(({ msg }) => /unsupported platform/i.test(msg ?? ''))).toEqual([]);
    expect(errors).not.toContain('level=fatal');
    const seen = async (kind: 'version' | 'raw' | 'html') => {
      const names = (await readdir(file('seen'))).filter((name) => name.endsWith(`.${kind}`));
      const found = names.map(async (name) => [
        name.slice(0, -kind.length - 1),
        await readFile(join(file('seen'), name), 'utf8'),
      ]);
      return Object.fromEntries(await Promise.all(found)) as Record<string, string>;
    };
    return {
      code,
      lines,
      jobs: Object.fromEntries(
        lines.flatMap(({ jobID, jobResult }) => (jobID && jobResult ? [[jobID, jobResult]] : [])),
      ),
      outputs: outputsOf(lines),
      summaries: summariesOf(lines),
      versions: await seen('version'),
      raw: await seen('raw'),
      uploaded: await seen('html'),
    };
  };

  const basic = Buffer.from(`x-access-token:${sandbox.github.tokens.maintain}`).toString('base64');

  return {
    ...world,
    run,
    /** Brings what was committed to the sandbox's GitHub, and runs what starts there then. */
    async push() {
      await world.push();
      return run({ event: 'push', payload: { ref: 'refs/heads/main' } });
    },
    /** Somebody comments on the pull request. */
    async comment(by: string, body: string, more: Partial<Trigger> = {}) {
      const comment = await fakeGitHub.comment(1, by, body);
      const payload = { ...commentPayload(comment), ...more.payload };
      return run({ event: 'issue_comment', actor: by, ...more, payload });
    },
    /** Somebody starts the workflow by hand. */
    async dispatch(by: string, inputs: object, more: Partial<Trigger> = {}) {
      const started = await fakeGitHub.run({ actor: by, event: 'workflow_dispatch' });
      return run({ event: 'workflow_dispatch', payload: { inputs }, run: started, ...more });
    },
    /** What a run that may not write leaves as it is, and what was asked of whom. */
    async state() {
      const auth = `http.extraheader=AUTHORIZATION: basic ${basic}`;
      const branch = 'refs/heads/stack-publish/ledger';
      const { stdout } = await checkout.git('-c', auth, 'ls-remote', 'origin', branch);
      const [site, fakeGitHub] = [await world.site.log(), await world.fakeGitHub.log()];
      // Not those of these tests.
      const asked = fakeGitHub.filter(({ token }) => token === 'job');
      const named = ({ token, path }: LogEntry) => `${token} ${path.replace(/\/\d+\//, '/N/')}`;
      return {
        ledger: stdout.split('\t')[0] ?? '',
        requests: { site: site.map(named), fakeGitHub: asked.map(named) },
        writes: {
          site: site.filter(({ wrote }) => wrote).map(named),
          fakeGitHub: asked.filter(({ wrote }) => wrote).map(named),
        },
      };
    },
  };
}

/** What the steps of each job put on the run's page, in their order. */
function summariesOf(lines: readonly ActLine[]): Ran['summaries'] {
  const summaries: Record<string, string> = {};
  for (const { jobID, command, content = '' } of lines)
    if (jobID && command === 'summary') summaries[jobID] = (summaries[jobID] ?? '') + content;
  return summaries;
}

export type WorkflowWorld = Awaited<ReturnType<typeof createWorkflowWorld>>;

/** A shipped workflow, with the Action of this repository in the place of the released one. */
async function workflowText(name: WorkflowName): Promise<string> {
  const text = await readFile(join(root, 'examples/workflows', `${name}.yml`), 'utf8');
  expect(text).toMatch(releasedAction);
  return localAction(text)
    .replaceAll(noDeployment, '')
    .replace(uploadAction, 'uses: ./.stand-in/upload');
}

/** What a release has of the Action. */
async function actionFiles(): Promise<Record<string, string>> {
  const names = (await readdir(bundle)).filter((name) => name.endsWith('.js'));
  const files = names.map(async (name) => [
    `dist/${name}`,
    await readFile(join(bundle, name), 'utf8'),
  ]);
  return {
    'action.yml': await readFile(join(root, 'action.yml'), 'utf8'),
    ...Object.fromEntries(await Promise.all(files)),
  };
}

function outputsOf(lines: readonly ActLine[]): Ran['outputs'] {
  const outputs: Record<string, Record<string, string>> = {};
  for (const { jobID, command, name, arg } of lines)
    if (jobID && command === 'set-output' && name) (outputs[jobID] ??= {})[name] = arg ?? '';
  return outputs;
}
