import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { memoize } from '../../model/memoize.ts';
import type { Run } from '../../model/ledger.ts';
import { errnoOf } from '../errno-of.ts';

/** This process, as the ledger and its lock name it. */
export const currentRun: () => Run = memoize(() => ({
  id: randomUUID(),
  host: hostId(),
  pid: process.pid,
  started: processState(process.pid)?.started ?? '',
}));

/** Tells whether a run still goes on; null: it was on another host, and nobody here can tell. */
export function isRunning(run: Pick<Run, 'host' | 'pid' | 'started'>): boolean | null {
  if (run.host !== currentRun().host) return null;
  // A pid of 0 or below would name whole groups of processes.
  if (!Number.isSafeInteger(run.pid) || run.pid < 1) return false;
  try {
    process.kill(run.pid, 0);
  } catch (error) {
    // EPERM: it runs, as another user.
    if (errnoOf(error) !== 'EPERM') return false;
  }
  const found = processState(run.pid);
  if (found === null) return true;
  if (found.ended) return false;
  return run.started === '' || run.started === found.started;
}

/**
 * Names the host, and on Linux its space of process ids: containers may share a name and not their
 * processes. A digest, as a ledger may be public and the names of machines are nobody's business.
 */
function hostId(): string {
  let space = '';
  try {
    space = readlinkSync('/proc/self/ns/pid');
  } catch {
    // Not Linux.
  }
  return createHash('sha256').update(`${hostname()}\n${space}`).digest('hex').slice(0, 16);
}

/** Start time of a process in ticks since a boot, which is named too; null where there is no /proc. */
function processState(pid: number): { started: string; ended: boolean } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The program's name in parentheses may hold anything, so count the fields from its end.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
    // A zombie has a pid and does nothing any more.
    return { started: `${boot}/${fields[19]}`, ended: /^[ZX]/.test(fields[0] ?? '') };
  } catch {
    return null;
  }
}
