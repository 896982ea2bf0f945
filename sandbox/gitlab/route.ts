import type { Caller } from './callers.ts';
import type { FakeGitLab } from './fake-gitlab.ts';
import type { Page } from './paged.ts';

export interface RouteCall {
  readonly gitlab: FakeGitLab;
  readonly caller: Caller;
  readonly parts: readonly string[];
  readonly query: URLSearchParams;
  readonly body: Buffer;
}

type Answer = Page | { readonly body: unknown } | { readonly file: string };

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Below `projects/:id`; `*` is one part, and `**` at the end as many as there are. */
  readonly path: string;
  /** Whether the token of a job is taken; else it is as if none came. */
  readonly jobs: boolean | ((gitlab: FakeGitLab) => boolean);
  /** Whether nobody at all may ask. */
  readonly open?: boolean;
  readonly run: (call: RouteCall) => Answer | Promise<Answer>;
}
