import { articleTypes } from '../../model/draft.ts';
import { mechanisms, type Evidence } from '../../model/evidence.ts';
import {
  mostPending,
  type BrokenRecord,
  type Cursor,
  type LedgerIndex,
  type LedgerRecord,
  type ListedSources,
  type SourceCursor,
  type SourceCursors,
} from '../../model/ledger.ts';
import { actions, type PlanIndex } from '../../model/plan.ts';
import type { ArticleContent, Hole, PostContent, QuestionContent } from '../../model/post.ts';
import type { Provenance } from '../../model/provenance.ts';
import { recordFlaw } from '../../model/record-flaw.ts';
import { isObject } from '../../model/is-object.ts';
import {
  anyObject,
  flag,
  list,
  map,
  Misfit,
  nullable,
  object,
  oneOf,
  text,
  whole,
  type Shape,
} from '../shape.ts';
import { digest, instant, pullNumber, recordShape } from './record-shape.ts';
import { pullRequests1, recordShape1 } from './schema-1.ts';

const tier = oneOf('business', 'enterprise');

const cursor = object<Cursor>(
  {
    at: instant,
    foreign: whole(Number.MIN_SAFE_INTEGER),
    swept: instant,
    sought: map(digest, list(whole(1), 1000)),
  },
  ['sought'],
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
    { at: instant, pending: list(name, mostPending), query: digest },
    ['query'],
  );
}

interface StoredCursors {
  readonly 'pull-requests'?: StoredCursor<number>;
  readonly releases?: StoredCursor<string>;
}

const head2 = {
  ...head,
  schema: oneOf(2),
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
const index2 = object({ ...head2, records: anyObject });

/** What of an index stands before its records. Throws a `Misfit` for what could not be read back. */
export const storedHead = ({
  sourceCursors,
  destination,
  started,
  cursors,
  encodings: learned,
  approvals,
  plans,
}: LedgerIndex) =>
  object(head2)({
    schema: 2,
    destination,
    started,
    sourceCursors: {
      ...withPending(sourceCursors, 'pull-requests', (each) =>
        each.kind === 'pull-request' ? [each.number] : [],
      ),
      ...withPending(sourceCursors, 'releases', (each) =>
        each.kind === 'release' ? [each.tag] : [],
      ),
    },
    cursors,
    encodings: learned,
    approvals,
    plans,
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
      sourceCursors: pulls ? { 'pull-requests': pulls } : {},
      ...readRecords(records, recordShape1),
    };
  }
  const { sourceCursors: stored, records, ...rest } = index2(value);
  const pulls = stored['pull-requests'];
  const releases = stored.releases;
  return {
    ...headOf(rest),
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
}: Omit<LedgerIndex, 'sourceCursors' | 'records' | 'broken'>) {
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

export const planShape = object<PlanIndex>({
  schema: oneOf(1),
  tier,
  site: text,
  team: nullable(text),
  api: oneOf('v3', 'v2.3'),
  // Below 0 is the user Community, whose service keys are.
  account: whole(-1),
  steps: list(object({ source: text, action: oneOf(...actions), digest })),
});

const permissions = object({
  editableBy: oneOf('everyone', 'owner', 'specific'),
  users: list(whole(0)),
  groups: list(whole(0)),
});

const holes: Shape<readonly Hole[]> = list(
  object<Hole>({ field: oneOf('body', 'answer'), at: whole(0), for: text, else: text }, ['else']),
);

const shared = { title: text, body: text, tags: list(text), holes };
const article = object<ArticleContent>(
  {
    ...shared,
    kind: oneOf('article'),
    type: oneOf(...articleTypes),
    permissions: nullable(permissions),
  },
  ['holes'],
);
const question = object<QuestionContent>({ ...shared, kind: oneOf('question'), answer: text }, [
  'holes',
]);

export const contentShape: Shape<PostContent> = (value) => {
  const found = isObject(value) && value['kind'];
  if (found === 'article') return article(value);
  if (found === 'question') return question(value);
  throw new Misfit('an article or a question', value);
};

const unchecked: Shape<unknown> = (value) => value;

/** The outer layer of a ledger that is one file; its texts and plans are checked when they are read. */
export const documentShape = object({
  schema: oneOf(1, 2),
  index: unchecked,
  texts: map(digest, unchecked),
  plans: map(digest, unchecked),
});
