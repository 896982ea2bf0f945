import type { PostKind } from '../model/draft.ts';
import type { LedgerIndex, LedgerRecord, Run } from '../model/ledger.ts';
import { mapConcurrent } from '../model/map-concurrent.ts';
import type { PlanIndex } from '../model/plan.ts';
import type { PostRef } from '../model/post.ts';
import type { Log } from '../ports/log.ts';
import type { LedgerSnapshot } from '../ports/ledger-store.ts';
import type { Site } from '../ports/site.ts';
import { approvedAdoption, proposeAdoption } from './adoption.ts';
import { encodingsAt } from './known-encodings.ts';
import { heldTooLong, mostSteps, selectSteps, type Limits } from './limits.ts';
import {
  look,
  mayWaitUnread,
  readPost,
  recordOf,
  saysOther,
  withMove,
  type Outlook,
  type OwnState,
  type PlannedSource,
  type Reading,
} from './look.ts';
import { findOrphans, lookForOrphans, orphanKeys } from './orphans.ts';
import { claimedBy, withBroken } from './broken-sources.ts';
import { haveLinksMoved } from './known-addresses.ts';
import { areSameMoves, movedPosts } from './moved-posts.ts';
import { planAddresses } from './plan-addresses.ts';
import { plannedStep, type PlannedChange, type PlannedStep } from './planned-change.ts';
import { reconcile } from './reconcile.ts';
import type { Adopting, SourceState } from './source-state.ts';
import { withoutSkipped } from './without-skipped.ts';
import { survey, titleDigest, unclaimedByTitle } from './survey.ts';
import { withoutArticleEdits } from './unavailable.ts';

/** What a plan is made for: to be approved, within limits; or to carry out what was approved. */
export type Purpose =
  { readonly limits: Limits; readonly only: readonly string[] } | { readonly approved: PlanIndex };

/** So many sources are looked at at a time: an API may take their reads together. */
const atOnce = 100;

export interface PlanChangesOptions {
  readonly site: Site;
  readonly account: number;
  readonly snapshot: LedgerSnapshot;
  readonly sources: readonly PlannedSource[];
  /** Keys that have an error finding: left alone, and not orphaned. */
  readonly erroneous: ReadonlySet<string>;
  readonly purpose: Purpose;
  /** The keys of records that go over to another source of the same file, by the key of that source. */
  readonly moves: ReadonlyMap<string, readonly string[]>;
  /** Read every post. */
  readonly full: boolean;
  readonly public: boolean;
  readonly isRunning: (run: Run) => boolean | null;
  /** Told how far the look at the site is. */
  readonly progress?: Log['progress'];
}

export interface PlannedChanges {
  /** One per source, in the order of the sources. */
  readonly changes: readonly PlannedChange[];
  readonly orphaned: readonly { readonly source: string; readonly post: PostRef }[];
  /** What the ledger should say of records without their source, where a post was found deleted or back. */
  readonly orphanNews: ReadonlyMap<string, LedgerRecord>;
  /** The sources whose Articles would be changed, where the API of the site is known not to do that. */
  readonly uneditable: readonly string[];
  readonly cursors: LedgerIndex['cursors'];
  /** The sources that say what a person decided not to publish. */
  readonly skipped: ReadonlySet<string>;
}

/**
 * Surveys the site, reads what cannot be told from its lists, and reconciles every source. What a plan
 * is to show is read; what waits for a later one is not.
 */
