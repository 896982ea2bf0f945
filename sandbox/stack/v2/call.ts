import type { FakeStack } from '../fake-stack.ts';
import type { Switches } from '../switches.ts';
import type { Token } from '../tokens.ts';
import type { TypeName } from './fields.ts';
import type { Parameters } from './parameters.ts';

/** What a field holds; a function where it costs something to make. Null is left out of an answer. */
type Value =
  string | number | boolean | null | readonly string[] | Model | (() => string | Promise<string>);

/** A thing of the site with every field that it has, before a filter chooses. */
export interface Model {
  readonly type: TypeName;
  readonly fields: Readonly<Record<string, Value>>;
}

/** One request, as the methods see it. */
export interface Call {
  readonly stack: FakeStack;
  /** Null: with a key alone, or with nothing where that is enough. */
  readonly token: Token | null;
  /** The variable segments of the path, decoded. */
  readonly segments: readonly string[];
  readonly parameters: Parameters;
  /** The instant of the change where it became due earlier, else null. */
  readonly at: number | null;
}

/** What a method answers: a part of a list, or one thing, or nothing. */
export interface Page {
  readonly type: TypeName;
  readonly items: readonly Model[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

export interface Method {
  readonly method: 'GET' | 'POST';
  /** Segments below the version; `*` is one or more ids, or what the method makes of it. */
  readonly path: string;
  /**
   * Who may call it: `anyone`, a `reader` (Business: with a token; Enterprise: with a key), or a
   * `user` (with a token).
   */
  readonly needs: 'anyone' | 'reader' | 'user';
  /** Whether the site has it; it does where left out. */
  readonly offered?: (switches: Switches) => boolean;
  readonly run: (call: Call) => Page;
}

/** The answer with one thing. */
export function oneItem(model: Model): Page {
  return { type: model.type, items: [model], total: 1, page: 1, pageSize: 1 };
}
