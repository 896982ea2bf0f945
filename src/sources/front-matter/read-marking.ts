import * as z from 'zod/mini';
import type { FrontMatter } from '../../markdown/front-matter.ts';
import type { ArticleType, Editors } from '../../model/draft.ts';
import { isObject } from '../../model/is-object.ts';
import type { Instant } from '../../model/post.ts';
import { schemaProblems, type SchemaProblem } from '../../yaml/schema-problems.ts';
import { readYaml } from '../../yaml/yaml-file.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import type { Problem } from '../reading.ts';
import { draftKeys, draftMarks } from './draft-marks.ts';
import { frontMatterSchemas, pinnedId } from './front-matter-schema.ts';

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
  /** What is set and means nothing for a FAQ, and what marks a draft for another tool. */
  readonly warnings: readonly Problem[];
}

/** Why a front matter is not understood, and the id that it has all the same. */
interface BadFrontMatter {
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
 * must not say otherwise. `now`: a day after it is in the future.
 */
export function readMarking(
  text: string,
  { start, end }: Pick<FrontMatter, 'start' | 'end'>,
  { label = null, now = Infinity }: { readonly label?: Form | null; readonly now?: Instant } = {},
): Marking | BadFrontMatter | null {
  const bad = (offset: number, seen: string): BadFrontMatter => ({
    problems: [problemAt(start + offset, seen, 'Correct the YAML between the `---` lines.')],
    id: null,
  });
  if (end - start > longest) {
    return bad(0, `it has ${end - start} characters, expected at most ${longest}`);
  }
  const { tree, problems } = readYaml(text.slice(start, end), [
    'stack',
    'title',
    'tags',
    ...draftKeys,
  ]);
  const [broken] = problems;
  if (broken !== undefined) return bad(Math.min(broken.offset, end - start), broken.message);
  const map = tree?.value;
  if (label === null && typeof map === 'string' && /^stack:\S/.test(map))
    return bad(0, 'it is the text `stack:…`, expected a blank behind the colon');
  if (tree === null || !isObject(map)) return null;
  if (label === null && (isAbsent(map['stack']) || map['stack'] === false)) return null;
  const marking = readMap(tree, map, { start, label });
  if ('problems' in marking) return marking;
  const drafts = draftMarks(map, now, (key) => start + tree.keyAt([], key));
  return { ...marking, warnings: [...marking.warnings, ...drafts] };
}

function readMap(
  tree: YamlTree,
  { stack, title, tags }: YamlMap,
  { start, label }: { readonly start: number; readonly label: Form | null },
): Marking | BadFrontMatter {
  const own = isObject(stack) ? stack : { as: stack };
  const form = label ?? (own['as'] === 'faq' ? 'faq' : 'article');
  const isSet = (key: string) => !isAbsent(own[key]);
  const keyAt = (key: string) => start + tree.keyAt(isSet(key) ? ['stack'] : [], key);
  const problems: Problem[] = [];
  const schema = frontMatterSchemas[label ?? 'any'];
  // What `stack` says itself leaves the other title and tags to other tools, whatever these hold.
  const read = z.safeParse(schema, {
    stack: isObject(stack) && form === 'article' ? { ...stack, level: null } : stack,
    title: isSet('title') ? null : title,
    tags: isSet('tags') ? null : tags,
  });
  if (!read.success) {
    const found = schemaProblems(read.error.issues, tree, schema);
    problems.push(...found.map((problem) => schemaProblem(problem, start)));
  }
  if (label === null && isAbsent(own['as'])) {
    const seen = 'the map `stack` has no `as`, expected `article` or `faq`';
    problems.push(problemAt(keyAt('stack'), seen, 'Write `as: article` or `as: faq`.'));
  }
  if (form === 'article' && isSet('level')) {
    const seen = '`level` is set for an article, expected it with `faq` only';
    problems.push(problemAt(keyAt('level'), seen, 'Remove `level`.'));
  }
  if (!read.success || problems.length > 0) {
    problems.sort((a, b) => a.offset - b.offset);
    return { problems, id: z.safeParse(pinnedId, own['id']).data ?? null };
  }
  const { stack: settings, ...beside } = read.data;
  const ownTitle = settings?.title ?? beside.title ?? null;
  const ownTags = settings?.tags ?? beside.tags ?? null;
  const unused = form === 'article' ? [] : ['title', 'type', 'editors'].filter(isSet);
  return {
    as: form,
    offset: keyAt('stack'),
    id: settings?.id ?? null,
    title: ownTitle === null ? null : { title: ownTitle, offset: keyAt('title') },
    tags: ownTags === null ? null : { tags: ownTags, offset: keyAt('tags') },
    type: settings?.type ?? null,
    editors: settings?.editors ?? null,
    level: settings?.level ?? null,
    warnings: unused.map((key) => unusedSetting(key, keyAt(key))),
  };
}

function isAbsent(value: unknown): boolean {
  return value === null || value === undefined;
}

/** Says why a front matter is not read. */
function problemAt(offset: number, seen: string, remedy: string): Problem {
  const message = `The front matter cannot be read: ${seen.replace(/\.?$/, '.')}`;
  return { rule: 'front-matter', offset, message, remedy };
}

/** Says what the schema does not accept; `start` is the offset of the front matter. */
function schemaProblem(problem: SchemaProblem, start: number): Problem {
  const { offset, seen, expected, nearest, unknown } = problem;
  const correct = nearest === null ? `Write ${expected}` : `Write \`${nearest}\``;
  const remedy = unknown !== null && nearest === null ? 'Remove it.' : `${correct}, or remove it.`;
  return problemAt(start + offset, `${seen}, expected ${expected}`, remedy);
}

/** Warns of a setting that means nothing for a FAQ. */
function unusedSetting(key: string, offset: number): Problem {
  return {
    rule: 'unused-setting',
    severity: 'warning',
    offset,
    message: `\`${key}\` is set for a FAQ, expected it with \`article\` only: a question has none of it.`,
    remedy: `Remove \`${key}\`.`,
  };
}
