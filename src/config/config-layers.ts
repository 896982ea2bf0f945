import type { Place } from '../model/error.ts';
import { isObject } from '../model/is-object.ts';
import type { YamlFile } from '../yaml/yaml-file.ts';
import type { YamlTree } from '../yaml/yaml-tree.ts';

/** One file of a configuration. */
export interface ConfigLayer {
  /** Its name for messages. */
  readonly file: string;
  /** In UTF-16 units. */
  readonly length: number;
  readonly yaml: YamlFile;
}

type Path = readonly PropertyKey[];

/** The files of a configuration as one: an offset counts on from file to file. */
export interface JoinedLayers extends Pick<YamlTree, 'value' | 'valueAt' | 'keyAt'> {
  placeAt(offset: number): Place & { readonly line: number; readonly column: number };
  /** The number of the file that a value is from, or that names most of its path. */
  layerOf(path: Path): number;
}

/** Joins files, of which an earlier one goes before a later one. */
export function joinLayers(layers: readonly ConfigLayer[], value: unknown): JoinedLayers {
  const starts = layers.map((_, at) =>
    layers.slice(0, at).reduce((sum, { length }) => sum + length + 1, 0),
  );
  const layerOf = (path: Path): number => {
    const depths = layers.map(({ yaml }) => depthOf(yaml.tree?.value, path));
    return depths.indexOf(Math.max(...depths));
  };
  const offsetIn = (at: number, find: (tree: YamlTree) => number): number => {
    const tree = layers[at]?.yaml.tree;
    return (starts[at] ?? 0) + (tree ? find(tree) : 0);
  };
  return {
    value,
    layerOf,
    valueAt: (path) => offsetIn(layerOf(path), (tree) => tree.valueAt(path)),
    keyAt: (path, key) => offsetIn(layerOf([...path, key]), (tree) => tree.keyAt(path, key)),
    placeAt(offset) {
      const at = starts.findLastIndex((start) => start <= offset);
      const layer = layers[at];
      if (layer === undefined) throw new RangeError('an offset before every file');
      return { file: layer.file, ...layer.yaml.position(offset - (starts[at] ?? 0)) };
    },
  };
}

/**
 * How many keys of a path a value has, one in the other; more than any where it ends in something else
 * than a map, in whose place nothing of a later file comes.
 */
function depthOf(value: unknown, path: Path): number {
  let inner = value;
  for (const [depth, key] of path.entries()) {
    const has = typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key);
    if (!has) return isObject(inner) || inner === undefined ? depth : Infinity;
    inner = (inner as Record<PropertyKey, unknown>)[key];
  }
  return path.length;
}

/** Maps are not merged deeper than this: what is there goes as it is. The schema is not as deep. */
const deepest = 6;

/**
 * Puts a file over a shared one: maps key by key, everything else as the upper one has it. A choice is
 * taken whole: a ledger, editors, and a destination of another tier.
 */
export function mergeOver(upper: unknown, lower: unknown): unknown {
  return merge(upper, lower, []);
}

function merge(upper: unknown, lower: unknown, path: readonly string[]): unknown {
  if (!isObject(upper) || !isObject(lower) || path.length >= deepest) return upper;
  if (isChoice(upper, lower, path.join('.'))) return upper;
  const merged = Object.create(null) as Record<string, unknown>;
  for (const key of Object.keys(lower)) merged[key] = lower[key];
  for (const key of Object.keys(upper))
    merged[key] = Object.hasOwn(lower, key)
      ? merge(upper[key], lower[key], [...path, key])
      : upper[key];
  return merged;
}

type Members = Readonly<Record<string, unknown>>;

function isChoice(upper: Members, lower: Members, path: string): boolean {
  if (path === 'destination') return upper['tier'] !== undefined && upper['tier'] !== lower['tier'];
  return path === 'ledger' || path === 'defaults.editors';
}
