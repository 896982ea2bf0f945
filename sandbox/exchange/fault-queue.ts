import * as z from 'zod/mini';
import { matchPath } from './match-path.ts';

/** What goes wrong. */
export const faultKinds = {
  lost: 'carried out, then no answer',
  late: 'no answer, and carried out some seconds later',
  reset: 'refused by a reset, not carried out',
  silence: 'never answered, not carried out',
  throttled: 'refused: too many calls (429; API v2.3: error 502; on GitHub 403)',
  unauthorized: 'refused: a bad token (401; API v2.3: error 402)',
  error: 'answered with an error of the server',
  html: 'answered with a web page in place of JSON',
  slow: 'answered, some milliseconds later',
  truncated: 'carried out, then half of the answer',
} as const;
type FaultKind = keyof typeof faultKinds;

export const faultSchema = z.strictObject({
  kind: z.enum(Object.keys(faultKinds) as FaultKind[]),
  method: z.optional(z.string()),
  path: z.optional(z.string()),
  token: z.optional(z.string()),
  times: z.optional(z.int().check(z.positive())),
  nth: z.optional(z.int().check(z.positive())),
  when: z.optional(z.enum(['before', 'after'])),
  end: z.optional(z.enum(['destroy', 'silence'])),
  status: z.optional(z.int().check(z.minimum(200), z.maximum(599))),
  seconds: z.optional(z.number().check(z.minimum(0))),
  clock: z.optional(z.enum(['site', 'real'])),
  retryAfter: z.optional(z.nullable(z.int().check(z.minimum(0)))),
  milliseconds: z.optional(z.int().check(z.minimum(0))),
});

/** What the members of a fault mean, for people; all may be left out. */
export const faultNotes: Readonly<Record<Exclude<keyof FaultSpec, 'kind'>, string>> = {
  method: 'Which requests: those with this method; all where left out.',
  path: 'Below the team, the main site or /2.3, as /articles/*; on GitHub below the root of the API. * is one part, ** at the end whatever follows.',
  token: "The token's name.",
  times: 'How many matching requests are faulted (1) …',
  nth: '… beginning with this one (1).',
  when: 'error, html, slow: before or after the request is carried out (before).',
  end: 'lost, late: how the client is left alone (destroy).',
  status: 'error (500), html (200): the status; API v2.3: below 500 the id of an error.',
  seconds: 'late (10): how much later …',
  clock: "… by the sandbox's clock or by real time (site; on GitHub real).",
  retryAfter:
    'throttled, error: the header Retry-After, in seconds; none where left out. API v2.3, throttled: the seconds that it says (10); null: none.',
  milliseconds: 'slow (1000): how much later.',
};
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
