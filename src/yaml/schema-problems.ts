import type * as z from 'zod/mini';
import { nearestName } from '../model/nearest-name.ts';
import { knownKeys } from './known-keys.ts';
import { quote, showValue } from './show-value.ts';
import type { YamlTree } from './yaml-tree.ts';

/** Something in a YAML file that its schema does not accept. */
export interface SchemaProblem {
  readonly offset: number;
  /** What was seen, as `limits.create is the text "x"`. */
  readonly seen: string;
  readonly expected: string;
  /** The name that was probably meant. */
  readonly nearest: string | null;
  /** Where a key is unknown: the key, and how to name it with its map. */
  readonly unknown: { readonly key: string; readonly name: string } | null;
  /** Whether nothing is there; its offset is then that of the map. */
  readonly missing: boolean;
  /** What a check of the schema says of itself. */
  readonly params: Readonly<Record<string, unknown>>;
}

type Path = readonly PropertyKey[];
type Issue = z.core.$ZodIssue;
type Tree = Pick<YamlTree, 'value' | 'valueAt' | 'keyAt'>;

/** Gives what a schema found the place and the value that it is about. */
export function schemaProblems(
  issues: readonly Issue[],
  tree: Tree,
  schema: z.core.$ZodType,
): readonly SchemaProblem[] {
  return issues.flatMap((issue) => problemsOf(issue, [], { tree, schema }));
}

function problemsOf(
  issue: Issue,
  above: Path,
  source: { readonly tree: Tree; readonly schema: z.core.$ZodType },
): readonly SchemaProblem[] {
  const { tree, schema } = source;
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, path);
    return issue.keys.map((key) => ({
      offset: tree.keyAt(path, key),
      seen: `unknown key ${keyName(path, key)}`,
      expected: `one of ${known.join(', ')}`,
      nearest: nearestName(key, known),
      unknown: { key, name: keyName(path, key) },
      missing: false,
      params: {},
    }));
  }
  if (issue.code === 'invalid_union') {
    const meant = meantOption(issue.errors);
    if (meant !== null) return meant.flatMap((inner) => problemsOf(inner, path, source));
  }
  const common = { nearest: null, unknown: null, missing: false, params: {} };
  if (issue.code === 'invalid_key') {
    const map = path.slice(0, -1);
    const key = String(path.at(-1));
    const expected = issue.issues[0]?.message ?? 'a name';
    const seen = `the key ${keyName(map, key)}`;
    return [{ ...common, offset: tree.keyAt(map, key), seen, expected }];
  }
  const value = valueOf(tree.value, path);
  return [
    {
      ...common,
      offset: tree.valueAt(path),
      seen: seenAt(path, value),
      missing: value === undefined,
      expected: issue.message,
      nearest: typeof value === 'string' ? nearestName(value, wordsOf(issue)) : null,
      params: (issue.code === 'custom' ? issue.params : null) ?? {},
    },
  ];
}

function seenAt(path: Path, value: unknown): string {
  if (path.length === 0) return `the file holds ${showValue(value)}`;
  return `${join(path)} is ${value === undefined ? 'missing' : showValue(value)}`;
}

function keyName(path: Path, key: string): string {
  return path.length === 0 ? quote(key) : `${quote(key)} in ${join(path)}`;
}

function join(path: Path): string {
  return path.reduce<string>((name, key) => {
    if (typeof key === 'number') return `${name}[${key}]`;
    return name === '' ? String(key) : `${name}.${String(key)}`;
  }, '');
}

function valueOf(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
        ? (inner as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  );
}

/** The words that would be accepted instead. */
function wordsOf(issue: Issue): readonly string[] {
  if (issue.code === 'invalid_union') {
    return issue.errors
      .flat()
      .filter(({ path }) => path.length === 0)
      .flatMap(wordsOf);
  }
  const values = issue.code === 'invalid_value' ? issue.values : [];
  return values.filter((value) => typeof value === 'string');
}

/** Of a choice, the option whose outermost form fits what was written; null where none or several do. */
function meantOption(options: readonly (readonly Issue[])[]): readonly Issue[] | null {
  const fitting = options
    .flatMap(withinChoices)
    .filter((issues) => !issues.some(({ code, path }) => path.length === 0 && isForm(code)));
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

function isForm(code: Issue['code']): boolean {
  return code === 'invalid_type' || code === 'invalid_value';
}

/** Opens an option that is a choice itself. */
function withinChoices(issues: readonly Issue[]): readonly (readonly Issue[])[] {
  const only = issues.length === 1 ? issues[0] : undefined;
  return only?.code === 'invalid_union' && only.path.length === 0
    ? only.errors.flatMap(withinChoices)
    : [issues];
}