export async function planChanges(options: PlanChangesOptions): Promise<PlannedChanges> {
  const { site, snapshot, account, purpose, moves } = options;
  const { index } = snapshot;
  const { records, broken, cursors } = index;
  const { sources, skipped } = withoutSkipped(withBroken(options), records);
  const kinds = (['article', 'question'] as const).filter(
    (kind) =>
      sources.some(({ ours }) => ours?.kind === kind) ||
      Object.values(records).some((record) => record.kind === kind),
  );
  const newTitles = (kind: PostKind) =>
    sources.flatMap(({ source, ours }) =>
      ours?.kind === kind && !recordOf(index, source)?.post ? [ours.title] : [],
    );
  // Before the lists are read: only what is old enough then can be missing in them for good.
  const now = site.now();
  const surveyed = await survey({
    ...options,
    index,
    kinds,
    newTitles: { article: newTitles('article'), question: newTitles('question') },
  });

  const orphanNews = await lookForOrphans(options, surveyed);
  let orphans = await findOrphans({ ...options, sources }, surveyed, orphanNews);
  const claimed = { article: new Set<number>(), question: new Set<number>() };
  for (const { kind, post } of Object.values(records)) if (post) claimed[kind].add(post.id);
  for (const id of Object.values(broken).flatMap(claimedBy)) {
    claimed.article.add(id);
    claimed.question.add(id);
  }
  const byTitle = (kind: PostKind) => {
    const listed = unclaimedByTitle(surveyed[kind].listed, claimed[kind]);
    const sought = surveyed.cursors[kind]?.sought ?? {};
    return (title: string) => [
      ...listed(title).map(({ id }) => id),
      ...(sought[titleDigest(title)] ?? []).filter((id) => !claimed[kind].has(id)),
    ];
  };
  const adoptionOptions = { ...options, sources, index, claimed };
  const proposes = 'limits' in purpose && purpose.limits.action === 'adopt';
  let adoption = proposes ? await proposeAdoption(purpose.only, adoptionOptions) : null;
  const urlOf = (post: PostRef) => site.urlOf(post);
  const approvedPlan = 'approved' in purpose ? purpose.approved : null;
  let moved = movedPosts([], orphanNews, index);
  let addresses = planAddresses(index, site, approvedPlan, moved);
  const outlook = () => ({
    ...options,
    ...addresses,
    surveyed,
    now,
    adoption,
    byTitle: { article: byTitle('article'), question: byTitle('question') },
    intendedTitles: orphans.flatMap(({ record, intended }) =>
      intended && !record.post ? [intended.title] : [],
    ),
  });
  // What was approved before that was known is tried all the same.
  const noEdits = !('approved' in purpose) && site.quirks?.isLacking('article-edit') === true;
  const states = new Map<string, OwnState>();
  const lookAt = async (some: readonly PlannedSource[], reading: (source: string) => Reading) => {
    const out = outlook();
    let done = 0;
    const found = await mapConcurrent(some, atOnce, async (each) => {
      const state = await look(each, out, reading(each.source));
      done += 1;
      options.progress?.({ label: 'looking at posts', done, total: some.length });
      return state;
    });
    for (const state of found) states.set(state.source, state);
  };
  const reconcileAll = () => {
    // What an interrupted run may have written is settled first, so that no other source claims it.
    const order = [...states.values()].sort(
      (a, b) => Number(Boolean(b.record?.intent)) - Number(Boolean(a.record?.intent)),
    );
    const changes = new Map<string, PlannedChange>();
    const takenPosts = new Set<number>();
    const takenOrphans = new Set<string>();
    const promised = new Set([...moves.values()].flat());
    for (const state of order) {
      const left = orphans.filter(({ source }) => !takenOrphans.has(source));
      const own = left.filter(({ source }) => moves.get(state.source)?.includes(source));
      const change = reconcile({
        ...state,
        account,
        encodings: encodingsAt(site, index),
        now,
        public: options.public,
        urlOf,
        ...addresses,
        candidates: state.candidates.filter(({ id }) => !takenPosts.has(id)),
        ...(state.adopting && { adopting: withoutPosts(state.adopting, takenPosts) }),
        orphans: own.length > 0 ? own : left.filter(({ source }) => !promised.has(source)),
      });
      changes.set(state.source, change);
      if (change.outcome === 'step' && change.step.target) takenPosts.add(change.step.target.id);
      if (change.outcome !== 'unchanged' && change.renamedFrom)
        takenOrphans.add(change.renamedFrom);
    }
    const out = outlook();
    const all = sources.flatMap(
      (planned) => changes.get(planned.source) ?? waitingStep(planned, out) ?? [],
    );
    return {
      ...(noEdits ? withoutArticleEdits(all) : { changes: all, uneditable: [] }),
      orphaned: orphanKeys(options).flatMap((source) => {
        const post = recordOf(index, source)?.post;
        return post && !takenOrphans.has(source) ? [{ source, post }] : [];
      }),
      orphanNews,
      cursors: { ...cursors, ...surveyed.cursors },
      skipped,
    };
  };

  /** Links lead to where posts are by this plan: what it finds out of them decides about others. */
  const decide = async (reading: (source: string) => Reading) => {
    for (;;) {
      const decided = reconcileAll();
      const news = movedPosts(decided.changes, orphanNews, index);
      if (areSameMoves(news, moved)) return decided;
      moved = news;
      addresses = planAddresses(index, site, approvedPlan, moved);
      // Their texts were not needed so far.
      const unseen = sources.filter(({ source }) => {
        const { record, base, seen } = states.get(source) ?? {};
        const isUnseen = record?.base && !base && seen?.state === 'unmoved';
        return isUnseen && haveLinksMoved(record, addresses.leadsTo);
      });
      await lookAt(unseen, reading);
    }
  };

  const mayWait = (planned: PlannedSource) =>
    !options.full && mayWaitUnread(planned, recordOf(index, planned.source), addresses.leadsTo);
  const waiting = new Set(sources.filter(mayWait).map(({ source }) => source));
  /** What has other links alone needs no look at its post to wait, but at its text. */
  const isRelinked = (planned: PlannedSource) =>
    waiting.has(planned.source) && !saysOther(planned, recordOf(index, planned.source));
  if ('approved' in purpose) {
    const approved = new Map(purpose.approved.steps.map(({ source, action }) => [source, action]));
    const reading = (source: string): Reading => {
      const action = approved.get(source);
      if (!action) return waiting.has(source) ? 'never' : 'as-listed';
      // What was approved over somebody's words is that only where these words still are seen.
      return action === 'merge' || action === 'overwrite' ? 'always' : 'as-listed';
    };
    const due = sources.filter(
      (planned) =>
        approved.has(planned.source) || !waiting.has(planned.source) || isRelinked(planned),
    );
    await lookAt(due, reading);
    const readingApproved = (source: string) => (approved.has(source) ? reading(source) : 'never');
    const decided = await decide(readingApproved);
    adoption = await approvedAdoption(purpose.approved, decided.changes, adoptionOptions);
    if (!adoption) return decided;
    const { wishes } = adoption;
    await lookAt(
      sources.filter(({ source }) => wishes.has(source)),
      reading,
    );
    return decide(readingApproved);
  }

  const changed = sources.filter((each) => waiting.has(each.source) && !isRelinked(each));
  const later = new Set(changed.slice(mostSteps).map(({ source }) => source));
  await lookAt(
    sources.filter(({ source }) => !later.has(source)),
    (source) => (waiting.has(source) ? 'never' : 'always'),
  );
  for (;;) {
    const decided = await decide(() => 'never');
    const { only } = purpose;
    const { taken, tooLong } = selectSteps(
      decided.changes.filter(({ source }) => only.length === 0 || only.includes(source)),
      purpose.limits,
    );
    const unread = new Set([...taken].filter((change) => change.unread));
    if (unread.size === 0)
      return {
        ...decided,
        changes: decided.changes.map((change) =>
          change.outcome === 'step' && tooLong.has(change) ? heldTooLong(change) : change,
        ),
      };
    const renamed = new Set([...unread].map(({ renamedFrom }) => renamedFrom));
    orphans = await mapConcurrent(orphans, 10, async (orphan) => {
      const { post } = orphan.record;
      if (!post || !renamed.has(orphan.source)) return orphan;
      return { ...orphan, gone: (await readPost(site, post)) === null };
    });
    const keys = new Set(
      [...unread].flatMap(({ source, step }) => (step.action === 'adopt' ? [] : [source])),
    );
    await lookAt(
      sources.filter(({ source }) => keys.has(source)),
      () => 'always',
    );
  }
}

function withoutPosts(adopting: Adopting, taken: ReadonlySet<number>): Adopting {
  return { ...adopting, titled: adopting.titled.filter(({ id }) => !taken.has(id)) };
}

/** The step of a changed source whose post and base nobody looked at yet: it waits. */
function waitingStep(
  { source, composedFrom, ours }: PlannedSource,
  outlook: Pick<Outlook, 'snapshot' | 'surveyed' | 'now'> & Pick<SourceState, 'usedBy'>,
): PlannedStep | null {
  const record = withMove(recordOf(outlook.snapshot.index, source), outlook);
  if (!ours || !record?.post) return null;
  const more = { unread: true };
  const { usedBy } = outlook;
  return plannedStep({ source, composedFrom, record, usedBy }, 'update', record.post, ours, more);
}
