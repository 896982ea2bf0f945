import { Fault } from '../../../model/error.ts';
import { gitLine, runGit, tryGit, type GitResult } from '../../git/git.ts';
import { isShallow } from '../../git/head.ts';
import { createQueue } from './create-queue.ts';
import { parentsOf } from './ledger-commit.ts';
import { fetchRefs, listRemote, type Remote, type RemoteRefs } from '../../git/remote.ts';

/** The remote's side of a ledger branch, with all that was learned of it. */
export interface LedgerRemote extends Remote {
  readonly branch: string;
  /**
   * Fetches the branch and returns its commit; null where the remote does not have the branch. The
   * first call uses what the remote answered when it was first asked. Throws `ledger-unreadable`, and
   * `ledger-rewound` where the commit does not descend from the one that was seen before.
   */
  refresh(): Promise<string | null>;
  /** Asks at which commit the branch is now, and fetches nothing. */
  current(): Promise<string | null>;
  /** Must be told of each commit that was pushed to the branch. */
  pushed(commit: string): Promise<void>;
  /**
   * The remote's default branch and its commit, as they were when the remote was first asked. The
   * commit is in the checkout's object store, so that its files can be read. Null where the remote has
   * no such branch.
   */
  head(): Promise<RemoteRefs['head']>;
}

/**
 * Opens a ledger branch of a remote. `localCommit` is one that the checkout surely has, such as HEAD's;
 * null where none is known.
 */
export function ledgerRemote(
  remote: Remote,
  branch: string,
  localCommit: string | null,
): LedgerRemote {
  const { root } = remote;
  const name = `${branch} of ${remote.name}`;
  // Encoded, as git cannot have both a ref `a` and a ref `a/b`.
  const namespace = `refs/stack-publish/${encodeURIComponent(remote.name)}`;
  const branchRef = `${namespace}/ledger/${encodeURIComponent(branch)}`;
  const branchSpec = `+refs/heads/${branch}:${branchRef}`;
  /** The commit at which the branch was last seen; undefined: not seen yet. */
  let seen: string | null | undefined;
  let head: RemoteRefs['head'] = null;
  /** The remote's first answer, which tells of the head and of the branch. */
  let first: Promise<RemoteRefs> | null = null;
  /** Whether the branch was taken from it already: later on that would be old. */
  let firstUsed = false;

  const list = async (): Promise<RemoteRefs> => {
    const answer = await listRemote(remote, branch);
    if ('code' in answer) throw unreachable(name, answer);
    return answer;
  };

  const fetch = async (refspecs: readonly string[], depth: string | null): Promise<void> => {
    const answer = await fetchRefs(remote, refspecs, depth);
    if (answer.code !== 0) throw unreachable(name, answer);
  };

  /** Tells whether a commit is an ancestor of another, or the same. */
  const descends = async (from: string, to: string, deepen = true): Promise<boolean> => {
    const open = [to];
    const known = new Set(open);
    // Not `merge-base`: in a shallow clone it looks at no parent of the shallow commit, not even at one
    // that the checkout has.
    for (let commit = open.pop(); commit !== undefined; commit = open.pop()) {
      if (commit === from) return true;
      const parents = await parentsOf(root, commit);
      if (parents === null) {
        if (!deepen) return false;
        await fetch([branchSpec], '--deepen=1000');
        return descends(from, to, false);
      }
      for (const parent of parents) {
        if (!known.has(parent)) open.push(parent);
        known.add(parent);
      }
    }
    return false;
  };

  const ask = async (): Promise<RemoteRefs> => {
    const listing = list();
    listing.catch(() => {});
    await checkName(root, branch);
    return listing;
  };

  const firstAnswer = (): Promise<RemoteRefs> =>
    (first ??= ask().catch((error: unknown) => {
      first = null;
      throw error;
    }));

  /** Fetches what the checkout does not have of the listed refs, and returns the branch's commit. */
  const fetchListed = async (now: RemoteRefs): Promise<string | null> => {
    const initial = seen === undefined;
    if (initial) head = now.head;
    const specs = new Map<string, string>();
    if (initial && head !== null) specs.set(head.commit, `+HEAD:${namespace}/head`);
    if (now.branch !== null) specs.set(now.branch, branchSpec);
    const missing = await missingCommits(root, [...specs.keys()]);
    // Only a shallow clone is fetched to a depth, as that would make a full one shallow; and only at
    // first, as later the commits in between are needed too.
    if (missing.length > 0) {
      const depth = initial && (await isShallow(root)) ? '--depth=1' : null;
      await fetch(
        [...missing].flatMap((commit) => specs.get(commit) ?? []),
        depth,
      );
    }
    // A ref may have moved between the listing and the fetch: then a newer commit was fetched.
    const moved = missing.length > 0 ? await missingCommits(root, missing) : [];
    if (head !== null && moved.includes(head.commit))
      head = { ...head, commit: await commitOf(root, `${namespace}/head`) };
    let commit = now.branch;
    if (commit !== null && moved.includes(commit)) commit = await commitOf(root, branchRef);
    if (typeof seen === 'string') {
      if (commit === null || !(await descends(seen, commit))) throw rewound(name, seen, commit);
    }
    seen = commit;
    return commit;
  };

  // One at a time: an answer from before a push that is read after it would look like a rewound branch.
  const inTurn = createQueue();
  return {
    ...remote,
    branch,
    refresh: () =>
      inTurn(async () => {
        const now = await (firstUsed ? list() : firstAnswer());
        firstUsed = true;
        return fetchListed(now);
      }),
    current: async () => (await list()).branch,
    pushed: (commit) =>
      inTurn(async () => {
        seen = commit;
        // This only spares the next run a download, so it may fail: another run may hold the ref.
        await tryGit(root, ['update-ref', branchRef, commit]);
      }),
    head: () =>
      inTurn(async () => {
        const now = await firstAnswer();
        if (seen !== undefined) return head;
        // A commit that the checkout has needs no fetch; the branch is fetched when somebody reads it.
        if (now.head === null || now.head.commit === localCommit) return now.head;
        await fetchListed(now);
        return head;
      }),
  };
}

