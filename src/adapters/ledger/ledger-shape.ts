import { mechanisms, type Evidence } from '../../model/evidence.ts';
import {
  type BrokenRecord,
  type Cursor,
  type LedgerIndex,
  type LedgerRecord,
} from '../../model/ledger.ts';
import {
  mostPending,
  type ListedSources,
  type SourceCursor,
  type SourceCursors,
} from '../../model/source-cursor.ts';
import type { UploadedImage } from '../../model/uploaded-image.ts';
import { changeNumber, type Provenance } from '../../model/provenance.ts';
import { recordFlaw } from '../../model/record-flaw.ts';
import { isObject } from '../../model/is-object.ts';
import { isFilterId, lacks, type SiteMemory } from '../../model/site-memory.ts';
import {
  anyObject,
  flag,
  list,
  map,
  matching,
  Misfit,
  nullable,
  object,
  oneOf,
  text,
  whole,
  type Shape,
} from '../shape.ts';
import { tier } from './entry-shape.ts';
import { digest, instant, pullNumber, recordShape } from './record-shape.ts';
import { pullRequests1, recordShape1 } from './schema-1.ts';

const cursor = object<Cursor>(
  {
    at: instant,
    foreign: whole(Number.MIN_SAFE_INTEGER),
    swept: instant,
    checked: whole(1),
    sought: map(digest, list(whole(1), 1000)),
  },
  ['checked', 'sought'],
);

const encoding = oneOf('raw', 'once', 'twice');
const encodings = object({ title: nullable(encoding), body: nullable(encoding) });

const approver = object({ id: nullable(whole(0)), login: text });

const evidence = object<Evidence>(
  {
    mechanism: oneOf(...mechanisms),
    verified: flag,
    by: nullable(approver),
    others: list(approver, 100),
    evidence: nullable(text),
    digest,
    at: instant,
  },
  ['others'],
);

const memory = object<SiteMemory>({
  filter: nullable(object({ id: matching('the id of a filter', isFilterId), safe: flag })),
  wholeLists: list(oneOf('article', 'question'), 2),
  lacks: list(oneOf(...lacks), lacks.length),
});

/** What an index of any schema says beside its records. */
const head = {
  destination: nullable(object({ tier, site: text, team: nullable(text) })),
  started: nullable(instant),
  cursors: object<LedgerIndex['cursors']>({ article: cursor, question: cursor }, [
    'article',
    'question',
  ]),
  encodings: object<LedgerIndex['encodings']>({ v3: encodings, 'v2.3': encodings }, ['v3', 'v2.3']),
  approvals: map(digest, evidence),
  plans: map(digest, instant),
};

interface StoredCursor<Name> extends Omit<SourceCursor, 'pending'> {
  readonly pending: readonly Name[];
}

function sourceCursor<Name>(name: Shape<Name>): Shape<StoredCursor<Name>> {
  return object<StoredCursor<Name>>(
    {
      at: instant,
      pending: list(name, mostPending),
      query: digest,
      unreleased: list(pullNumber, 100_000),
    },
    ['query', 'unreleased'],
  );
}

interface StoredCursors {
  readonly 'pull-requests'?: StoredCursor<number>;
  readonly releases?: StoredCursor<string>;
}

const head2 = {
  ...head,
  schema: oneOf(2),
  // Below 0 is the user Community, whose service keys are.
  account: whole(-1),
  siteMemory: object<LedgerIndex['siteMemory']>({ v3: memory, 'v2.3': memory }, ['v3', 'v2.3']),
  // Whether they are addresses of the site is asked where they are used.
  images: map(digest, object<UploadedImage>({ url: text, plan: digest, at: instant })),
  sourceCursors: object<StoredCursors>(
    { 'pull-requests': sourceCursor(pullNumber), releases: sourceCursor(text) },
    ['pull-requests', 'releases'],
  ),
};

const index1 = object({
  ...head,
  schema: oneOf(1),
  pullRequests: pullRequests1,
  records: anyObject,
});
/** What is left out where there is nothing of it. */
const optionalHead = ['account', 'siteMemory', 'images'] as const;
type OptionalHead = (typeof optionalHead)[number];
type Stored<Members> = {
  readonly [Name in keyof Members]: Members[Name] extends Shape<infer T> ? T : never;
};
type Head2 = Stored<typeof head2>;
type StoredHead2 = Omit<Head2, OptionalHead> & Partial<Pick<Head2, OptionalHead>>;
const index2 = object<StoredHead2 & { readonly records: Readonly<Record<string, unknown>> }>(
  { ...head2, records: anyObject },
  [...optionalHead],
);

