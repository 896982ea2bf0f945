import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { hostname } from 'node:os';
import { expect, test } from 'vitest';
import { currentRun, isRunning } from '../../../src/adapters/ledger/run.ts';

test('this run is running, and is named once', () => {
  expect(isRunning(currentRun())).toBe(true);
  expect(currentRun()).toEqual(currentRun());
  expect(currentRun().pid).toBe(process.pid);
});

test('a run tells no name of its host', () => {
  expect(JSON.stringify(currentRun())).not.toContain(hostname());
});

test('a later process with the same pid is another run', () => {
  expect(isRunning({ ...currentRun(), started: 'long/ago' })).toBe(false);
  expect(isRunning({ ...currentRun(), started: '' })).toBe(true);
});

test('a run of another host cannot be told', () => {
  expect(isRunning({ ...currentRun(), host: 'another' })).toBe(null);
});

test.each([0, -1, 1.5, Number.NaN, 2 ** 40])('pid %d is no process', (pid) => {
  expect(isRunning({ ...currentRun(), pid, started: '' })).toBe(false);
});

test('an ended process does not run', async () => {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  expect(isRunning({ ...currentRun(), pid: child.pid ?? 0, started: '' })).toBe(false);
});

test.runIf(process.platform === 'linux')('a zombie does not run', async () => {
  // The shell becomes a program that never asks how its child ended.
  const shell = spawn('sh', ['-c', 'sleep 0.05 & echo $!; exec sleep 30']);
  try {
    const [line] = (await once(shell.stdout, 'data')) as [Buffer];
    const run = { ...currentRun(), pid: Number(line.toString()), started: '' };
    await expect.poll(() => isRunning(run), { timeout: 5000 }).toBe(false);
    expect(() => process.kill(run.pid, 0)).not.toThrow();
  } finally {
    shell.kill('SIGKILL');
  }
});
