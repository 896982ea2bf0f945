import { digestOf } from '../model/digest.ts';
import type { LedgerIndex } from '../model/ledger.ts';
import type { PlannedSource } from './look.ts';

/**
 * What a person decided not to publish is as if it was not read: its record stays what it is, and so does
 * its post, until the source says something else.
 */
export function withoutSkipped(
  sources: readonly PlannedSource[],
  records: LedgerIndex['records'],
): { readonly sources: readonly PlannedSource[]; readonly skipped: ReadonlySet<string> } {
  const skipped = new Set<string>();
  const others = sources.map((planned) => {
    const record = Object.hasOwn(records, planned.source) ? records[planned.source] : undefined;
    const isSkipped =
      record && planned.ours && record.intent === null && record.skipped === digestOf(planned.ours);
    if (!isSkipped) return planned;
    skipped.add(planned.source);
    return { ...planned, composedFrom: record, ours: null };
  });
  return { sources: skipped.size === 0 ? sources : others, skipped };
}
