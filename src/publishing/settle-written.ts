import { Fault } from '../model/error.ts';
import { copyOfRecords, type LedgerIndex, type LedgerRecord } from '../model/ledger.ts';
import { mapConcurrent } from '../model/map-concurrent.ts';
import { showsTheSame } from '../planning/compare.ts';
import type { KnownEncodings } from '../planning/known-encodings.ts';
import { lastTouched } from '../planning/words-of-others.ts';
import type { Site } from '../ports/site.ts';
import type { Finished } from './record-written.ts';

/** So many are read at a time: an API may take their reads together. */
const atOnce = 100;

interface SettleOptions {
  readonly site: Site;
  readonly encodings: KnownEncodings;
}

/**
 * Reads once more what was written to a site with coarse dates: an edit right behind a write of ours
 * bears its date, and no list ever shows it. Returns the records of posts that are as they were written.
 * All others stay unsettled, and the next plan reads them.
 */
export async function settledRecords(
  finished: readonly Finished[],
  { site, encodings }: SettleOptions,
): Promise<ReadonlyMap<string, LedgerRecord>> {
  const settled = new Map<string, LedgerRecord>();
  const open = finished.flatMap(({ change: { source }, written }) =>
    written.outcome === 'done' && written.record.unsettled !== null
      ? [{ source, shown: written.shown, record: written.record }]
      : [],
  );
  await mapConcurrent(open, atOnce, async ({ source, shown, record }) => {
    const now = await site.read(shown.ref).catch((error: unknown) => {
      if (error instanceof Fault) return null;
      throw error;
    });
    const isSame =
      now !== null &&
      lastTouched(now) === lastTouched(shown) &&
      showsTheSame(now, shown, encodings);
    if (isSame) settled.set(source, record);
  });
  return settled;
}

/** The ledger with these records as settled, where no other run changed them. */
export function withSettled(
  index: LedgerIndex,
  settled: ReadonlyMap<string, LedgerRecord>,
): LedgerIndex {
  if (settled.size === 0) return index;
  const records = copyOfRecords(index.records);
  for (const [source, { step, activity }] of settled) {
    const record = records[source];
    if (record?.step === step && record.activity === activity)
      records[source] = { ...record, unsettled: null };
  }
  return { ...index, records };
}
