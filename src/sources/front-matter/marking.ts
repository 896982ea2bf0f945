import { isMap, isScalar, type YAMLMap } from 'yaml';
import { articleTypes, type ArticleType, type Editors } from '../../model/draft.ts';
import { nearestName } from '../../model/nearest-name.ts';
import { readEditors } from './editors.ts';
import type { Problem } from '../problem.ts';
import { readTags, readTitle, type FoundTags, type FoundTitle } from './title-and-tags.ts';
import { isNull, textOf, type Entry, type YamlReader } from './yaml-reader.ts';

/** What a front matter says of its source. Null: it does not say. */
export interface Marking {
  readonly as: 'article' | 'faq';
  /** Where `stack` stands; the start of the front matter where it is absent. */
  readonly offset: number;
  readonly id: string | null;
  readonly title: FoundTitle | null;
  readonly tags: FoundTags | null;
  readonly type: ArticleType | null;
  readonly editors: Editors | null;
  /** The level of the question headings, only for a FAQ. */
  readonly level: number | null;
  /** What is set and means nothing for a FAQ. */
  readonly unused: readonly Problem[];
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
  const as =
    own === null ? stack : (reader.entry(own, 'as') ?? { ...stack, key: 'as', value: null });
  const form = readForm(reader, as, own !== null);
  return readSettings(reader, map, form ?? 'article');
}

/**
 * Reads the front matter of a note, whose form its pull request's label tells: `stack` may be absent,
 * and must not say otherwise.
 */
export function readNoteMarking(reader: YamlReader, map: YAMLMap, form: Marking['as']): Marking {
  const stack = reader.entry(map, 'stack');
  const as = stack !== null && isMap(stack.value) ? reader.entry(stack.value, 'as') : stack;
  const said = as === null ? null : readForm(reader, as, false);
  if (as !== null && said !== null && said !== form) {
    const remedy = `Write \`${form}\`, or change the label.`;
    reader.unexpected(as, `${form}, as the pull request's label says`, remedy);
  }
  return readSettings(reader, map, form);
}

function readSettings(reader: YamlReader, map: YAMLMap, form: Marking['as']): Marking {
  const stack = reader.entry(map, 'stack');
  const own = stack !== null && isMap(stack.value) ? stack.value : null;
  if (own !== null) reader.unknownKeys(own, keys, 'stack');
  const get = (key: string): Entry | null => (own === null ? null : reader.entry(own, key));
  const title = get('title') ?? reader.entry(map, 'title');
  const tags = get('tags') ?? reader.entry(map, 'tags');
  const level = get('level');
  const read = {
    offset: stack?.keyOffset ?? reader.start,
    id: readId(reader, get('id')),
    title: title === null ? null : readTitle(reader, title),
    tags: tags === null ? null : readTags(reader, tags),
    type: readType(reader, get('type')),
    editors: readEditors(reader, get('editors')),
  };
  if (level !== null && form === 'article') {
    reader.problem(
      level.keyOffset,
      '`level` is set for an article, expected it with `faq` only.',
      'Remove `level`.',
    );
  }
  const ofArticles = form === 'article' ? [] : [get('title'), get('type'), get('editors')];
  return {
    ...read,
    as: form,
    level: form === 'article' ? null : readLevel(reader, level),
    unused: ofArticles.filter((entry) => entry !== null).map(unusedSetting),
  };
}

function unusedSetting({ key, keyOffset: offset }: Entry): Problem {
  return {
    rule: 'unused-setting',
    severity: 'warning',
    offset,
    message: `\`${key}\` is set for a FAQ, expected it with \`article\` only: a question has none of it.`,
    remedy: `Remove \`${key}\`.`,
  };
}

function readLevel(reader: YamlReader, entry: Entry | null): number | null {
  if (entry === null) return null;
  const text = textOf(entry.value) ?? '';
  if (/^[1-6]$/.test(text)) return Number(text);
  reader.unexpected(entry, 'the level of the question headings, from 1 to 6');
  return null;
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
