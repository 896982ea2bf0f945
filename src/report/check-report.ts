import { counted } from '../model/counted.ts';
import type { Finding } from '../model/finding.ts';
import type { CheckDocument } from './documents/check.ts';
import { line, type Line } from './line.ts';
import { findingLines } from './finding-lines.ts';
import type { Shown } from './shown.ts';

/** The findings as lines, and how much is ready. */
export function checkLines(
  document: Shown<CheckDocument>,
  findings: Shown<readonly Finding[]>,
): Line[] {
  const isNothing = document.counts.sources === 0 && !document.entry && !document.release;
  const summary = isNothing ? 'Nothing is marked for publication.' : checkSummary(document);
  return [...previewLines(document), ...findingLines(findings), line(summary, 'heading')];
}

/** Counts in one sentence. */
export function checkSummary({ counts }: Shown<CheckDocument>): string {
  const { sources, ready, errors, warnings } = counts;
  return `${ready} of ${counted(sources, 'source')} ready, ${counted(errors, 'error')}, ${counted(warnings, 'warning')}`;
}

/** What the pull request or the release will be, each line of its text as it is. */
function previewLines({ entry, release }: Shown<CheckDocument>): Line[] {
  const quoted = (text: string) =>
    text.split('\n').map((each): Line => ({ text: ` ${each}`, tone: 'plain', quoted: true }));
  if (release) {
    const { source, title, type, tags, body } = release;
    const about = [type ?? 'article', ...tags].join(', ');
    return [line(`${source}: ${title} (${about})`, 'heading'), ...quoted(body), line('')];
  }
  if (!entry) return [];
  const where =
    entry.section === null ? '' : `, in the section ${entry.section} of the next release`;
  return [
    line(`${entry.source} as readers will see it${where}:`, 'heading'),
    ...quoted(entry.text),
    line(''),
  ];
}
