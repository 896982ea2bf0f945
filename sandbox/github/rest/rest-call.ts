import type { FakeGitHub } from '../fake-github.ts';
import type { Caller, PermissionName } from '../tokens.ts';
import type { Role } from '../users.ts';

/** A REST request, its place in the repository and its caller known. */
export interface RestCall {
  readonly github: FakeGitHub;
  readonly caller: Caller;
  /** What the route leaves open below the repository, decoded. */
  readonly parts: readonly string[];
  readonly query: URLSearchParams;
  /** The JSON body; null where there was none. */
  readonly input: unknown;
  /** The API version, as a date. */
  readonly version: string;
}

export interface RestAnswer {
  readonly status: number;
  /** JSON, or null for an empty body. */
  readonly body: object | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly wrote?: boolean;
}

/** What no `permissions:` of a workflow gives: only a person's token has it. */
export type NeededPermission = PermissionName | 'administration' | 'environments';

export interface Route {
  readonly method: string;
  /** Below the server's root; `*` takes one segment. */
  readonly path: string;
  /** What an app's token needs: one of these permissions. */
  readonly needs: readonly NeededPermission[];
  readonly level: 'read' | 'write' | 'none';
  /** The role that a person needs to write; where left out, to see the repository is enough. */
  readonly role?: Role;
  readonly run: (call: RestCall) => RestAnswer | Promise<RestAnswer>;
}

export const ok = (body: object): RestAnswer => ({ status: 200, body });
