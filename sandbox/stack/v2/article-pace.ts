import type { Switches } from '../switches.ts';
import { throttled } from './problem.ts';

/** How many writes of Articles an account may make in a minute, by the sandbox's clock. */
export class ArticlePace {
  readonly #writes = new Map<number, readonly number[]>();

  clear(): void {
    this.#writes.clear();
  }

  /** Counts a write of an account at an instant, or throws how long it has to wait. */
  take(account: number, switches: Switches, now: number): void {
    const most = switches.articlesPerMinute ?? (switches.throttle ? 1 : 0);
    if (most === 0) return;
    const recent = (this.#writes.get(account) ?? []).filter((at) => now - at < 60_000);
    const [oldest = now] = recent;
    if (recent.length >= most) {
      const wait = Math.ceil((oldest + 60_000 - now) / 1000);
      throw throttled('you may only write so many articles a minute', wait);
    }
    this.#writes.set(account, [...recent, now]);
  }
}
