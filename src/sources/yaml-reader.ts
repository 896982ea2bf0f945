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
import { nearest } from './nearest.ts';
import type { Problem } from './problem.ts';
import { quoted } from '../markdown/quoted.ts';

/** A key of a map with its value, and the offset at which each stands. */
export interface Entry {
  readonly key: string;
  readonly value: Node | null;
  readonly keyOffset: number;
  readonly offset: number;
}

/** Reads values out of YAML nodes and collects what is wrong with them. */
export class YamlReader {
  readonly problems: Problem[] = [];
  readonly #document: Document;
  readonly #start: number;

  /** `start` is the offset of the YAML in its file. */
  constructor(document: Document, start: number) {
    this.#document = document;
    this.#start = start;
  }

  entries(map: YAMLMap): readonly Entry[] {
    return map.items.map((pair) => {
      const keyOffset = this.#offsetOf(pair.key, 0);
      const value = isNode(pair.value) ? this.#resolved(pair.value) : null;
      return {
        key: isScalar(pair.key) ? String(pair.key.value) : '',
        value,
        keyOffset,
        offset: isNull(value) ? keyOffset : this.#offsetOf(pair.value, keyOffset - this.#start),
      };
    });
  }

  /** The entry with this key, or null where it is absent or has no value. */
  entry(map: YAMLMap, key: string): Entry | null {
    const entry = this.entries(map).find((entry) => entry.key === key);
    return entry === undefined || isNull(entry.value) ? null : entry;
  }

  /** The items of a list, or null (with a problem) where it is none. */
  items(entry: Entry, expected: string): readonly Entry[] | null {
    if (!isSeq(entry.value)) {
      this.unexpected(entry, expected);
      return null;
    }
    return entry.value.items.map((item) => ({
      key: entry.key,
      value: isNode(item) ? this.#resolved(item) : null,
      keyOffset: entry.keyOffset,
      offset: this.#offsetOf(item, entry.offset - this.#start),
    }));
  }

  unknownKeys(map: YAMLMap, known: readonly string[], where: string): void {
    for (const { key, keyOffset } of this.entries(map)) {
      if (known.includes(key)) continue;
      const near = nearest(key, known);
      this.problem(
        keyOffset,
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

  #resolved(node: Node): Node | null {
    return isAlias(node) ? (node.resolve(this.#document) ?? null) : node;
  }

  #offsetOf(node: unknown, fallback: number): number {
    return this.#start + (isNode(node) ? (node.range?.[0] ?? fallback) : fallback);
  }
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
  return isScalar(value) ? quoted(String(value.source ?? value.value)) : 'something else';
}
