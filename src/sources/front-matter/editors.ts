import { isMap } from 'yaml';
import type { Editors } from '../../model/draft.ts';
import { isPlainLine } from './is-plain-line.ts';
import { textOf, type Entry, type YamlReader } from './yaml-reader.ts';

/** Reads who may edit a post. Null where it is not said, or (with problems) not understood. */
export function readEditors(reader: YamlReader, entry: Entry | null): Editors | null {
  if (entry === null) return null;
  const text = textOf(entry.value);
  if (text === 'everyone' || text === 'owner') return text;
  if (!isMap(entry.value)) {
    reader.unexpected(entry, 'everyone, owner, or a map with users and groups');
    return null;
  }
  const problems = reader.problems.length;
  reader.unknownKeys(entry.value, ['users', 'groups'], 'editors');
  const lists = {
    users: reader.entry(entry.value, 'users'),
    groups: reader.entry(entry.value, 'groups'),
  };
  const users = readList(reader, lists.users, 'a user id or an e-mail address', isAddress);
  const groups = readList(reader, lists.groups, 'the id or the name of a user group', isName);
  if (users.length + groups.length === 0 && reader.problems.length === problems) {
    reader.problem(
      entry.offset,
      '`editors` names nobody, expected at least one user or group.',
      'Name a user or a group, or write `owner`.',
    );
  }
  return { users, groups };
}

function readList(
  reader: YamlReader,
  entry: Entry | null,
  expected: string,
  accept: (text: string) => boolean,
): readonly (number | string)[] {
  const items = entry === null ? [] : (reader.items(entry, `a list, each item ${expected}`) ?? []);
  const found = new Set<number | string>();
  for (const item of items) {
    const text = textOf(item.value) ?? '';
    if (/^[1-9]\d{0,14}$/.test(text)) found.add(Number(text));
    else if (accept(text)) found.add(text);
    else reader.unexpected(item, expected);
  }
  return [...found];
}

function isAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(text) && isPlainLine(text);
}

function isName(text: string): boolean {
  return text.trim() !== '' && isPlainLine(text);
}
