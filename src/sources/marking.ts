import { isMap, isScalar, type YAMLMap } from 'yaml';
import { articleTypes, type ArticleType, type Editors } from '../model/draft.ts';
import { nearestName } from '../model/nearest-name.ts';
import { readEditors } from './editors.ts';
import { readTags, readTitle, type FoundTitle } from './title-and-tags.ts';
import { isNull, textOf, type Entry, type YamlReader } from './yaml-reader.ts';

/** What a front matter says of its file. Null: it does not say. */
export interface Marking {
  readonly as: 'article' | 'faq';
  /** Where `stack` stands. */
  readonly offset: number;
  readonly id: string | null;
  readonly title: FoundTitle | null;
  readonly tags: readonly string[] | null;
  readonly type: ArticleType | null;
  readonly editors: Editors | null;
}

const forms = ['article', 'faq'];
const keys = ['as', 'id', 'title', 'tags', 'type', 'editors', 'level'];

/**
 * Reads what a front matter says of publishing its file: null where it is not marked, or where
 * `reader` has problems with the mark itself.
 */
export function readMarking(reader: YamlReader, map: YAMLMap): Marking | null {
  const stack = reader.entry(map, 'stack');
  if (stack === null) return null;
  if (isScalar(stack.value) && stack.value.value === false) return null;
  const own = isMap(stack.value) ? stack.value : null;
  if (own !== null) reader.unknownKeys(own, keys, 'stack');
  const as =
    own === null ? stack : (reader.entry(own, 'as') ?? { ...stack, key: 'as', value: null });
  const form = readForm(reader, as, own !== null);
  const get = (key: string): Entry | null => (own === null ? null : reader.entry(own, key));
  const title = get('title') ?? reader.entry(map, 'title');
  const tags = get('tags') ?? reader.entry(map, 'tags');
  const read = {
    offset: stack.keyOffset,
    id: readId(reader, get('id')),
    title: title === null ? null : readTitle(reader, title),
    tags: tags === null ? null : readTags(reader, tags),
    type: readType(reader, get('type')),
    editors: readEditors(reader, get('editors')),
  };
  const level = get('level');
  if (level !== null && form === 'article') {
    reader.problem(
      level.keyOffset,
      '`level` is set for an article, expected it with `faq` only.',
      'Remove `level`.',
    );
  }
  return { ...read, as: form ?? 'article' };
}

function readForm(reader: YamlReader, entry: Entry, inMap: boolean): 'article' | 'faq' | null {
  const text = textOf(entry.value);
  if (text === 'article' || text === 'faq') return text;
  const near = text === null ? null : nearestName(text, forms);
  const remedy = near === null ? 'Write `article` or `faq`.' : `Write \`${near}\`.`;
  if (inMap && isNull(entry.value)) {
    reader.problem(
      entry.keyOffset,
      'The map `stack` has no `as`, expected article or faq.',
      remedy,
    );
  } else {
    reader.unexpected(entry, 'article or faq', remedy);
  }
  return null;
}

function readId(reader: YamlReader, entry: Entry | null): string | null {
  if (entry === null) return null;
  const text = textOf(entry.value);
  if (text !== null && /^[A-Za-z0-9._-]{1,100}$/.test(text)) return text;
  reader.unexpected(entry, 'up to 100 letters, digits, `.`, `_` or `-`');
  return null;
}

function readType(reader: YamlReader, entry: Entry | null): ArticleType | null {
  if (entry === null) return null;
  const text = textOf(entry.value);
  const type = articleTypes.find((type) => type === text);
  if (type !== undefined) return type;
  const near = text === null ? null : nearestName(text, articleTypes);
  reader.unexpected(
    entry,
    `one of ${articleTypes.join(', ')}`,
    near === null ? 'Write one of these types, or remove it.' : `Write \`${near}\`.`,
  );
  return null;
}
