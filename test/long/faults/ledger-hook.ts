// Loaded into the command's process before its own code. It stands before the one system call that
// puts a new ledger in place, so that the process can end, or the disk fail, exactly before or after it.
import { appendFileSync } from 'node:fs';
import files from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

export interface LedgerFault {
  /** The ledger's file. */
  readonly path: string;
  /** Which write of the process fails, from 1; 0: none, they are only counted. */
  readonly nth: number;
  readonly act: 'kill-before' | 'kill-after' | 'fail-before' | 'fail-after';
  /** A file that gets a line for each write that comes this far. */
  readonly seen: string;
}

const fault = JSON.parse(process.env['LEDGER_FAULT'] ?? 'null') as LedgerFault | null;
const rename = files.rename;
let count = 0;

function fail(code: string): never {
  throw Object.assign(new Error(`${code}: the disk failed`), { code });
}

async function die(): Promise<void> {
  process.kill(process.pid, 'SIGKILL');
  await new Promise(() => {});
}

if (fault) {
  files.rename = async (from, to) => {
    if (to !== fault.path) return rename(from, to);
    count += 1;
    if (fault.nth === 0 || fault.nth === count) appendFileSync(fault.seen, `${count}\n`);
    if (fault.nth !== count) return rename(from, to);
    if (fault.act === 'kill-before') await die();
    if (fault.act === 'fail-before') fail('ENOSPC');
    await rename(from, to);
    if (fault.act === 'kill-after') await die();
    fail('EIO');
  };
  syncBuiltinESMExports();
}
