import type { Finding } from '../../model/finding.ts';
import { provenanceText } from '../../model/provenance.ts';
import { placeText } from '../finding-lines.ts';
import { codeSpan, inLine, type Safe } from '../markdown.ts';

/** A finding as an item of a list: where, how bad, what, and what to do. */
export function findingItem(finding: Finding, safe: Safe): string {
  const { rule, severity, provenance, place, message, remedy } = finding;
  const where = codeSpan(safe(place ? placeText(place) : provenanceText(provenance)));
  return `- ${where}: **${severity}**: ${inLine(safe(message))} \`${rule}\`  \n  ${inLine(safe(remedy))}\n`;
}
