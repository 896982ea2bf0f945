import { createHash } from 'node:crypto';
import { actionsBot, type Directory, type User } from './users.ts';

/** As a workflow's `permissions:` names them. Reading metadata is always allowed. */
export const permissionNames = [
  'contents',
  'pull-requests',
  'issues',
  'actions',
  'checks',
  'deployments',
] as const;
export type PermissionName = (typeof permissionNames)[number];
export type Permissions = Readonly<Partial<Record<PermissionName, 'read' | 'write'>>>;

/**
 * - `job`: a workflow's own token, with every permission to write until a control call says what its
 *   `permissions:` block holds; `job-read`: the same where the default is restricted;
 * - `bot`: a token of an app's installation;
 * - `app-user`: a token that an app got from the maintainer;
 * - the rest belong to a person with that role; `invalid` is one that GitHub does not know.
 */
export const tokenNames = [
  'job',
  'job-read',
  'admin',
  'maintain',
  'write',
  'triage',
  'read',
  'stranger',
  'bot',
  'app-user',
  'invalid',
] as const;
export type GitHubTokenName = (typeof tokenNames)[number];

/** Who asks. `permissions` are those of an app's token; null: all that the user's role allows. */
export interface Caller {
  readonly name: GitHubTokenName | 'anonymous';
  readonly user: User | null;
  readonly permissions: Permissions | null;
  /** Whether the token stands for an app alone, not for a person. */
  readonly installation: boolean;
  /** The app through which a person acts. */
  readonly app: string | null;
}

export const anonymous: Caller = {
  name: 'anonymous',
  user: null,
  permissions: null,
  installation: false,
  app: null,
};

/** The app of the tokens `bot` and `app-user`. */
const appSlug = 'release-helper';

const everyPermission: Permissions = Object.fromEntries(
  permissionNames.map((name) => [name, 'write']),
);

const defaultPermissions: Readonly<Record<string, Permissions>> = {
  job: everyPermission,
  'job-read': { contents: 'read' },
  bot: { contents: 'read', issues: 'write', 'pull-requests': 'write' },
  'app-user': { issues: 'write', 'pull-requests': 'write' },
};

const owners: Readonly<Partial<Record<GitHubTokenName, string>>> = {
  admin: 'ada-admin',
  maintain: 'mia-maintain',
  write: 'will-write',
  triage: 'tria-triage',
  read: 'rea-read',
  stranger: 'sten-stranger',
  bot: 'release-helper[bot]',
  'app-user': 'mia-maintain',
};

const prefixOf = (name: GitHubTokenName): string =>
  name === 'app-user' ? 'ghu_' : /^(job|bot)/.test(name) ? 'ghs_' : 'ghp_';

/** The token strings of a repository. They look like real ones, and open nothing but a sandbox. */
export function tokenStrings(repository: string): Record<GitHubTokenName, string> {
  const text = (name: GitHubTokenName): string => {
    const hash = createHash('sha256').update(`sandbox ${repository} ${name}`).digest('hex');
    return `${prefixOf(name)}${hash.slice(0, 36)}`;
  };
  return Object.fromEntries(tokenNames.map((name) => [name, text(name)])) as Record<
    GitHubTokenName,
    string
  >;
}

/** Who a token stands for, or null where GitHub does not know it. */
export function callerOf(
  token: string,
  strings: Readonly<Record<GitHubTokenName, string>>,
  permissions: ReadonlyMap<string, Permissions>,
  users: Directory,
): Caller | null {
  const name = tokenNames.find((each) => strings[each] === token);
  if (name === undefined || name === 'invalid') return null;
  const login = owners[name];
  return {
    name,
    user: login === undefined ? actionsBot : users.find(login),
    permissions: permissions.get(name) ?? defaultPermissions[name] ?? null,
    installation: prefixOf(name) === 'ghs_',
    app: name === 'app-user' ? appSlug : null,
  };
}
