import { describe, expect, test } from 'vitest';
import { digestOf } from '../../src/model/digest.ts';
import type { LedgerRecord } from '../../src/model/ledger.ts';
import { lateWriteMs } from '../../src/planning/hold.ts';
import type { PlannedChange } from '../../src/planning/planned-change.ts';
import { recoverCreate, reconcileNew } from '../../src/planning/reconcile-new.ts';
import type { Orphan, SourceState } from '../../src/planning/source-state.ts';
import { article, intentOf, now, recordOf, shown, state } from './fixtures.ts';

const ours = article();
const other = article({ title: 'Something else', body: 'nothing in common\n' });
const orphan = (change: Partial<Orphan> = {}, record: Partial<LedgerRecord> = {}): Orphan => ({
  source: 'docs/old.md',
  record: recordOf(ours, record),
  base: ours,
  intended: null,
  gone: false,
  ...change,
});

const verdict = (change: PlannedChange) =>
  change.outcome === 'step' ? change.step.action : change.outcome === 'held' ? change.reason : '';
const decide = (known: Partial<SourceState>) => reconcileNew(state(known), ours);

describe('a source without a post', () => {
  const second = shown(ours, { id: 8 });
  const titled = shown(article({ body: 'By hand.\n' }));
  test.each<[string, Partial<SourceState>, string]>([
    ['is new', {}, 'create'],
    ['is new beside other posts', { candidates: [shown(other)] }, 'create'],
    ['has a post that shows it', { candidates: [shown(ours)] }, 'adopt'],
    ['has two', { candidates: [shown(ours), second] }, 'ambiguous'],
    ['has the title of a post', { candidates: [titled] }, 'title-taken'],
    ['was renamed', { orphans: [orphan()] }, 'adopt'],
    ['may be one of two that are gone', { orphans: [orphan(), orphan()] }, 'ambiguous'],
    ['was renamed, and its post was deleted', { orphans: [orphan({ gone: true })] }, 'deleted'],
    ['is not one that is gone', { orphans: [orphan({ base: other })] }, 'create'],
  ])('%s', (_, known, expected) => {
    expect(verdict(decide(known))).toBe(expected);
  });

  test('that was renamed takes over the record and the post', () => {
    const change = decide({ orphans: [orphan({}, { version: 5 })] });
    expect(change).toMatchObject({
      renamedFrom: 'docs/old.md',
      step: { action: 'adopt', target: { id: 7 }, version: 5 },
    });
  });

  test('is posted beside a post of the same title where a person said so', () => {
    const known = (activity: number): Partial<SourceState> => ({
      candidates: [titled],
      record: recordOf(ours, { post: null, resolution: { kind: 'source', activity } }),
    });
    expect(verdict(decide(known(titled.activity)))).toBe('create');
    // Not where that post has moved since.
    expect(verdict(decide(known(titled.activity - 1)))).toBe('title-taken');
  });

  test('waits while a write of the one that it was renamed from may still happen', () => {
    const intent = intentOf({ at: now - 1000, content: digestOf(ours) });
    const begun = orphan({ intended: ours }, { post: null, base: null, intent });
    expect(verdict(decide({ orphans: [begun] }))).toBe('outcome-unknown');
  });
});

describe('a create whose outcome nobody recorded', () => {
  const intent = intentOf({ at: now - lateWriteMs, outcome: 'unknown', content: digestOf(ours) });
  const record = recordOf(ours, { post: null, base: null, version: 0, intent });
  const recover = (known: Partial<SourceState>, at = intent.at) =>
    recoverCreate(state({ record, intended: ours, ...known }), record, { ...intent, at }, ours);
  const made = shown(ours, { created: intent.at + 1000 });

  test.each<[string, Partial<SourceState>, string, number?]>([
    ['is found', { candidates: [made] }, 'adopt'],
    ['may still be carried out', {}, 'outcome-unknown', now - 1000],
    ['is done again', {}, 'create'],
    [
      'is ambiguous where two posts show it',
      { candidates: [made, { ...made, id: 8 }] },
      'ambiguous',
    ],
  ])('%s', (_, known, expected, at) => {
    expect(verdict(recover(known, at))).toBe(expected);
  });

  test('was one write more of the post', () => {
    expect(recover({ candidates: [made] })).toMatchObject({ step: { version: 1 } });
  });

  test('a post that is older than it is not its own', () => {
    const old = shown(ours, { created: intent.at - 3_600_000 });
    // It is taken for what it is: a post that shows the text.
    const change = recover({ candidates: [old] });
    expect(change).toMatchObject({ step: { action: 'adopt', version: 0 } });
  });
});
