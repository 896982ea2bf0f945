import type { Digest } from '../../model/digest.ts';
import type { LedgerRecord, Normalization, SourceCursor } from '../../model/ledger.ts';
import { provenanceText, type Provenance } from '../../model/provenance.ts';

/** A record as schema 1 of the ledger has it. */
export interface StoredRecord extends Omit<
  LedgerRecord,
  'provenance' | 'sourceCount' | 'revision' | 'settings' | 'normalizations'
> {
  /** A path, or `pull/7`. */
  readonly file: string | null;
  readonly of: number;
  readonly revision: string;
  readonly settings: Digest;
  readonly form: readonly Normalization[];
}

/** How far pull requests were seen, as schema 1 of the ledger has it. */
export interface StoredPullRequests extends Omit<SourceCursor, 'pending'> {
  readonly pending: readonly number[];
}

/** What schema 1 says where a source must be read again: what no source and no settings ever have. */
const unread = { revision: '', settings: `sha256:${'0'.repeat(64)}` } as const;

// Both write every member out: a large ledger has many records, and spreading them takes much longer.

export function fromStoredRecord(stored: StoredRecord): LedgerRecord {
  return {
    kind: stored.kind,
    post: stored.post,
    complete: stored.complete,
    version: stored.version,
    provenance: stored.file === null ? null : provenanceOf(stored.file),
    sourceCount: stored.of,
    revision: stored.revision === unread.revision ? null : stored.revision,
    settings: stored.settings === unread.settings ? null : stored.settings,
    base: stored.base,
    title: stored.title,
    text: stored.text,
    step: stored.step,
    plan: stored.plan,
    activity: stored.activity,
    edited: stored.edited,
    normalizations: stored.form,
    gone: stored.gone,
    otherOwner: stored.otherOwner,
    forgotten: stored.forgotten,
    resolution: stored.resolution,
    intent: stored.intent,
  };
}

export function toStoredRecord(record: LedgerRecord): StoredRecord {
  return {
    kind: record.kind,
    post: record.post,
    complete: record.complete,
    version: record.version,
    file: record.provenance && provenanceText(record.provenance),
    of: record.sourceCount,
    revision: record.revision ?? unread.revision,
    settings: record.settings ?? unread.settings,
    base: record.base,
    title: record.title,
    text: record.text,
    step: record.step,
    plan: record.plan,
    activity: record.activity,
    edited: record.edited,
    form: record.normalizations,
    gone: record.gone,
    otherOwner: record.otherOwner,
    forgotten: record.forgotten,
    resolution: record.resolution,
    intent: record.intent,
  };
}

export function fromStoredPullRequests({ pending, ...seen }: StoredPullRequests): SourceCursor {
  return { ...seen, pending: pending.map((number) => ({ kind: 'pull-request', number })) };
}

export function toStoredPullRequests({ pending, ...seen }: SourceCursor): StoredPullRequests {
  const numbers = pending.flatMap((each) => (each.kind === 'pull-request' ? [each.number] : []));
  return { ...seen, pending: numbers };
}

function provenanceOf(file: string): Provenance {
  const [, number] = /^pull\/([1-9]\d{0,14})$/.exec(file) ?? [];
  return number === undefined
    ? { kind: 'file', path: file }
    : { kind: 'pull-request', number: Number(number) };
}
