import { Fault } from '../../../model/error.ts';
import { runGit, tryGit, type GitResult } from '../../git/git.ts';
import { createQueue } from './in-turn.ts';
import { parentsOf } from './ledger-commit.ts';
import { fetchRefs, listRemote, type Remote, type RemoteRefs } from '../../git/remote.ts';

/** The remote's side of a ledger branch, with all that was learned of it. */
export interface LedgerRemote extends Remote {
  readonly branch: string;
  /**
   * Brings the branch here and returns its commit, or null where it does not exist; at first that is
   * what came with the answer on the head. Throws `ledger-unreadable`, and `ledger-rewound` where it
   * does not descend from what was seen before.
   */
  refresh(): Promise<string | null>;
  /** Asks where the branch is now, and brings nothing here. */
  current(): Promise<string | null>;
  /** Takes note of a commit that was just pushed. */
  pushed(commit: string): Promise<void>;
  /**
   * The commit of the remote's default branch, as it was when the remote was first asked; it is in the
   * checkout's object store, so that its files can be read. Null where the remote has none.
   */
  head(): Promise<RemoteRefs['head']>;
}

/** `here` is a commit that the checkout surely has, such as HEAD's, or null. */
export function ledgerRemote(remote: Remote, branch: string, here: string | null): LedgerRemote {
  const { root } = remote;
  const name = `${branch} of ${remote.name}`;
  // Encoded, as a branch `a` and another `a/b` cannot both have a ref.
  const room = `refs/stack-publish/${encodeURIComponent(remote.name)}`;
  const branchRef = `${room}/ledger/${encodeURIComponent(branch)}`;
  const branchSpec = `+refs/heads/${branch}:${branchRef}`;
  /** Where the branch was when it was last seen; undefined: not seen yet. */
  let seen: string | null | undefined;
  let head: RemoteRefs['head'] = null;
  /** The remote's first answer tells of the head and of the branch; of the branch it is used once. */
  let first: Promise<RemoteRefs> | null = null;
  let used = false;

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
    // Not `merge-base`: in a shallow clone it does not see the parents that are here all the same.
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

  const firstAnswer = async (): Promise<RemoteRefs> => {
    try {
      return await (first ??= ask());
    } catch (error) {
      first = null;
      throw error;
    }
  };

  const bring = async (now: RemoteRefs): Promise<string | null> => {
    const initial = seen === undefined;
    if (initial) head = now.head;
    const specs = new Map<string, string>();
    if (initial && head !== null) specs.set(head.commit, `+HEAD:${room}/head`);
    if (now.branch !== null) specs.set(now.branch, branchSpec);
    const missing = await missingCommits(root, [...specs.keys()]);
    // A depth would make a full clone shallow, so only shallow ones get one; and only at first, as
    // later the commits between are needed too.
    if (missing.length > 0) {
      const depth = initial && (await isShallow(root)) ? '--depth=1' : null;
      await fetch(
        [...missing].flatMap((commit) => specs.get(commit) ?? []),
        depth,
      );
    }
    // What is missing still has moved on between the question and the fetch.
    const moved = missing.length > 0 ? await missingCommits(root, missing) : [];
    if (head !== null && moved.includes(head.commit))
      head = { ...head, commit: await resolve(root, `${room}/head`) };
    let commit = now.branch;
    if (commit !== null && moved.includes(commit)) commit = await resolve(root, branchRef);
    if (typeof seen === 'string') {
      if (commit === null || !(await descends(seen, commit))) throw rewound(name, seen, commit);
    }
    seen = commit;
    return commit;
  };

  // One at a time: what was asked before a push and is looked at after it would seem set back.
  const inTurn = createQueue();
  return {
    ...remote,
    branch,
    refresh: () =>
      inTurn(async () => {
        const now = await (used ? list() : firstAnswer());
        used = true;
        return bring(now);
      }),
    current: async () => (await list()).branch,
    pushed: (commit) =>
      inTurn(async () => {
        seen = commit;
        // Only spares the next run a download; another run may hold the ref right now.
        await tryGit(root, ['update-ref', branchRef, commit]);
      }),
    head: () =>
      inTurn(async () => {
        const now = await firstAnswer();
        if (seen !== undefined) return head;
        // What is here already needs no fetch; the branch can wait until somebody reads it.
        if (now.head === null || now.head.commit === here) return now.head;
        await bring(now);
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

/** Surely allowed: of all others git is asked, which takes some milliseconds. */
const plainName = /^[a-z][a-z-]*(?:\/[a-z][a-z-]*)*$/;

/** Those of the commits that the checkout's object store does not have. */
async function missingCommits(root: string, commits: readonly string[]): Promise<string[]> {
  if (commits.length === 0) return [];
  const input = commits.map((commit) => `${commit}^{commit}\n`).join('');
  const answer = await runGit(root, ['cat-file', '--batch-check'], { input });
  const lines = answer.toString('latin1').split('\n');
  return commits.filter((_, at) => !/^[0-9a-f]+ commit \d+$/.test(lines[at] ?? ''));
}

async function isShallow(root: string): Promise<boolean> {
  const answer = await runGit(root, ['rev-parse', '--is-shallow-repository']);
  return answer.toString('latin1').trim() === 'true';
}

async function resolve(root: string, ref: string): Promise<string> {
  const answer = await runGit(root, ['rev-parse', '--verify', `${ref}^{commit}`]);
  return answer.toString('latin1').trim();
}

function unreachable(name: string, answer: GitResult): Fault<'ledger'> {
  return new Fault(
    'ledger',
    'ledger-unreadable',
    `Cannot read the ledger ${name}: git could not reach it (${answer.stderr || `exit code ${answer.code}`})`,
    { remedy: 'Check that the checkout has this remote, and that the run may read it.' },
  );
}

function rewound(name: string, seen: string, found: string | null): Fault<'ledger'> {
  const now = found === null ? 'it is gone' : `it is at ${found}, which does not descend from it`;
  return new Fault(
    'ledger',
    'ledger-rewound',
    `Cannot write the ledger ${name}: this run saw it at ${seen}, and now ${now}`,
    { remedy: `Find out who changed the branch, and set it back to ${seen} or a later commit.` },
  );
}
