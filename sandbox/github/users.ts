/** What somebody may do, least first. */
export const roles = ['none', 'read', 'triage', 'write', 'maintain', 'admin'] as const;
export type Role = (typeof roles)[number];

export interface User {
  readonly login: string;
  readonly id: number;
  readonly type: 'User' | 'Bot' | 'Organization';
}

/** People of the organisation, as reviewers are named. */
export interface Team {
  readonly slug: string;
  readonly id: number;
  readonly name: string;
}

/** The teams of a new organisation. */
export const teams: readonly Team[] = [{ slug: 'platform', id: 8001, name: 'Platform' }];

/** Who runs what a workflow does with the job's own token. */
export const actionsBot: User = { login: 'github-actions[bot]', id: 41898282, type: 'Bot' };

/** The people of a new repository, each named after the role. */
const people: readonly (readonly [login: string, id: number, role: Role])[] = [
  ['ada-admin', 1001, 'admin'],
  ['mia-maintain', 1002, 'maintain'],
  ['will-write', 1003, 'write'],
  ['tria-triage', 1004, 'triage'],
  ['rea-read', 1005, 'read'],
  ['sten-stranger', 1006, 'none'],
];
/** Whom REST names in the place of an account that was deleted. */
export const ghost: User = { login: 'ghost', id: 10137, type: 'User' };
const others: readonly User[] = [
  ghost,
  actionsBot,
  { login: 'dependabot[bot]', id: 49699333, type: 'Bot' },
  { login: 'release-helper[bot]', id: 2001, type: 'Bot' },
];

/** Everybody with an account, and their roles in the repository. */
export class Directory {
  readonly #users = new Map<string, User>();
  readonly #roles = new Map<number, Role>();
  #nextId = 5001;

  constructor(owner: string) {
    this.#put({ login: owner, id: 9001, type: 'Organization' });
    for (const other of others) this.#put(other);
    for (const [login, id, role] of people) {
      this.#put({ login, id, type: 'User' });
      this.#roles.set(id, role);
    }
  }

  #put(user: User): void {
    this.#users.set(user.login.toLowerCase(), user);
  }

  find(login: string): User | null {
    return this.#users.get(login.toLowerCase()) ?? null;
  }

  add(login: string, type: User['type'], id?: number): User {
    const user = { login, type, id: id ?? this.#nextId++ };
    this.#put(user);
    return user;
  }

  setRole(user: User, role: Role): void {
    this.#roles.set(user.id, role);
  }

  /** What somebody was given; reading a public repository needs no role. */
  role(user: User): Role {
    return this.#roles.get(user.id) ?? 'none';
  }

  get all(): readonly (User & { readonly role: Role })[] {
    return [...this.#users.values()].map((user) => ({ ...user, role: this.role(user) }));
  }
}

/** Whether a role includes another. */
export function atLeast(role: Role, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed);
}
