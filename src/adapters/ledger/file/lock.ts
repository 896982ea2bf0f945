import { randomUUID } from 'node:crypto';
import { link, readFile, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { Fault } from '../../../model/error.ts';
import type { Run } from '../../../model/ledger.ts';
import { errnoOf } from '../../errno-of.ts';
import { isObject } from '../../../model/is-object.ts';
import { currentRun, isRunning } from '../run.ts';

/** A lock is held for milliseconds. One this old, whose holder nobody here can see, is abandoned. */
const abandonedAfterMs = { otherHost: 30_000, illegible: 2000 };

interface Lock {
  /** Throws `ledger-busy` where somebody took the lock away from us. */
  confirm(): Promise<void>;
  release(): Promise<void>;
}

type Holder = Pick<Run, 'host' | 'pid' | 'started'>;

/**
 * Takes the lock at `path`, waiting up to `patienceMs` for a live holder. The lock of a
 * dead process on this host is taken over at once. Throws `ledger-busy`, and the file system's errors.
 */
export function takeLock(path: string, patienceMs: number): Promise<Lock> {
  return take(path, Date.now() + patienceMs, 0);
}

async function take(path: string, deadline: number, depth: number): Promise<Lock> {
  const { host, pid, started } = currentRun();
  const content = JSON.stringify({ host, pid, started, nonce: randomUUID() });
  const own = `${path}.${randomUUID()}.tmp`;
  await writeFile(own, content, { flag: 'wx' });
  try {
    for (;;) {
      if (await create(own, path, content)) break;
      const seen = await readFile(path, 'utf8').catch(absent);
      if (seen === null) continue;
      if (await isDead(seen, path, own)) {
        if (await takeOver(path, seen, own, deadline, depth)) break;
      } else if (Date.now() >= deadline) {
        throw busy(path, seen);
      } else {
        await sleep(2 + Math.random() * 20);
      }
    }
  } finally {
    await unlink(own).catch(absent);
  }
  const isOurs = async () => (await readFile(path, 'utf8').catch(absent)) === content;
  return {
    async confirm() {
      if (!(await isOurs())) throw busy(path, content);
    },
    async release() {
      if (await isOurs()) await unlink(path).catch(absent);
    },
  };
}

/** Creates the lock with its content in one step, so that nobody ever sees it empty. */
async function create(own: string, path: string, content: string): Promise<boolean> {
  try {
    await link(own, path).catch((error: unknown) => {
      if (!/^(?:EPERM|ENOTSUP|EOPNOTSUPP|ENOSYS|EMLINK)$/.test(errnoOf(error))) throw error;
      // A file system without hard links.
      return writeFile(path, content, { flag: 'wx' });
    });
    return true;
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false;
    throw error;
  }
}

async function isDead(seen: string, path: string, own: string): Promise<boolean> {
  const holder = parseHolder(seen);
  const running = holder === null ? null : isRunning(holder);
  if (running !== null) return !running;
  const limitMs = holder === null ? abandonedAfterMs.illegible : abandonedAfterMs.otherHost;
  // Written anew for its time, as the file system's clock need not be ours.
  await writeFile(own, await readFile(own));
  const [lock, mine] = await Promise.all([stat(path).catch(absent), stat(own).catch(absent)]);
  if (lock === null || mine === null) return false;
  return mine.mtimeMs - lock.mtimeMs > limitMs;
}

/**
 * Replaces a dead process's lock by ours. Whoever does so holds a second lock meanwhile and looks
 * again under it: else one contender could throw away the lock that another has just won.
 */
async function takeOver(
  path: string,
  dead: string,
  own: string,
  deadline: number,
  depth: number,
): Promise<boolean> {
  // A process died while it took over, again and again: more than chance.
  if (depth > 4) throw busy(path, dead);
  const second = await take(`${path}.takeover`, deadline, depth + 1);
  try {
    if ((await readFile(path, 'utf8').catch(absent)) !== dead) return false;
    await rename(own, path);
    return true;
  } finally {
    await second.release();
  }
}

function parseHolder(content: string): Holder | null {
  try {
    const value: unknown = JSON.parse(content);
    if (!isObject(value)) return null;
    const { host, pid, started } = value;
    if (typeof host !== 'string' || typeof pid !== 'number') return null;
    return { host, pid, started: typeof started === 'string' ? started : '' };
  } catch {
    return null;
  }
}

function busy(path: string, seen: string): Fault<'ledger'> {
  const holder = parseHolder(seen);
  const where = holder?.host === currentRun().host ? 'here' : 'on another host';
  const who = holder === null ? 'somebody' : `process ${holder.pid} ${where}`;
  return new Fault('ledger', 'ledger-busy', `Cannot write the ledger: ${who} holds ${path}`, {
    remedy: 'Run the command again when the other run has ended.',
  });
}

function absent(error: unknown): null {
  if (errnoOf(error) === 'ENOENT') return null;
  throw error;
}
