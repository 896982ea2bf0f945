import { describe, expect, test } from 'vitest';
import { digestOf } from '../../src/model/digest.ts';
import { Fault } from '../../src/model/error.ts';
import { emptyLedger, type LedgerIndex, type LedgerRecord } from '../../src/model/ledger.ts';
import type { ArticleContent, PostContent } from '../../src/model/post.ts';
import { readCandidate, type PlannedSource } from '../../src/planning/look.ts';
import { planChanges, type PlanChangesOptions } from '../../src/planning/plan-changes.ts';
import type { SitePost } from '../../src/ports/site.ts';
import { article, intentOf, now, recordOf, settings, shown } from './fixtures.ts';
import { listedSite, type ListedSite } from './listed-site.ts';

const base = article();
const changed = article({ body: 'new\n' });
const record = recordOf(base);
/** The post as it was when it was last compared. */
const resting = shown(base, { activity: now - 10_000 });

function source(key: string, ours: ArticleContent | null): PlannedSource {
  const provenance = { kind: 'file', path: key } as const;
  return {
    source: key,
    ours,
    composedFrom: {
      provenance,
      sourceCount: 1,
      revision: 'r',
      settings,
      dependsOn: {},
      text: null,
      members: null,
    },
  };
}

function ledgerOf(records: Readonly<Record<string, LedgerRecord>>): LedgerIndex {
  const article = { at: now, foreign: 0, swept: now };
  const encodings = { v3: { title: 'raw', body: 'raw' } } as const;
  return { ...emptyLedger, encodings, records, cursors: { article } };
}

async function plan(
  site: ListedSite,
  sources: readonly PlannedSource[],
  records: Readonly<Record<string, LedgerRecord>> = { 'docs/a.md': record },
  more: Partial<PlanChangesOptions> = {},
) {
  const texts = new Map<string, PostContent>([base, changed].map((each) => [digestOf(each), each]));
  const { changes, orphaned } = await planChanges({
    site,
    account: 1,
    snapshot: {
      index: ledgerOf(records),
      text: async (digest) => texts.get(digest) ?? null,
      plan: async () => null,
    },
    sources,
    erroneous: new Set(),
    purpose: { limits: { create: 25 }, only: [] },
    moves: new Map(),
    full: false,
    public: false,
    isRunning: () => false,
    ...more,
  });
  const outcomes = changes.map((change) =>
    change.outcome === 'step'
      ? change.step.action
      : change.outcome === 'held'
        ? change.reason
        : 'unchanged',
  );
  return { outcomes, changes, orphaned: orphaned.map((each) => each.source) };
}

describe('a post is read', () => {
  const read = async (
    posts: readonly SitePost[],
    known: LedgerRecord,
    ours: ArticleContent | null = null,
    full = false,
  ) => {
    const site = listedSite(posts);
    await plan(site, [source('docs/a.md', ours)], { 'docs/a.md': known }, { full });
    return site.asked.filter((each) => each.startsWith('read'));
  };

  test.each<[string, readonly SitePost[], LedgerRecord, (ArticleContent | null)?, boolean?]>([
    ['it moved', [shown(base, { activity: now })], record],
    ['it is not in the list', [], record],
    ['all are asked for', [resting], record, null, true],
    [
      'a write was under way',
      [resting],
      recordOf(base, { intent: intentOf({ action: 'update' }) }),
    ],
    ['it belongs to another account', [resting], recordOf(base, { otherOwner: true })],
    ['the source changed', [resting], record, changed],
    ['something about it is not settled', [resting], recordOf(base, { unsettled: 1 })],
  ])('where %s', async (_, posts, known, ours, full) => {
    expect(await read(posts, known, ours, full)).toEqual(['read 7']);
  });

  test.each<[string, readonly SitePost[], LedgerRecord, (ArticleContent | null)?]>([
    ['nothing happened', [resting], record],
    ['the source is left alone', [], recordOf(base, { forgotten: true })],
  ])('not where %s', async (_, posts, known, ours) => {
    expect(await read(posts, known, ours)).toEqual([]);
  });
});

describe('sources and posts come together', () => {
  test('in the order of the sources', async () => {
    const site = listedSite([resting]);
    const sources = [source('docs/z.md', article({ title: 'Z' })), source('docs/a.md', changed)];
    expect((await plan(site, sources)).outcomes).toEqual(['create', 'update']);
  });

  test('one post is adopted by one source alone', async () => {
    const site = listedSite([resting]);
    const sources = [source('docs/a.md', base), source('docs/b.md', base)];
    expect((await plan(site, sources, {})).outcomes).toEqual(['adopt', 'create']);
  });

  test('what an interrupted run may have written is settled first', async () => {
    const intent = intentOf({ at: now - 600_000, content: digestOf(base), outcome: 'unknown' });
    const begun = recordOf(base, { post: null, complete: false, base: null, version: 0, intent });
    const sources = [source('docs/b.md', base), source('docs/z.md', base)];
    const { changes } = await plan(listedSite([resting]), sources, { 'docs/z.md': begun });
    const adopting = changes.filter(({ outcome }) => outcome === 'step');
    expect(adopting.map((change) => [change.source, change.post?.id])).toContainEqual([
      'docs/z.md',
      7,
    ]);
  });

  test('a renamed source takes its post along, and nothing is left behind', async () => {
    const sources = [source('docs/new.md', base)];
    const { outcomes, orphaned } = await plan(listedSite([resting]), sources);
    expect({ outcomes, orphaned }).toEqual({ outcomes: ['adopt'], orphaned: [] });
  });

  test('what is gone is told, unless it has an error', async () => {
    const site = listedSite([resting]);
    expect((await plan(site, [])).orphaned).toEqual(['docs/a.md']);
    const erroneous = new Set(['docs/a.md']);
    expect((await plan(site, [], undefined, { erroneous })).orphaned).toEqual([]);
  });
});

test('a post that we may not read is as gone as a deleted one', async () => {
  const site: ListedSite = {
    ...listedSite([]),
    read: async () => {
      throw new Fault('site', 'site-forbidden', 'Cannot read it.', { remedy: 'Ask.' });
    },
  };
  expect((await plan(site, [source('docs/a.md', null)])).outcomes).toEqual(['deleted']);
});

test('a question that may be ours comes with our answer, the accepted one first', async () => {
  const question = shown(base, { kind: 'question', ref: { kind: 'question', id: 7 } });
  const answers = [false, true].map((accepted, id) => ({
    id,
    body: 'So.',
    owner: { id: 1, name: 'Robot' },
    accepted,
  }));
  const site = listedSite([question], { answers: { 7: answers } });
  expect(await readCandidate(site, question.ref, 1)).toMatchObject({ ref: { id: 7, answer: 1 } });
});
