import type { PublishedRelease } from '../../ports/forge.ts';
import type { RecordedSource } from '../source-kind.ts';

/** A published release that is a source. */
export interface ListedRelease {
  readonly release: PublishedRelease;
  /** Its record; null where it has none yet. */
  readonly known: RecordedSource | null;
  /** It has no record, and no plan has seen that it has nothing to say. */
  readonly isNew: boolean;
  /** What it is of, where that is not its tag. */
  readonly ref?: string;
}
