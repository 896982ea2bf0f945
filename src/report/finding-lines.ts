import type { Place } from '../model/error.ts';
import type { Finding } from '../model/finding.ts';
import { provenanceText } from '../model/provenance.ts';
import { line, type Line } from './line.ts';

/** Findings as lines, each with its place, and what to do under it. */
export function findingLines(findings: readonly Finding[]): Line[] {
  return findings.flatMap(({ rule, severity, provenance, place, message, remedy }) => {
    const where = place ? placeText(place) : provenanceText(provenance);
    // The name of a file may begin as lines of a text do.
    const at = where.replace(/^(?=[-+ @\\])/, './');
    return [line(`${at}: ${severity}: ${message} [${rule}]`, severity), line(`> ${remedy}`)];
  });
}

/** `file:line:column`, as far as it is known. */
export function placeText({ file, line: row, column }: Place): string {
  return [file, row, column].filter((part) => part !== null).join(':');
}
