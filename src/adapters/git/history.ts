import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { memoize } from '../../model/memoize.ts';
import type { History } from '../../ports/history.ts';
import { withSettings } from './git-environment.ts';
import { gitFault, gitLine, runGit, splitNul, tryGit } from './git.ts';
import { objectId } from './read-blobs.ts';
import { fetchRefs, listRefs, type Remote } from './remote.ts';

/** The checkout, and its remote `origin`; null: it has none, and its own refs are those that count. */
export interface HistoryPlace {
  readonly root: string;
  readonly remote: Remote | null;
}

/**
 * The history of a remote. Commits are fetched into a repository of their own, without files: the checkout
 * may be shallow, and its refs and settings stay as they are. It is removed when it is closed.
 */
export function gitHistory({ root, remote }: HistoryPlace): History & AsyncDisposable {
  let folder: string | null = null;
  const open = memoize(async () => {
    if (remote === null) return { root, env: {}, remote };
    folder = await mkdtemp(join(tmpdir(), 'stack-publish-history-'));
    const format = await gitLine(root, ['rev-parse', '--show-object-format']);
    const form = [`--object-format=${format}`, '--template='];
    await runGit(root, ['init', '--quiet', '--bare', ...form, '--', folder]);
    const settings = await ownSettings(root);
    // A missing object is none to fetch.
    const env = { GIT_DIR: folder, GIT_NO_LAZY_FETCH: '1' };
    const away = { ...withSettings(remote.env, settings), ...env } as Record<string, string>;
    return { root: folder, env, remote: { ...remote, root: folder, env: away } };
  });
  return {
    async fetch(refs) {
      const { root: at, env, remote: from } = await open();
      const named = refs.filter((ref) => ref === 'HEAD' || isRef.test(ref));
      if (named.length === 0) return new Map();
      if (from !== null) {
        const known = [...(await listRefs(from, named)).keys()];
        if (known.length > 0) await fetchAll(from, known);
      }
      const args = ['for-each-ref', '--format=%(refname)%00%(objectname)%00%(*objectname)'];
      const listing = await runGit(at, args, { env });
      const commits = new Map<string, string>();
      for (const line of listing.toString('utf8').split('\n')) {
        const [name = '', id = '', peeled = ''] = line.split('\0');
        const ref = name === ownHead ? 'HEAD' : name;
        if (named.includes(ref)) commits.set(ref, peeled || id);
      }
      if (from === null && named.includes('HEAD'))
        commits.set('HEAD', await gitLine(at, ['rev-parse', 'HEAD']));
      return commits;
    },
    async range(from, to) {
      const { root: at, env } = await open();
      const ends = [to, ...(from === null ? [] : [`^${from}`])].map(checked);
      const args = ['rev-list', '--format=%ct', ...ends, '--'];
      const listing = (await runGit(at, args, { env })).toString('latin1');
      const ids = new Set<string>();
      let since = Infinity;
      for (const [, id = '', seconds] of listing.matchAll(/^commit ([0-9a-f]+)\n(\d+)$/gm)) {
        ids.add(id);
        since = Math.min(since, Number(seconds) * 1000);
      }
      return { ids, since: ids.size === 0 ? null : since };
    },
    async contains(descendant, ancestor) {
      const { root: at, env } = await open();
      const args = ['merge-base', '--is-ancestor', checked(ancestor), checked(descendant)];
      return (await tryGit(at, args, { env })).code === 0;
    },
    async [Symbol.asyncDispose]() {
      if (folder !== null) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Where the remote's HEAD is kept. */
const ownHead = 'refs/stack-publish/HEAD';

/** What git allows in a name, but for what it means in a refspec or a pattern. */
const isRef =
  /^refs\/(?:tags|heads)\/(?!.*(?:\.\.|@\{|\/\/|\.lock(?:\/|$)))[^\p{Cc} ~^:?*[\\]+(?<![./])$/u;

function checked(commit: string): string {
  if (!objectId.test(commit.replace(/^\^/, '')))
    throw gitFault(['rev-list'], `"${commit.slice(0, 100)}" is not a commit's id`);
  return commit;
}

async function fetchAll(remote: Remote, refs: readonly string[]): Promise<void> {
  const specs = refs.map((ref) => `+${ref}:${ref === 'HEAD' ? ownHead : ref}`);
  const { code, stderr } = await fetchRefs(remote, specs, null, '--filter=tree:0');
  if (code !== 0) throw gitFault(['fetch'], stderr || `exit code ${code}`);
}

/**
 * What of the checkout's own settings is the way to its remote: its address, what that is replaced by, and
 * how git signs in there. Nothing else of them counts for a repository that is not the checkout.
 */
async function ownSettings(root: string): Promise<readonly (readonly [string, string])[]> {
  const wanted = String.raw`^(url\..*\.(pushinsteadof|insteadof)|http\..*|credential\..*|core\.sshcommand|remote\.origin\.url)$`;
  const args = ['config', '--local', '--includes', '-z', '--get-regexp', wanted];
  const { stdout } = await tryGit(root, args);
  return splitNul(stdout).map((entry) => {
    const [key = '', ...value] = entry.toString('utf8').split('\n');
    const text = value.join('\n');
    // A folder is named from the checkout.
    const isFolder = key === 'remote.origin.url' && /^\.{0,2}\//.test(text);
    return [key, isFolder ? resolve(root, text) : text] as const;
  });
}
