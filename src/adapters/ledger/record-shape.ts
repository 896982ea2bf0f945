import { isDigest } from '../../model/digest.ts';
import type { PostKind } from '../../model/draft.ts';
import { normalizations, type LedgerRecord } from '../../model/ledger.ts';
import type { PostRef } from '../../model/post.ts';
import type { Provenance } from '../../model/provenance.ts';
import {
  flag,
  list,
  map,
  matching,
  nullable,
  object,
  oneOf,
  text,
  whole,
  type Shape,
} from '../shape.ts';

export const digest = matching('sha256: and 64 hexadecimal digits', isDigest);
/** Up to the end of the year 9999, as later ones cannot be spelled. */
export const instant = whole(0, 253_402_300_799_999);
export const pullNumber = whole(1, 2 ** 31 - 1);
const id = whole(1);
const kind = oneOf<PostKind>('article', 'question');
const filled = map(text, nullable(text));

const intent = object(
  {
    action: oneOf('create', 'update', 'merge', 'overwrite'),
    step: digest,
    plan: digest,
    content: nullable(digest),
    at: instant,
    run: object({ id: text, host: text, pid: id, started: text }),
    filled,
    outcome: oneOf('open', 'unknown', 'rejected'),
  },
  ['filled'],
);

/** What a record has under the same name in every schema. */
export const sharedMembers = {
  kind,
  post: nullable(object<PostRef>({ kind, id, answer: id }, ['answer'])),
  complete: flag,
  // One more write of it still is a whole number.
  version: whole(0, 2 ** 31),
  base: nullable(digest),
  title: text,
  text: nullable(digest),
  step: nullable(digest),
  plan: nullable(digest),
  activity: nullable(instant),
  edited: flag,
  gone: flag,
  otherOwner: flag,
  forgotten: flag,
  resolution: nullable(object({ kind: oneOf('source', 'recreate'), activity: nullable(instant) })),
  intent: nullable(intent),
};

export const sourceCount = whole(1, 1_000_000);
export const normalizationList = list(oneOf(...normalizations), normalizations.length);

const provenances: Readonly<Record<Provenance['kind'], Shape<Provenance>>> = {
  file: object({ kind: oneOf('file'), path: text }),
  'pull-request': object({ kind: oneOf('pull-request'), number: pullNumber }),
  'merge-request': object({ kind: oneOf('merge-request'), number: pullNumber }),
  release: object({ kind: oneOf('release'), tag: text }),
};
const provenanceKind = oneOf('file', 'pull-request', 'merge-request', 'release');

/** A provenance, by its kind. */
const provenance: Shape<Provenance> = (value) =>
  provenances[provenanceKind(Object(value)['kind' as never])](value);

/** What is left out of a record where it is as in most. */
type Rare =
  | 'postedBy'
  | 'edited'
  | 'unsettled'
  | 'normalizations'
  | 'gone'
  | 'otherOwner'
  | 'forgotten'
  | 'skipped'
  | 'resolution'
  | 'intent'
  | 'dependsOn'
  | 'filled'
  | 'members';

/** A record as schema 2 has it. */
type StoredRecord = Omit<LedgerRecord, Rare> & Partial<Pick<LedgerRecord, Rare>>;

const storedRecord = object<StoredRecord>(
  {
    ...sharedMembers,
    provenance: nullable(provenance),
    sourceCount,
    revision: nullable(text),
    settings: nullable(digest),
    postedBy: nullable(digest),
    unsettled: nullable(instant),
    skipped: nullable(digest),
    normalizations: normalizationList,
    dependsOn: map(text, nullable(text)),
    filled,
    members: nullable(list(pullNumber, 100_000)),
  },
  [
    'postedBy',
    'edited',
    'unsettled',
    'normalizations',
    'gone',
    'otherOwner',
    'forgotten',
    'skipped',
    'resolution',
    'intent',
    'dependsOn',
    'filled',
    'members',
  ],
);

const nothing = Object.freeze({});

// Both write every member out: a large ledger has many records, and spreading them takes much longer.

/** A record as it stands in the file. */
export const recordShape: Shape<LedgerRecord> = (value) => {
  const stored = storedRecord(value);
  return {
    kind: stored.kind,
    post: stored.post,
    complete: stored.complete,
    version: stored.version,
    provenance: stored.provenance,
    sourceCount: stored.sourceCount,
    revision: stored.revision,
    settings: stored.settings,
    base: stored.base,
    title: stored.title,
    text: stored.text,
    step: stored.step,
    plan: stored.plan,
    postedBy: stored.postedBy === undefined ? stored.plan : stored.postedBy,
    activity: stored.activity,
    edited: stored.edited ?? false,
    unsettled: stored.unsettled ?? null,
    normalizations: stored.normalizations ?? [],
    gone: stored.gone ?? false,
    otherOwner: stored.otherOwner ?? false,
    forgotten: stored.forgotten ?? false,
    skipped: stored.skipped ?? null,
    resolution: stored.resolution ?? null,
    intent: stored.intent ?? null,
    dependsOn: stored.dependsOn ?? nothing,
    filled: stored.filled ?? nothing,
    members: stored.members ?? null,
  };
};

/** What stands in the file. Throws a `Misfit` for what could not be read back. */
export function toStoredRecord(record: LedgerRecord): StoredRecord {
  const isFilled = Object.keys(record.filled).length > 0;
  const depends = Object.keys(record.dependsOn).length > 0;
  return storedRecord({
    activity: record.activity,
    base: record.base,
    complete: record.complete,
    ...(depends && { dependsOn: record.dependsOn }),
    ...(record.edited && { edited: true }),
    ...(isFilled && { filled: record.filled }),
    ...(record.forgotten && { forgotten: true }),
    ...(record.gone && { gone: true }),
    ...(record.intent && { intent: record.intent }),
    kind: record.kind,
    ...(record.members && { members: record.members }),
    ...(record.normalizations.length > 0 && { normalizations: record.normalizations }),
    ...(record.otherOwner && { otherOwner: true }),
    plan: record.plan,
    post: record.post,
    ...(record.postedBy !== record.plan && { postedBy: record.postedBy }),
    provenance: record.provenance,
    ...(record.resolution && { resolution: record.resolution }),
    revision: record.revision,
    settings: record.settings,
    ...(record.skipped && { skipped: record.skipped }),
    sourceCount: record.sourceCount,
    step: record.step,
    text: record.text,
    title: record.title,
    ...(record.unsettled !== null && { unsettled: record.unsettled }),
    version: record.version,
  });
}
