import type { HttpAnswer } from './exchange.ts';
import type { HttpFailure } from './http-failure.ts';
import type { HttpRequest } from './http-request.ts';

/** How one kind of server wants to be asked: how fast, and what is worth another try. */
export interface HttpPolicy {
  /** The server's name, as a sentence about it begins. */
  readonly server: string;
  /** Keeps the server's limits; each way to a server needs one of its own. */
  readonly pacer: Pacer;
  /**
   * How long the server wants to be left alone, in milliseconds, where an answer refuses a request
   * because there were too many (`endUnknownMs`: it does not tell); null for any other answer. What was
   * refused so had no effect.
   */
  refusedForMs(answer: HttpAnswer, now: number, request: HttpRequest): number | null;
  /** How long to wait before a request is tried again, in milliseconds; null: its result stands. */
  retryDelayMs(attempt: Attempt): number | null;
  /** How long one request may wait in all, in milliseconds. */
  readonly maxWaitMs: number;
  /** Why this request has to wait, as a sentence without its end; absent: as too many calls were made. */
  waitReason?(request: HttpRequest): string | null;
}

/** The longest time that a server may ask to be left alone, in milliseconds; longer is for a later run. */
export const longestPauseMs = 60_000;

/** So long as that no run sees its end: the server does not tell when it takes requests again. */
export const endUnknownMs = 1e15;

/**
 * Decides when the next request may start, from what the answers say. Times are in milliseconds, are
 * passed in, and never go back.
 */
export interface Pacer {
  /** When this request may start: `now`, a later time to ask again at, or Infinity: at the next end. */
  next(now: number, request: HttpRequest): number;
  /** Starts it. What is returned ends it, with its answer; null where none came. */
  start(now: number, request: HttpRequest): (now: number, answer: HttpAnswer | null) => void;
  /** Starts nothing before a time, because the server refused a request. */
  pause(until: number, now: number): void;
}

/** A request that was tried, and what came of it. */
export interface Attempt {
  readonly request: HttpRequest;
  readonly effect: 'read' | 'write';
  /** How often it was tried, this time included, refusals for too many requests left out. */
  readonly tries: number;
  /** How often it was refused because there were too many, this time included. */
  readonly refusals: number;
  readonly result: HttpAnswer | HttpFailure;
  /** What `refusedForMs` says of the result. */
  readonly refusedForMs: number | null;
  readonly now: number;
  /** From 0 to 1. */
  readonly random: number;
}
