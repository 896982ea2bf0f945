import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Fault } from '../../../model/error.ts';
import { emptyLedger, type LedgerChange, type LedgerIndex } from '../../../model/ledger.ts';
import { memoize } from '../../../model/memoize.ts';
import { docsAddress } from '../../../model/version.ts';
import type { LedgerSnapshot, LedgerStore } from '../../../ports/ledger-store.ts';
import { entryFiles, entryPath, entryReaders } from '../entry-files.ts';
import { decodeIndex, indexPieces } from '../ledger-format.ts';
import { parseLedgerJson } from '../parse-ledger-json.ts';
import { unreadable } from '../unreadable.ts';
import { tryGit, type GitResult } from '../../git/git.ts';
import { listEntries, makeCommit, type Content, type Entries } from './ledger-commit.ts';
import { createQueue } from './create-queue.ts';
import type { LedgerRemote } from './ledger-remote.ts';
import { pushCommit } from '../../git/remote.ts';

interface BranchState extends LedgerSnapshot {
  /** Null while the branch does not exist. */
  readonly commit: string | null;
  /** Listed when somebody needs them: a plan that finds nothing to do does not. */
  entries(): Promise<Entries>;
}

/**
 * Keeps the ledger in an orphan branch of a remote. The work tree, the index, HEAD and the user's
 * own refs are never touched. Throws `ledger-rewound` from the moment on when the branch does not
 * hold any more what was seen of it. `attempts` is how often it tries again where other
 * runs write at the same time.
 */
export function branchLedger(remote: LedgerRemote, attempts = 20): LedgerStore {
  const { root, branch } = remote;
  const name = `${branch} of ${remote.name}`;
  let last: BranchState | null = null;

  const read = async (): Promise<BranchState> => {
    const commit = await remote.refresh();
    if (last === null || last.commit !== commit) last = await stateAt(root, commit, name);
    return last;
  };

  const update: LedgerStore['update'] = async (change) => {
    // What was read last may be old: then the lease fails, and nothing but time is lost.
    let before = last ?? (await read());
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const next = change(before.index);
      const commit = next === null ? null : await commitOf(root, next, before);
      if (commit === null) {
        // There is no lease to tell whether the state, which asks for no write, still holds.
        const now = await read();
        if (now.commit === before.commit) return now;
        before = now;
        continue;
      }
      const answer = await pushCommit(remote, branch, commit, before.commit);
      if (answer.code === 0 || (await outcome(remote, before, commit, answer, name)) === 'done') {
        last = stateOf(root, commit, name, next?.index ?? before.index);
        await remote.pushed(commit);
        return last;
      }
      await sleep(Math.random() * Math.min(2000, 30 * 2 ** attempt));
      before = await read();
    }
    throw new Fault(
      'ledger',
      'ledger-busy',
      `Cannot write the ledger ${name}: other runs were faster ${attempts} times`,
      { remedy: 'Run the command again when the other runs have ended.' },
    );
  };

  // One at a time: a read that overtakes a write would look like a branch that was set back.
  const inTurn = createQueue();
  return {
    name,
    read: () => inTurn(read),
    update: (change) => inTurn(() => update(change)),
  };
}

async function commitOf(
  root: string,
  change: LedgerChange,
  before: BranchState,
): Promise<string | null> {
  const { named, added } = entryFiles(change);
  const paths = [...(await before.entries()).keys()];
  const files = new Map<string, Content>([
    ['index.json', () => indexPieces(change.index)],
    ...added,
  ]);
  if (!paths.includes('README.md')) files.set('README.md', readme);
  return makeCommit(root, {
    files,
    removed: paths.filter((path) => ours.test(path) && !named.has(path)),
    parent: before.commit,
    // The id tells two runs apart that write the same within a second: with equal commits, each
    // would take the other's push for its own.
    message: `Update the ledger\n\n[skip ci]\nWrite: ${randomUUID()}\n`,
  });
}

const ours = /^(?:texts|plans)\/[0-9a-f]{64}\.json$/;

/** Decides what a failed push means by looking at the remote. Throws `ledger-not-writable`. */
async function outcome(
  remote: LedgerRemote,
  before: BranchState,
  commit: string,
  answer: GitResult,
  name: string,
): Promise<'done' | 'again'> {
  const now = await remote.current().catch(() => undefined);
  // The answer was lost after the write.
  if (now === commit) return 'done';
  if (now !== undefined && now !== before.commit) return 'again';
  // "!\t<from>:<to>\t[remote rejected] (<reason>)"
  const reason = /^!\t[^\t]*\t(.*)$/m.exec(answer.stdout.toString('utf8'))?.[1] ?? '';
  const words = [reason, answer.stderr].filter((each) => each !== '').join('; ');
  if (now !== undefined && passing.test(words) && !nameTaken.test(words)) return 'again';
  throw new Fault(
    'ledger',
    'ledger-not-writable',
    `Cannot write the ledger ${name}: git push was refused (${words || `exit code ${answer.code}`})`,
    { remedy: 'Let the run push to this branch: `contents: write`, and no rule that protects it.' },
  );
}

/** Words of a push that lost a race, or whose connection broke, and that may be tried again. */
const passing =
  /\[rejected\]|stale info|cannot lock ref|failed to (?:update|lock) ref|incorrect old value|reference already exists|RPC failed|unexpected disconnect|hung up|early EOF|timed out|HTTP 5\d\d|error: 5\d\d|died of signal/i;

/** A branch `a` leaves no room for a branch `a/b`, however often one tries. */
const nameTaken = /exists; cannot create/;

async function stateAt(root: string, commit: string | null, name: string): Promise<BranchState> {
  if (commit === null) return stateOf(root, null, name, emptyLedger);
  const index = `${commit}:index.json`;
  const { code, stdout, stderr } = await tryGit(root, ['cat-file', 'blob', index]);
  if (code === 0) return stateOf(root, commit, name, decodeIndex(stdout, `${name}: index.json`));
  if ((await listEntries(root, commit)).has('index.json'))
    throw unreadable(`${name}: index.json`, stderr);
  throw unreadable(name, 'the branch has no index.json, so it is not a ledger');
}

function stateOf(
  root: string,
  commit: string | null,
  name: string,
  index: LedgerIndex,
): BranchState {
  const entries = memoize(async (): Promise<Entries> =>
    commit === null ? new Map() : listEntries(root, commit),
  );
  return {
    commit,
    index,
    entries,
    ...entryReaders(async (folder, digest) => {
      const path = entryPath(folder, digest);
      const id = (await entries()).get(path);
      if (id === undefined) return null;
      const where = `${name}: ${path}`;
      const { code, stdout, stderr } = await tryGit(root, ['cat-file', 'blob', id]);
      if (code !== 0) throw unreadable(where, stderr);
      return { entry: parseLedgerJson(stdout, where), name: where };
    }),
  };
}

const readme = `# The ledger of stack-publish

This branch records what stack-publish has published from this repository to Stack Internal: which
source became which post, and the text that was last sent. Every plan and every publishing run reads
it, and publishing runs add to it.

- \`index.json\` has one record a line, sorted by source.
- \`texts/\` holds the composed texts, each named by its SHA-256 digest.
- \`plans/\` holds the plans that wait for an approval.

Do not edit, rebase or delete it: without it, a run cannot tell which posts are its own. It shares no
history with the other branches, and is never merged into one. What stands in it is described at
${docsAddress}/architecture.md#the-ledger
`;
