import { tryGit } from '../../git/git.ts';
import type { LedgerRemote } from './ledger-remote.ts';

const timeoutMs = 60_000;

/**
 * Asks a remote whether HEAD could be pushed to a branch, and pushes nothing. Rules that protect a
 * branch are not looked at before a real push. Gives git's words where not; null: it could.
 */
export async function mayPush({ root, name, branch, env }: LedgerRemote): Promise<string | null> {
  const to = `+HEAD:refs/heads/${branch}`;
  const args = ['push', '--dry-run', '--quiet', '--no-verify', '--no-follow-tags', '--no-signed'];
  const signal = AbortSignal.timeout(timeoutMs);
  const { code, stderr } = await tryGit(root, [...args, '--', name, to], { env, signal });
  return code === 0 ? null : stderr || `exit code ${code}`;
}
