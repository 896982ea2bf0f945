import type { Named, NamedPeople } from '../model/named.ts';
import type { PostContent } from '../model/post.ts';
import { line, type Line } from './line.ts';

/** What the site knows of a tag that steps name. */
export interface TagNote {
  readonly tag: string;
  /** `replaced`: their posts show others in its place. `unknown`: it was not looked up. */
  readonly state: 'exists' | 'missing' | 'replaced' | 'unknown';
  readonly replacedBy: readonly string[];
  /** The sources of these steps. */
  readonly sources: readonly string[];
  /** How many people are its subject matter experts; null where it has none, or nothing tells. */
  readonly expertCount: number | null;
  /** Who they are; null where they were not asked for, or could not be. */
  readonly experts: NamedPeople | null;
}

/** So many experts of a tag are named, of users and of groups each. */
const mostNamed = 10;

/** Who the editors are that the steps name by their ids, a part a person. */
export function editorLines(
  { users, groups }: NamedPeople,
  contents: readonly (PostContent | null)[],
): (readonly Line[])[] {
  const named = { users: new Set<number>(), groups: new Set<number>() };
  for (const content of contents) {
    if (content?.kind !== 'article' || !content.permissions) continue;
    for (const id of content.permissions.users) named.users.add(id);
    for (const id of content.permissions.groups) named.groups.add(id);
  }
  const told = [
    ...users.flatMap(({ id, name }) => (named.users.has(id) ? [`* user ${id}: ${name}`] : [])),
    ...groups.flatMap(({ id, name }) => (named.groups.has(id) ? [`* group ${id}: ${name}`] : [])),
  ];
  return underHeading('who these editors are:', told);
}

/** What becomes of the tags, and whom to ask about them, a part a tag. */
export function tagLines(tags: readonly TagNote[]): (readonly Line[])[] {
  const namesOf = (state: TagNote['state']) =>
    tags.flatMap((note) => (note.state === state && !note.expertCount ? [note.tag] : []));
  const [present, unknown] = [namesOf('exists'), namesOf('unknown')];
  return underHeading('tags, and whom to ask about them (subject matter experts):', [
    ...tags.flatMap((note) => {
      const told = [...stateText(note), ...expertText(note)];
      return told.length > 0 ? [`* ${note.tag}: ${told.join('; ')}`] : [];
    }),
    ...(present.length > 0 ? [`* on the site already: ${present.join(', ')}`] : []),
    ...(unknown.length > 0 ? [`* not looked up: ${unknown.join(', ')}`] : []),
  ]);
}

function stateText({ state, replacedBy }: TagNote): string[] {
  if (state === 'replaced')
    return [
      replacedBy.length > 0
        ? `the site shows ${replacedBy.join(', ')} in its place, which is no difference`
        : 'the site leaves it out, which is no difference',
    ];
  if (state === 'missing')
    return [
      'not on the site: it is created, where the account may (else `tag-refused`), or replaced, where it is a synonym',
    ];
  return [];
}

function expertText({ expertCount, experts }: TagNote): string[] {
  if (!expertCount) return [];
  if (!experts) return [`${expertCount} of its experts, who were not looked up`];
  const people = [
    ...some(experts.users, ({ id, name }) => `${name} (${id})`),
    ...some(experts.groups, ({ id, name }) => `the group ${name} (${id})`),
  ];
  return people.length > 0 ? [`ask ${people.join(', ')}`] : [];
}

function some(named: readonly Named[], text: (one: Named) => string): string[] {
  const more = named.length - mostNamed;
  return [...named.slice(0, mostNamed).map(text), ...(more > 0 ? [`${more} more`] : [])];
}

function underHeading(heading: string, texts: readonly string[]): (readonly Line[])[] {
  return texts.map((text, index) => [
    ...(index === 0 ? [line(''), line(heading, 'heading')] : []),
    line(text),
  ]);
}
