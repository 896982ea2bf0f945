import { describe, expect, test } from 'vitest';
import { digestOf } from '../../src/model/digest.ts';
import { emptyLedger, type LedgerRecord } from '../../src/model/ledger.ts';
import { indexOf, stepDigest } from '../../src/model/plan.ts';
import type { PlannedChange, PlannedStep } from '../../src/planning/planned-change.ts';
import { reconcile } from '../../src/planning/reconcile.ts';
import { matchApproved } from '../../src/publishing/match-approved.ts';
import { article, intentOf, recordOf, shown, state } from '../planning/fixtures.ts';

const destination = {
  tier: 'business',
  site: 'https://site.example',
  team: 'acme',
  api: 'v3',
} as const;
const base = article();
const record = recordOf(base);
const update = (body: string, change: Partial<LedgerRecord> = {}) =>
  reconcile(
    state({ record: recordOf(base, change), base, ours: article({ body }) }),
  ) as PlannedStep;

const approved = update('new\n');
const index = indexOf(destination, 1, [approved]);
const plan = digestOf(index);
const digest = stepDigest(approved.step);

const match = (
  changes: readonly PlannedChange[],
  known: LedgerRecord = record,
): ReturnType<typeof matchApproved>[number] | undefined =>
  matchApproved(index, plan, changes, { ...emptyLedger, records: { 'docs/a.md': known } })[0];

describe('an approved step', () => {
  test('that is still the same is carried out, whatever else changed', () => {
    const other = { ...update('x\n'), source: 'docs/b.md' };
    expect(match([other, approved])).toMatchObject({ state: 'carry-out', change: approved });
  });

  test.each<[string, readonly PlannedChange[]]>([
    ['another text', [update('newer\n')]],
    ['one write more since', [update('new\n', { version: 2 })]],
    ['a source that is gone', []],
    ['nothing left to do', [reconcile(state({ record, base, ours: null }))]],
  ])('is refused with %s', (_, changes) => {
    expect(match(changes)).toMatchObject({ state: 'refused' });
  });

  test('that a person has to decide about is held', () => {
    const held = reconcile(state({ record, base, seen: { state: 'deleted' } }));
    expect(match([held])).toMatchObject({ state: 'held', change: held });
  });
});

describe('a step that was done', () => {
  const done = recordOf(article({ body: 'new\n' }), { step: digest, plan, version: 2 });
  const now = (known: LedgerRecord) =>
    reconcile(state({ record: known, base: article({ body: 'new\n' }), ours: null }));

  test('under this approval is not done twice', () => {
    expect(match([now(done)], done)).toMatchObject({ state: 'done', post: done.post });
    expect(match([], done)).toMatchObject({ state: 'done' });
  });

  test('under another approval is refused: an old yes brings no old text back', () => {
    const other = { ...done, plan: digestOf({ another: 'plan' }) };
    expect(match([now(other)], other)).toMatchObject({ state: 'refused' });
  });

  test('is not taken for done while a write of it is open', () => {
    const open = { ...done, intent: intentOf({ action: 'update', step: digest }) };
    expect(match([], open)).toMatchObject({ state: 'refused' });
  });
});

test('an interrupted write that was found on the site is covered by its approval', () => {
  const create = reconcile(state({ ours: base })) as PlannedStep;
  const made = indexOf(destination, 1, [create]);
  const intent = intentOf({ content: digestOf(base), step: stepDigest(create.step) });
  const begun = recordOf(base, { post: null, base: null, complete: false, version: 0, intent });
  const post = shown(base, { created: intent.at + 1 });
  const found = reconcile(state({ record: begun, intended: base, candidates: [post] }));
  const matched = (records: Record<string, LedgerRecord>) =>
    matchApproved(made, digestOf(made), [found], { ...emptyLedger, records })[0]?.state;
  expect(found).toMatchObject({ step: { action: 'adopt' } });
  expect(matched({ 'docs/a.md': begun })).toBe('carry-out');
  // What another step had begun is not.
  const other = { ...begun, intent: { ...intent, step: digestOf({ another: 'step' }) } };
  expect(matched({ 'docs/a.md': other })).toBe('refused');
});
