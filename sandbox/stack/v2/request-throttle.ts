import type { Switches } from '../switches.ts';
import { backoffViolated, comeBackIn, throttled } from './problem.ts';

const day = 86_400_000;

export interface Quota {
  readonly max: number;
  readonly remaining: number;
}

interface Caller {
  /** Whose quota it is: a token, or a key alone. */
  readonly name: string;
  /** The path of the method, with `*` for what varies; null: no method. */
  readonly method: string | null;
}

/** What is counted of requests, by the sandbox's clock. */
export class RequestThrottle {
  #recent: number[] = [];
  #bannedUntil = 0;
  readonly #used = new Map<string, number>();
  #day = 0;
  readonly #backoffs = new Map<string, number>();

  clear(): void {
    this.#recent = [];
    this.#bannedUntil = 0;
    this.#used.clear();
    this.#backoffs.clear();
  }

  /**
   * Counts a request of the one address that asks here. The seconds for which it is banned, or null:
   * more requests in a second than the switch says begin a ban.
   */
  banned(switches: Switches, now: number): number | null {
    const most = switches.requestsPerSecond ?? (switches.throttle ? 30 : 0);
    if (most === 0) return null;
    if (now >= this.#bannedUntil) {
      this.#recent = [...this.#recent.filter((at) => now - at < 1000), now];
      if (this.#recent.length <= most) return null;
      this.#recent = [];
      this.#bannedUntil = now + switches.banSeconds * 1000;
    }
    return Math.ceil((this.#bannedUntil - now) / 1000);
  }

  /** Counts a call and returns what is left of the day's quota; throws where that or a backoff is violated. */
  admit({ name, method }: Caller, switches: Switches, now: number): Quota {
    const today = Math.floor(now / day);
    if (today !== this.#day) this.#used.clear();
    this.#day = today;
    const enforced = switches.quota ?? (switches.throttle ? 10_000 : 0);
    const max = enforced === 0 ? 10_000 : enforced;
    const used = (this.#used.get(name) ?? 0) + 1;
    if (enforced !== 0 && used > max)
      throw throttled(comeBackIn(Math.ceil(((today + 1) * day - now) / 1000)));
    this.#used.set(name, used);
    if (now < (this.#backoffs.get(`${name} ${method}`) ?? 0)) throw throttled(backoffViolated);
    return { max, remaining: Math.max(-1, max - used) };
  }

  /**
   * The backoff that a good answer announces, or null. From then on the method is closed to the
   * caller for a second more: people found the seconds themselves too few.
   */
  announce({ name, method }: Caller, switches: Switches, now: number): number | null {
    if (switches.backoff === 0) return null;
    this.#backoffs.set(`${name} ${method}`, now + (switches.backoff + 1) * 1000);
    return switches.backoff;
  }
}
