// Loaded into the command's process before its own code. It stands before the one system call that
// puts a new ledger in place, so that the process can end, or the disk fail, exactly before or after it.
import { appendFileSync } from 'node:fs';
import files from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

export interface LedgerStrike {
  /** The ledger's file. */
  readonly path: string;
  /** Which write of the process is struck, from 1; 0: none, they are only counted. */
  readonly nth: number;
  readonly act: 'kill-before' | 'kill-after' | 'fail-before' | 'fail-after';
  /** A file that gets a line for each write that comes this far. */
  readonly seen: string;
}

const strike = JSON.parse(process.env['LEDGER_STRIKE'] ?? 'null') as LedgerStrike | null;
const rename = files.rename;
let count = 0;

function fail(code: string): never {
  throw Object.assign(new Error(`${code}: the disk failed`), { code });
}

async function die(): Promise<void> {
  process.kill(process.pid, 'SIGKILL');
  await new Promise(() => {});
}

if (strike) {
  files.rename = async (from, to) => {
    if (to !== strike.path) return rename(from, to);
    count += 1;
    if (strike.nth === 0 || strike.nth === count) appendFileSync(strike.seen, `${count}\n`);
    if (strike.nth !== count) return rename(from, to);
    if (strike.act === 'kill-before') await die();
    if (strike.act === 'fail-before') fail('ENOSPC');
    await rename(from, to);
    if (strike.act === 'kill-after') await die();
    fail('EIO');
  };
  syncBuiltinESMExports();
}
