import type { BrokenRecord } from '../model/ledger.ts';
import { compareSourceKeys } from '../model/source-key.ts';
import type { LedgerSnapshot } from '../ports/ledger-store.ts';
import type { PlannedSource } from './look.ts';

interface Known {
  readonly sources: readonly PlannedSource[];
  readonly snapshot: LedgerSnapshot;
  /** Keys that have an error finding. */
  readonly erroneous: ReadonlySet<string>;
}

/** Also those that only a broken record tells of: they are not passed over. */
export function withBroken({ sources, snapshot, erroneous }: Known): readonly PlannedSource[] {
  const keys = Object.keys(snapshot.index.broken);
  if (keys.length === 0) return sources;
  const present = new Set(sources.map(({ source }) => source));
  const unknown = {
    provenance: null,
    sourceCount: 1,
    revision: null,
    settings: null,
    dependsOn: {},
    text: null,
    members: null,
  };
  const others = keys
    .filter((key) => !present.has(key) && !erroneous.has(key))
    .map((source) => ({ source, composedFrom: unknown, ours: null }));
  return [...sources, ...others].sort((a, b) => compareSourceKeys(a.source, b.source));
}

/** The post that a broken record may be of, so that no other source takes it. */
export function claimedBy({ stored }: BrokenRecord): number[] {
  const { post } = Object(stored) as { readonly post?: unknown };
  const { id } = Object(post) as { readonly id?: unknown };
  return typeof id === 'number' ? [id] : [];
}
