import type { Place } from './error.ts';
import type { Provenance } from './provenance.ts';

export type Severity = 'error' | 'warning';

/**
 * A remark on a source: what was seen, what was expected, what to do. An error keeps its source out
 * of the plan, and nothing else.
 */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** The source key; where the source has none yet, its file. */
  readonly source: string;
  readonly provenance: Provenance;
  /** Where in a file; null for what has no lines of its own (a note). */
  readonly place: Place | null;
  /** What was seen and what was expected, one sentence. */
  readonly message: string;
  /** A sentence to add to it where only the team of the private site reads it. */
  readonly forTeam?: string;
  /** What to do, one sentence in the imperative. */
  readonly remedy: string;
}
