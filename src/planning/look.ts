import { digestOf, type Digest } from '../model/digest.ts';
import type { PostKind } from '../model/draft.ts';
import { Fault } from '../model/error.ts';
import type { ComposedFrom, LedgerIndex, LedgerRecord, Run } from '../model/ledger.ts';
import { mapConcurrent } from '../model/map-concurrent.ts';
import type { Instant, PostContent, PostRef } from '../model/post.ts';
import type { LedgerSnapshot } from '../ports/ledger-store.ts';
import type { Site, SitePost } from '../ports/site.ts';
import { haveLinksMoved } from './known-addresses.ts';
import type { Adopting, Adoption, PlanEnvironment, Seen, SourceState } from './source-state.ts';
import type { ListSurvey, Survey } from './survey.ts';

/** A source that may be published: it has no error. */
export interface PlannedSource {
  readonly source: string;
  readonly composedFrom: ComposedFrom;
  /** Null where the ledger has this very revision under these very settings: then it was not read. */
  readonly ours: PostContent | null;
}

/** Where to look for what decides about sources. */
export interface Outlook {
  readonly site: Site;
  readonly account: number;
  readonly snapshot: LedgerSnapshot;
  /** Read every post. */
  readonly full: boolean;
  readonly isRunning: (run: Run) => boolean | null;
  readonly surveyed: Survey;
  /** The ids of posts that no record claims and that may have this title. */
  readonly byTitle: Readonly<Record<PostKind, (title: string) => readonly number[]>>;
  /** Under these a source's post may have been begun, before it was renamed. */
  readonly intendedTitles: readonly string[];
  /** The site's clock, before its lists were read. */
  readonly now: Instant;
  readonly leadsTo: PlanEnvironment['leadsTo'];
  /** How existing posts are looked for; null: they are not. */
  readonly adoption: Adoption | null;
}

/** What decides about a source, beside what is the same for all. */
export type OwnState = Omit<SourceState, 'orphans' | keyof PlanEnvironment>;

/** Whether the post of a changed source is read. */
export type Reading = 'always' | 'as-listed' | 'never';

/** No clock is so far ahead of the site's. */
const clockDifference = 3_600_000;

/** The record of a source; null where it has none. */
export function recordOf({ records }: LedgerIndex, source: string): LedgerRecord | null {
  return (Object.hasOwn(records, source) ? records[source] : null) ?? null;
}

/** Whether a source says something else than its record rests on. */
export function saysOther({ ours }: PlannedSource, record: LedgerRecord | null): boolean {
  return ours !== null && record?.base !== digestOf(ours);
}

/** Whether a source says something else, or a link of it leads elsewhere by now. */
function hasChanged(
  planned: PlannedSource,
  record: LedgerRecord | null,
  leadsTo: Outlook['leadsTo'],
): boolean {
  if (saysOther(planned, record)) return true;
  const isLinking = record?.base && !record.gone && !record.forgotten;
  return Boolean(isLinking) && record !== null && haveLinksMoved(record, leadsTo);
}

/**
 * Collects what decides about one source. Where the source changed, `reading` says whether its post is
 * read: `always`, so that a plan shows what a step would really replace; `never`, as the step may have
 * to wait; or where the list does not tell enough, as for all other sources.
 */
export async function look(
  planned: PlannedSource,
  outlook: Outlook,
  reading: Reading,
): Promise<OwnState> {
  const { source, composedFrom, ours } = planned;
  const { site, snapshot, account, surveyed, byTitle, now } = outlook;
  const { index } = snapshot;
  const noted = recordOf(index, source);
  const changed = hasChanged(planned, noted, outlook.leadsTo);
  const record = changed && reading === 'never' ? withMove(noted, outlook) : noted;
  let flaw = Object.hasOwn(index.broken, source) ? (index.broken[source]?.flaw ?? null) : null;
  const text = async (digest: Digest | null | undefined): Promise<PostContent | null> => {
    if (!digest) return null;
    const found = await heldText(snapshot, digest);
    if (!found) flaw ??= `its text ${digest} is not there`;
    return found;
  };
  const intended = await text(record?.intent?.content);
  if (record?.intent && record.intent.at > now + clockDifference)
    flaw ??= 'it is about to be written in the future';

  let seen: Seen = { state: 'unmoved' };
  let candidates: SitePost[] = [];
  let adopting: Adopting | null = null;
  // A question that was begun has a post already, although its creation is not done.
  const creating =
    record?.intent?.action === 'create' && record.complete === (record.post !== null);
  if (flaw !== null) {
    // Nothing that it says may lead anywhere.
  } else if (record?.post && !creating) {
    const must = outlook.full || (changed && (reading === 'always' || needsPost(record)));
    if (!changed || reading !== 'never')
      seen = await lookAtPost(record, record.post, must, site, surveyed[record.kind]);
  } else if (ours) {
    const titles = [ours.title, ...(intended ? [intended.title] : []), ...outlook.intendedTitles];
    // In an order of their own: one of them may have been decided about.
    const found = [...new Set(titles.flatMap(byTitle[ours.kind]))].sort((a, b) => a - b);
    const { kind } = ours;
    const posts = await mapConcurrent(found, 100, (id) =>
      readCandidate(site, { kind, id }, account),
    );
    candidates = posts.filter((post) => post !== null);
    adopting = await lookForTitled(source, ours, new Set(found), outlook);
  }
  // One may have been sent whose id no run recorded, or been restored.
  const unanswered = seen.state === 'read' && record?.kind === 'question' && !seen.post.answer;
  const answers = unanswered && record.post ? await site.answersOf(record.post, account) : [];
  const rests = changed || seen.state === 'read' ? await text(record?.base) : null;
  if (rests && rests.kind !== record?.kind) flaw ??= 'its text is of another kind';
  return {
    source,
    composedFrom,
    ours,
    record,
    base: rests,
    intended,
    seen,
    candidates,
    ...(adopting && { adopting }),
    answers,
    running: record?.intent ? outlook.isRunning(record.intent.run) : false,
    flaw,
  };
}

