import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const script = fileURLToPath(new URL('writer.ts', import.meta.url));

/** Starts a process of its own that writes. */
export function writer(...args: string[]): ChildProcess {
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

export async function ended(child: ChildProcess): Promise<number | null> {
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

/** Starts a process that holds the lock, and kills it where asked to. */
export async function holder(lock: string, killed: boolean): Promise<ChildProcess> {
  const child = writer(lock, 'hold');
  if (child.stdout !== null) await once(child.stdout, 'data');
  if (killed) {
    child.kill('SIGKILL');
    await ended(child);
  }
  return child;
}
