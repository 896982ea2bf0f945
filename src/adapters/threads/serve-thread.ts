import { parentPort, workerData } from 'node:worker_threads';

/** Does in this thread, job by job, what it was started for (`node-threads.ts`). */
export function serveThread(begin: (context: never) => (job: never) => Promise<unknown>): void {
  const work = begin(workerData as never);
  let last: Promise<unknown> = Promise.resolve();
  parentPort?.on('message', (job) => {
    // One after the other. What goes wrong ends the thread, and whoever started it is told.
    last = last.then(async () => parentPort?.postMessage(await work(job as never)));
  });
}
