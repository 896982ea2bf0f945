import { parentPort, workerData } from 'node:worker_threads';

/** Does in this thread, job by job, what it was started for (`node-threads.ts`). */
export function serveThread(begin: (context: never) => (job: never) => Promise<unknown>): void {
  const work = begin(workerData as never);
  parentPort?.on('message', (job) => {
    // What goes wrong ends the thread, and whoever started it is told.
    void work(job as never).then((result) => parentPort?.postMessage(result));
  });
}
