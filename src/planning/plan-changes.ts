import { fillHoles, type AddressOf } from '../composing/fill-holes.ts';
import { postAddresses } from '../composing/post-addresses.ts';
import { digestOf, type Digest } from '../model/digest.ts';
import type { PostKind } from '../model/draft.ts';
import { Fault } from '../model/error.ts';
import type {
  ComposedFrom,
  FieldEncodings,
  LedgerIndex,
  LedgerRecord,
  Run,
} from '../model/ledger.ts';
import type { PostContent, PostRef } from '../model/post.ts';
import type { LedgerSnapshot } from '../ports/ledger-store.ts';
import type { Site, SitePost } from '../ports/site.ts';
import { mapConcurrent } from '../model/map-concurrent.ts';
import { reconcile } from './reconcile.ts';
import type { PlannedChange } from './planned-change.ts';
import type { Orphan, PlanEnvironment, Seen, SourceState } from './source-state.ts';
import { survey, unclaimedByTitle, type ListSurvey, type Survey } from './survey.ts';

/** A source that may be published: it has no error. */
export interface PlannedSource {
  readonly source: string;
  readonly composedFrom: ComposedFrom;
  /** Null where the ledger has this very revision under these very settings: then it was not read. */
  readonly ours: PostContent | null;
}

export interface PlanChangesOptions {
  readonly site: Site;
  readonly account: number;
  readonly snapshot: LedgerSnapshot;
  readonly sources: readonly PlannedSource[];
  /** Keys that have an error finding: left alone, and not orphaned. */
  readonly erroneous: ReadonlySet<string>;
  /** Read every post. */
  readonly full: boolean;
  readonly public: boolean;
  readonly isRunning: (run: Run) => boolean | null;
}

export interface PlannedChanges {
  /** One per source, in the order of the sources. */
  readonly changes: readonly PlannedChange[];
  readonly orphaned: readonly { readonly source: string; readonly post: PostRef }[];
  readonly cursors: LedgerIndex['cursors'];
}

export const nothingLearned: FieldEncodings = { title: null, body: null };

/** Surveys the site, reads what cannot be told from its lists, and reconciles every source. */
export async function planChanges(options: PlanChangesOptions): Promise<PlannedChanges> {
  const { site, snapshot, sources, account } = options;
  const { records, encodings, cursors } = snapshot.index;
  const kinds = (['article', 'question'] as const).filter(
    (kind) =>
      sources.some(({ ours }) => ours?.kind === kind) ||
      Object.values(records).some((record) => record.kind === kind),
  );
  const isNew = (kind: PostKind) =>
    sources.some(({ source, ours }) => ours?.kind === kind && !records[source]?.post);
  // Before the lists are read: only what is old enough then can be missing in them for good.
  const now = site.now();
  const surveyed = await survey({
    site,
    account,
    index: snapshot.index,
    kinds,
    full: options.full,
    newSources: { article: isNew('article'), question: isNew('question') },
  });

  const orphans = await findOrphans(options, surveyed);
  const claimed = { article: new Set<number>(), question: new Set<number>() };
  for (const { kind, post } of Object.values(records)) if (post) claimed[kind].add(post.id);
  const byTitle = {
    article: unclaimedByTitle(surveyed.article.listed, claimed.article),
    question: unclaimedByTitle(surveyed.question.listed, claimed.question),
  };
  const intendedTitles = orphans.flatMap(({ record, intended }) =>
    intended && !record.post ? [intended.title] : [],
  );
  const urlOf = (post: PostRef) => site.urlOf(post);
  const addressOf = postAddresses(snapshot.index, urlOf);
  const states = await mapConcurrent(sources, 10, (source) =>
    look(source, addressOf, options, surveyed, byTitle, intendedTitles),
  );
  // What an interrupted run may have written is settled first, so that no other source claims it.
  const order = states.toSorted(
    (a, b) => Number(Boolean(b.record?.intent)) - Number(Boolean(a.record?.intent)),
  );
  const changes = new Map<string, PlannedChange>();
  const takenPosts = new Set<number>();
  const takenOrphans = new Set<string>();
  for (const state of order) {
    const change = reconcile({
      ...state,
      encodings: encodings[site.destination.api] ?? nothingLearned,
      now,
      public: options.public,
      urlOf,
      candidates: state.candidates.filter(({ id }) => !takenPosts.has(id)),
      orphans: orphans.filter(({ source }) => !takenOrphans.has(source)),
    });
    changes.set(state.source, change);
    if (change.outcome === 'step' && change.step.target) takenPosts.add(change.step.target.id);
    if (change.outcome !== 'unchanged' && change.renamedFrom) takenOrphans.add(change.renamedFrom);
  }
  return {
    changes: sources.flatMap(({ source }) => changes.get(source) ?? []),
    orphaned: orphanKeys(options).flatMap((source) => {
      const post = records[source]?.post;
      return post && !takenOrphans.has(source) ? [{ source, post }] : [];
    }),
    cursors: { ...cursors, ...surveyed.cursors },
  };
}

