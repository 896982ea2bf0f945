import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Threads } from '../../ports/threads.ts';

/** Each has a heap of its own, of some 100 MB. */
const most = 3;

/**
 * Threads that run a module, which serves them (`serve-thread.ts`). They get no variables, and so no
 * secrets.
 */
export function nodeThreads<Context, Job, Result>(module: URL): Threads<Context, Job, Result> {
  return {
    most: Math.min(availableParallelism() - 1, most),
    open(context) {
      const worker = new Worker(module, { workerData: context, env: {}, execArgv: [] });
      const gone = new AbortController();
      worker.on('error', (error) => gone.abort(error));
      worker.on('exit', () => gone.abort());
      return {
        async do(job) {
          const answer = once(worker, 'message', { signal: gone.signal });
          worker.postMessage(job);
          const [result] = (await answer) as [Result];
          return result;
        },
        async [Symbol.asyncDispose]() {
          await worker.terminate();
        },
      };
    },
  };
}
