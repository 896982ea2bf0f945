import type { PlannedStep } from '../planning/planned-change.ts';
import type { Site } from '../ports/site.ts';

/** Some sites let an account write one Article in so many milliseconds. */
export interface ArticlePace {
  /** So many Articles a chunk may hold: all have to be sent in time. */
  readonly mostInChunk: number;
  /** How long writing so many takes at least, in milliseconds. */
  readonly lasts: (articles: number) => number;
}

/** The pace of a site; null where it takes Articles as it takes all else. `withinMs` is the time of a chunk. */
export function articlePace(
  { quirks }: Pick<Site, 'quirks'>,
  withinMs: number,
): ArticlePace | null {
  const interval = quirks?.articleIntervalMs ?? 0;
  if (interval <= 0) return null;
  return {
    // The first one may have to wait for what the chunk before wrote, and each takes its time.
    mostInChunk: Math.max(1, Math.floor(withinMs / interval) - 1),
    lasts: (articles) => (articles - 1) * interval,
  };
}

/** Whether a step writes an Article. */
export function writesArticle({ kind, step }: Pick<PlannedStep, 'kind' | 'step'>): boolean {
  return kind === 'article' && step.action !== 'adopt';
}

/** Takes the next chunk off a queue, in its order: at most so many steps, and so many Articles. */
export function takeChunk(
  queue: PlannedStep[],
  most: number,
  mostArticles: number,
): readonly PlannedStep[] {
  const chunk: PlannedStep[] = [];
  let articles = 0;
  for (let place = 0; place < queue.length && chunk.length < most;) {
    const step = queue[place];
    if (step === undefined) break;
    const isArticle = writesArticle(step);
    if (isArticle && articles >= mostArticles) {
      place += 1;
      continue;
    }
    if (isArticle) articles += 1;
    chunk.push(step);
    queue.splice(place, 1);
  }
  return chunk;
}
