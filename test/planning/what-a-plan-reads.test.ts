import { describe, expect, test } from 'vitest';
import { digestOf } from '../../src/model/digest.ts';
import { Fault } from '../../src/model/error.ts';
import { emptyLedger, type LedgerIndex, type LedgerRecord } from '../../src/model/ledger.ts';
import { indexOf } from '../../src/model/plan.ts';
import type { ArticleContent, PostContent } from '../../src/model/post.ts';
import type { PlannedSource } from '../../src/planning/look.ts';
import { planChanges, type PlanChangesOptions } from '../../src/planning/plan-changes.ts';
import { recordPlan } from '../../src/planning/record-plan.ts';
import type { SitePost } from '../../src/ports/site.ts';
import { article, now, recordOf, settings, shown } from './fixtures.ts';
import { listedSite, type ListedSiteOptions } from './listed-site.ts';

const us = { id: 1, name: 'Robot' };
const colleague = { id: 2, name: 'Ada' };
const long = (n: number, change = '') =>
  article({ title: `Page ${n}`, body: `${`Line of ${n}${change}, `.repeat(6)}\n`.repeat(500) });

/** The page with this number as it was published, its post, and its source as it is now. */
function published(n: number, now: (n: number) => ArticleContent, post: Partial<SitePost> = {}) {
  const base = long(n);
  const key = `docs/${String(n).padStart(3, '0')}.md`;
  const record = recordOf(base, {
    post: { kind: 'article', id: n },
    provenance: { kind: 'file', path: key },
    activity: n,
  });
  const seen = shown(base, {
    id: n,
    ref: { kind: 'article', id: n },
    activity: n,
    lastEditor: null,
    ...post,
  });
  const source: PlannedSource = {
    source: key,
    ours: now(n),
    composedFrom: {
      provenance: { kind: 'file', path: key },
      sourceCount: 1,
      revision: 'r2',
      settings,
      dependsOn: {},
      text: null,
      members: null,
    },
  };
  return { base, key, record, seen, source };
}

type Published = ReturnType<typeof published>;

async function plan(
  pages: readonly Published[],
  {
    index: more,
    posts = [],
    options = {},
    ...rest
  }: Partial<PlanChangesOptions> & {
    readonly index?: Partial<LedgerIndex>;
    readonly posts?: readonly SitePost[];
    readonly options?: ListedSiteOptions;
  } = {},
) {
  const texts = new Map<string, PostContent>(pages.map(({ base }) => [digestOf(base), base]));
  const site = listedSite([...pages.map(({ seen }) => seen), ...posts], options);
  const index: LedgerIndex = {
    ...emptyLedger,
    encodings: { v3: { title: 'raw', body: 'raw' } },
    cursors: { article: { at: now - 1, foreign: posts.length, swept: now } },
    records: Object.fromEntries(pages.map(({ key, record }) => [key, record])),
    ...more,
  };
  const planned = await planChanges({
    site,
    account: us.id,
    snapshot: {
      index,
      text: async (digest) => texts.get(digest) ?? null,
      plan: async () => null,
    },
    sources: pages.map(({ source }) => source),
    erroneous: new Set(),
    moves: new Map(),
    purpose: { limits: { create: 25 }, only: [] },
    full: false,
    public: false,
    isRunning: () => false,
    ...rest,
  });
  const read = site.asked.flatMap((asked) => (asked.startsWith('read') ? [asked.slice(5)] : []));
  const outcomes = planned.changes.map((change) =>
    change.outcome === 'step'
      ? `${change.step.action}${change.unread ? ', unread' : ''}`
      : change.outcome === 'held'
        ? change.reason
        : 'unchanged',
  );
  /** The ledger as the plan leaves it. */
  const recorded = () =>
    recordPlan(index, {
      destination: site.destination,
      before: index,
      changes: planned,
      sourceCursors: {},
      memory: null,
      plan: null,
      now,
    })?.index ?? index;
  return { ...planned, read, asked: site.asked, outcomes, recorded };
}

const same = (n: number) => long(n);
const other = (n: number) => long(n, ' changed');

