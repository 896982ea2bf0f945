import { linksOf } from '../planning/known-addresses.ts';
import type { PlannedStep } from '../planning/planned-change.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Site } from '../ports/site.ts';
import type { WriteResult } from './write-result.ts';

/** Some sites let an account write one Article in so many milliseconds. */
export interface ArticlePace {
  /** How long the site wants between two of them, in milliseconds. */
  readonly interval: number;
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
    interval,
    // The first one may have to wait for what the chunk before wrote, and each takes its time.
    mostInChunk: Math.max(1, Math.floor(withinMs / interval) - 1),
    lasts: (articles) => (articles - 1) * interval,
  };
}

/**
 * Carries out one step after the other, each once the site takes an Article again. The wait comes before
 * the last look at a post: after it, a change would overwrite what people do meanwhile. `carry` returns
 * what became of a step; null where it was not tried.
 */
export function articleTurns(
  pace: Pick<ArticlePace, 'interval'> | null,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
) {
  let next = -Infinity;
  return {
    async take(carry: () => Promise<WriteResult | null>): Promise<void> {
      const wait = next - clock.now();
      if (wait > 1000)
        log.info(
          `Articles are written one by one, as the server takes few a minute; waiting ${(wait / 1000).toFixed(1)} s`,
        );
      if (wait > 0) await clock.sleep(wait);
      const written = await carry();
      const wasSent =
        written?.outcome === 'failed' ||
        (written?.outcome === 'done' && written.result !== 'unchanged');
      if (wasSent) next = clock.now() + (pace?.interval ?? 0);
    },
  };
}

/** Whether a step writes an Article. */
export function writesArticle({ kind, step }: Pick<PlannedStep, 'kind' | 'step'>): boolean {
  return kind === 'article' && step.action !== 'adopt';
}

/**
 * Takes the next chunk off a queue, in its order: at most so many steps, and so many Articles. What links
 * to one that has to wait waits with it.
 */
export function takeChunk(
  queue: PlannedStep[],
  most: number,
  mostArticles: number,
): readonly PlannedStep[] {
  const chunk: PlannedStep[] = [];
  let articles = 0;
  const left = new Set<string>();
  for (let place = 0; place < queue.length && chunk.length < most;) {
    const step = queue[place];
    if (step === undefined) break;
    const isArticle = writesArticle(step);
    const isLeft = linksOf(step.step.content).some((target) => left.has(target));
    if (isLeft || (isArticle && articles >= mostArticles)) {
      left.add(step.source);
      place += 1;
      continue;
    }
    if (isArticle) articles += 1;
    chunk.push(step);
    queue.splice(place, 1);
  }
  return chunk;
}
