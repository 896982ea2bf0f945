import { decodeAs, encodings } from './encoding.ts';
import type { PostKind } from '../model/draft.ts';
import type { Cursor, LedgerIndex } from '../model/ledger.ts';
import type { PostSummary, Site } from '../ports/site.ts';

/** Dates of the site's header have whole seconds. */
export const clockGrain = 1000;
/** What is looked for may be listed late. */
const overlap = 5 * 60_000;
/** How often an account that others share is searched for deletions. */
const sweepInterval = 24 * 3_600_000;

export interface SurveyOptions {
  readonly site: Site;
  readonly account: number;
  readonly index: LedgerIndex;
  readonly kinds: readonly PostKind[];
  /** Page through the whole list. */
  readonly full: boolean;
  /** Whether there are sources without a post, which may have one that the ledger does not know. */
  readonly newSources: Readonly<Record<PostKind, boolean>>;
}

/** What the account's lists told. */
export interface Survey extends Readonly<Record<PostKind, ListSurvey>> {
  readonly cursors: LedgerIndex['cursors'];
}

/** What one of the lists told. */
export interface ListSurvey {
  /** The posts seen, by id; the whole list where `complete`. */
  readonly listed: ReadonlyMap<number, PostSummary>;
  readonly complete: boolean;
}

/**
 * Asks for the account's posts by last activity, newest first, down to where the last survey ended:
 * one request per kind when nothing happened, at 10 posts and at 10,000. Pages through the whole list
 * only where something can hide behind that: no cursor yet, a total that tells of a deletion, or a
 * new source while the account has posts that the ledger does not know.
 */
export async function survey(options: SurveyOptions): Promise<Survey> {
  const unseen: ListSurvey = { listed: new Map(), complete: false };
  const lists: Record<PostKind, ListSurvey> = { article: unseen, question: unseen };
  const cursors: Partial<Record<PostKind, Cursor>> = { ...options.index.cursors };
  for (const kind of options.kinds) {
    const list = await surveyKind(kind, options);
    lists[kind] = list;
    cursors[kind] = list.cursor;
  }
  return { ...lists, cursors };
}

async function surveyKind(
  kind: PostKind,
  { site, account, index, full, newSources }: SurveyOptions,
): Promise<ListSurvey & { readonly cursor: Cursor }> {
  const records = Object.values(index.records).filter((record) => record.kind === kind);
  /** Those that should be in our account's list. */
  const own = new Set(
    records.flatMap(({ post, gone, otherOwner }) =>
      post && !gone && !otherOwner ? [post.id] : [],
    ),
  );
  const cursor = index.cursors[kind];
  // Whole pages are looked at, so that what reaches the list late is seen on the first page yet.
  const known = cursor?.at ?? -Infinity;
  const until = records.reduce(
    (earliest, { intent }) => Math.min(earliest, (intent?.at ?? Infinity) - overlap),
    known,
  );

  const listed = new Map<number, PostSummary>();
  let page = await site.list(kind, account, 1);
  const total = page.total;
  let number = 1;
  let newest = cursor?.at ?? 0;
  let oldest = Infinity;
  const addPage = () => {
    for (const item of page.items) {
      oldest = item.activity;
      if (listed.has(item.id)) continue;
      listed.set(item.id, item);
      newest = Math.max(newest, item.activity);
    }
  };
  const pageOn = async (enough: () => boolean) => {
    while (!page.last && !enough()) {
      page = await site.list(kind, account, ++number);
      addPage();
    }
  };
  addPage();
  await pageOn(() => oldest < until);

  const created = [...listed.values()].filter(
    (item) => !own.has(item.id) && item.created > known,
  ).length;
  const foreign = (cursor?.foreign ?? 0) + created;
  const expected = own.size + foreign;
  const shared = foreign > 0;
  const due = !cursor || site.now() - cursor.swept >= sweepInterval;
  const sweep =
    !cursor || full || (total !== expected && (!shared || due)) || (newSources[kind] && shared);
  if (sweep) await pageOn(() => false);

  const complete = page.last;
  // After a sweep the difference is measured; otherwise only what was seen to be new is added.
  const alive = complete ? [...own].filter((id) => listed.has(id)).length : own.size;
  return {
    listed,
    complete,
    cursor: {
      at: newest,
      foreign: complete ? total - alive : foreign,
      // A list of one page is seen whole every time: noted daily, or each plan would write the ledger.
      swept: cursor && (!complete || (number === 1 && !due)) ? cursor.swept : site.now(),
    },
  };
}

/**
 * Finds posts that no record claims by their title, encoded in whatever way: a lookup from a title
 * to the listed posts that may have it.
 */
export function unclaimedByTitle(
  listed: ReadonlyMap<number, PostSummary>,
  claimed: ReadonlySet<number>,
): (title: string) => readonly PostSummary[] {
  const byTitle = new Map<string, Set<PostSummary>>();
  for (const item of listed.values()) {
    if (claimed.has(item.id)) continue;
    for (const encoding of encodings) {
      const title = decodeAs(encoding, item.title).trim();
      byTitle.set(title, (byTitle.get(title) ?? new Set()).add(item));
    }
  }
  return (title) => [...(byTitle.get(title.trim()) ?? [])];
}