describe('what is going to be written is read first', () => {
  test('each post of a changed source, and no other', async () => {
    const pages = [published(1, same), published(2, other), published(3, other)];
    const { read, outcomes } = await plan(pages);
    expect(read).toEqual(['2', '3']);
    expect(outcomes).toEqual(['unchanged', 'update', 'update']);
  });

  test('so that the words of somebody else are told, which no list shows', async () => {
    const { outcomes, changes } = await plan([published(1, other, { lastEditor: colleague })]);
    expect(outcomes).toEqual(['overwrite']);
    expect(changes[0]).toMatchObject({
      step: { expects: { activity: 1 } },
      overwrites: { by: colleague, at: 1, owner: us },
    });
  });

  test('but not what waits, as no plan shows it', async () => {
    // Each shows 120 kB: what goes and what comes.
    const pages = Array.from({ length: 30 }, (_, n) => published(n + 1, other));
    const { read, outcomes } = await plan(pages);
    const taken = outcomes.filter((outcome) => outcome === 'update').length;
    expect(taken).toBeGreaterThan(3);
    expect(taken).toBeLessThan(10);
    expect(read).toHaveLength(taken);
    expect(outcomes.filter((outcome) => outcome === 'update, unread')).toHaveLength(30 - taken);
  });

  test('what is held leaves its room to the next', async () => {
    const pages = Array.from({ length: 30 }, (_, n) =>
      published(n + 1, other, n < 10 ? { editable: false } : {}),
    );
    const { outcomes } = await plan(pages);
    expect(outcomes.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 'locked'));
    expect(outcomes[10]).toBe('update');
  });

  test('and publishing leaves it to the look before the write', async () => {
    const pages = [published(1, other), published(2, other), published(3, other)];
    const made = await plan(pages);
    const steps = made.changes.flatMap((change) => (change.outcome === 'step' ? [change] : []));
    const destination = { tier: 'business', site: 's', team: null, api: 'v3' } as const;
    const approved = indexOf(destination, us.id, steps.slice(1));
    const { read, outcomes } = await plan(pages, { purpose: { approved } });
    expect(read).toEqual([]);
    expect(outcomes).toEqual(['update, unread', 'update, unread', 'update, unread']);
    // What was approved as an overwrite is one only where these words are seen.
    const words = [published(1, other, { lastEditor: colleague })];
    const overwriting = (await plan(words)).changes.flatMap((change) =>
      change.outcome === 'step' ? [change] : [],
    );
    const again = await plan(words, {
      purpose: { approved: indexOf(destination, us.id, overwriting) },
    });
    expect(again.read).toEqual(['1']);
    expect(again.outcomes).toEqual(['overwrite']);
  });
});

describe('what is not settled', () => {
  const edited = () =>
    published(1, (n) => ({ ...long(n), body: `A first line.\n${long(n).body}` }), {
      body: `${long(1).body}A line of a person.\n`,
      lastEditor: colleague,
    });

  test.each([
    ['a merge', edited, 'merge'],
    ['a held source', () => published(1, other, { editable: false }), 'locked'],
    ['an overwrite', () => published(1, other, { lastEditor: colleague }), 'overwrite'],
  ])('%s is read by each plan, and the ledger is written once', async (_, make, outcome) => {
    const page = make();
    const first = await plan([page]);
    expect(first.outcomes).toEqual([outcome]);
    const ledger = first.recorded();
    expect(ledger.records[page.key]?.unsettled).toBe(now);
    // Whatever stands on the first page of the list by then.
    const second = await plan([{ ...page, record: ledger.records[page.key] as LedgerRecord }], {
      index: ledger,
      options: { unlisted: [1] },
    });
    expect(second.outcomes).toEqual([outcome]);
    expect(second.recorded()).toEqual({ ...ledger, cursors: second.recorded().cursors });
  });

  test('is settled once source and post agree again', async () => {
    const page = published(1, same);
    const record = { ...page.record, unsettled: 5 };
    const planned = await plan([{ ...page, record }]);
    expect(planned.read).toEqual(['1']);
    expect(planned.recorded().records[page.key]?.unsettled).toBeNull();
  });

  test('of what waits unread is that its post moved', async () => {
    const pages = Array.from({ length: 30 }, (_, n) =>
      published(n + 1, other, n === 29 ? { activity: now } : {}),
    );
    const { read, recorded } = await plan(pages);
    expect(read).not.toContain('30');
    expect(recorded().records[pages.at(-1)?.key ?? '']?.unsettled).toBe(now);
  });
});

