import { expect, test } from 'vitest';
import { digestOf } from '../../src/model/digest.ts';
import { emptyLedger, type Intent, type LedgerRecord } from '../../src/model/ledger.ts';
import { reconcile } from '../../src/planning/reconcile.ts';
import type { PlannedStep } from '../../src/planning/planned-change.ts';
import type { Site } from '../../src/ports/site.ts';
import type { LedgerSnapshot, LedgerStore } from '../../src/ports/ledger-store.ts';
import { claimSteps } from '../../src/publishing/claim-steps.ts';
import { article, intentOf, now, recordOf, state } from '../planning/fixtures.ts';

const base = article();
const ours = article({ body: 'new\n' });
const run = { ...intentOf().run, id: 'we' };

async function claim(change: PlannedStep, records: Readonly<Record<string, LedgerRecord>>) {
  const texts: string[] = [];
  const ledger: Pick<LedgerStore, 'update'> = {
    async update(change) {
      const next = change({ ...emptyLedger, records });
      texts.push(...(next?.texts ?? []).map(digestOf));
      return { index: next?.index ?? emptyLedger } as LedgerSnapshot;
    },
  };
  const site = { now: () => now, destination: { api: 'v3' } };
  const { steps, index } = await claimSteps([change], [], {
    ledger: ledger as LedgerStore,
    site: site as Site,
    run,
    plan: digestOf({ plan: 2 }),
    fillingsOf: () => () => null,
    recordImages: (index) => index,
  });
  return { claim: steps[0], records: index.records, texts };
}

const changed = (record = recordOf(base)) =>
  reconcile(state({ ours, base, record })) as PlannedStep;
const renamed = (own: LedgerRecord | null) => {
  const record = recordOf(base);
  const orphan = { source: 'docs/old.md', record, base, intended: null, gone: false };
  return reconcile(state({ record: own, orphans: [orphan] })) as PlannedStep;
};
const creating = (change: Partial<Intent>) =>
  recordOf(base, { post: null, base: null, version: 0, intent: intentOf(change) });

test('an intent names what the source said, and the text stands beside it', async () => {
  const { records, texts } = await claim(changed(), { 'docs/a.md': recordOf(base) });
  const intent = records['docs/a.md']?.intent;
  expect(intent).toMatchObject({ action: 'update', content: digestOf(ours), run, at: now });
  expect(texts).toEqual([digestOf(ours)]);
});

test('a source that another run is writing is left to it', async () => {
  const theirs = recordOf(base, { intent: intentOf({ action: 'update' }) });
  const { claim: claimed, records } = await claim(changed(), { 'docs/a.md': theirs });
  expect(claimed?.result).toMatchObject({ result: 'held', reason: 'in-progress' });
  expect(records['docs/a.md']).toEqual(theirs);
});

test('a source that another run has written is left for the next plan', async () => {
  const theirs = recordOf(ours, { version: 2 });
  const { claim: claimed } = await claim(changed(), { 'docs/a.md': theirs });
  expect(claimed?.result).toMatchObject({ result: 'held', reason: 'moved' });
});

test('an old attempt to create does not keep a renamed source from its post', async () => {
  const stale = creating({ at: now - 300_000 });
  const change = renamed(stale);
  expect(change.step.action).toBe('adopt');
  const { claim: claimed } = await claim(change, {
    'docs/a.md': stale,
    'docs/old.md': recordOf(base),
  });
  expect(claimed?.result).toBeNull();
});

test('a new one does', async () => {
  const { claim: claimed } = await claim(renamed(null), { 'docs/a.md': creating({}) });
  expect(claimed?.result).toMatchObject({ result: 'held', reason: 'in-progress' });
});
