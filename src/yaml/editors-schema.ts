import * as z from 'zod/mini';
import { about, line, text } from './fields.ts';

const aPerson = "a user's id (a positive whole number) or e-mail address";
const aGroup = "a user group's id (a positive whole number) or name";
const address = /^[^\s@\p{Cc}\p{Cs}]{1,100}@[^\s@\p{Cc}\p{Cs}]{1,200}$/u;

const listOf = <Item extends z.core.$ZodType>(item: Item, expected: string, description: string) =>
  about(z.prefault(z.nullable(z.array(item, expected)), []), description);

/** Who may edit a post. `idOf` is the schema of an id. */
export function editorsSchema<Id extends z.core.$ZodType<number>>(idOf: (expected: string) => Id) {
  const person = z.union([idOf(aPerson), text(aPerson, address)], aPerson);
  const group = z.union([idOf(aGroup), line(aGroup)], aGroup);
  const named = z.strictObject({
    users: listOf(
      person,
      'a list of user ids or e-mail addresses',
      'Users by id, or by e-mail address where the token may look it up.',
    ),
    groups: listOf(group, 'a list of user groups', 'User groups by id or name.'),
  });
  const each = z.transform(({ users, groups }: z.output<typeof named>) => ({
    users: [...new Set(users)],
    groups: [...new Set(groups)],
  }));
  const somebody = z.refine<z.output<typeof each>>(
    ({ users, groups }) => users.length + groups.length > 0,
    'at least one user or group',
  );
  return z.union(
    [z.enum(['everyone', 'owner']), z.pipe(named, each).check(somebody)],
    'everyone, owner, or a map with users and groups',
  );
}
