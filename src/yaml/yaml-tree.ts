import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  visit,
  type Alias,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';
import { quote } from './show-value.ts';

/** A remark on a YAML file at an offset (in UTF-16 units) of its text. */
export interface YamlProblem {
  readonly offset: number;
  readonly message: string;
}

/** A longer list is none of tags or of people. */
const longestList = 100;

/**
 * The nodes of a YAML document as plain data, and where each of them stands.
 *
 * What an alias names is one value in several places, so that aliases cannot multiply. An alias
 * without an anchor, and a list that is too long, is a symbol that describes it: no schema accepts it.
 */
export class YamlTree {
  readonly value: unknown;
  /** Keys that are not plain text; they are left out of the value. */
  readonly problems: YamlProblem[] = [];
  readonly #document: Document.Parsed;
  readonly #root: Node | null;
  readonly #own: readonly string[] | null;
  #targets: ReadonlyMap<Alias, Node> | null = null;
  readonly #pairs = new Map<YAMLMap, ReadonlyMap<PropertyKey, Pair>>();
  readonly #made = new Map<Node, unknown>();

  /** Where `own` is given, only these keys of the outermost map are read, and keys may be anything. */
  constructor(document: Document.Parsed, own: readonly string[] | null) {
    this.#document = document;
    this.#root = document.contents;
    this.#own = own;
    this.value = this.#plain(this.#root);
  }

  /** The offset of a value, or of the innermost part of the path that exists. */
  valueAt(path: readonly PropertyKey[]): number {
    return this.#find(path).offset;
  }

  /** The offset of a key in the map at this path, or of the map where it has no such key. */
  keyAt(path: readonly PropertyKey[], key: string): number {
    const { node, offset } = this.#find(path);
    return offsetOf(this.#pairOf(node, key)?.key) ?? offset;
  }

  #find(path: readonly PropertyKey[]): { readonly node: unknown; readonly offset: number } {
    let node = this.#target(this.#root);
    let offset = offsetOf(this.#root) ?? 0;
    for (const key of path) {
      const pair = this.#pairOf(node, key);
      const next = isSeq(node) ? node.items[Number(key)] : pair?.value;
      // An empty value stands behind its key: the key is what a reader looks for.
      const empty = next === null || (isScalar(next) && next.value === null && next.source === '');
      offset = (empty && pair !== undefined ? offsetOf(pair.key) : offsetOf(next)) ?? offset;
      node = this.#target(next);
    }
    return { node, offset };
  }

  #target(node: unknown): unknown {
    if (!isAlias(node)) return node;
    this.#targets ??= targetsOf(this.#document);
    return this.#targets.get(node) ?? node;
  }

  #pairOf(node: unknown, key: PropertyKey): Pair | undefined {
    return isMap(node) ? this.#pairs.get(node)?.get(key) : undefined;
  }

  #plain(from: unknown): unknown {
    const node = this.#target(from);
    if (isScalar(node)) return node.value;
    if (isAlias(node)) {
      return Symbol(
        `the alias ${quote(`*${node.source}`)} without an anchor of this name above it`,
      );
    }
    if (!isMap(node) && !isSeq(node)) return null;
    const made = this.#made.get(node);
    if (made !== undefined) return made;
    // Remembered before it is filled: an alias may name what it stands in.
    if (isMap(node)) {
      const map = Object.create(null) as Record<PropertyKey, unknown>;
      this.#made.set(node, map);
      for (const [key, { value }] of this.#index(node)) map[key] = this.#plain(value);
      return map;
    }
    const { length } = node.items;
    if (this.#own !== null && length > longestList) {
      return Symbol(`a list of ${length} items, more than ${longestList}`);
    }
    const list: unknown[] = [];
    this.#made.set(node, list);
    for (const item of node.items) list.push(this.#plain(item));
    return list;
  }

  /** The pairs of a map that are read, by their keys. */
  #index(map: YAMLMap): ReadonlyMap<PropertyKey, Pair> {
    const index = new Map<PropertyKey, Pair>();
    for (const pair of map.items) {
      const { key } = pair;
      const text = isScalar(key) ? String(key.value) : '';
      if (this.#own !== null) {
        if (map !== this.#root || this.#own.includes(text)) index.set(text, pair);
      } else if (isScalar(key) && key.value === text && text !== '__proto__') {
        index.set(text, pair);
      } else {
        const message = 'a key that is not plain text, expected text (a number in quotes)';
        this.problems.push({ offset: offsetOf(key) ?? offsetOf(map) ?? 0, message });
      }
    }
    this.#pairs.set(map, index);
    return index;
  }
}

/** What each alias names: the last node above it that has an anchor of this name. */
function targetsOf(document: Document.Parsed): ReadonlyMap<Alias, Node> {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  visit(document, {
    Node(_, node) {
      if (!isAlias(node)) {
        if (node.anchor !== undefined) anchors.set(node.anchor, node);
        return;
      }
      const target = anchors.get(node.source);
      if (target !== undefined) targets.set(node, target);
    },
  });
  return targets;
}

function offsetOf(node: unknown): number | null {
  return (node as { range?: readonly number[] | null } | null | undefined)?.range?.[0] ?? null;
}
