import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  fakeStackClient,
  type FakeStackClient,
  type Sandbox,
  startSandbox,
} from '../../../sandbox/index.ts';
import { decodeDocument, decodeIndex } from '../../../src/adapters/ledger/ledger-format.ts';
import type { LedgerIndex } from '../../../src/model/ledger.ts';
import type { PlanIndex } from '../../../src/model/plan.ts';
import type { PlanDocument } from '../../../src/report/documents/plan.ts';
import { destinationOf } from '../../kit/config-for.ts';
import { runProgram } from '../../kit/run-program.ts';
import { startProgram, type Running } from '../../kit/start-program.ts';
import type { Api } from './api.ts';
import { apis } from './apis.ts';
import type { LedgerFault } from './ledger-hook.ts';
import { ownFolder } from './own-folder.ts';
import { injectPushFault } from './inject-push-fault.ts';
import { colleagueLine, withLine, type Scenario } from './scenario.ts';

export type LedgerKind = 'file' | 'branch';
/** Before the plan was made, or after it. */
export type Moment = 'unplanned' | 'planned';

/** A checkout, its ledger and a site, which can be set back to where a trial begins. */
export interface TrialWorld {
  readonly scenario: Scenario;
  readonly api: Api;
  readonly kind: LedgerKind;
  readonly checkout: string;
  readonly remote: string;
  readonly token: string;
  readonly account: number;
  readonly site: FakeStackClient;
  /** The digest of the plan that waits for its approval. */
  readonly digest: string;
  setBack(to: Moment): Promise<void>;
  /** Starts the command. With a fault, a hook in the process, or in the remote, waits for its ledger writes. */
  cli(args: readonly string[], fault?: Omit<LedgerFault, 'path' | 'seen'>): Running;
  /** How many writes of the ledger the hook has seen since the world was set back. */
  ledgerWrites(): Promise<number>;
  ledger(): Promise<LedgerIndex>;
  /** The index of a plan, as `plan --index` wrote it. */
  index(file: string): Promise<PlanIndex>;
  close(): Promise<void>;
}

const hook = join(import.meta.dirname, 'ledger-hook.ts');
const team = 'acme';

export interface TrialWorldOptions {
  readonly cliPath: string;
  /** The command from the plan on, where it is not the one that made the world. */
  readonly tried?: string | undefined;
  readonly scenario: Scenario;
  readonly api: Api['name'];
  readonly ledger: LedgerKind;
}

