import type { FakeStack } from '../fake-stack.ts';
import type { Token } from '../tokens.ts';
import type { Query } from './query.ts';

type Body = object | string | null;

/** One request, as the operations see it. */
export interface Call {
  readonly stack: FakeStack;
  readonly token: Token;
  /** The variable segments of the path, decoded. */
  readonly params: readonly string[];
  readonly query: Query;
  readonly contentType: string | null;
  readonly body: Uint8Array;
  /** The file of a form; null where there is none. */
  readonly file: Uint8Array | null;
  /** The instant of the change where it became due earlier, else null. */
  readonly at: number | null;
}

/** What an operation answers. */
export interface Answer {
  readonly status: number;
  /** Makes the body later, from posts that no longer change: JSON, a plain text, or null for none. */
  readonly json?: () => Body | Promise<Body>;
  /** A body that is neither. */
  readonly bytes?: { readonly type: string; readonly content: Uint8Array };
}

export interface Operation {
  readonly method: string;
  /** Segments below the team; `*` is variable. */
  readonly path: string;
  readonly run: (call: Call) => Answer;
}
