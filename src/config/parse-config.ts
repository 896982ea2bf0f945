import * as z from 'zod/mini';
import { Fault } from '../model/error.ts';
import { isObject } from '../model/is-object.ts';
import { nearestName } from '../model/nearest-name.ts';
import { docsAddress } from '../model/version.ts';
import { rememberFile } from './config-places.ts';
import { configProblem, type ConfigProblem } from './config-problem.ts';
import { schemaProblems } from '../yaml/schema-problems.ts';
import { configSchema, type Config } from './schema.ts';
import { quote, visible } from '../yaml/show-value.ts';
import { readYaml, type YamlFile } from '../yaml/yaml-file.ts';
import type { YamlTree } from '../yaml/yaml-tree.ts';

/** What of a configuration cannot be done. */
export interface ConfigLack {
  readonly path: readonly string[];
  /** What was seen, and what was expected. */
  readonly message: string;
}

interface Known {
  /** The rules that `rules:` may name. */
  readonly ids: readonly string[];
  /** Those that always are errors, because the site would refuse the post. */
  readonly fixed: readonly string[];
  /** What the program cannot do of a valid configuration; nothing where left out. */
  readonly lacks?: (config: Config) => readonly ConfigLack[];
}

const longest = 256 * 1024;

/**
 * Reads the configuration file and fills in the defaults.
 *
 * `file` is its name for messages. Throws one `config-invalid` that lists every problem as
 * `file:line:column: what was seen, expected what`, what is missing at the end, its place being the
 * first; `insecure-url` where
 * the only trouble is an address that would send the token unprotected.
 */
export function parseConfig(text: string, file: string, known: Known): Config {
  if (text.length > longest) {
    throw new Fault(
      'usage',
      'config-invalid',
      `Cannot read the configuration ${visible(file)}: ${text.length} characters, expected at most ${longest}.`,
      { remedy: 'Name a configuration file.', place: { file, line: null, column: null } },
    );
  }
  const yaml = readYaml(text);
  const problems: ConfigProblem[] = [...yaml.problems];
  if (yaml.tree !== null) {
    const { tree } = yaml;
    const parsed = z.safeParse(configSchema, tree.value ?? {});
    const found = parsed.success ? [] : schemaProblems(parsed.error.issues, tree, configSchema);
    problems.push(...found.map(configProblem), ...ruleProblems(tree, known));
    const lacks = (parsed.success && known.lacks?.(parsed.data)) || [];
    problems.push(...lacks.map(({ path, message }) => ({ offset: tree.valueAt(path), message })));
    if (parsed.success && problems.length === 0) {
      const placeOf = (path: readonly PropertyKey[]) => ({
        file,
        ...yaml.position(tree.valueAt(path)),
      });
      rememberFile(parsed.data, { placeOf, value: tree.value });
      return parsed.data;
    }
  }
  throw toFault(problems, file, yaml);
}

/** Checks the names under `rules:` in the raw file, so that they are reported beside other problems. */
function ruleProblems(tree: YamlTree, known: Known): ConfigProblem[] {
  const rules: unknown = (tree.value as { rules?: unknown } | null)?.rules;
  if (!isObject(rules)) return [];
  return Object.entries(rules).flatMap(([id, severity]): ConfigProblem[] => {
    if (!known.ids.includes(id)) {
      const nearest = nearestName(id, known.ids);
      const expected =
        nearest === null ? `expected one of ${known.ids.join(', ')}` : `did you mean ${nearest}?`;
      return [
        { offset: tree.keyAt(['rules'], id), message: `unknown rule ${quote(id)}, ${expected}` },
      ];
    }
    if (!known.fixed.includes(id) || (severity !== 'off' && severity !== 'warning')) return [];
    return [
      {
        offset: tree.valueAt(['rules', id]),
        message: `rules.${id} is ${quote(severity)}, expected error: the site refuses such a post`,
      },
    ];
  });
}

function toFault(problems: readonly ConfigProblem[], file: string, yaml: YamlFile): Fault<'usage'> {
  const sorted = problems
    .map((problem) => ({ ...problem, ...yaml.position(problem.offset) }))
    .sort(
      (a, b) =>
        Number(a.missing ?? false) - Number(b.missing ?? false) ||
        a.line - b.line ||
        a.column - b.column,
    );
  const lines = new Set(
    sorted.map(({ line, column, message }) => `${visible(file)}:${line}:${column}: ${message}`),
  );
  const [first] = sorted;
  const insecure = sorted.length > 0 && sorted.every((problem) => problem.insecure === true);
  const heading =
    lines.size === 1
      ? 'Cannot read the configuration: '
      : `Cannot read the configuration, ${lines.size} problems:\n`;
  const remedy = insecure
    ? 'Use an https:// address.'
    : `Correct these places; ${docsAddress}/configuration.md describes every key.`;
  const message = heading + [...lines].join('\n');
  return new Fault('usage', insecure ? 'insecure-url' : 'config-invalid', message, {
    remedy: sorted.find((problem) => problem.remedy !== undefined)?.remedy ?? remedy,
    place: first ? { file, line: first.line, column: first.column } : null,
  });
}
