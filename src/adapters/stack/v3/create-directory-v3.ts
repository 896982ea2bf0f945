import { isObject } from '../../../model/is-object.ts';
import type { Named } from '../../../model/named.ts';
import type { Directory, KnownTag } from '../../../ports/directory.ts';
import { idText, isId, isUserId } from '../ids.ts';
import type { openV3Exchange } from './v3-exchange.ts';

/** The site's ids have 32 bits; it refuses a request with a longer one as malformed. */
const mostId = 2_147_483_647;
/** So much of a name is read, in UTF-16 units. */
const longestName = 100;
/** So many of a tag's experts are read. */
const mostExperts = 100;

/** So many tags are remembered. */
const mostSeen = 10_000;

/** The tags that a run has seen on posts, by their names in lower case: these need no request. */
export interface SeenTags {
  readonly byName: ReadonlyMap<string, KnownTag>;
  /** Takes in the tags of a post of the site's. */
  note(post: unknown): void;
}

export function createSeenTags(): SeenTags {
  const byName = new Map<string, KnownTag>();
  return {
    byName,
    note(post) {
      const tags = isObject(post) ? post['tags'] : null;
      if (!Array.isArray(tags) || byName.size > mostSeen) return;
      for (const tag of tags.flatMap(toTag)) byName.set(tag.name.toLowerCase(), tag);
    },
  };
}

/** Looks up users, user groups, tags and their experts over API v3. */
export function createDirectoryV3(
  exchange: Pick<ReturnType<typeof openV3Exchange>, 'find' | 'page' | 'items'>,
  seen: SeenTags['byName'],
): Directory {
  return {
    async userByEmail(email) {
      const path = `/users/by-email/${encodeURIComponent(email.toWellFormed())}`;
      const user = await exchange.find(path, {
        doing: 'look up a user by e-mail address',
        forbidden: "Name users by their ids: looking up an address takes an administrator's token.",
      });
      return toNamed(user?.model, isUserId);
    },

    async user(id) {
      if (id > mostId) return null;
      const user = await exchange.find(`/users/${idText(id)}`, { doing: `look up user ${id}` });
      return toNamed(user?.model, isUserId);
    },

    async groups() {
      const purpose = { doing: 'list the user groups' };
      const groups: Named[] = [];
      for await (const item of exchange.items('/user-groups', purpose, 'a list of user groups')) {
        const group = toNamed(item, isId);
        if (group) groups.push(group);
      }
      return groups;
    },

    async tags(names, mostRequests) {
      const found = new Map<string, KnownTag | null>();
      for (const name of names) {
        const tag = seen.get(name.toLowerCase());
        if (tag) found.set(name, tag);
      }
      const open = new Set(names.filter((name) => !found.has(name)));
      const ask = async (query: string, about: readonly string[]) => {
        const purpose = { doing: 'look up tags' };
        const page = await exchange.page(`/tags?${query}`, 1, purpose, 'a list of tags');
        const tags = new Map(page.items.flatMap(toTag).map((tag) => [tag.name.toLowerCase(), tag]));
        for (const name of about) {
          const tag = tags.get(name.toLowerCase());
          // Where there are more pages, what is on none of those seen may still be there.
          if (!tag && !page.last) continue;
          found.set(name, tag ?? null);
          open.delete(name);
        }
      };
      const byName = (name: string) =>
        ask(`partialName=${encodeURIComponent(name.toWellFormed())}&sort=name&order=asc`, [name]);
      let left = mostRequests;
      if (open.size > 1 && left > 0) {
        left -= 1;
        await ask('sort=postCount&order=desc', [...open]);
      }
      await Promise.all([...open].slice(0, left).map(byName));
      return found;
    },

    async expertsOf(tag) {
      const path = `/tags/${idText(tag)}/subject-matter-experts`;
      const experts = await exchange.find(path, { doing: `look up the experts of tag ${tag}` });
      const { users, userGroups } = experts?.model ?? {};
      return { users: manyNamed(users, isUserId), groups: manyNamed(userGroups, isId) };
    },
  };
}

function manyNamed(value: unknown, isGood: typeof isId): Named[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, mostExperts).flatMap((item: unknown) => toNamed(item, isGood) ?? []);
}

function toNamed(value: unknown, isGood: typeof isId): Named | null {
  if (!isObject(value) || !isGood(value['id'])) return null;
  const { id, name } = value;
  return { id, name: typeof name === 'string' ? name.slice(0, longestName).toWellFormed() : '' };
}

function toTag(value: unknown): KnownTag[] {
  const named = toNamed(value, isId);
  if (!named || !isObject(value)) return [];
  const experts = value['subjectMatterExpertCount'];
  return [{ ...named, experts: isId(experts) ? experts : null }];
}
