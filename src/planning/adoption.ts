import type { Digest } from '../model/digest.ts';
import type { PostKind } from '../model/draft.ts';
import type { LedgerIndex } from '../model/ledger.ts';
import type { PlanIndex } from '../model/plan.ts';
import { visibleText } from '../model/visible-text.ts';
import type { Log } from '../ports/log.ts';
import type { PostSummary, Site } from '../ports/site.ts';
import { recordOf, type PlannedSource } from './look.ts';
import type { PlannedChange } from './planned-change.ts';
import type { Adoption } from './source-state.ts';
import { unclaimedByTitle } from './survey.ts';

interface AdoptionOptions {
  readonly site: Site;
  readonly sources: readonly PlannedSource[];
  readonly index: LedgerIndex;
  /** The posts that records have. */
  readonly claimed: Readonly<Record<PostKind, ReadonlySet<number>>>;
  readonly progress?: Log['progress'];
}

/**
 * Looks for posts of sources without one, of which nothing was begun and nothing decided: of these only, or
 * of all where none is named.
 */
export async function proposeAdoption(
  only: readonly string[],
  options: AdoptionOptions,
): Promise<Adoption> {
  const open = options.sources.filter((each) => mayAdopt(each, options.index));
  const titles = Map.groupBy(open, titleOf);
  const sources = open.filter(({ source }) => only.length === 0 || only.includes(source));
  const wishes = sources.map((each) => {
    const isShared = (titles.get(titleOf(each))?.length ?? 0) > 1;
    return [each.source, { approved: null, isShared }] as const;
  });
  return { wishes: new Map(wishes), byTitle: await everyonesByTitle(sources, options) };
}

/**
 * Looks once more for the posts of adoptions that were approved and that no plan without them has. The
 * index names a step by its digest, which says which post it was. Null: there are none.
 */
export async function approvedAdoption(
  { steps }: PlanIndex,
  changes: readonly PlannedChange[],
  options: AdoptionOptions,
): Promise<Adoption | null> {
  const adopts = steps.filter(({ action }) => action === 'adopt');
  const approved = new Map(adopts.map(({ source, digest }) => [source, digest]));
  const isOpen = new Set(
    changes.flatMap((change) => {
      const isFound = change.outcome === 'step' && change.step.action === 'adopt';
      return approved.has(change.source) && !isFound ? change.source : [];
    }),
  );
  const sources = options.sources.filter(
    (each) => isOpen.has(each.source) && mayAdopt(each, options.index),
  );
  if (sources.length === 0) return null;
  const wish = ({ source }: PlannedSource) => {
    const digest: Digest | null = approved.get(source) ?? null;
    return [source, { approved: digest, isShared: false }] as const;
  };
  return {
    wishes: new Map(sources.map(wish)),
    byTitle: await everyonesByTitle(sources, options),
  };
}

function mayAdopt({ source, ours }: PlannedSource, index: LedgerIndex): boolean {
  const record = recordOf(index, source);
  const isOpen = record === null || (!record.post && !record.intent && !record.resolution);
  return ours !== null && isOpen && !record?.forgotten && !Object.hasOwn(index.broken, source);
}

function titleOf({ ours }: PlannedSource): string {
  return JSON.stringify([ours?.kind, ours && visibleText(ours.title)]);
}

/** Pages through everybody's posts, of each kind that one is looked for: one request for a hundred. */
async function everyonesByTitle(
  sources: readonly PlannedSource[],
  { site, claimed, progress }: AdoptionOptions,
): Promise<Adoption['byTitle']> {
  const find = async (kind: PostKind) => {
    if (!sources.some(({ ours }) => ours?.kind === kind)) return () => [];
    const ofTitle = unclaimedByTitle(await everyonesPosts(site, kind, progress), claimed[kind]);
    return (title: string) => ofTitle(title).map(({ id }) => id);
  };
  return { article: await find('article'), question: await find('question') };
}

async function everyonesPosts(
  site: Site,
  kind: PostKind,
  progress: AdoptionOptions['progress'],
): Promise<ReadonlyMap<number, PostSummary>> {
  const listed = new Map<number, PostSummary>();
  const list = site.everyones?.bind(site);
  if (!list) return listed;
  const pageOn = async (isEnough: (items: readonly PostSummary[]) => boolean): Promise<number> => {
    for (let number = 1; ; number += 1) {
      const { total, items, last } = await list(kind, number);
      for (const item of items) listed.set(item.id, item);
      progress?.({ label: `looking through ${kind}s`, done: listed.size, total });
      if (last || isEnough(items)) return number;
    }
  };
  const pages = await pageOn(() => false);
  const newest = Math.max(0, ...[...listed.values()].map(({ activity }) => activity));
  // What was touched while the pages were read moved to the first one, and may have been on none.
  if (pages > 1) await pageOn((items) => items.some(({ activity }) => activity <= newest));
  return listed;
}
