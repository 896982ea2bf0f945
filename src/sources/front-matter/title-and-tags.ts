import { isPlainLine } from './is-plain-line.ts';
import { textOf, type Entry, type YamlReader } from './yaml-reader.ts';

/** A title, and the offset of the line that it stands in. */
export interface FoundTitle {
  readonly title: string;
  readonly offset: number;
}

/** The tags, and the offset of the line that they stand in or begin in. */
export interface FoundTags {
  readonly tags: readonly string[];
  readonly offset: number;
}

/** Reads a title: one line, without blanks around it. Null (with a problem) where it is no text. */
export function readTitle(reader: YamlReader, entry: Entry): FoundTitle | null {
  const title = textOf(entry.value)?.trim() ?? null;
  if (title === null) {
    reader.unexpected(entry, 'a text', 'Write the title in quotes.');
    return null;
  }
  if (!isPlainLine(title)) {
    reader.unexpected(entry, 'one line without control characters', 'Write the title on one line.');
    return null;
  }
  return { title, offset: entry.keyOffset };
}

/** Reads a list of tags, each once. Null (with problems) where something in it is no tag. */
export function readTags(reader: YamlReader, entry: Entry): FoundTags | null {
  const items = reader.items(entry, 'a list of tags, such as [tls, security]');
  if (items === null) return null;
  const tags = new Set<string>();
  for (const item of items) {
    const tag = textOf(item.value);
    if (tag === null)
      reader.unexpected(item, 'a tag', 'Write the tag as text, in quotes if need be.');
    else tags.add(tag);
  }
  return { tags: [...tags], offset: entry.keyOffset };
}
