import { expect, test } from 'vitest';
import { digestOf } from '../../src/model/digest.ts';
import { Fault } from '../../src/model/error.ts';
import { emptyLedger, type LedgerIndex, type LedgerRecord } from '../../src/model/ledger.ts';
import { reconcile } from '../../src/planning/reconcile.ts';
import type { PlannedStep } from '../../src/planning/planned-change.ts';
import { recordWritten } from '../../src/publishing/record-written.ts';
import type { WriteResult } from '../../src/publishing/write-result.ts';
import { article, intentOf, raw, recordOf, shown, state } from '../planning/fixtures.ts';

const base = article();
const ours = article({ body: 'new\n' });
const record = recordOf(base);
const intent = intentOf({ action: 'update', run: { ...intentOf().run, id: 'we' } });
const change = reconcile(state({ ours, base, record })) as PlannedStep;

const done = {
  outcome: 'done',
  result: 'updated',
  post: { kind: 'article', id: 7 },
  shown: shown(ours),
  record: recordOf(ours, { version: 2 }),
  encodings: raw,
  changed: [],
  replaced: null,
} satisfies WriteResult;
const fault = new Fault('site', 'outcome-unknown', 'No answer.', { remedy: 'Run it again.' });
const unknown: WriteResult = { outcome: 'failed', fault, unknown: true };
const failed: WriteResult = { outcome: 'failed', fault, unknown: false };

const ledgerOf = (held: LedgerRecord): LedgerIndex => ({
  ...emptyLedger,
  records: { [change.source]: held },
});
const after = (held: LedgerRecord, written: WriteResult) =>
  recordWritten(ledgerOf(held), [{ change, intent, written }], 'v3').index.records[change.source];

test('what was done takes the place of its intent', () => {
  expect(after({ ...record, intent }, done)).toEqual(done.record);
});

test('what got no answer stays as an intent', () => {
  expect(after({ ...record, intent }, unknown)?.intent).toMatchObject({ outcome: 'unknown' });
});

test('what was surely not written leaves no trace', () => {
  expect(after({ ...record, intent }, failed)).toEqual(record);
});

test('what was done is recorded where its intent was given up meanwhile', () => {
  expect(after(record, done)).toEqual(done.record);
});

test.each([
  ['was found by another run', recordOf(ours, { version: 2, step: intent.step })],
  ['was changed by another run', recordOf(article({ body: 'newer\n' }), { version: 3 })],
])('a record that %s stays as that run left it', (_name, theirs) => {
  for (const written of [done, unknown, failed]) expect(after(theirs, written)).toEqual(theirs);
});

test('the intent of another run, which took over, stays', () => {
  const theirs = recordOf(base, { intent: intentOf({ action: 'update' }) });
  for (const written of [unknown, failed]) expect(after(theirs, written)).toEqual(theirs);
  expect(after(theirs, done)).toEqual({ ...done.record, intent: theirs.intent });
});

test('a renamed source gives its old record up', () => {
  const orphan = { source: 'docs/old.md', record, base, intended: null, gone: false };
  const adoption = reconcile(state({ orphans: [orphan] })) as PlannedStep;
  const index = { ...emptyLedger, records: { 'docs/old.md': record } };
  const adopted = { ...done, result: 'adopted', record } as const;
  const finished = [{ change: adoption, intent: null, written: adopted }];
  const { records } = recordWritten(index, finished, 'v3').index;
  expect(Object.keys(records)).toEqual(['docs/a.md']);
  expect(records['docs/a.md']?.base).toBe(digestOf(base));
});
