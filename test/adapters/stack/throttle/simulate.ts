import { setImmediate as turn } from 'node:timers/promises';
import type { HttpAnswer } from '../../../../src/adapters/http/exchange.ts';
import type { HttpRequest } from '../../../../src/adapters/http/http-request.ts';
import { createRequestQueue } from '../../../../src/adapters/http/request-queue.ts';
import { v3Policy } from '../../../../src/adapters/stack/throttle/v3-policy.ts';
import type { Limiter } from './limiters.ts';

/** One program: what it sends, part after part. Times are in milliseconds. */
export interface Program {
  readonly begins: number;
  readonly parts: readonly {
    /** Infinity: as many as it can until the end. */
    readonly calls: number;
    /** How many of them it wants to have under way at a time. */
    readonly workers: number;
    /** What it does before. */
    readonly pause?: number;
  }[];
}

interface Simulation {
  readonly limiter: Limiter;
  /** Which of the limits the server's headers call it. */
  readonly as?: 'burst' | 'bucket';
  /** How the server makes whole seconds. */
  readonly round: (value: number) => number;
  readonly latency: number;
  /** Up to so much is added to each answer's time. */
  readonly jitter: number;
  /** After which part of this time the server counts a call; else in its middle. */
  readonly countedAfter?: number;
  readonly programs: readonly Program[];
  readonly random: () => number;
  /** Calls that have no end end here. */
  readonly until?: number;
}

export interface Outcome {
  /** Calls that the server took, and refused, of all programs. */
  readonly accepted: number;
  readonly refused: number;
  readonly programs: readonly {
    /** Calls that were refused in the end. */
    readonly failed: number;
    /** How long it waited for the throttle, all waits together. */
    readonly waited: number;
    /** From the start of its first call to that of its last. */
    readonly took: number;
  }[];
}

const request: HttpRequest = { method: 'PUT', path: '/articles/1' };

/**
 * Lets programs that share a token call a server in a time of its own, each with a queue and a policy
 * as it really has. The same random numbers give the same outcome.
 */
export async function simulate(options: Simulation): Promise<Outcome> {
  const { limiter, latency, jitter, random, countedAfter = 0.5, until = Infinity } = options;
  const time = new SimulatedTime();
  let accepted = 0;
  let refused = 0;

  function answer(): HttpAnswer {
    const taken = limiter.take(time.now());
    if (time.now() <= until) {
      if (taken) accepted += 1;
      else refused += 1;
    }
    const left = String(limiter.left(time.now()));
    const seconds = String(Math.max(0, options.round(limiter.untilFull(time.now()) / 1000)));
    const headers =
      options.as === 'bucket'
        ? {
            'x-token-bucket-calls-left': left,
            'x-token-bucket-seconds-until-next-refill': seconds,
          }
        : { 'x-burst-throttle-calls-left': left, 'x-burst-throttle-seconds-until-full': seconds };
    return { status: taken ? 200 : 429, headers, body: Buffer.alloc(0) };
  }

  async function run({ begins, parts }: Program): Promise<Outcome['programs'][number]> {
    const policy = v3Policy();
    let waited = 0;
    const clock = {
      now: () => time.now(),
      sleep(milliseconds: number) {
        waited += milliseconds;
        return time.wait(milliseconds);
      },
    };
    const queue = createRequestQueue(clock, policy.pacer);
    let first = Infinity;
    let last = 0;
    let failed = 0;

    async function call(): Promise<void> {
      for (let refusals = 1; ; refusals += 1) {
        const leave = await queue.enter(request);
        first = Math.min(first, time.now());
        last = time.now();
        const there = latency * countedAfter + jitter * random() * countedAfter;
        await time.wait(there);
        const result = answer();
        await time.wait((latency + jitter * random()) * (1 - countedAfter));
        const now = time.now();
        const refusedForMs = policy.refusedForMs(result, now, request);
        if (refusedForMs !== null) queue.pause(refusedForMs);
        leave(result);
        if (refusedForMs === null) return;
        const attempt = { request, result, refusals, refusedForMs, now, tries: 0 };
        const delayMs = policy.retryDelayMs({ ...attempt, effect: 'write', random: random() });
        if (delayMs === null) {
          failed += 1;
          return;
        }
        await clock.sleep(delayMs);
      }
    }

    await time.wait(begins);
    for (const { calls, workers, pause = 0 } of parts) {
      await time.wait(pause);
      let left = calls;
      const work = async () => {
        while (left > 0 && time.now() < until) {
          left -= 1;
          await call();
        }
      };
      await Promise.all(Array.from({ length: Math.min(calls, workers) }, work));
    }
    return { failed, waited, took: last - first };
  }

  const programs = await time.runUntil(Promise.all(options.programs.map(run)));
  return { accepted, refused, programs };
}

/** The same numbers, from 0 to 1, for the same seed. */
export function randomOf(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** A time that goes on to the next waiting one when nobody works: work is all in promises here. */
class SimulatedTime {
  #now = 0;
  /** Sorted by when they wake, and by who came first. */
  readonly #sleepers: { readonly at: number; readonly wake: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  wait(milliseconds: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const at = this.#now + Math.max(0, Math.round(milliseconds));
    const place = this.#sleepers.findLastIndex((each) => each.at <= at) + 1;
    this.#sleepers.splice(place, 0, { at, wake: resolve });
    return promise;
  }

  async runUntil<Result>(work: Promise<Result>): Promise<Result> {
    for (;;) {
      // By then all that promises have to do is done.
      await turn();
      const next = this.#sleepers.shift();
      if (next === undefined) return work;
      this.#now = next.at;
      next.wake();
    }
  }
}
