import type { Draft } from '../model/draft.ts';
import { Fault } from '../model/error.ts';
import type { Log } from '../ports/log.ts';
import type { Threads } from '../ports/threads.ts';
import { assessor, type AssessedDraft, type Assessing } from './assess.ts';

/** Threads that look at drafts. */
export type AssessThreads = Threads<Assessing, readonly Draft[], readonly AssessedDraft[]>;

/** In characters. Less is done before a thread has begun. */
const worthThreads = 1_000_000;
/** In characters: about a tenth of a second, so that all threads end at about the same time. */
const share = 100_000;

/**
 * Looks at all drafts, each by itself; where they are many, on all processors. Returns what tells of
 * each what came of it.
 */
export async function assessAll(
  drafts: readonly Draft[],
  context: Assessing,
  {
    threads,
    progress,
  }: { readonly threads?: AssessThreads | null; readonly progress?: Log['progress'] },
): Promise<(draft: Draft) => AssessedDraft> {
  const assessed = new Map<Draft, AssessedDraft>();
  const open = sharesOf(drafts);
  const take = async (assess: ReturnType<typeof assessor>, some: readonly Draft[]) => {
    const results = await assess(some);
    for (const [index, result] of results.entries()) {
      const draft = some[index];
      if (draft) assessed.set(draft, result);
    }
    progress?.({ label: 'checking the sources', done: assessed.size, total: drafts.length });
  };
  const here = assessor(context);
  const workHere = async () => {
    for (let next = open.shift(); next !== undefined; next = open.shift()) {
      await take(here, next);
      // What the threads have done is heard of only where nothing else is done.
      await new Promise<void>((resolve) => void setImmediate(resolve));
    }
  };
  const workThere = async (thread: ReturnType<AssessThreads['open']>) => {
    for (let next = open.shift(); next !== undefined; next = open.shift()) {
      try {
        await take((some) => thread.do(some), next);
      } catch {
        // Whatever it was is seen again here, where it can be told.
        open.push(next);
        return;
      }
    }
  };
  const isMuch = drafts.reduce((sum, draft) => sum + lengthOf(draft), 0) >= worthThreads;
  await using opened = new AsyncDisposableStack();
  const beside =
    isMuch && threads
      ? Array.from({ length: threads.most }, () => opened.use(threads.open(context)))
      : [];
  // The next share is there when a thread has done one, as this thread may be at work then.
  await Promise.all([workHere(), ...[...beside, ...beside].map(workThere)]);
  await workHere();
  return (draft) => {
    const found = assessed.get(draft);
    if (found) return found;
    throw new Fault('internal', 'internal', `Nobody looked at ${draft.key}.`, {
      remedy: 'Report this as a bug.',
      place: draft.place,
    });
  };
}

/** The drafts in parts, in their order. */
function sharesOf(drafts: readonly Draft[]): Draft[][] {
  const shares: Draft[][] = [];
  let left = 0;
  for (const draft of drafts) {
    if (left <= 0) {
      shares.push([]);
      left = share;
    }
    shares.at(-1)?.push(draft);
    left -= lengthOf(draft);
  }
  return shares;
}

function lengthOf({ body, answer }: Draft): number {
  return body.length + (answer?.length ?? 0);
}
