import { canonicalJson } from '../../model/canonical-json.ts';
import type { Digest } from '../../model/digest.ts';
import { Fault } from '../../model/error.ts';
import type { BrokenRecord, LedgerIndex, LedgerRecord } from '../../model/ledger.ts';
import { isObject } from '../../model/is-object.ts';
import { Misfit } from '../shape.ts';
import { documentShape, indexShape, storedHead } from './ledger-shape.ts';
import { parseLedgerJson } from './parse-ledger-json.ts';
import { toStoredRecord } from './record-shape.ts';
import { checkShape } from './unreadable.ts';

/** The schema that is written. The first one is read as well. */
const schema = 2;

/** A ledger in one file. Texts and plans stay unchecked until somebody reads them. */
export interface LedgerDocument {
  readonly index: LedgerIndex;
  readonly texts: Readonly<Record<string, unknown>>;
  readonly plans: Readonly<Record<string, unknown>>;
}

/** The index as JSON with one record a line, sorted by key: equal indexes give equal bytes. */
export function encodeIndex(index: LedgerIndex): string {
  return [...indexPieces(index)].join('');
}

/** The same in pieces: a large index is then never in memory as text. */
export function* indexPieces(index: LedgerIndex): Generator<string> {
  yield* indexLines(index);
  yield '\n';
}

/** Reads an index. Throws `ledger-newer`, `ledger-unreadable`; `name` says which file it is. */
export function decodeIndex(json: string | Uint8Array, name: string): LedgerIndex {
  return checkIndex(parseLedgerJson(json, name), name, '');
}

/** The same form, with the texts and plans beside the index. */
export function encodeDocument(document: LedgerDocument): string {
  const pieces = [
    `{\n"schema": ${schema},\n"index": `,
    ...indexLines(document.index),
    ',\n"texts": ',
    ...lines(document.texts, canonicalJson),
    ',\n"plans": ',
    ...lines(document.plans, canonicalJson),
    '\n}\n',
  ];
  return pieces.join('');
}

/** Reads a ledger that is one file. Throws as `decodeIndex`. */
export function decodeDocument(json: string, name: string): LedgerDocument {
  const parsed = parseLedgerJson(json, name);
  refuseNewer(parsed, name);
  const { index, texts, plans } = checkShape(documentShape, parsed, name);
  return { index: checkIndex(index, name, 'index'), texts, plans };
}

/** The digests of the texts that an index names: what records rest on, and what is being created. */
export function namedTexts({ records, broken }: LedgerIndex): Set<Digest> {
  const named = new Set<Digest>();
  for (const { base, intent } of Object.values(records)) {
    if (base !== null) named.add(base);
    if (intent !== null && intent.content !== null) named.add(intent.content);
  }
  // Whoever mends a broken record finds its texts.
  for (const { stored } of Object.values(broken))
    for (const [digest] of JSON.stringify(stored).matchAll(/sha256:[0-9a-f]{64}/g))
      named.add(digest as Digest);
  return named;
}

/** What stands on a line of its own, before approvals, plans and records. */
const headMembers = [
  'destination',
  'account',
  'started',
  'sourceCursors',
  'cursors',
  'encodings',
  'siteMemory',
] as const;

function* indexLines(index: LedgerIndex): Generator<string> {
  // The check gives members in canonical order, which spares sorting those of each record.
  const head = writable(() => storedHead(index), []);
  const record = (each: LedgerRecord | BrokenRecord, key: string) =>
    'stored' in each ? each.stored : writable(() => toStoredRecord(each), ['records', key]);
  yield `{\n"schema": ${schema},\n`;
  for (const name of headMembers)
    if (head[name] !== undefined) yield `"${name}": ${JSON.stringify(head[name])},\n`;
  for (const name of ['approvals', 'plans', 'images'] as const) {
    const entries = head[name];
    if (!entries) continue;
    yield `"${name}": `;
    yield* lines<unknown>(entries, (entry) => JSON.stringify(entry));
    yield ',\n';
  }
  yield '"records": ';
  yield* lines(allRecords(index), (each, key) => JSON.stringify(record(each, key)));
  yield '\n}';
}

/** The broken ones among the others, where they stood. */
function allRecords({
  records,
  broken,
}: LedgerIndex): Readonly<Record<string, LedgerRecord | BrokenRecord>> {
  const keys = Object.keys(broken);
  if (keys.length === 0) return records;
  return Object.assign<Record<string, LedgerRecord | BrokenRecord>, object, object>(
    Object.create(null),
    broken,
    records,
  );
}

function* lines<Entry>(
  entries: Readonly<Record<string, Entry>>,
  write: (entry: Entry, key: string) => string,
): Generator<string> {
  const sorted = Object.keys(entries).sort();
  let before = '{\n';
  for (const key of sorted) {
    yield `${before}${JSON.stringify(key)}: ${write(entries[key] as Entry, key)}`;
    before = ',\n';
  }
  yield sorted.length === 0 ? '{}' : '\n}';
}

/** What we could not read back must never be written. */
function writable<T>(check: () => T, path: readonly string[]): T {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    error.path.unshift(...path);
    throw new Fault(
      'internal',
      'internal',
      `Cannot write the ledger: ${error.place} should be ${error.expected}, and is ${error.seen}`,
      { remedy: 'Report this as a bug.', cause: error },
    );
  }
}

function checkIndex(value: unknown, name: string, path: string): LedgerIndex {
  refuseNewer(value, name);
  return checkShape(indexShape, value, name, path);
}

function refuseNewer(value: unknown, name: string): void {
  const found = isObject(value) && value['schema'];
  if (typeof found === 'number' && found > schema) {
    throw new Fault(
      'ledger',
      'ledger-newer',
      `Cannot read the ledger ${name}: its schema is ${found}, and this version reads up to ${schema}`,
      { remedy: 'Use the version of stack-publish that wrote the ledger, or a newer one.' },
    );
  }
}