/** What of an index stands before its records. Throws a `Misfit` for what could not be read back. */
export const storedHead = ({
  sourceCursors,
  destination,
  account,
  started,
  cursors,
  encodings: learned,
  siteMemory,
  approvals,
  plans,
  images,
}: LedgerIndex) =>
  object<StoredHead2>(head2, [...optionalHead])({
    schema: 2,
    destination,
    ...(account !== undefined && { account }),
    started,
    sourceCursors: {
      ...withPending(sourceCursors, 'pull-requests', changeNumber),
      ...withPending(sourceCursors, 'releases', (each) =>
        each.kind === 'release' ? [each.tag] : [],
      ),
    },
    cursors,
    encodings: learned,
    ...(Object.keys(siteMemory).length > 0 && { siteMemory }),
    approvals,
    plans,
    ...(Object.keys(images).length > 0 && { images }),
  });

function withPending<List extends ListedSources, Name>(
  cursors: SourceCursors,
  listed: List,
  nameOf: (provenance: Provenance) => Name[],
): { readonly [Key in List]?: StoredCursor<Name> } {
  const cursor = cursors[listed];
  if (!cursor) return {};
  return { [listed]: { ...cursor, pending: cursor.pending.flatMap(nameOf) } } as never;
}

/** An index as it stands in the file, of any schema that is known. */
export const indexShape: Shape<LedgerIndex> = (value) => {
  if (isObject(value) && value['schema'] === 1) {
    const { pullRequests, records, ...rest } = index1(value);
    const pulls = pullRequests && pullRequestCursor(pullRequests);
    return {
      ...headOf(rest),
      siteMemory: {},
      images: {},
      sourceCursors: pulls ? { 'pull-requests': pulls } : {},
      ...readRecords(records, recordShape1),
    };
  }
  const {
    sourceCursors: stored,
    siteMemory = {},
    images = {},
    account,
    records,
    ...rest
  } = index2(value);
  const pulls = stored['pull-requests'];
  const releases = stored.releases;
  return {
    ...headOf(rest),
    ...(account !== undefined && { account }),
    siteMemory,
    images,
    sourceCursors: {
      ...(pulls && { 'pull-requests': pullRequestCursor(pulls) }),
      ...(releases && {
        releases: {
          ...releases,
          pending: releases.pending.map((tag) => ({ kind: 'release', tag })),
        },
      }),
    },
    ...readRecords(records, recordShape),
  };
};

function headOf({
  destination,
  started,
  cursors,
  encodings: learned,
  approvals,
  plans,
}: Omit<LedgerIndex, 'sourceCursors' | OptionalHead | 'records' | 'broken'>) {
  return { destination, started, cursors, encodings: learned, approvals, plans };
}

function pullRequestCursor({ pending, ...seen }: StoredCursor<number>): SourceCursor {
  return { ...seen, pending: pending.map((number) => ({ kind: 'pull-request', number })) };
}

/** Parts the records that a run can have written from the others, so that one holds up but itself. */
function readRecords(
  stored: Readonly<Record<string, unknown>>,
  shape: Shape<LedgerRecord>,
): Pick<LedgerIndex, 'records' | 'broken'> {
  // Without a prototype, as every map of keys that somebody else chose.
  const records = Object.create(null) as Record<string, LedgerRecord>;
  const broken = Object.create(null) as Record<string, BrokenRecord>;
  const holders = new Map<string, string>();
  const put = (key: string, flaw: string) => {
    delete records[key];
    broken[key] = { stored: stored[key], flaw };
  };
  for (const key of Object.keys(stored)) {
    const read = readRecord(stored[key], shape);
    if (typeof read === 'string') {
      put(key, read);
      continue;
    }
    records[key] = read;
    if (read.post === null) continue;
    const post = `${read.kind} ${read.post.id}`;
    const other = holders.get(post);
    if (other !== undefined) {
      put(key, `it has ${post}, as ${JSON.stringify(other)} has`);
      put(other, `it has ${post}, as ${JSON.stringify(key)} has`);
    }
    holders.set(post, key);
  }
  return { records, broken };
}

function readRecord(stored: unknown, shape: Shape<LedgerRecord>): LedgerRecord | string {
  try {
    const record = shape(stored);
    return recordFlaw(record) ?? record;
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    return `${error.place || 'it'} is ${error.seen}, expected ${error.expected}`;
  }
}

const unchecked: Shape<unknown> = (value) => value;

/** The outer layer of a ledger that is one file; its texts and plans are checked when they are read. */
export const documentShape = object({
  schema: oneOf(1, 2),
  index: unchecked,
  texts: map(digest, unchecked),
  plans: map(digest, unchecked),
});
