import type { Place } from '../model/error.ts';
import type { Finding } from '../model/finding.ts';
import type { Provenance } from '../model/provenance.ts';
import type { Problem } from './problem.ts';

/** Makes the finding of a problem; `source` is the key of what it is about unless it names one. */
export function findingOf(
  problem: Problem,
  source: string,
  provenance: Provenance,
  place: Place | null,
): Finding {
  const { rule, severity = 'error', message, remedy } = problem;
  return { rule, severity, source: problem.source ?? source, provenance, place, message, remedy };
}
