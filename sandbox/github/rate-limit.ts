import type { Caller } from './tokens.ts';

export type Resource = 'core' | 'graphql';

interface Rate {
  readonly limit: number;
  readonly used: number;
  readonly remaining: number;
  /** In seconds since 1970 UTC. */
  readonly reset: number;
  readonly resource: Resource;
}

interface Window {
  used: number;
  readonly ends: number;
}

const hour = 3_600_000;

function limitOf(caller: Caller): number {
  if (caller.user === null) return 60;
  return caller.name.startsWith('job') ? 1000 : 5000;
}

/** How many requests each token has left in its hour. */
export class RateLimit {
  readonly #windows = new Map<string, Window>();

  #window(caller: Caller, resource: Resource, now: number): Window {
    const key = `${caller.name} ${resource}`;
    const known = this.#windows.get(key);
    if (known !== undefined && known.ends > now) return known;
    const fresh = { used: 0, ends: now + hour };
    this.#windows.set(key, fresh);
    return fresh;
  }

  peek(caller: Caller, resource: Resource, now: number): Rate {
    const limit = limitOf(caller);
    const { used, ends } = this.#window(caller, resource, now);
    const remaining = Math.max(0, limit - used);
    return {
      limit,
      used: Math.min(used, limit),
      remaining,
      reset: Math.ceil(ends / 1000),
      resource,
    };
  }

  /** Counts a request. False: none was left. */
  take(caller: Caller, resource: Resource, now: number): boolean {
    const window = this.#window(caller, resource, now);
    window.used += 1;
    return window.used <= limitOf(caller);
  }

  setRemaining(caller: Caller, remaining: number, now: number): void {
    for (const resource of ['core', 'graphql'] as const)
      this.#window(caller, resource, now).used = limitOf(caller) - remaining;
  }

  clear(): void {
    this.#windows.clear();
  }
}

/** The limit as every answer tells it. */
export function rateHeaders(rate: Rate): Record<string, string> {
  return {
    'X-RateLimit-Limit': String(rate.limit),
    'X-RateLimit-Remaining': String(rate.remaining),
    'X-RateLimit-Used': String(rate.used),
    'X-RateLimit-Reset': String(rate.reset),
    'X-RateLimit-Resource': rate.resource,
  };
}