/** Collects what decides about one source; reads its post only where the list does not tell enough. */
async function look(
  { source, composedFrom, ours }: PlannedSource,
  addressOf: AddressOf,
  { site, snapshot, account, full, isRunning }: PlanChangesOptions,
  surveyed: Survey,
  byTitle: Readonly<Record<PostKind, ReturnType<typeof unclaimedByTitle>>>,
  /** Under these its post may have been begun, before it was renamed. */
  intendedTitles: readonly string[],
): Promise<Omit<SourceState, 'orphans' | keyof PlanEnvironment>> {
  const record = Object.hasOwn(snapshot.index.records, source)
    ? (snapshot.index.records[source] ?? null)
    : null;
  const changed = ours !== null && record?.base !== digestOf(ours);
  /** What the site was to hold, so that it can be compared with what it holds. */
  const knownText = async (digest: Digest) => {
    const composed = await snapshot.text(digest);
    return composed && fillHoles(composed, addressOf).content;
  };
  const intended = record?.intent?.content ? await snapshot.text(record.intent.content) : null;

  let seen: Seen = { state: 'unmoved' };
  let candidates: SitePost[] = [];
  // A question that was begun has a post already, although its creation is not done.
  const creating =
    record?.intent?.action === 'create' && record.complete === (record.post !== null);
  if (record?.post && !creating) {
    seen = await lookAtPost(record, record.post, changed, site, surveyed[record.kind], full);
  } else if (ours) {
    const titles = [ours.title, ...(intended ? [intended.title] : []), ...intendedTitles];
    const found = new Set(titles.flatMap(byTitle[ours.kind]));
    const read = await mapConcurrent([...found], 10, ({ kind, id }) =>
      readCandidate(site, { kind, id }, account),
    );
    candidates = read.filter((post) => post !== null);
  }
  // One may have been sent whose id no run recorded, or been restored.
  const unanswered = record?.kind === 'question' && !record.post?.answer ? record.post : null;
  const answers =
    unanswered && seen.state === 'read' ? await site.answersOf(unanswered, account) : [];
  const base = changed || seen.state === 'read' ? record?.base : null;
  return {
    source,
    composedFrom,
    ours,
    record,
    base: base ? await knownText(base) : null,
    intended,
    seen,
    candidates,
    answers,
    running: record?.intent ? isRunning(record.intent.run) : false,
  };
}

async function lookAtPost(
  record: LedgerRecord,
  post: PostRef,
  changed: boolean,
  site: Site,
  { listed, complete }: ListSurvey,
  full: boolean,
): Promise<Seen> {
  const item = listed.get(post.id);
  const moved = item !== undefined && item.activity !== record.activity;
  const missing = item === undefined && complete;
  if (record.forgotten) return { state: 'unmoved' };
  if (record.gone && item === undefined && !full) return { state: 'deleted' };
  const read =
    full ||
    moved ||
    missing ||
    record.otherOwner ||
    record.gone ||
    record.intent !== null ||
    !record.complete ||
    (record.kind === 'question' && post.answer === undefined) ||
    (changed && (record.edited || record.base === null || record.resolution !== null));
  if (!read) return { state: 'unmoved' };
  const current = await readPost(site, post);
  return current ? { state: 'read', post: current } : { state: 'deleted' };
}

/** A question that may be ours is ours with the answer that we gave it. */
export async function readCandidate(
  site: Site,
  ref: PostRef,
  account: number,
): Promise<SitePost | null> {
  const post = await readPost(site, ref);
  if (!post || ref.kind === 'article') return post;
  const answers = await site.answersOf(ref, account);
  const answer = answers.find(({ accepted }) => accepted) ?? answers[0];
  return answer ? { ...post, ref: { ...ref, answer: answer.id }, answer } : post;
}

/** A post that our own account may not read any more is as gone to us as a deleted one. */
async function readPost(site: Site, ref: PostRef): Promise<SitePost | null> {
  try {
    return await site.read(ref);
  } catch (error) {
    if (error instanceof Fault && error.code === 'site-forbidden') return null;
    throw error;
  }
}

/** The keys of records whose source is gone, or not marked any more. */
function orphanKeys({ snapshot, sources, erroneous }: PlanChangesOptions): string[] {
  const present = new Set(sources.map(({ source }) => source));
  return Object.keys(snapshot.index.records).filter(
    (key) => !present.has(key) && !erroneous.has(key),
  );
}

/** Orphans with their text; only where there is a new source that may be one of them, renamed. */
async function findOrphans(
  options: PlanChangesOptions,
  surveyed: Survey,
): Promise<readonly Orphan[]> {
  const { site, snapshot, sources } = options;
  const records = snapshot.index.records;
  if (sources.every(({ source }) => Object.hasOwn(records, source))) return [];
  const found = await mapConcurrent(orphanKeys(options), 10, async (source) => {
    const record = records[source];
    if (!record) return [];
    const { kind, post, otherOwner, intent } = record;
    const intended = intent?.content ? await snapshot.text(intent.content) : null;
    if (!post) return intended ? [{ source, record, base: intended, intended, gone: false }] : [];
    const base = record.base && (await snapshot.text(record.base));
    const missing = surveyed[kind].complete && !otherOwner && !surveyed[kind].listed.has(post.id);
    const gone = missing && (await readPost(site, post)) === null;
    return [{ source, record, base, intended, gone }];
  });
  return found.flat();
}
