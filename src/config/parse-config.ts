import * as z from 'zod/mini';
import { Fault, type Place } from '../model/error.ts';
import { isObject } from '../model/is-object.ts';
import { nearestName } from '../model/nearest-name.ts';
import { docsAddress } from '../model/version.ts';
import { joinLayers, mergeOver, type ConfigLayer, type JoinedLayers } from './config-layers.ts';
import { rememberFile } from './config-places.ts';
import { configProblem, type ConfigProblem } from './config-problem.ts';
import { parseExtended, type Extended } from './extended.ts';
import { schemaProblems } from '../yaml/schema-problems.ts';
import { configSchema, type Config } from './schema.ts';
import { quote, visible } from '../yaml/show-value.ts';
import { readYaml } from '../yaml/yaml-file.ts';

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

/** The text of a file, and its name for messages. */
export interface ConfigText {
  readonly text: string;
  readonly name: string;
}

/** A configuration file that was read, without what it extends. */
export interface ReadConfig {
  /** What it extends, and where it says so; null: nothing. */
  readonly extended: { readonly from: Extended; readonly place: Place } | null;
  /**
   * Puts it over what it extends, and fills in the defaults. Null where that could not be read: what
   * is missing then is no problem. Throws as `parseConfig`.
   */
  readonly complete: (shared: ConfigText | null) => Config;
}

const longest = 256 * 1024;

/**
 * Reads a configuration file that extends none and fills in the defaults.
 *
 * `file` is its name for messages. Throws one `config-invalid` that lists every problem as
 * `file:line:column: what was seen, expected what`, what is missing at the end, its place being the
 * first; `insecure-url` where
 * the only trouble is an address that would send the token unprotected.
 */
export function parseConfig(text: string, file: string, known: Known): Config {
  return readConfig({ text, name: file }, known).complete(null);
}

/** Reads a configuration file. Throws as `parseConfig` for what is wrong with it by itself. */
export function readConfig(own: ConfigText, known: Known): ReadConfig {
  const layer = readLayer(own);
  const value = layer.yaml.tree?.value ?? {};
  const spec = isObject(value) ? value['extends'] : null;
  const from = typeof spec === 'string' ? parseExtended(spec) : null;
  if (from === null) return { extended: null, complete: () => validate([layer], value, known) };
  requirePart(layer, known, inFile);
  const joined = joinLayers([layer], value);
  const place = joined.placeAt(joined.valueAt(['extends']));
  return {
    extended: { from, place },
    complete(shared) {
      if (shared === null) return validate([layer], finished(value), known);
      const lower = readLayer(shared);
      const at = `${visible(place.file)}:${place.line}:${place.column}`;
      requirePart(lower, known, { ...inFile, isShared: true, whose: ` that ${at} extends` });
      const merged = mergeOver(value, lower.yaml.tree?.value ?? {});
      return validate([layer, lower], merged, known);
    },
  };
}

/** How a file is looked at. */
interface Look {
  /** Whether what is missing may stand in another file. */
  readonly isPart: boolean;
  readonly isShared: boolean;
  /** Added to `the configuration` in messages. */
  readonly whose: string;
}

const everything: Look = { isPart: false, isShared: false, whose: '' };
const inFile: Look = { ...everything, isPart: true };

function readLayer({ text, name }: ConfigText): ConfigLayer {
  if (text.length > longest) {
    throw new Fault(
      'usage',
      'config-invalid',
      `Cannot read the configuration ${visible(name)}: ${text.length} characters, expected at most ${longest}.`,
      { remedy: 'Name a configuration file.', place: { file: name, line: null, column: null } },
    );
  }
  return { file: name, length: text.length, yaml: readYaml(text) };
}

/** Throws for what is wrong with a file, whatever the other one says. */
function requirePart(layer: ConfigLayer, known: Known, look: Look): void {
  const { tree, problems } = layer.yaml;
  const joined = joinLayers([layer], tree?.value ?? {});
  const found = tree === null ? [] : valueProblems(joined, known, look).problems;
  const again: ConfigProblem[] =
    look.isShared && isObject(tree?.value) && Object.hasOwn(tree.value, 'extends')
      ? [
          {
            offset: tree.keyAt([], 'extends'),
            message: 'extends stands in a shared configuration, expected it in none of these',
          },
        ]
      : [];
  const all = [...problems, ...found, ...again];
  if (all.length > 0) throw toFault(all, joined, look);
}

