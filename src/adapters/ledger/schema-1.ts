import type { Digest } from '../../model/digest.ts';
import type { LedgerRecord, Normalization } from '../../model/ledger.ts';
import type { SourceCursor } from '../../model/source-cursor.ts';
import type { Provenance } from '../../model/provenance.ts';
import { list, nullable, object, text, type Shape } from '../shape.ts';
import {
  digest,
  instant,
  normalizationList,
  pullNumber,
  sharedMembers,
  sourceCount,
} from './record-shape.ts';

// What the first schema of the ledger has in another way. It is read, and never written.

interface Record1 extends Pick<LedgerRecord, keyof typeof sharedMembers> {
  /** A path, or `pull/7`. */
  readonly file: string | null;
  readonly of: number;
  readonly revision: string;
  readonly settings: Digest;
  readonly form: readonly Normalization[];
}

const record1 = object<Record1>({
  ...sharedMembers,
  file: nullable(text),
  of: sourceCount,
  revision: text,
  settings: digest,
  form: normalizationList,
});

/** What stands where a source must be read again: what no source and no settings ever have. */
const unread = { revision: '', settings: `sha256:${'0'.repeat(64)}` } as const;

/** A record of schema 1. */
export const recordShape1: Shape<LedgerRecord> = (value) => {
  const { file, of, form, revision, settings, ...shared } = record1(value);
  return {
    ...shared,
    postedBy: shared.plan,
    provenance: file === null ? null : provenanceOf(file),
    sourceCount: of,
    revision: revision === unread.revision ? null : revision,
    settings: settings === unread.settings ? null : settings,
    normalizations: form,
    unsettled: null,
    dependsOn: {},
    filled: {},
    members: null,
    skipped: null,
  };
};

/** How far pull requests were seen. */
export const pullRequests1 = nullable(
  object<Pick<SourceCursor, 'at' | 'query'> & { readonly pending: readonly number[] }>(
    { at: instant, pending: list(pullNumber), query: digest },
    ['query'],
  ),
);

function provenanceOf(file: string): Provenance {
  const [, number] = /^pull\/([1-9]\d{0,9})$/.exec(file) ?? [];
  return number === undefined
    ? { kind: 'file', path: file }
    : { kind: 'pull-request', number: Number(number) };
}
