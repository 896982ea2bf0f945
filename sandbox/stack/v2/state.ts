import { ArticlePace } from './article-pace.ts';
import type { RenderedPage } from './rendered-page.ts';
import { RequestThrottle } from './request-throttle.ts';
import { StaleReads } from './stale-reads.ts';

/** What this version of the API remembers besides the posts. */
export class V2State {
  readonly throttle = new RequestThrottle();
  readonly articlePace = new ArticlePace();
  readonly staleReads = new StaleReads<Promise<RenderedPage>>();
  /** How many answers were compressed, and how many texts of answers encoded. */
  #answers = 0;
  #encodings = 0;

  clear(): void {
    this.throttle.clear();
    this.articlePace.clear();
    this.staleReads.clear();
    this.#answers = 0;
    this.#encodings = 0;
  }

  countAnswer(): number {
    return this.#answers++;
  }

  countEncoding(): number {
    return this.#encodings++;
  }
}