function validate(layers: readonly ConfigLayer[], value: unknown, known: Known): Config {
  const joined = joinLayers(layers, value);
  // Those of a lower file are told by now.
  const syntax = layers[0]?.yaml.problems ?? [];
  const isRead = layers.every(({ yaml }) => yaml.tree !== null);
  const { problems, config } = isRead
    ? valueProblems(joined, known, everything)
    : { problems: [], config: null };
  const lacks = (config && known.lacks?.(config)) ?? [];
  const all = [
    ...syntax,
    ...problems,
    ...lacks.map(({ path, message }) => ({ offset: joined.valueAt(path), message })),
  ];
  if (config === null || all.length > 0) throw toFault(all, joined, everything);
  rememberFile(config, {
    names: layers.map(({ file }) => file),
    placeOf: (path) => joined.placeAt(joined.valueAt(path)),
    value,
    isShared: (path) => joined.layerOf(path) > 0,
  });
  return config;
}

function valueProblems(
  joined: JoinedLayers,
  known: Known,
  { isPart }: Look,
): { readonly problems: readonly ConfigProblem[]; readonly config: Config | null } {
  const parsed = z.safeParse(configSchema, joined.value);
  const found = parsed.success ? [] : schemaProblems(parsed.error.issues, joined, configSchema);
  const schema = found.map(configProblem).filter(({ missing }) => !(isPart && missing));
  return {
    problems: [...schema, ...ruleProblems(joined, known)],
    config: parsed.success ? parsed.data : null,
  };
}

/**
 * What a file says by itself, where the one that it extends could not be read: what that may hold is
 * left out, or stood for by something that is asked for nothing.
 */
function finished(value: unknown): unknown {
  const whole = isObject(value) ? { ...value } : {};
  whole['destination'] = { tier: 'business', team: 'not-read' };
  const { sources, defaults = {} } = whole;
  // A page without tags of its own most likely has these of the shared one.
  if (isObject(defaults) && !('tags' in defaults))
    whole['defaults'] = { ...defaults, tags: ['not-read'] };
  if (isObject(sources) && isObject(sources['releases']) && !('tags' in sources['releases']))
    whole['sources'] = { ...sources, releases: false };
  return whole;
}

/** Checks the names under `rules:` in the raw file, so that they are reported beside other problems. */
function ruleProblems(tree: JoinedLayers, known: Known): ConfigProblem[] {
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

function toFault(
  problems: readonly ConfigProblem[],
  joined: JoinedLayers,
  { whose }: Look,
): Fault<'usage'> {
  const sorted = problems
    .map((problem) => ({ ...problem, ...joined.placeAt(problem.offset) }))
    .sort(
      (a, b) =>
        Number(a.missing ?? false) - Number(b.missing ?? false) ||
        a.line - b.line ||
        a.column - b.column,
    );
  const lines = new Set(
    sorted.map(
      ({ file, line, column, message }) => `${visible(file)}:${line}:${column}: ${message}`,
    ),
  );
  const [first] = sorted;
  const insecure = sorted.length > 0 && sorted.every((problem) => problem.insecure === true);
  const heading =
    lines.size === 1
      ? `Cannot read the configuration${whose}: `
      : `Cannot read the configuration${whose}, ${lines.size} problems:\n`;
  const remedy = insecure
    ? 'Use an https:// address.'
    : `Correct these places; ${docsAddress}/configuration.md describes every key.`;
  const message = heading + [...lines].join('\n');
  return new Fault('usage', insecure ? 'insecure-url' : 'config-invalid', message, {
    remedy: sorted.find((problem) => problem.remedy !== undefined)?.remedy ?? remedy,
    place: first ? { file: first.file, line: first.line, column: first.column } : null,
  });
}
