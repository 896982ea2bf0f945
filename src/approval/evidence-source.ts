import type { RequestCount } from '../ports/site.ts';
import type { EvidenceReader } from './approval.ts';

/** What a CI can tell of an approval, and how it is told what came of it. Its connections end with it. */
export interface EvidenceSource extends AsyncDisposable {
  readonly read: EvidenceReader;
  /** The ids of the authors of pull requests; null where no forge can tell. */
  readonly authorsOf: ((pulls: readonly number[]) => Promise<readonly (number | null)[]>) | null;
  /** How many requests that took. */
  readonly requests: RequestCount;
  /** Does what was approved, and tells its end to whoever asked for it, where they can be told. */
  answered<Done extends { readonly exitCode: number }>(work: () => Promise<Done>): Promise<Done>;
}
