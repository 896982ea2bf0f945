import { counted } from '../model/counted.ts';
import type { Finding } from '../model/finding.ts';
import type { CheckDocument } from './documents/check.ts';
import { line, type Line } from './line.ts';
import { findingLines } from './plan-report.ts';
import type { Shown } from './shown.ts';

/** The findings as lines, and how much is ready. */
export function checkLines(
  document: Shown<CheckDocument>,
  findings: Shown<readonly Finding[]>,
): Line[] {
  const summary =
    document.counts.sources === 0 ? 'Nothing is marked for publication.' : checkSummary(document);
  return [...findingLines(findings), line(summary, 'heading')];
}

/** Counts in one sentence. */
export function checkSummary({ counts }: Shown<CheckDocument>): string {
  const { sources, ready, errors, warnings } = counts;
  return `${ready} of ${counted(sources, 'source')} ready, ${counted(errors, 'error')}, ${counted(warnings, 'warning')}`;
}
