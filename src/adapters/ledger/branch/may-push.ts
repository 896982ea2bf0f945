import { tryPush } from '../../git/remote.ts';
import type { LedgerRemote } from './ledger-remote.ts';

/**
 * Asks a remote whether HEAD could be pushed to the ledger's branch, and pushes nothing. Rules that
 * protect a branch are not looked at before a real push. Gives git's words where not; null: it could.
 */
export async function mayPush(remote: LedgerRemote): Promise<string | null> {
  const { code, stderr } = await tryPush(remote, remote.branch);
  return code === 0 ? null : stderr || `exit code ${code}`;
}