describe('what the ledger says is a claim', () => {
  test('a broken record holds its source, and no other takes its post', async () => {
    const page = published(1, same);
    const broken = { [page.key]: { stored: { post: { id: 1 } }, flaw: 'it is odd' } };
    const twin = {
      ...page,
      key: 'docs/other.md',
      source: { ...page.source, source: 'docs/other.md' },
    };
    const planned = await plan([page, twin], { index: { records: {}, broken } });
    expect(planned.outcomes).toEqual(['ledger', 'create']);
    expect(planned.changes[0]).toMatchObject({ message: expect.stringContaining('it is odd') });
  });

  test('one whose source is gone is told', async () => {
    const broken = { 'docs/gone.md': { stored: null, flaw: 'it is null' } };
    const { changes } = await plan([published(1, same)], { index: { broken } });
    expect(changes.map(({ source, outcome }) => `${outcome} ${source}`)).toEqual([
      'unchanged docs/001.md',
      'held docs/gone.md',
    ]);
  });

  test.each<[string, Partial<PlanChangesOptions['snapshot']>]>([
    ['is missing', { text: async () => null }],
    [
      'is damaged',
      {
        text: async () => {
          throw new Fault('ledger', 'ledger-unreadable', 'x', { remedy: 'x' });
        },
      },
    ],
    [
      'is of another kind',
      { text: async () => ({ ...article(), kind: 'question', answer: 'A' }) as never },
    ],
  ])('a base whose text %s holds its source', async (_, snapshot) => {
    const page = published(1, other);
    const index: LedgerIndex = {
      ...emptyLedger,
      cursors: { article: { at: now, foreign: 0, swept: now } },
      records: { [page.key]: page.record },
    };
    const { outcomes } = await plan([page], {
      snapshot: { index, plan: async () => null, text: async () => null, ...snapshot },
    });
    expect(outcomes).toEqual(['ledger']);
  });

  test('a cursor of the future hides nothing', async () => {
    const pages = Array.from({ length: 5 }, (_, n) =>
      published(n + 1, same, n === 0 ? { activity: n + 10, body: 'By a person.\n' } : {}),
    );
    const cursors = { article: { at: now + 2 * 86_400_000, foreign: 0, swept: now } };
    const { asked } = await plan(pages, { index: { cursors }, options: { pageSize: 2 } });
    expect(asked.filter((each) => each.startsWith('list'))).toHaveLength(4);
  });
});

describe('of a source that is gone', () => {
  const pages = Array.from({ length: 5 }, (_, n) => published(n + 1, same));
  const gone = published(9, same);
  const records = Object.fromEntries([...pages, gone].map(({ key, record }) => [key, record]));
  const cursors = { article: { at: now - 1, foreign: 0, swept: now } };
  const options = { pageSize: 2 };

  test('a deleted post is looked for once', async () => {
    const first = await plan(pages, { index: { records, cursors }, options });
    expect(first.read).toEqual(['9']);
    const index = first.recorded();
    expect(index.records[gone.key]?.gone).toBe(true);
    expect((await plan(pages, { index, options })).asked).toEqual(['list article 1']);
  });

  test('it is known that its post is back', async () => {
    const deleted = { ...records, [gone.key]: { ...gone.record, gone: true } };
    const { recorded, read } = await plan(pages, {
      index: { records: deleted, cursors },
      posts: [gone.seen],
      options,
    });
    expect([read, recorded().records[gone.key]?.gone]).toEqual([[], false]);
  });
});

describe('a title that was looked for in a shared account', () => {
  const foreign = Array.from({ length: 9 }, (_, n) =>
    shown(article({ title: `Elsewhere ${n}` }), { id: 100 + n, activity: 100 + n }),
  );
  const fresh = { ...published(1, same), record: null as never };
  const options = { pageSize: 3 };
  const lists = (asked: readonly string[]) =>
    asked.filter((each) => each.startsWith('list')).length;
  const looked = async (posts: readonly SitePost[], index: Partial<LedgerIndex>) => {
    const page = { ...fresh, seen: posts[0] ?? fresh.seen };
    return plan([page], { index: { records: {}, ...index }, posts: posts.slice(1), options });
  };

  test('is not looked for again at each plan', async () => {
    const first = await looked(foreign, {});
    // And the first page once more: what moved there meanwhile.
    expect([lists(first.asked), first.outcomes]).toEqual([4, ['create']]);
    const second = await looked(foreign, { cursors: first.recorded().cursors });
    expect([lists(second.asked), second.outcomes]).toEqual([1, ['create']]);
  });

  test('is found again where it was found', async () => {
    const taken = shown(article({ title: 'Page 1', body: 'Of another repository.\n' }), {
      id: 99,
      ref: { kind: 'article', id: 99 },
      activity: 1,
    });
    const first = await looked([...foreign, taken], {});
    expect(first.outcomes).toEqual(['title-taken']);
    const second = await looked([...foreign, taken], { cursors: first.recorded().cursors });
    expect([lists(second.asked), second.outcomes]).toEqual([1, ['title-taken']]);
  });

  test('is looked for again where the total says that a post came back', async () => {
    const first = await looked(foreign, {});
    const back = shown(article({ title: 'Page 1', body: 'It was deleted.\n' }), {
      id: 98,
      activity: 1,
    });
    const second = await looked([...foreign, back], { cursors: first.recorded().cursors });
    expect(lists(second.asked)).toBe(5);
    expect(second.outcomes).toEqual(['title-taken']);
  });
});
