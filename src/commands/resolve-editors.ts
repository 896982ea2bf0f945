import type { Draft } from '../model/draft.ts';
import { Fault } from '../model/error.ts';
import type { Finding } from '../model/finding.ts';
import { memoize } from '../model/memoize.ts';
import type { Named, NamedPeople } from '../model/named.ts';
import type { Permissions } from '../model/post.ts';
import type { Directory } from '../ports/directory.ts';

/** So many users are looked up by their ids in a run: it costs a request for each. */
const mostUsers = 50;

type Resolved = { readonly permissions: Permissions | null } | { readonly finding: Finding };

/** Turns the editors of drafts into the site's ids. */
export interface EditorResolver {
  readonly resolve: (draft: Draft) => Promise<Resolved>;
  /** Those that were looked up, by the site's own names. */
  readonly named: () => NamedPeople;
}

interface EditorOptions {
  /** Absent where the API has none. */
  readonly directory: Directory | undefined;
  /** Whether ids are looked up too: to find mistakes, and to tell who that is. */
  readonly checkIds: boolean;
}

/** Why somebody cannot be an editor. */
type Trouble = 'unknown' | 'ambiguous' | 'forbidden' | 'no-directory';

/**
 * Resolves editors, and asks for each of them once. Who is not found, or may not be looked up, is a
 * finding of the source; an id that may not be looked up is taken as it is.
 */
export function editorResolver({ directory, checkIds }: EditorOptions): EditorResolver {
  const users = new Map<number | string, Promise<number | Trouble>>();
  const groups = new Map<number | string, Promise<number | Trouble>>();
  const names = { users: new Map<number, Named>(), groups: new Map<number, Named>() };
  const listGroups = memoize(async () => (await directory?.groups()) ?? []);
  let usersLeft = mostUsers;

  const findUser = async (user: number | string): Promise<number | Trouble> => {
    if (!directory) return typeof user === 'number' ? user : 'no-directory';
    if (typeof user === 'number' && (!checkIds || usersLeft === 0)) return user;
    if (typeof user === 'number') usersLeft -= 1;
    try {
      const found = await (typeof user === 'number'
        ? directory.user(user)
        : directory.userByEmail(user));
      if (found) names.users.set(found.id, found);
      return found?.id ?? 'unknown';
    } catch (error) {
      return forbidden(error, user);
    }
  };

  const findGroup = async (group: number | string): Promise<number | Trouble> => {
    if (!directory) return typeof group === 'number' ? group : 'no-directory';
    if (typeof group === 'number' && !checkIds) return group;
    try {
      const found = oneOf(await listGroups(), group);
      if (typeof found === 'string') return found;
      names.groups.set(found.id, found);
      return found.id;
    } catch (error) {
      return forbidden(error, group);
    }
  };

  const resolveAll = async (
    wanted: readonly (number | string)[],
    known: Map<number | string, Promise<number | Trouble>>,
    find: (one: number | string) => Promise<number | Trouble>,
  ) => {
    const ids = new Set<number>();
    for (const one of wanted) {
      const asked = known.get(one) ?? find(one);
      known.set(one, asked);
      const id = await asked;
      if (typeof id === 'string') return { one, trouble: id };
      ids.add(id);
    }
    return [...ids];
  };

  return {
    async resolve(draft) {
      const { editors, kind } = draft;
      if (editors === null || kind !== 'article') return { permissions: null };
      if (editors === 'everyone' || editors === 'owner')
        return { permissions: { editableBy: editors, users: [], groups: [] } };
      const userIds = await resolveAll(editors.users, users, findUser);
      if (!Array.isArray(userIds)) return { finding: userFinding(draft, userIds) };
      const groupIds = await resolveAll(editors.groups, groups, findGroup);
      if (!Array.isArray(groupIds)) return { finding: groupFinding(draft, groupIds) };
      return { permissions: { editableBy: 'specific', users: userIds, groups: groupIds } };
    },
    named: () => ({ users: inOrder(names.users), groups: inOrder(names.groups) }),
  };
}

/** A group by its id, by its very name, or by its name in whatever case where that is one alone. */
function oneOf(groups: readonly Named[], wanted: number | string): Named | Trouble {
  if (typeof wanted === 'number') return groups.find(({ id }) => id === wanted) ?? 'unknown';
  const plain = (name: string) => name.trim().toLowerCase();
  const alike = groups.filter(({ name }) => plain(name) === plain(wanted));
  const same = alike.filter(({ name }) => name === wanted);
  const [first, ...others] = same.length > 0 ? same : alike;
  if (!first) return 'unknown';
  return others.length > 0 ? 'ambiguous' : first;
}

/** What the token may not look up is that source's trouble, not the run's. */
function forbidden(error: unknown, wanted: number | string): number | Trouble {
  if (!(error instanceof Fault) || error.code !== 'site-forbidden') throw error;
  return typeof wanted === 'number' ? wanted : 'forbidden';
}

function inOrder(named: ReadonlyMap<number, Named>): Named[] {
  return [...named.values()].sort((a, b) => a.id - b.id);
}

interface Failed {
  readonly one: number | string;
  readonly trouble: Trouble;
}

function userFinding(draft: Draft, { one, trouble }: Failed): Finding {
  if (trouble === 'forbidden' || trouble === 'no-directory')
    return {
      ...findingOf(draft, 'lookup-forbidden'),
      message: `The editors name ${one}, and ${trouble === 'forbidden' ? 'the site does not let this token look up people by e-mail address' : 'this API cannot look up people'}.`,
      remedy:
        trouble === 'forbidden'
          ? "Give the id of the user instead, or use a token of an administrator's."
          : 'Give the id of the user instead.',
    };
  return {
    ...findingOf(draft, 'unknown-user'),
    message: 'The editors name a user whom the site does not know.',
    forTeam: `It is ${nameOf(one)}.`,
    remedy: 'Correct the address or the id.',
  };
}

function groupFinding(draft: Draft, { one, trouble }: Failed): Finding {
  const remedy = 'Correct the name, or give the id of the group.';
  switch (trouble) {
    case 'forbidden':
    case 'no-directory':
      return {
        ...findingOf(draft, 'lookup-forbidden'),
        message: `The editors name the user group ${nameOf(one)}, and ${trouble === 'forbidden' ? 'the site does not let this token list the groups' : 'this API cannot list the groups'}.`,
        remedy: 'Give the id of the group instead.',
      };
    case 'ambiguous':
      return {
        ...findingOf(draft, 'unknown-group'),
        message: 'The editors name a user group that the site does not know.',
        forTeam: `Several have the name ${nameOf(one)}, in one case or another.`,
        remedy,
      };
    case 'unknown':
      return {
        ...findingOf(draft, 'unknown-group'),
        message: 'The editors name a user group that the site does not know.',
        forTeam: `It is ${nameOf(one)}.`,
        remedy,
      };
  }
}

function nameOf(one: number | string): string {
  return typeof one === 'number' ? String(one) : `“${one}”`;
}

function findingOf({ key: source, provenance, place }: Draft, rule: string) {
  return { rule, severity: 'error', source, provenance, place } as const;
}
