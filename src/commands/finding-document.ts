import type { Finding } from '../model/finding.ts';
import { pullRequestOf } from '../model/pull-request-of.ts';
import type { PlanDocument } from '../report/documents.ts';

/** A finding as the JSON documents have it. */
export function findingDocument(finding: Finding): PlanDocument['findings'][number] {
  const { rule, severity, source, place, message, remedy } = finding;
  // A pull request stands in for a file only where people read.
  const file = pullRequestOf(place) === null ? place.file : null;
  return { rule, severity, source, ...place, file, message, remedy };
}
