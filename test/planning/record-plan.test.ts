import { describe, expect, test } from 'vitest';
import type { Destination } from '../../src/model/destination.ts';
import { digestOf } from '../../src/model/digest.ts';
import type { Evidence } from '../../src/model/evidence.ts';
import { emptyLedger, type LedgerIndex } from '../../src/model/ledger.ts';
import type { SourceCursor } from '../../src/model/source-cursor.ts';
import { indexOf } from '../../src/model/plan.ts';
import type { PlannedChange } from '../../src/planning/planned-change.ts';
import { recordPlan, type PlanNews } from '../../src/planning/record-plan.ts';
import { article, intentOf, now, recordOf } from './fixtures.ts';

const destination: Destination = {
  tier: 'business',
  site: 'https://site.example',
  team: 'acme',
  api: 'v3',
};
const day = 24 * 3_600_000;
const record = recordOf(article());
const settled: LedgerIndex = {
  ...emptyLedger,
  destination: { tier: 'business', site: 'https://site.example', team: 'acme' },
  started: 1,
  records: { 'docs/a.md': record },
};

function unchanged(change: Partial<typeof record>, composed = article()): PlannedChange {
  const source = 'docs/a.md';
  const next = { ...record, ...change };
  const { kind, title, post } = next;
  return { outcome: 'unchanged', source, kind, title, post, record: next, composed, edited: false };
}

function news(changes: readonly PlannedChange[], more: Partial<PlanNews> = {}): PlanNews {
  return {
    destination,
    before: settled,
    changes: {
      changes,
      orphaned: [],
      orphanNews: new Map(),
      uneditable: [],
      skipped: new Set<string>(),
      cursors: {},
    },
    sourceCursors: {},
    memory: null,
    plan: null,
    now,
    ...more,
  };
}

describe('the ledger is not written', () => {
  test('where a plan found nothing new', () => {
    expect(recordPlan(settled, news([]))).toBeNull();
    expect(recordPlan(settled, news([unchanged({})]))).toBeNull();
  });

  test('for a source that it does not know', () => {
    expect(
      recordPlan({ ...settled, records: {} }, news([unchanged({ revision: 'r9' })])),
    ).toBeNull();
  });
});

test('a new ledger learns its destination and when it was begun', () => {
  const change = recordPlan(emptyLedger, news([], { before: emptyLedger }));
  expect(change?.index).toEqual({
    ...emptyLedger,
    destination: { tier: 'business', site: 'https://site.example', team: 'acme' },
    started: now,
  });
});

describe('what became of a source', () => {
  test('is recorded, with the text of its base', () => {
    const change = recordPlan(settled, news([unchanged({ revision: 'r9' })]));
    expect(change?.index.records['docs/a.md']).toEqual({ ...record, revision: 'r9' });
    expect(change?.texts).toEqual([article()]);
  });

  test('stays as another run has left it meanwhile', () => {
    const current = { ...settled, records: { 'docs/a.md': { ...record, version: 9 } } };
    expect(recordPlan(current, news([unchanged({ revision: 'r9' })]))).toBeNull();
  });
});

describe('the plan that waits', () => {
  const plan = indexOf(destination, 7, []);
  const digest = digestOf(plan);

  test('is kept from now on, and not made younger by the next plan', () => {
    const first = recordPlan(settled, news([], { plan }));
    expect(first).toMatchObject({ index: { plans: { [digest]: now } }, plans: [plan] });
    const index = first?.index ?? settled;
    expect(recordPlan(index, news([], { plan, now: now + day }))).toBeNull();
  });

  test('and used approvals go after 90 days', () => {
    const at = now - 90 * day;
    const used = { at } as Evidence;
    const old: LedgerIndex = {
      ...settled,
      plans: { old: at, young: at + 1 },
      approvals: { old: used, young: { ...used, at: at + 1 } },
    };
    const index = recordPlan(old, news([]))?.index;
    expect(Object.keys(index?.plans ?? {})).toEqual(['young']);
    expect(Object.keys(index?.approvals ?? {})).toEqual(['young']);
  });
});

describe('how far a list was seen', () => {
  const cursor = (at: number) => ({ at, foreign: 0, swept: 1 });
  const withPosts = (at: number): LedgerIndex => ({ ...settled, cursors: { article: cursor(at) } });
  const seen = (at: number) =>
    news([], {
      changes: {
        changes: [],
        orphaned: [],
        orphanNews: new Map(),
        uneditable: [],
        skipped: new Set<string>(),
        cursors: { article: cursor(at) },
      },
    });

  test.each([
    ['moves on', 5, 6, 6],
    ['does not go back behind what another run saw', 7, 6, 7],
  ])('of posts %s', (_, current, ours, expected) => {
    const change = recordPlan(withPosts(current), seen(ours));
    expect((change?.index ?? withPosts(current)).cursors.article?.at).toBe(expected);
  });

  const pulls = (at: number, ...numbers: number[]): SourceCursor => ({
    at,
    pending: numbers.map((number) => ({ kind: 'pull-request', number })),
  });
  const withPulls = (list: SourceCursor): LedgerIndex => ({
    ...settled,
    sourceCursors: { 'pull-requests': list },
  });

  test('of sources is what was seen last', () => {
    const before = withPulls(pulls(5, 1, 2));
    const change = recordPlan(
      before,
      news([], { before, sourceCursors: { 'pull-requests': pulls(8, 2) } }),
    );
    expect(change?.index.sourceCursors).toEqual({ 'pull-requests': pulls(8, 2) });
  });

  test('of sources is joined where another run has seen more meanwhile', () => {
    const change = recordPlan(
      withPulls(pulls(7, 10, 3)),
      news([], {
        before: withPulls(pulls(5)),
        sourceCursors: { 'pull-requests': pulls(8, 2, 3) },
      }),
    );
    expect(change?.index.sourceCursors).toEqual({ 'pull-requests': pulls(7, 2, 3, 10) });
  });
});

test('a picture is forgotten once it is old and no post shows it', () => {
  const plan = digestOf({ plan: 1 });
  const of = (url: string, at: number) => ({ url, plan, at });
  const images = {
    [digestOf({ image: 1 })]: of('https://site.example/old', now - 91 * day),
    [digestOf({ image: 2 })]: of('https://site.example/shown', now - 91 * day),
    [digestOf({ image: 3 })]: of('https://site.example/new', now - 89 * day),
    [digestOf({ image: 4 })]: of('https://site.example/intended', now - 91 * day),
  };
  const intent = intentOf({ filled: { b: 'https://site.example/intended' } });
  const records = {
    'docs/a.md': { ...record, intent, filled: { a: 'https://site.example/shown' } },
  };
  const change = recordPlan({ ...settled, records, images }, news([]));
  expect(Object.values(change?.index.images ?? {}).map(({ url }) => url)).toEqual([
    'https://site.example/shown',
    'https://site.example/new',
    'https://site.example/intended',
  ]);
});
