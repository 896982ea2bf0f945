import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { takeLock } from '../../../../src/adapters/ledger/file/lock.ts';
import { currentRun } from '../../../../src/adapters/ledger/run.ts';
import { temporaryFolder } from '../../../kit/temporary-folder.ts';
import { holder } from './processes.ts';

const newPath = () => join(temporaryFolder(), 'ledger.json.lock');
const dead = () => ({ ...currentRun(), started: 'long/ago', nonce: 'x' });

function plant(path: string, content: string, age = 0): void {
  writeFileSync(path, content);
  const at = new Date(Date.now() - age);
  utimesSync(path, at, at);
}

describe('takeLock', () => {
  test('is held until it is released, and leaves nothing behind', async () => {
    const path = newPath();
    const first = await takeLock(path, 0);
    await expect(takeLock(path, 0)).rejects.toMatchObject({
      code: 'ledger-busy',
      message: expect.stringContaining(String(process.pid)),
    });
    await first.release();
    const second = await takeLock(path, 0);
    await second.confirm();
    await second.release();
    expect(readdirSync(dirname(path))).toEqual([]);
  });

  test('a waiter gets it when the holder is done', async () => {
    const path = newPath();
    const first = await takeLock(path, 0);
    const second = takeLock(path, 5000);
    await sleep(20);
    await first.release();
    await (await second).release();
  });

  test('a live process keeps it', async () => {
    const path = newPath();
    const child = await holder(path, false);
    await expect(takeLock(path, 50)).rejects.toMatchObject({
      code: 'ledger-busy',
      message: expect.stringContaining(String(child.pid)),
    });
  });

  test('the lock of a killed process is taken over at once', async () => {
    const path = newPath();
    await holder(path, true);
    expect(existsSync(path)).toBe(true);
    // No patience at all: it must not even wait once.
    const lock = await takeLock(path, 0);
    await lock.confirm();
    await lock.release();
    expect(readdirSync(dirname(path))).toEqual([]);
  });

  test('a process that died while it took over is no obstacle either', async () => {
    const path = newPath();
    for (const name of [path, `${path}.takeover`, `${path}.takeover.takeover`]) {
      plant(name, JSON.stringify(dead()));
    }
    await (await takeLock(path, 0)).release();
    expect(readdirSync(dirname(path))).toEqual([]);
  });

  test('of many contenders for a dead lock only one at a time wins', async () => {
    for (let round = 0; round < 20; round += 1) {
      const path = newPath();
      plant(path, JSON.stringify(dead()));
      let inside = 0;
      const contend = async () => {
        const lock = await takeLock(path, 10_000);
        inside += 1;
        expect(inside).toBe(1);
        await lock.confirm();
        await sleep(1);
        inside -= 1;
        await lock.release();
      };
      await Promise.all(Array.from({ length: 6 }, contend));
      expect(readdirSync(dirname(path))).toEqual([]);
    }
  });

  test.each([
    ['another host, fresh', { ...dead(), host: 'another' }, 1000, false],
    ['another host, old', { ...dead(), host: 'another' }, 60_000, true],
    ['nothing legible, fresh', '', 0, false],
    ['nothing legible, old', '', 5000, true],
    ['odd members, old', { host: 1, pid: 'x' }, 5000, true],
  ])('%s', async (_, content, age, free) => {
    const path = newPath();
    plant(path, typeof content === 'string' ? content : JSON.stringify(content), age);
    const lock = takeLock(path, 30);
    if (free) await (await lock).release();
    else await expect(lock).rejects.toMatchObject({ code: 'ledger-busy' });
  });

  test('who lost the lock learns it, and leaves it to its new holder', async () => {
    const path = newPath();
    const lock = await takeLock(path, 0);
    writeFileSync(path, 'another');
    await expect(lock.confirm()).rejects.toMatchObject({ code: 'ledger-busy' });
    await lock.release();
    expect(readFileSync(path, 'utf8')).toBe('another');
  });
});
