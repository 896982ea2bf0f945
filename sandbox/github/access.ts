import type { FakeGitHub } from './fake-github.ts';
import { badCredentials, GitHubProblem, notAccessible, notFound } from './problem.ts';
import type { NeededPermission } from './rest/rest-call.ts';
import { anonymous, type Caller } from './tokens.ts';
import { atLeast, type Role } from './users.ts';

/** Who asks. Throws the 401 of a token that GitHub does not know. */
export function identify(github: FakeGitHub, authorization: string | undefined): Caller {
  if (authorization === undefined || authorization.trim() === '') return anonymous;
  const token = tokenOf(authorization);
  const caller = token === null ? null : github.caller(token);
  if (caller === null) throw badCredentials();
  return caller;
}

/** `Bearer T`, `token T`, or `Basic user:T` as git sends it. */
function tokenOf(authorization: string): string | null {
  const [, scheme = '', value = ''] = /^(\S+) +(\S+) *$/.exec(authorization) ?? [];
  if (/^(bearer|token)$/i.test(scheme)) return value;
  if (!/^basic$/i.test(scheme)) return null;
  const [user = '', password = ''] = Buffer.from(value, 'base64').toString('utf8').split(':');
  return password === '' || password === 'x-oauth-basic' ? user : password;
}

/** What somebody may do here. Everybody may read a public repository. */
export function effectiveRole(github: FakeGitHub, caller: Pick<Caller, 'user'>): Role {
  const role = caller.user === null ? 'none' : github.users.role(caller.user);
  return role === 'none' && !github.private ? 'read' : role;
}

/** Whether the token has one of these permissions; a person's own token has them all. */
export function granted(
  caller: Caller,
  names: readonly NeededPermission[],
  needed: 'read' | 'write',
): boolean {
  const permissions: Readonly<Partial<Record<NeededPermission, string>>> | null =
    caller.permissions;
  // Metadata needs no permission.
  if (permissions === null || names.length === 0) return true;
  return names.some((name) => permissions[name] === 'write' || permissions[name] === needed);
}

/** Whether the repository exists as far as the caller can tell. */
export function seesRepository(github: FakeGitHub, caller: Caller): boolean {
  return !github.private || caller.installation || effectiveRole(github, caller) !== 'none';
}

/** A public repository answers reads of every token, whatever its permissions. */
export function mayRead(
  github: FakeGitHub,
  caller: Caller,
  names: readonly NeededPermission[],
): boolean {
  return !github.private || granted(caller, names, 'read');
}

/** Throws unless the caller may read what any of these permissions opens. */
export function requireRead(
  github: FakeGitHub,
  caller: Caller,
  names: readonly NeededPermission[],
): void {
  if (!seesRepository(github, caller)) throw notFound();
  if (!mayRead(github, caller, names)) throw notAccessible();
}

/** Throws unless the caller may write with one of these permissions, and has this role. */
export function requireWrite(
  github: FakeGitHub,
  caller: Caller,
  names: readonly NeededPermission[],
  role: Role,
): void {
  if (!seesRepository(github, caller)) throw notFound();
  if (caller.user === null) throw new GitHubProblem(401, 'Requires authentication');
  if (!granted(caller, names, 'write')) throw notAccessible();
  if (github.archived) throw new GitHubProblem(403, 'Repository was archived so is read-only.');
  if (!caller.installation && !atLeast(effectiveRole(github, caller), role))
    throw new GitHubProblem(403, 'Must have admin rights to Repository.');
}

/** Somebody, in a repository beside the one that the sandbox was started with: an app's token is for that one. */
export function callerThere(github: FakeGitHub, caller: Caller): Caller {
  return github.isBeside && caller.installation
    ? { ...caller, permissions: {}, installation: false }
    : caller;
}
