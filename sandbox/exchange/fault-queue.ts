import * as z from 'zod/mini';
import { matchPath } from './match-path.ts';

/**
 * What goes wrong:
 * - `lost`: carried out, then no answer; `late`: no answer, carried out `seconds` later;
 * - `reset`: refused by a reset, not carried out; `silence`: never answered, not carried out;
 * - `throttled`: 429; `unauthorized`: 401; `error`: `status`; `html`: a page in place of JSON;
 * - `slow`: `milliseconds` later; `truncated`: carried out, half of the answer.
 */
const faultKinds = [
  'lost',
  'late',
  'reset',
  'silence',
  'throttled',
  'unauthorized',
  'error',
  'html',
  'slow',
  'truncated',
] as const;

export const faultSchema = z.strictObject({
  kind: z.enum(faultKinds),
  /**
   * Which requests: all where left out. The path is below the team on Stack Internal, below the
   * root of the API on GitHub; `*` fits one segment, `**` at its end whatever follows.
   */
  method: z.optional(z.string()),
  path: z.optional(z.string()),
  /** The token's name. */
  token: z.optional(z.string()),
  /** How many matching requests are faulted (1), beginning with the nth (1). */
  times: z.optional(z.int().check(z.positive())),
  nth: z.optional(z.int().check(z.positive())),
  /** For `error`, `html`, `slow`: before or after the request is carried out (before). */
  when: z.optional(z.enum(['before', 'after'])),
  /** For `lost`, `late`: how the client is left alone (destroy). */
  end: z.optional(z.enum(['destroy', 'silence'])),
  /** For `error` (500) and `html` (200). */
  status: z.optional(z.int().check(z.minimum(200), z.maximum(599))),
  /** For `late` (10), by the sandbox's clock or by real time (Stack Internal: site, GitHub: real). */
  seconds: z.optional(z.number().check(z.minimum(0))),
  clock: z.optional(z.enum(['site', 'real'])),
  /** For `throttled`, `error`: the header Retry-After, in seconds; left out where null or absent. */
  retryAfter: z.optional(z.nullable(z.int().check(z.minimum(0)))),
  /** For `slow` (1000). */
  milliseconds: z.optional(z.int().check(z.minimum(0))),
});
export type FaultSpec = z.infer<typeof faultSchema>;

/** A fault that waits for its requests. */
export interface WaitingFault {
  readonly spec: FaultSpec;
  /** How many matching requests are let through first, and how many are faulted then. */
  skip: number;
  left: number;
}

/** The faults that wait for their requests, in the order they were planned. */
export class FaultQueue {
  #waiting: WaitingFault[] = [];

  add(spec: FaultSpec): void {
    this.#waiting.push({ spec, skip: (spec.nth ?? 1) - 1, left: spec.times ?? 1 });
  }

  get waiting(): readonly WaitingFault[] {
    return this.#waiting;
  }

  clear(): void {
    this.#waiting = [];
  }

  /** The first fault that is due for a request, which uses it up once. */
  take(method: string, segments: readonly string[], token: string): FaultSpec | null {
    let taken: WaitingFault | null = null;
    for (const fault of this.#waiting) {
      if (!matches(fault.spec, method, segments, token)) continue;
      if (fault.skip > 0) fault.skip -= 1;
      else taken ??= fault;
    }
    if (taken === null) return null;
    taken.left -= 1;
    this.#waiting = this.#waiting.filter((fault) => fault.left > 0);
    return taken.spec;
  }
}

function matches(
  spec: FaultSpec,
  method: string,
  segments: readonly string[],
  token: string,
): boolean {
  if (spec.method !== undefined && spec.method.toUpperCase() !== method) return false;
  if (spec.token !== undefined && spec.token !== token) return false;
  if (spec.path === undefined) return true;
  const pattern = spec.path.split('/').filter((part) => part !== '');
  const open = pattern.at(-1) === '**';
  if (open) pattern.pop();
  return matchPath(pattern, open ? segments.slice(0, pattern.length) : segments) !== null;
}
