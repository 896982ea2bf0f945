import type { Token } from '../people.ts';
import type { StackSite } from '../stack-site.ts';
import type { Query } from './query.ts';

/** One request, as the operations see it. */
export interface Call {
  readonly site: StackSite;
  readonly token: Token;
  /** The variable segments of the path, decoded. */
  readonly params: readonly string[];
  readonly query: Query;
  readonly contentType: string | null;
  readonly body: Uint8Array;
  /** The instant of the change where it became due earlier, else null. */
  readonly at: number | null;
}

/** What an operation answers. The body is made later, from posts that no longer change. */
export interface Answer {
  readonly status: number;
  readonly json?: () => unknown;
}

export interface Operation {
  readonly method: string;
  /** Segments below the team; `*` is variable. */
  readonly path: string;
  readonly run: (call: Call) => Answer;
}
