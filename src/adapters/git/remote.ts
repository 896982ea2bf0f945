import { setTimeout as sleep } from 'node:timers/promises';
import { gitFault, tryGit, type GitResult } from './git.ts';

export interface Remote {
  readonly root: string;
  readonly name: string;
  /** Added to git's environment, as `remoteAccess` tells it. Never shown. */
  readonly env: Readonly<Record<string, string>>;
  /** Whether it is a folder of this machine. The program that the settings name for it is not started. */
  readonly local?: boolean;
  /** The command that git was told to use for ssh; null: none. Where it is not given, git is asked. */
  readonly sshCommand?: string | null;
}

/** What a remote has at one moment: full object ids, null where a ref does not exist. */
export interface RemoteRefs {
  readonly head: { readonly branch: string | null; readonly commit: string } | null;
  readonly branch: string | null;
}

const timeoutMs = 300_000;

/** Asks a remote for its HEAD and one branch, or returns git's words. */
export async function listRemote(remote: Remote, branch: string): Promise<RemoteRefs | GitResult> {
  const ref = `refs/heads/${branch}`;
  const answer = await talk(remote, [
    'ls-remote',
    '--symref',
    ...(remote.local ? [uploadPack] : []),
    '--',
    remote.name,
    'HEAD',
    ref,
  ]);
  if (answer.code !== 0) return answer;
  // "<id>\t<ref>", and "ref: <target>\tHEAD" before the id of HEAD
  const refs = new Map<string, string>();
  let target: string | null = null;
  for (const line of answer.stdout.toString('utf8').split('\n')) {
    const [value = '', name = ''] = line.split('\t');
    if (!value.startsWith('ref: ')) refs.set(name, value);
    else if (name === 'HEAD') target = value.slice('ref: '.length);
  }
  const commit = refs.get('HEAD');
  const named = target?.startsWith('refs/heads/') === true ? target.slice(11) : null;
  return {
    head: commit === undefined ? null : { branch: named, commit },
    branch: refs.get(ref) ?? null,
  };
}

/** The names of a remote's branches; empty also where it does not tell. */
export async function listBranches(remote: Remote): Promise<readonly string[]> {
  const { stdout } = await talk(remote, [
    'ls-remote',
    '--heads',
    ...(remote.local ? [uploadPack] : []),
    '--',
    remote.name,
  ]);
  return [...stdout.toString('utf8').matchAll(/\trefs\/heads\/(.+)$/gm)].map(
    ([, name = '']) => name,
  );
}

/** Asks a remote for some refs by their full names; those that it lacks are absent. Throws `git-failed`. */
export async function listRefs(
  remote: Remote,
  refs: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const programs = remote.local ? [uploadPack] : [];
  const args = ['ls-remote', ...programs, '--', remote.name, ...refs];
  const answer = await talk(remote, args);
  if (answer.code !== 0) throw gitFault(args, answer.stderr);
  const lines = answer.stdout.toString('utf8').matchAll(/^([0-9a-f]+)\t(.+)$/gm);
  const found = new Map([...lines].map(([, id = '', name = '']) => [name, id]));
  return new Map(refs.flatMap((ref) => (found.has(ref) ? [[ref, found.get(ref) ?? '']] : [])));
}

/**
 * Fetches refs into private ones; the user's own refs, tags and FETCH_HEAD stay as they are. `depth`
 * and `filter` are git's options, such as `--depth=1` and `--filter=tree:0`, or null.
 */
export async function fetchRefs(
  remote: Remote,
  refspecs: readonly string[],
  depth: string | null,
  filter: string | null = null,
): Promise<GitResult> {
  const args = [
    'fetch',
    '--quiet',
    '--no-tags',
    '--no-prune',
    '--no-write-fetch-head',
    '--no-recurse-submodules',
    '--no-auto-maintenance',
    filter ?? '--no-filter',
    '--refmap=',
    ...(depth === null ? [] : [depth]),
    ...(remote.local ? [uploadPack] : []),
    '--',
    remote.name,
    ...refspecs,
  ];
  for (let attempt = 1; ; attempt += 1) {
    const answer = await talk(remote, args);
    // Another run in the same checkout fetches as well.
    const crossed = /cannot lock ref|unable to create .*lock|shallow file has changed/i;
    if (answer.code === 0 || attempt >= 10 || !crossed.test(answer.stderr)) return answer;
    await sleep(20 + Math.random() * 100 * attempt);
  }
}

/** Sets a branch to a commit if it still is at `expected` (null: if it does not exist). */
export function pushCommit(
  remote: Remote,
  branch: string,
  commit: string,
  expected: string | null,
): Promise<GitResult> {
  const ref = `refs/heads/${branch}`;
  const lease = `--force-with-lease=${ref}:${expected ?? ''}`;
  return push(remote, ['--porcelain', lease], `${commit}:${ref}`);
}

/** Asks whether HEAD could be pushed to a branch, and pushes nothing. */
export function tryPush(remote: Remote, branch: string): Promise<GitResult> {
  return push(remote, ['--dry-run', '--quiet'], `+HEAD:refs/heads/${branch}`);
}

function push(remote: Remote, options: readonly string[], refspec: string): Promise<GitResult> {
  const programs = remote.local ? [receivePack] : [];
  return talk(remote, [...pushing, ...programs, ...options, '--', remote.name, refspec]);
}

const pushing = [
  'push',
  '--no-verify',
  '--no-follow-tags',
  '--no-signed',
  '--recurse-submodules=no',
];
const uploadPack = '--upload-pack=git-upload-pack';
const receivePack = '--receive-pack=git-receive-pack';

/** Runs git where it talks to a server: it neither asks questions nor hangs for ever. */
async function talk(remote: Remote, args: readonly string[]): Promise<GitResult> {
  const stalled = ['-c', 'http.lowSpeedLimit=1', '-c', 'http.lowSpeedTime=60'];
  let named = process.env['GIT_SSH_COMMAND'] ?? process.env['GIT_SSH'] ?? remote.sshCommand;
  if (named === undefined) named = await askedCommand(remote);
  return tryGit(remote.root, [...stalled, ...args], {
    // ssh asks at the terminal itself. A command that somebody chose is left alone.
    env: {
      GIT_ALLOW_PROTOCOL: undefined,
      ...(named === null && { GIT_SSH_COMMAND: 'ssh -o BatchMode=yes' }),
      ...remote.env,
    },
    signal: AbortSignal.timeout(timeoutMs),
  });
}

async function askedCommand({ root, env }: Remote): Promise<string | null> {
  const { code, stdout } = await tryGit(root, ['config', '--get', 'core.sshCommand'], { env });
  return code === 0 ? stdout.toString('utf8') : null;
}