async function checkName(root: string, branch: string): Promise<void> {
  if (plainName.test(branch)) return;
  const { code } = await tryGit(root, ['check-ref-format', `refs/heads/${branch}`]);
  if (code === 0) return;
  throw new Fault(
    'usage',
    'config-invalid',
    `Cannot use the ledger branch ${JSON.stringify(branch)}: it is not a name that git allows`,
    { remedy: 'Set `ledger.branch` to the name of a branch, such as stack-publish/ledger.' },
  );
}

/** A name that git surely allows. About any other git is asked, which takes some milliseconds. */
const plainName = /^[a-z][a-z-]*(?:\/[a-z][a-z-]*)*$/;

/** The commits that the checkout's object store does not have. */
async function missingCommits(root: string, commits: readonly string[]): Promise<string[]> {
  if (commits.length === 0) return [];
  const input = commits.map((commit) => `${commit}^{commit}\n`).join('');
  const answer = await runGit(root, ['cat-file', '--batch-check'], { input });
  const lines = answer.toString('latin1').split('\n');
  return commits.filter((_, at) => !/^[0-9a-f]+ commit \d+$/.test(lines[at] ?? ''));
}

function commitOf(root: string, ref: string): Promise<string> {
  return gitLine(root, ['rev-parse', '--verify', `${ref}^{commit}`]);
}

function unreachable(name: string, answer: GitResult): Fault<'ledger'> {
  return new Fault(
    'ledger',
    'ledger-unreadable',
    `Cannot read the ledger ${name}: git cannot reach the remote (${answer.stderr || `exit code ${answer.code}`})`,
    { remedy: 'Check that the checkout has this remote, and that the run may read it.' },
  );
}

function rewound(name: string, seen: string, found: string | null): Fault<'ledger'> {
  const now = found === null ? 'is gone' : `is at ${found}, which does not descend from that`;
  return new Fault(
    'ledger',
    'ledger-rewound',
    `Cannot write the ledger ${name}: this run saw the branch at ${seen}, and now it ${now}`,
    { remedy: `Find out who changed the branch, and set it back to ${seen} or a later commit.` },
  );
}
