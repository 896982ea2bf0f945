import { serveThread } from '../adapters/threads/serve-thread.ts';
import { assessor } from '../commands/assess.ts';

// What a thread of `assessThreads` runs: an entry of the bundle.
serveThread(assessor);
