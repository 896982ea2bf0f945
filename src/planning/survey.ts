import { decodeAs, encodings } from './encoding.ts';
import { digestOf, type Digest } from '../model/digest.ts';
import { visibleText } from '../model/visible-text.ts';
import type { PostKind } from '../model/draft.ts';
import type { Cursor, LedgerIndex } from '../model/ledger.ts';
import type { Log } from '../ports/log.ts';
import type { PostSummary, Site } from '../ports/site.ts';

/** Dates of the site's header have whole seconds. */
export const clockGrain = 1000;
/** What is looked for may be listed late. */
const overlap = 5 * 60_000;
const dayMs = 24 * 3_600_000;
/** So many titles are remembered, and so many posts of each. */
const mostSought = 1000;
/**
 * So many of our own posts are read in a day where the list of a shared account is longer than as many
 * pages, less where pages were read beside the first; so many where one request reads that many.
 */
const mostChecked = 4;
const mostCheckedTogether = 100;
/** How many posts a page of a list has. */
const pageSize = 100;
/** How often an account that others share is searched for deletions. */
const sweepInterval = dayMs;

export interface SurveyOptions {
  readonly site: Site;
  readonly account: number;
  readonly index: LedgerIndex;
  readonly kinds: readonly PostKind[];
  /** Page through the whole list. */
  readonly full: boolean;
  /** The titles of sources without a post, which may have one that the ledger does not know. */
  readonly newTitles: Readonly<Record<PostKind, readonly string[]>>;
  readonly progress?: Log['progress'];
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
  /** The posts to be read, as no list tells cheaply whether they were deleted. */
  readonly unsure: ReadonlySet<number>;
}

/**
 * Asks for the account's posts by last activity, newest first, down to where the last survey ended:
 * one request per kind when nothing happened, at 10 posts and at 10,000. Pages through the whole list
 * only where something can hide behind that: no cursor yet, a total that tells of a deletion, or a
 * title that was not looked for yet while the account has posts that the ledger does not know. Where
 * others share the account and its list is long, its total moves without us: then a few of our own
 * posts are read each day, in turn, in the place of all its pages.
 */
export async function survey(options: SurveyOptions): Promise<Survey> {
  const unseen: ListSurvey = { listed: new Map(), complete: false, unsure: new Set() };
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
  { site, account, index, full, newTitles, progress }: SurveyOptions,
): Promise<ListSurvey & { readonly cursor: Cursor }> {
  const records = Object.values(index.records).filter((record) => record.kind === kind);
  /** Those that should be in our account's list. */
  const own = new Set(
    records.flatMap(({ post, gone, otherOwner }) =>
      post && !gone && !otherOwner ? [post.id] : [],
    ),
  );
  const noted = index.cursors[kind];
  // What the ledger says is a claim: a cursor of the future would hide whatever happens until then.
  const cursor = noted && noted.at <= site.now() + dayMs ? noted : undefined;
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
      progress?.({ label: `listing ${kind}s`, done: listed.size, total: page.total });
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
  const titles = new Map(newTitles[kind].map((title) => [titleDigest(title), title]));
  const soughtBefore = new Map(Object.entries(cursor?.sought ?? {}));
  // A post that is restored comes back without any activity: only the total tells.
  // Where others share a long list its total moves without us, and tells nothing between two days.
  const isLongList = total > mostChecked * pageSize;
  const isNew = (digest: string) =>
    !soughtBefore.has(digest) || (total !== expected && !isLongList) || due;
  const seeks = shared && [...titles.keys()].some(isNew);
  const isOff = total !== expected && (!shared || due);
  const sweep = !cursor || full || (isOff && !(shared && isLongList)) || seeks;
  if (sweep) await pageOn(() => false);

  const unsure =
    isOff && !sweep && !page.last
      ? nextOf(
          own,
          cursor?.checked ?? 0,
          site.quirks ? mostCheckedTogether : Math.max(1, mostChecked + 1 - number),
        )
      : [];
  const complete = page.last;
  const isLong = number > 1;
  if (complete && isLong) {
    // What was touched while the pages were read moved to the first one, and may have been on none.
    const before = newest;
    number = 1;
    page = await site.list(kind, account, number);
    addPage();
    await pageOn(() => oldest <= before);
  }
  // After a sweep the difference is measured; otherwise only what was seen to be new is added.
  const alive = complete ? [...own].filter((id) => listed.has(id)).length : own.size;
  const withTitle = shared && titles.size > 0 ? unclaimedByTitle(listed, own) : () => [];
  const sought = [...titles]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .filter(([digest]) => shared && (complete || soughtBefore.has(digest)))
    .slice(0, mostSought)
    .map(([digest, title]): [string, number[]] => {
      // What is listed anew may have another title by now.
      const before = complete
        ? []
        : (soughtBefore.get(digest) ?? []).filter((id) => !listed.has(id));
      const ids = new Set([...before, ...withTitle(title).map(({ id }) => id)]);
      return [digest, [...ids].sort((a, b) => a - b).slice(0, mostSought)];
    });
  return {
    listed,
    complete,
    unsure: new Set(unsure),
    cursor: {
      at: newest,
      foreign: complete ? page.total - alive : foreign,
      // A list may be seen whole every time, as it has one page, or as a write is open: noted daily, or
      // each plan would write the ledger.
      swept:
        unsure.length > 0 || (complete && (due || (sweep && isLong)))
          ? site.now()
          : (cursor?.swept ?? site.now()),
      ...(unsure.length > 0
        ? { checked: unsure.at(-1) ?? 0 }
        : cursor?.checked !== undefined && !complete && { checked: cursor.checked }),
      ...(sought.length > 0 && { sought: Object.fromEntries(sought) }),
    },
  };
}

/** The posts to look at next, by their ids: behind the last one, and then from the first. */
function nextOf(own: ReadonlySet<number>, last: number, most: number): readonly number[] {
  const ids = [...own].sort((a, b) => a - b);
  return [...ids.filter((id) => id > last), ...ids.filter((id) => id <= last)].slice(0, most);
}

/** Under which a title is remembered that was looked for. */
export function titleDigest(title: string): Digest {
  return digestOf({ title: visibleText(title) });
}

/**
 * Finds our account's posts that no record claims by their title, encoded in whatever way: a lookup
 * from a title to the listed posts that may have it.
 */
export function unclaimedByTitle(
  listed: ReadonlyMap<number, PostSummary>,
  claimed: ReadonlySet<number>,
): (title: string) => readonly PostSummary[] {
  const byTitle = new Map<string, Set<PostSummary>>();
  for (const item of listed.values()) {
    if (claimed.has(item.id) || item.byOthers) continue;
    for (const encoding of encodings) {
      const title = visibleText(decodeAs(encoding, item.title));
      byTitle.set(title, (byTitle.get(title) ?? new Set()).add(item));
    }
  }
  return (title) => [...(byTitle.get(visibleText(title)) ?? [])];
}
