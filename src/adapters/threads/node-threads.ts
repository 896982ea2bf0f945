import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
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
      // Where each processor has a thread of its own, help in collecting garbage only makes them wait.
      setFlagsFromString('--no-parallel-scavenge');
      const worker = new Worker(module, { workerData: context, env: {}, execArgv: [] });
      /** Of the jobs that it has, in their order: that of its answers. */
      const open: PromiseWithResolvers<Result>[] = [];
      let failed: { readonly error: unknown } | null = null;
      const fail = (error: unknown) => {
        failed ??= { error };
        for (const job of open.splice(0)) job.reject(error);
      };
      worker.on('message', (result: Result) => open.shift()?.resolve(result));
      worker.on('error', fail);
      worker.on('exit', () => fail(new Error('the thread ended')));
      return {
        async do(job) {
          if (failed) throw failed.error;
          const answer = Promise.withResolvers<Result>();
          open.push(answer);
          worker.postMessage(job);
          return answer.promise;
        },
        async [Symbol.asyncDispose]() {
          await worker.terminate();
        },
      };
    },
  };
}