/** The posts that a source may be linked to, beside those that are known; null: none is looked for. */
async function lookForTitled(
  source: string,
  { kind, title }: PostContent,
  known: ReadonlySet<number>,
  { site, account, adoption }: Outlook,
): Promise<Adopting | null> {
  const wish = adoption?.wishes.get(source);
  if (!adoption || !wish) return null;
  const others = adoption.byTitle[kind](title).filter((id) => !known.has(id));
  const posts = await mapConcurrent(others, 100, (id) =>
    readCandidate(site, { kind, id }, account),
  );
  return { ...wish, titled: posts.filter((post) => post !== null) };
}

/** A text of the ledger; null where the ledger has none with this digest, or a damaged one. */
export async function heldText(
  snapshot: Pick<LedgerSnapshot, 'text'>,
  digest: Digest,
): Promise<PostContent | null> {
  try {
    return await snapshot.text(digest);
  } catch (error) {
    if (error instanceof Fault && error.code === 'ledger-unreadable') return null;
    throw error;
  }
}

/** The record of a post that waits unread: that it moved is remembered, as the lists may not show it again. */
export function withMove(
  record: LedgerRecord | null,
  { surveyed, now }: Pick<Outlook, 'surveyed' | 'now'>,
): LedgerRecord | null {
  const item = record?.post && surveyed[record.kind].listed.get(record.post.id);
  const hasMoved = item && item.activity !== record.activity && record.unsettled === null;
  return hasMoved ? { ...record, unsettled: now } : record;
}

/** Whether a changed source may wait without a look at its post: nothing about it is open. */
export function mayWaitUnread(
  planned: PlannedSource,
  record: LedgerRecord | null,
  leadsTo: Outlook['leadsTo'],
): boolean {
  return (
    record !== null &&
    record.post?.kind === (planned.ours ?? record).kind &&
    hasChanged(planned, record, leadsTo) &&
    record.complete &&
    record.intent === null &&
    record.unsettled === null &&
    !record.otherOwner &&
    !record.gone &&
    !record.forgotten &&
    !needsPost(record)
  );
}

/** Whether what becomes of a changed source depends on what its post shows. */
function needsPost({ edited, base, resolution }: LedgerRecord): boolean {
  return edited || base === null || resolution !== null;
}

async function lookAtPost(
  record: LedgerRecord,
  post: PostRef,
  must: boolean,
  site: Site,
  { listed, complete, unsure }: ListSurvey,
): Promise<Seen> {
  const item = listed.get(post.id);
  const moved = item !== undefined && item.activity !== record.activity;
  const missing = item === undefined && (complete || unsure.has(post.id));
  if (record.forgotten) return { state: 'unmoved' };
  // Where it is to be posted again, it may have been restored: that is no activity.
  const stays = record.gone && item === undefined && record.resolution === null;
  if (stays && !must) return { state: 'deleted' };
  const read =
    must ||
    moved ||
    missing ||
    record.unsettled !== null ||
    record.otherOwner ||
    record.gone ||
    record.intent !== null ||
    !record.complete ||
    (record.kind === 'question' && post.answer === undefined);
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
export async function readPost(site: Site, ref: PostRef): Promise<SitePost | null> {
  try {
    return await site.read(ref);
  } catch (error) {
    if (error instanceof Fault && error.code === 'site-forbidden') return null;
    throw error;
  }
}
