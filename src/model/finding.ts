import type { Place } from './error.ts';
import type { Provenance } from './provenance.ts';

export type Severity = 'error' | 'warning';

/** A place in one of the texts of a draft, in UTF-16 units; a note has no other. */
export interface TextPoint {
  readonly field: 'body' | 'answer';
  readonly offset: number;
}

/**
 * A remark on a source: what was seen, what was expected, what to do. An error keeps its source out
 * of the plan, and nothing else.
 */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** The source key; where the source has none yet, its file. */
  readonly source: string;
  /** The title of that source, where reading it failed after its title was known. */
  readonly title?: string;
  readonly provenance: Provenance;
  /** Where in a file; null for what has no lines of its own (a note). */
  readonly place: Place | null;
  /** Where in the draft's text; absent where it is about the whole draft. */
  readonly at?: TextPoint;
  /** What was seen and what was expected, one sentence. */
  readonly message: string;
  /** A sentence to add to it where only the team of the private site reads it. */
  readonly forTeam?: string;
  /** What to do, one sentence in the imperative. */
  readonly remedy: string;
}

/** How many findings of one rule in one source are listed. */
const mostListed = 20;

/** Of what one rule found in one source, the first twenty, and in the place of the next how many are left out. */
export function listed<Found extends Pick<Finding, 'message' | 'remedy'>>(
  found: readonly Found[],
): readonly Found[] {
  const next = found[mostListed];
  if (next === undefined) return found;
  const message = `The rule finds ${found.length - mostListed} more here and in what follows, which are not listed.`;
  const rest = { ...next, message, remedy: 'Correct those that are listed, and check again.' };
  return [...found.slice(0, mostListed), rest];
}
