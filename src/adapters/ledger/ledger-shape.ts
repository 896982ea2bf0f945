import { isDigest } from '../../model/digest.ts';
import { articleTypes, type PostKind } from '../../model/draft.ts';
import { mechanisms } from '../../model/evidence.ts';
import { normalizations, type LedgerIndex, type LedgerRecord } from '../../model/ledger.ts';
import { actions, type PlanIndex } from '../../model/plan.ts';
import type {
  ArticleContent,
  Hole,
  PostContent,
  PostRef,
  QuestionContent,
} from '../../model/post.ts';
import { isObject } from '../is-object.ts';
import {
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
import {
  fromStoredPullRequests,
  fromStoredRecord,
  type StoredPullRequests,
  type StoredRecord,
} from './stored-record.ts';

const digest = matching('sha256: and 64 hexadecimal digits', isDigest);
const instant = whole(0);
const id = whole(1);
const kind = oneOf<PostKind>('article', 'question');
const tier = oneOf('business', 'enterprise');

const post = object<PostRef>({ kind, id, answer: id }, ['answer']);

const run = object({ id: text, host: text, pid: id, started: text });

const intent = object({
  action: oneOf('create', 'update', 'merge'),
  step: digest,
  plan: digest,
  content: nullable(digest),
  at: instant,
  run,
  outcome: oneOf('open', 'unknown', 'rejected'),
});

/** A record as it stands in the file. */
export const storedRecordShape = object<StoredRecord>({
  kind,
  post: nullable(post),
  complete: flag,
  version: whole(0),
  file: nullable(text),
  of: whole(1),
  revision: text,
  settings: digest,
  base: nullable(digest),
  title: text,
  text: nullable(digest),
  step: nullable(digest),
  plan: nullable(digest),
  activity: nullable(instant),
  edited: flag,
  form: list(oneOf(...normalizations)),
  gone: flag,
  otherOwner: flag,
  forgotten: flag,
  resolution: nullable(object({ kind: oneOf('source', 'recreate'), activity: nullable(instant) })),
  intent: nullable(intent),
});

const cursor = object({
  at: instant,
  foreign: whole(Number.MIN_SAFE_INTEGER),
  swept: instant,
});

const encoding = oneOf('raw', 'once', 'twice');
const encodings = object({ title: nullable(encoding), body: nullable(encoding) });

const evidence = object({
  mechanism: oneOf(...mechanisms),
  verified: flag,
  by: nullable(object({ id: nullable(whole(0)), login: text })),
  evidence: nullable(text),
  digest,
  at: instant,
});

/** What an index says beside its records. */
const head = {
  schema: oneOf(1),
  destination: nullable(object({ tier, site: text, team: nullable(text) })),
  started: nullable(instant),
  pullRequests: nullable(
    object<StoredPullRequests>({ at: instant, pending: list(whole(1)), query: digest }, ['query']),
  ),
  cursors: object<LedgerIndex['cursors']>({ article: cursor, question: cursor }, [
    'article',
    'question',
  ]),
  encodings: object<LedgerIndex['encodings']>({ v3: encodings, 'v2.3': encodings }, ['v3', 'v2.3']),
  approvals: map(digest, evidence),
  plans: map(digest, instant),
};

export const indexHeadShape = object(head);

const storedRecords = map(text, storedRecordShape);

/** Without a prototype, as every map of keys that somebody else chose. */
function fromStoredRecords(stored: Record<string, StoredRecord>): Record<string, LedgerRecord> {
  const records = Object.create(null) as Record<string, LedgerRecord>;
  for (const key in stored) {
    const record = stored[key];
    if (record) records[key] = fromStoredRecord(record);
  }
  return records;
}

const storedIndexShape = object({
  ...head,
  records: (value) => fromStoredRecords(storedRecords(value)),
});

/** An index as it stands in the file. */
export const indexShape: Shape<LedgerIndex> = (value) => {
  const { pullRequests, ...index } = storedIndexShape(value);
  return {
    ...index,
    sourceCursors: pullRequests ? { 'pull-requests': fromStoredPullRequests(pullRequests) } : {},
  };
};

export const planShape = object<PlanIndex>({
  schema: oneOf(1),
  tier,
  site: text,
  team: nullable(text),
  api: oneOf('v3', 'v2.3'),
  account: whole(0),
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
  schema: oneOf(1),
  index: unchecked,
  texts: map(digest, unchecked),
  plans: map(digest, unchecked),
});
