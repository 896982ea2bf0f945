import { canonicalJson } from '../../model/canonical-json.ts';
import { digestOf, type Digest } from '../../model/digest.ts';
import { Fault } from '../../model/error.ts';
import type { LedgerIndex, LedgerRecord } from '../../model/ledger.ts';
import type { PlanIndex } from '../../model/plan.ts';
import type { PostContent } from '../../model/post.ts';
import { jsonFlaw } from './json-flaw.ts';
import { parseLines } from './parse-lines.ts';
import {
  contentShape,
  documentShape,
  indexHeadShape,
  indexShape,
  planShape,
  storedRecordShape,
  type IndexHead,
} from './ledger-shape.ts';
import { toStoredPullRequests, toStoredRecord } from './stored-record.ts';
import { isObject } from '../is-object.ts';
import { Misfit, type Shape } from '../shape.ts';

const schema = 1;

/** A ledger in one file. Texts and plans stay unchecked until somebody reads them. */
export interface LedgerDocument {
  readonly index: LedgerIndex;
  readonly texts: Readonly<Record<string, unknown>>;
  readonly plans: Readonly<Record<string, unknown>>;
}

/** The index as JSON with one record a line, sorted by key: equal indexes give equal bytes. */
export function encodeIndex(index: LedgerIndex): string {
  return `${indexLines(index)}\n`;
}

/** Reads an index. Throws `ledger-newer`, `ledger-unreadable`; `name` says which file it is. */
export function decodeIndex(json: string | Uint8Array, name: string): LedgerIndex {
  return checkIndex(parse(json, name), name, '');
}

/** The same form, with the texts and plans beside the index. */
export function encodeDocument(document: LedgerDocument): string {
  return `{\n"schema": ${schema},\n"index": ${indexLines(document.index)},\n"texts": ${lines(document.texts, canonicalJson)},\n"plans": ${lines(document.plans, canonicalJson)}\n}\n`;
}

/** Reads a ledger that is one file. Throws as `decodeIndex`. */
export function decodeDocument(json: string, name: string): LedgerDocument {
  const parsed = parse(json, name);
  refuseNewer(parsed, name);
  const { index, texts, plans } = check(documentShape, parsed, name);
  return { index: checkIndex(index, name, 'index'), texts, plans };
}

/** The bytes of a text or a plan, whose SHA-256 is its digest. */
export function encodeEntry(entry: PostContent | PlanIndex): string {
  return canonicalJson(entry);
}

/** Reads a text and proves that it has this digest. Throws `ledger-unreadable`. */
export function decodeText(entry: unknown, digest: Digest, name: string): PostContent {
  return proven(check(contentShape, entry, name), digest, name);
}

/** Reads a waiting plan and proves that it has this digest. Throws `ledger-unreadable`. */
export function decodePlan(entry: unknown, digest: Digest, name: string): PlanIndex {
  return proven(check(planShape, entry, name), digest, name);
}

/** Parses JSON without equal members. Throws `ledger-unreadable` with the line where it breaks. */
export function parse(json: string | Uint8Array, name: string): unknown {
  const byLine = typeof json === 'string' ? undefined : parseLines(json);
  if (byLine !== undefined) return byLine;
  const text = typeof json === 'string' ? json : decodeUtf8(json, name);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    expectNoFlaw(text, name);
    throw unreadable(name, 'it is not JSON', null, error);
  }
  // A text in our own form differs from the compact one by its line ends and a blank after the first
  // name of a line. Only where the lengths disagree may a member be lost: then look closely.
  const blanks = (text.match(/\n"?/g) ?? []).reduce((sum, found) => sum + found.length, 0);
  if (JSON.stringify(value).length + blanks !== text.length) expectNoFlaw(text, name);
  return value;
}

/** Decodes UTF-8 strictly, as everything else could hide a damaged text. */
export function decodeUtf8(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw unreadable(name, 'it is not UTF-8', null, error);
  }
}

