import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Pair,
  type Scalar,
  type YAMLError,
  type YAMLMap,
} from 'yaml';
import { quote, visible } from './show-value.ts';

/** A remark on a YAML file at an offset (in UTF-16 units) of its text. */
export interface YamlProblem {
  readonly offset: number;
  readonly message: string;
}

/** A YAML file as plain data, and where in the text each part of it stands. */
export interface YamlFile {
  readonly value: unknown;
  readonly problems: readonly YamlProblem[];
  /** False where the syntax is broken, so that `value` tells nothing. */
  readonly sound: boolean;
  /** The offset of a value, or of the innermost part of the path that exists. */
  valueAt(path: readonly PropertyKey[]): number;
  /** The offset of a key in the map at this path; null where `problems` already names this key. */
  keyAt(path: readonly PropertyKey[], key: string): number | null;
  /** Line and column of an offset, both from 1. */
  position(offset: number): { readonly line: number; readonly column: number };
}

const sentences: Partial<Record<YAMLError['code'], string>> = {
  DUPLICATE_KEY: 'the key stands here a second time, expected each key once',
  MULTIPLE_DOCS: 'a second document, expected one',
  TAG_RESOLVE_FAILED: 'a YAML tag (!…), expected plain values',
};

const maxAliases = 50;

const tooDeep = 'too many levels of nesting';

/** Cuts a sentence of the YAML parser, which may quote the file. */
const plainSentence = (message: string) =>
  message.includes('call stack') ? tooDeep : visible(message.slice(0, 200));

/** Tells whether the structure is whole, so that it can be validated beside what is wrong in it. */
const isSound = ({ errors }: Document.Parsed) =>
  errors.every(({ code }) => code === 'DUPLICATE_KEY' || code === 'MULTIPLE_DOCS');

const offsetOf = (node: unknown): number | null =>
  (node as { range?: readonly number[] | null } | null)?.range?.[0] ?? null;

/**
 * Reads one YAML 1.2 document of plain data. Tags, merge keys, a second document, duplicate keys and
 * aliases that multiply are problems, never code or an endless loop.
 */
export function readYaml(text: string): YamlFile {
  const lineCounter = new LineCounter();
  const problems: YamlProblem[] = [];
  let document: Document.Parsed | null = null;
  let value: unknown = null;
  try {
    document = parseDocument(text, {
      lineCounter,
      version: '1.2',
      schema: 'core',
      merge: false,
      resolveKnownTags: false,
      prettyErrors: false,
    });
    for (const { code, message, pos } of [...document.errors, ...document.warnings]) {
      problems.push({ offset: pos[0], message: sentences[code] ?? plainSentence(message) });
    }
    problems.push(...strangeParts(document));
    // Else the conversion warns on stderr about keys that `strangeParts` reports.
    document.options.logLevel = 'silent';
    if (isSound(document)) {
      value = document.toJS({ maxAliasCount: maxAliases });
    }
  } catch (error) {
    // A ReferenceError: aliases that multiply. A RangeError: too many levels for the stack.
    if (!(error instanceof ReferenceError || error instanceof RangeError)) throw error;
    const what = error instanceof RangeError ? tooDeep : 'aliases (*name) that multiply';
    // An alias without an anchor is named with its place already.
    if (problems.length === 0) {
      problems.push({ offset: 0, message: `${what}, expected a small file of plain values` });
    }
    document = null;
  }
  const root = document?.contents ?? null;

  /** The pair or item of a node that a key names, seen through an alias. */
  const resolve = (node: unknown): unknown =>
    isAlias(node) && document !== null ? node.resolve(document) : node;
  const indexes = new WeakMap<YAMLMap, ReadonlyMap<PropertyKey, Pair>>();
  const pairOf = (node: unknown, key: PropertyKey) => {
    if (!isMap(node)) return undefined;
    const index =
      indexes.get(node) ??
      new Map(node.items.flatMap((pair) => (isTextKey(pair.key) ? [[pair.key.value, pair]] : [])));
    indexes.set(node, index);
    return index.get(key);
  };

  const valueAt = (path: readonly PropertyKey[]): number => {
    let node: unknown = root;
    let offset = offsetOf(root) ?? 0;
    for (const key of path) {
      const map = resolve(node);
      const pair = pairOf(map, key);
      const next = isSeq(map) ? map.items[Number(key)] : pair?.value;
      if (next === undefined || next === null) {
        return pair === undefined ? offset : (offsetOf(pair.key) ?? offset);
      }
      node = next;
      // An empty value stands behind its key: the key is what a reader looks for.
      const empty = isScalar(next) && next.value === null && next.source === '';
      offset = (empty && pair !== undefined ? offsetOf(pair.key) : offsetOf(next)) ?? offset;
    }
    return offset;
  };

  return {
    value,
    problems,
    sound: document !== null && isSound(document),
    valueAt,
    keyAt(path, key) {
      let node: unknown = resolve(root);
      for (const step of path) {
        node = resolve(isSeq(node) ? node.items[Number(step)] : pairOf(node, step)?.value);
      }
      return offsetOf(pairOf(node, key)?.key);
    },
    position(offset) {
      const { line, col } = lineCounter.linePos(offset);
      return { line: Math.max(line, 1), column: Math.max(col, 1) };
    },
  };
}

/** Tells whether a key is text without a meaning of its own in JavaScript. */
const isTextKey = (key: unknown): key is Scalar<string> =>
  isScalar(key) && typeof key.value === 'string' && key.value !== '__proto__';

/** Finds keys that are not plain text, and aliases without an anchor or in great number. */
function strangeParts(document: Document.Parsed): YamlProblem[] {
  const problems: YamlProblem[] = [];
  let aliases = 0;
  const visit = (node: unknown): void => {
    if (isAlias(node)) {
      aliases += 1;
      if (aliases > maxAliases) throw new ReferenceError('too many aliases');
      if (node.resolve(document) !== undefined) return;
      const message = `the alias ${quote(`*${node.source}`)}, expected an anchor of this name above it`;
      problems.push({ offset: offsetOf(node) ?? 0, message });
    }
    if (isSeq(node)) node.items.forEach(visit);
    if (!isMap(node)) return;
    for (const { key, value } of node.items) {
      if (!isTextKey(key)) {
        const message = 'a key that is not plain text, expected text (a number in quotes)';
        problems.push({ offset: offsetOf(key) ?? offsetOf(node) ?? 0, message });
      }
      visit(value);
    }
  };
  visit(document.contents);
  return problems;
}
