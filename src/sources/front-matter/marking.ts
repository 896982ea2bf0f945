import * as z from 'zod/mini';
import type { FrontMatter } from '../../markdown/front-matter.ts';
import type { ArticleType, Editors } from '../../model/draft.ts';
import { schemaProblems } from '../../yaml/schema-problems.ts';
import { readYaml, type YamlFile } from '../../yaml/yaml-file.ts';
import type { Problem } from '../problem.ts';
import { frontMatterSchema, pinnedId } from './front-matter-schema.ts';
import { problemAt, schemaProblem, unusedSetting } from './front-matter-problem.ts';

/** What a front matter says of its source. Null: it does not say. */
export interface Marking {
  readonly as: 'article' | 'faq';
  /** Where `stack` stands; the start of the front matter where it is absent. */
  readonly offset: number;
  readonly id: string | null;
  /** With the offset of its key, as the tags. */
  readonly title: { readonly title: string; readonly offset: number } | null;
  readonly tags: { readonly tags: readonly string[]; readonly offset: number } | null;
  readonly type: ArticleType | null;
  readonly editors: Editors | null;
  /** The level of the question headings, only for a FAQ. */
  readonly level: number | null;
  /** What is set and means nothing for a FAQ. */
  readonly unused: readonly Problem[];
}

/** Why a front matter is not understood, and the id that it has all the same. */
export interface BadFrontMatter {
  readonly problems: readonly Problem[];
  readonly id: string | null;
}

type Form = Marking['as'];
type YamlMap = Readonly<Record<string, unknown>>;

/** Checking the keys of a map for doubles takes time by the square of their number. */
const longest = 32_768;

/**
 * Reads what a front matter says of publishing its source; null where it does not mark it.
 *
 * `label` is the form that the label of a pull request tells already: `stack` may be absent then, and
 * must not say otherwise.
 */
export function readMarking(
  text: string,
  { start, end }: Pick<FrontMatter, 'start' | 'end'>,
  label: Form | null = null,
): Marking | BadFrontMatter | null {
  const bad = (offset: number, seen: string): BadFrontMatter => ({
    problems: [problemAt(start + offset, seen, 'Correct the YAML between the `---` lines.')],
    id: null,
  });
  if (end - start > longest) {
    return bad(0, `it has ${end - start} characters, expected at most ${longest}`);
  }
  const yaml = readYaml(text.slice(start, end), ['stack', 'title', 'tags']);
  const [broken] = yaml.problems;
  if (broken !== undefined) return bad(Math.min(broken.offset, end - start), broken.message);
  if (!isMap(yaml.value)) return null;
  const { stack } = yaml.value;
  if (label === null && (isAbsent(stack) || stack === false)) return null;
  return readMap(yaml, yaml.value, { start, label });
}

function readMap(
  yaml: YamlFile,
  map: YamlMap,
  { start, label }: { readonly start: number; readonly label: Form | null },
): Marking | BadFrontMatter {
  const { stack } = map;
  const own = isMap(stack) ? stack : {};
  const said = isMap(stack) ? stack['as'] : stack;
  const form = label ?? (said === 'faq' ? 'faq' : 'article');
  const isSet = (key: string) => !isAbsent(own[key]);
  const keyAt = (key: string) => start + yaml.keyAt(isSet(key) ? ['stack'] : [], key);
  const problems: Problem[] = [];
  // What `stack` says itself leaves the other title and tags to other tools, whatever these hold.
  const read = z.safeParse(frontMatterSchema, {
    stack: isMap(stack) && form === 'article' ? { ...stack, level: null } : stack,
    title: isSet('title') ? null : map['title'],
    tags: isSet('tags') ? null : map['tags'],
  });
  if (!read.success) {
    const found = schemaProblems(read.error.issues, yaml, frontMatterSchema);
    problems.push(...found.map((problem) => schemaProblem(problem, start)));
  }
  if (label === null && isAbsent(said)) {
    const seen = 'the map `stack` has no `as`, expected `article` or `faq`';
    problems.push(problemAt(keyAt('stack'), seen, 'Write `as: article` or `as: faq`.'));
  }
  if (label !== null && isForm(said) && said !== label) {
    const seen = `it says ${said}, expected ${label}, as the pull request's label says`;
    problems.push(problemAt(keyAt('stack'), seen, `Write \`${label}\`, or change the label.`));
  }
  if (form === 'article' && isSet('level')) {
    const seen = '`level` is set for an article, expected it with `faq` only';
    problems.push(problemAt(keyAt('level'), seen, 'Remove `level`.'));
  }
  if (!read.success || problems.length > 0) {
    problems.sort((a, b) => a.offset - b.offset);
    return { problems, id: z.safeParse(pinnedId, own['id']).data ?? null };
  }
  const settings = read.data.stack ?? {};
  const title = settings.title ?? read.data.title ?? null;
  const tags = settings.tags ?? read.data.tags ?? null;
  return {
    as: form,
    offset: keyAt('stack'),
    id: settings.id ?? null,
    title: title === null ? null : { title, offset: keyAt('title') },
    tags: tags === null ? null : { tags, offset: keyAt('tags') },
    type: settings.type ?? null,
    editors: settings.editors ?? null,
    level: settings.level ?? null,
    unused:
      form === 'article'
        ? []
        : ['title', 'type', 'editors'].filter(isSet).map((key) => unusedSetting(key, keyAt(key))),
  };
}

function isAbsent(value: unknown): boolean {
  return value === null || value === undefined;
}

function isMap(value: unknown): value is YamlMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isForm(value: unknown): value is Form {
  return value === 'article' || value === 'faq';
}