/** The digests of the texts that an index names: what records rest on, and what is being created. */
export function namedTexts(index: LedgerIndex): Set<Digest> {
  const named = new Set<Digest>();
  for (const { base, intent } of Object.values(index.records)) {
    if (base !== null) named.add(base);
    if (intent !== null && intent.content !== null) named.add(intent.content);
  }
  return named;
}

/** Where a ledger that is a folder or a branch keeps an entry: `texts/<hex>.json`. */
export function entryName(digest: string): string {
  return `${digest.slice('sha256:'.length)}.json`;
}

export function unreadable(
  name: string,
  seen: string,
  line: number | null = null,
  cause?: unknown,
): Fault<'ledger'> {
  return new Fault('ledger', 'ledger-unreadable', `Cannot read the ledger ${name}: ${seen}`, {
    remedy: 'Restore the last good state of the ledger from its history or a backup.',
    place: line === null ? null : { file: name, line, column: null },
    cause,
  });
}

function indexLines(index: LedgerIndex): string {
  // The check gives members in canonical order, which spares sorting those of each record.
  const { destination, started, pullRequests, cursors, encodings, approvals, plans } =
    checkedHead(index);
  const members = [
    `"schema": ${schema}`,
    `"destination": ${JSON.stringify(destination)}`,
    `"started": ${JSON.stringify(started)}`,
    `"pullRequests": ${JSON.stringify(pullRequests)}`,
    `"cursors": ${JSON.stringify(cursors)}`,
    `"encodings": ${JSON.stringify(encodings)}`,
    `"approvals": ${lines(approvals, (entry) => JSON.stringify(entry))}`,
    `"plans": ${lines(plans, (entry) => JSON.stringify(entry))}`,
    `"records": ${lines(index.records, (record, key) => JSON.stringify(checkedRecord(record, key)))}`,
  ];
  return `{\n${members.join(',\n')}\n}`;
}

function lines<Entry>(
  entries: Readonly<Record<string, Entry>>,
  write: (entry: Entry, key: string) => string,
): string {
  const sorted = Object.keys(entries).sort();
  if (sorted.length === 0) return '{}';
  const line = (key: string) => `${JSON.stringify(key)}: ${write(entries[key] as Entry, key)}`;
  return `{\n${sorted.map(line).join(',\n')}\n}`;
}

// What we could not read back must never be written.

function checkedHead(index: LedgerIndex): IndexHead {
  const { destination, started, cursors, encodings, approvals, plans } = index;
  const cursor = index.sourceCursors['pull-requests'];
  const pullRequests = cursor ? toStoredPullRequests(cursor) : null;
  const head = {
    schema: index.schema,
    destination,
    started,
    cursors,
    encodings,
    approvals,
    plans,
    pullRequests,
  };
  return writable(() => indexHeadShape(head), []);
}

function checkedRecord(record: LedgerRecord, key: string): object {
  return writable(() => storedRecordShape(toStoredRecord(record)), ['records', key]);
}

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
  return check(indexShape, value, name, path);
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

function check<T>(shape: Shape<T>, value: unknown, name: string, path = ''): T {
  try {
    return shape(value);
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    if (path !== '') error.path.unshift(path);
    const member = error.place === '' ? 'it' : error.place;
    throw unreadable(name, `${member} is ${error.seen}, expected ${error.expected}`, null, error);
  }
}

function proven<T extends object>(entry: T, digest: Digest, name: string): T {
  const found = digestOf(entry);
  if (found === digest) return entry;
  throw unreadable(name, `the content of ${digest} has the digest ${found}`);
}

function expectNoFlaw(json: string, name: string): void {
  const flaw = jsonFlaw(json);
  if (flaw === null) return;
  throw unreadable(name, `line ${flaw.line}, column ${flaw.column}: ${flaw.what}`, flaw.line);
}
