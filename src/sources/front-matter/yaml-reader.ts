import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Document,
  type Node,
  type YAMLMap,
} from 'yaml';
import { nearestName } from '../../model/nearest-name.ts';
import type { Problem } from '../problem.ts';
import { quoted } from '../../markdown/quoted.ts';

/** A key of a map with its value, and the offset at which each stands. */
export interface Entry {
  readonly key: string;
  readonly value: Node | null;
  readonly keyOffset: number;
  readonly offset: number;
}

/** A longer list is no list of tags or of editors, and its aliases would take long to follow. */
const mostItems = 100;

/** Reads values out of YAML nodes and collects what is wrong with them. */
export class YamlReader {
  readonly problems: Problem[] = [];
  /** The offset of the YAML in its text. */
  readonly start: number;
  readonly #document: Document;

  constructor(document: Document, start: number) {
    this.#document = document;
    this.start = start;
  }

  /** The entry with this key, or null where it is absent or has no value. */
  entry(map: YAMLMap, key: string): Entry | null {
    const pair = map.items.find((pair) => keyOf(pair.key) === key);
    if (pair === undefined) return null;
    const value = this.#resolved(pair.value);
    if (isNull(value)) return null;
    const keyOffset = this.#offsetOf(pair.key, this.start);
    return { key, value, keyOffset, offset: this.#offsetOf(pair.value, keyOffset) };
  }

  /** The items of a list, or null (with a problem) where it is none. */
  items(entry: Entry, expected: string): readonly Entry[] | null {
    if (!isSeq(entry.value)) {
      this.unexpected(entry, expected);
      return null;
    }
    const { items } = entry.value;
    if (items.length > mostItems) {
      const seen = `\`${entry.key}\` has ${items.length} items`;
      this.problem(entry.offset, `${seen}, expected at most ${mostItems}.`, 'Remove some of them.');
      return null;
    }
    return items.map((item) => ({
      ...entry,
      value: this.#resolved(item),
      offset: this.#offsetOf(item, entry.offset),
    }));
  }

  unknownKeys(map: YAMLMap, known: readonly string[], where: string): void {
    for (const pair of map.items) {
      const key = keyOf(pair.key);
      if (known.includes(key)) continue;
      const near = nearestName(key, known);
      this.problem(
        this.#offsetOf(pair.key, this.start),
        `Unknown key ${quoted(key)} in \`${where}\`, expected one of: ${known.join(', ')}.`,
        near === null ? 'Remove it.' : `Write \`${near}\`, or remove it.`,
      );
    }
  }

  unexpected(entry: Entry, expected: string, remedy?: string): void {
    this.problem(
      entry.offset,
      `\`${entry.key}\` has ${describe(entry.value)}, expected ${expected}.`,
      remedy ?? `Write ${expected}, or remove it.`,
    );
  }

  problem(offset: number, message: string, remedy: string): void {
    this.problems.push({ rule: 'front-matter', offset, message, remedy });
  }

  #resolved(node: unknown): Node | null {
    // An alias without its anchor stays what it is: no value that anything here accepts.
    if (isAlias(node)) return node.resolve(this.#document) ?? node;
    return isNode(node) ? node : null;
  }

  #offsetOf(node: unknown, fallback: number): number {
    const start = isNode(node) ? node.range?.[0] : undefined;
    return start === undefined ? fallback : this.start + start;
  }
}

function keyOf(node: unknown): string {
  return isScalar(node) ? String(node.value) : '';
}

/**
 * The text of a string or of a number as it is written (`1.0` stays `1.0`), and null for all else.
 */
export function textOf(value: Node | null): string | null {
  if (!isScalar(value)) return null;
  if (typeof value.value === 'string') return value.value;
  return typeof value.value === 'number' ? (value.source ?? String(value.value)) : null;
}

export function isNull(value: Node | null): boolean {
  return value === null || (isScalar(value) && value.value === null);
}

function describe(value: Node | null): string {
  if (isNull(value)) return 'no value';
  if (isMap(value)) return 'a map';
  if (isSeq(value)) return 'a list';
  if (isAlias(value)) return 'an alias without an anchor';
  return isScalar(value) ? quoted(String(value.source ?? value.value)) : 'an unknown node';
}