/** Makes a world up to its plan: files published, a colleague's edit, and files new and changed. */
export async function createTrialWorld(options: TrialWorldOptions): Promise<TrialWorld> {
  const { cliPath, tried = cliPath, scenario, ledger: kind } = options;
  const api = apis[options.api];
  const switches = { throttle: false, ...scenario.switches };
  let command = cliPath;
  const folder = ownFolder(await mkdtemp(join(tmpdir(), 'stack-publish-faults-')));
  const live = join(folder, 'live');
  const checkout = join(live, 'checkout');
  const remote = join(live, 'remote.git');
  const data = join(live, 'site.json');
  const seen = join(live, 'ledger-writes');
  const ledgerFile = join(checkout, '.git/ledger.json');
  await mkdir(checkout, { recursive: true });

  let sandbox: Sandbox = await startSandbox({ team, switches, data });
  const port = Number(new URL(sandbox.stack.url).port);
  const token = sandbox.stack.tokens.write;
  const account = sandbox.stack.account.id;
  const git = (...args: string[]) =>
    runProgram('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', ...args], {
      cwd: checkout,
    });
  const cli: TrialWorld['cli'] = (args, fault) => {
    const env = { STACK_ACCESS_TOKEN: token };
    if (!fault) return startProgram(process.execPath, [command, ...args], { cwd: checkout, env });
    if (kind === 'branch') {
      const watch = injectPushFault(remote, { ...fault, seen });
      const running = startProgram(process.execPath, [command, ...args], { cwd: checkout, env });
      watch(running);
      return running;
    }
    const whole: LedgerFault = { ...fault, path: ledgerFile, seen };
    return startProgram(process.execPath, ['--import', hook, command, ...args], {
      cwd: checkout,
      env: { ...env, LEDGER_FAULT: JSON.stringify(whole) },
    });
  };
  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(checkout, path)), { recursive: true });
    await writeFile(join(checkout, path), text);
  };
  const plan = async (): Promise<string> => {
    const printed = await done(cli(['plan', '--json', '--index', join(live, 'index.json')]));
    const { digest } = JSON.parse(printed) as PlanDocument;
    if (digest === null) throw new Error(`the scenario has nothing to publish: ${printed}`);
    return digest;
  };
  /** Control goes to the sandbox of the moment. */
  const site = fakeStackClient((path, body) => sandbox.control(path, body));
  const restart = async () => {
    await sandbox.close();
    await rm(live, { recursive: true, force: true });
  };

  await runProgram('git', ['init', '-q', '--template=', '-b', 'main', '--bare', remote], {
    cwd: live,
  });
  await git('init', '-q', '--template=', '-b', 'main');
  await git('remote', 'add', 'origin', remote);
  await write('.github/stack-publish.yml', configOf(sandbox, api, kind));
  for (const [path, { before }] of Object.entries(scenario.files))
    if (before !== null) await write(path, before);
  await commit();
  await done(cli(['publish', '--json', '--digest', await plan()]));

  await site.advance(3600);
  const { records } = await ledger();
  const edited = await site.post(records[scenario.edited]?.post?.id ?? 0);
  await site.edit(edited.id, { body: withLine(edited.body, colleagueLine) });
  for (const [path, { after }] of Object.entries(scenario.files)) await write(path, after);
  await commit();

  await keep('unplanned');
  const digest = await plan();
  await keep('planned');
  command = tried;

  async function commit(): Promise<void> {
    await git('add', '-A');
    await git('commit', '-qm', 'Change the pages');
    await git('push', '-q', 'origin', 'main');
  }
  async function ledger(): Promise<LedgerIndex> {
    if (kind === 'file')
      return decodeDocument(await readFile(ledgerFile, 'utf8'), ledgerFile).index;
    const json = await runProgram('git', ['show', 'stack-publish/ledger:index.json'], {
      cwd: remote,
    });
    return decodeIndex(json, remote);
  }
  async function keep(moment: Moment): Promise<void> {
    await cp(live, join(folder, moment), { recursive: true });
  }

  return {
    scenario,
    api,
    kind,
    checkout,
    remote,
    token,
    account,
    site,
    digest,
    cli,
    ledger,
    async setBack(to) {
      await restart();
      await cp(join(folder, to), live, { recursive: true });
      // The configuration names the port, and a digest names the site.
      sandbox = await startSandbox({ team, port, switches, data });
    },
    async ledgerWrites() {
      return (await readFile(seen, 'utf8').catch(() => '')).split('\n').length - 1;
    },
    index: async (file) => JSON.parse(await readFile(file, 'utf8')) as PlanIndex,
    async close() {
      await sandbox.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function configOf(sandbox: Sandbox, { name, limits }: Api, ledger: LedgerKind): string {
  return [
    destinationOf(sandbox, name),
    ...(limits === null ? [] : [limits]),
    'defaults: { tags: [operations] }',
    'visibility: private',
    'approval: { accept: [asserted] }',
    ledger === 'file'
      ? 'ledger: { file: .git/ledger.json }'
      : 'ledger: { branch: stack-publish/ledger }',
    '',
  ].join('\n');
}

async function done(running: Running): Promise<string> {
  const { code, stdout, stderr } = await running.ended;
  if (code === 0) return stdout;
  throw new Error(`the scenario cannot be made: exit ${String(code)}\n${stdout}\n${stderr}`);
}
