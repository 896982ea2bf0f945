import type { Finding } from '../model/finding.ts';
import type { PlanDocument } from '../report/documents/plan.ts';

/** A finding as the JSON documents have it. */
export function findingDocument(finding: Finding): PlanDocument['findings'][number] {
  const { rule, severity, source, place, message, remedy, forTeam = null } = finding;
  // The way out takes it in, or leaves it out.
  const beside = { message, forTeam };
  const { file, line, column } = place ?? { file: null, line: null, column: null };
  return { rule, severity, source, file, line, column, ...beside, remedy };
}
