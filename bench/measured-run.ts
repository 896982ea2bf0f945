import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface RunOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface MeasuredRun {
  readonly stdout: string;
  /** When the process was started, in milliseconds since 1970. */
  readonly started: number;
  /** From there to its end, in milliseconds. */
  readonly wall: number;
}

export interface Probed extends MeasuredRun {
  /** The largest resident memory, in bytes. */
  readonly peak: number;
  /** The processor time of the process, in milliseconds. */
  readonly cpu: number;
  /** Bytes of source text by the path of the module. */
  readonly loaded: ReadonlyMap<string, number>;
}

/** Runs a program that has to succeed, in a bare environment, and takes its time. */
export function measuredRun(
  command: string,
  args: readonly string[],
  { cwd, env = {} }: RunOptions,
): Promise<MeasuredRun> {
  const { promise, resolve, reject } = Promise.withResolvers<MeasuredRun>();
  const began = performance.now();
  const started = performance.timeOrigin + began;
  const child = spawn(command, args, {
    cwd,
    env: { PATH: process.env['PATH'], HOME: cwd, LANG: 'C.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.once('error', reject);
  child.once('close', (code) => {
    const wall = performance.now() - began;
    if (code === 0) resolve({ stdout, started, wall });
    else
      reject(
        new Error(`${command} ${args.join(' ')} ended with ${String(code)}:\n${stdout}\n${stderr}`),
      );
  });
  return promise;
}

/** Runs node with a probe that notes what the process loads, its peak memory and processor time. */
export async function probedRun(args: readonly string[], options: RunOptions): Promise<Probed> {
  const probe = pathToFileURL(join(import.meta.dirname, 'probe.mjs')).href;
  const file = join(options.cwd, '.git', `probe-${process.pid}.json`);
  const env = { ...options.env, STACK_PUBLISH_PROBE: file };
  const run = await measuredRun(process.execPath, ['--import', probe, ...args], {
    ...options,
    env,
  });
  const { peak, cpu, loaded } = JSON.parse(await readFile(file, 'utf8')) as {
    peak: number;
    cpu: NodeJS.CpuUsage;
    loaded: Record<string, number>;
  };
  await rm(file);
  const byPath = Object.entries(loaded).map(
    ([url, bytes]) => [decodeURIComponent(new URL(url).pathname), bytes] as const,
  );
  return {
    ...run,
    peak: peak * 1024,
    cpu: (cpu.user + cpu.system) / 1000,
    loaded: new Map(byPath),
  };
}
