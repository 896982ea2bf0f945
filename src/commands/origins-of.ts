import type { Provenance } from '../model/provenance.ts';
import type { PlannedChange } from '../planning/planned-change.ts';

/** What sources come from, and the commit that they were read at. */
export interface Origins {
  readonly commit: string;
  readonly of: ReadonlyMap<string, Provenance | null>;
}

/** What each source comes from, as it is now; null where nothing tells. */
export function originsOf(
  changes: readonly PlannedChange[],
): ReadonlyMap<string, Provenance | null> {
  return new Map(
    changes.map((change) => [
      change.source,
      (change.outcome === 'unchanged' ? change.record : change.composedFrom).provenance,
    ]),
  );
}
