import type * as z from 'zod/mini';
import { knownKeys, knownPaths } from './known-keys.ts';
import { nearestName } from '../model/nearest-name.ts';
import type { Problem } from './problem.ts';
import { configSchema } from './schema.ts';
import { quote, showValue } from './show-value.ts';
import type { YamlFile } from './yaml-file.ts';

type Issue = z.core.$ZodIssue;

const secretName = /token|passw|secret|credential|api[-_]?key|^pat$/i;

const join = (path: readonly PropertyKey[]) =>
  path.reduce<string>((name, key) => {
    if (typeof key === 'number') return `${name}[${key}]`;
    return name === '' ? String(key) : `${name}.${String(key)}`;
  }, '');

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
        ? (inner as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  );

/** Turns what the schema found into sentences with a place. */
export function schemaProblems(issues: readonly Issue[], file: YamlFile): Problem[] {
  return issues.flatMap((issue) => issueProblems(issue, [], file));
}

function issueProblems(
  issue: Issue,
  above: readonly PropertyKey[],
  file: YamlFile,
): readonly Problem[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.flatMap((key) => {
      const offset = file.keyAt(path, key);
      return offset === null ? [] : [unknownKey(path, key, offset)];
    });
  }
  if (issue.code === 'invalid_union') {
    const meant = meantOption(issue.errors);
    if (meant !== null) return meant.flatMap((inner) => issueProblems(inner, path, file));
  }
  if (issue.code === 'invalid_key') {
    const key = String(path.at(-1));
    const offset = file.keyAt(path.slice(0, -1), key);
    const expected = issue.issues[0]?.message ?? 'a name';
    return offset === null
      ? []
      : [
          {
            offset,
            message: `the key ${quote(key)} in ${join(path.slice(0, -1))}, expected ${expected}`,
          },
        ];
  }
  const value = at(file.value, path);
  const name = path.length === 0 ? 'the file' : join(path);
  const seen = value === undefined ? 'is missing' : seenIn(value, path.length === 0);
  const insecure = issue.code === 'custom' && issue.params?.['insecure'] === true;
  return [
    {
      offset: file.valueAt(path),
      message: `${name} ${seen}, expected ${issue.message}`,
      ...(insecure ? { insecure } : {}),
    },
  ];
}

const seenIn = (value: unknown, whole: boolean) =>
  whole ? `holds ${showValue(value)}` : `is ${showValue(value)}`;

/** Of a choice, the option whose outermost form fits what was written; null where none or several do. */
function meantOption(options: readonly (readonly Issue[])[]): readonly Issue[] | null {
  const fitting = options
    .flatMap(withinChoices)
    .filter((issues) => !issues.some(({ code, path }) => path.length === 0 && isForm(code)));
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

const isForm = (code: Issue['code']) => code === 'invalid_type' || code === 'invalid_value';

/** Opens an option that is a choice itself. */
function withinChoices(issues: readonly Issue[]): readonly (readonly Issue[])[] {
  const only = issues.length === 1 ? issues[0] : undefined;
  return only?.code === 'invalid_union' && only.path.length === 0
    ? only.errors.flatMap(withinChoices)
    : [issues];
}

function unknownKey(path: readonly PropertyKey[], key: string, offset: number): Problem {
  const name = path.length === 0 ? quote(key) : `${quote(key)} in ${join(path)}`;
  if (secretName.test(key)) {
    return {
      offset,
      message: `the key ${name} looks like a secret, expected none in this file`,
      remedy:
        'Take the secret out of the file, revoke it if it was committed, and set it in the environment: STACK_ACCESS_TOKEN, STACK_API_KEY or GITHUB_TOKEN.',
    };
  }
  const known = knownKeys(configSchema, path);
  const nearest = nearestName(key, known) ?? elsewhere(key);
  const expected =
    nearest === null ? `expected one of ${known.join(', ')}` : `did you mean ${nearest}?`;
  return { offset, message: `unknown key ${name}, ${expected}` };
}

/** A key that is known, but in another map; the outermost one. */
function elsewhere(key: string): string | null {
  const paths = outermostPaths();
  const nearest = nearestName(key, Array.from(paths.keys()));
  return nearest === null ? null : (paths.get(nearest) ?? null);
}

let outermost: Map<string, string> | null = null;

/** The path of each known key, by its name. */
function outermostPaths(): ReadonlyMap<string, string> {
  if (outermost !== null) return outermost;
  outermost = new Map();
  const depth = (path: string) => path.split('.').length;
  for (const path of knownPaths(configSchema).toSorted((a, b) => depth(a) - depth(b))) {
    const name = path.slice(path.lastIndexOf('.') + 1);
    if (!outermost.has(name)) outermost.set(name, path);
  }
  return outermost;
}
