import { extname } from 'node:path';
import { nodeThreads } from '../adapters/threads/node-threads.ts';
import type { AssessThreads } from '../commands/assess-all.ts';

/** The threads that a run may have to look at drafts: `.ts` among the sources, `.js` in the bundle. */
export const assessThreads: AssessThreads = nodeThreads(
  new URL(`./assess-thread${extname(import.meta.url)}`, import.meta.url),
);
