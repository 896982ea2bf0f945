import { counted } from '../model/counted.ts';
import type { Finding } from '../model/finding.ts';
import { textDiff } from './content-diff.ts';
import { findingLines } from './finding-lines.ts';
import { line, type Line } from './line.ts';
import type { PlanReport, ReportedHold } from './plan-report.ts';
import { resolveLine } from './resolve-lines.ts';
import type { Shown } from './shown.ts';

/** So many of the steps that wait are named. */
const mostWaiting = 20;

/** What stands beside the steps of a plan, a part each: holds, edits, orphans, what waits, findings. */
export function besideLines(report: Shown<PlanReport>): (readonly Line[])[] {
  return [
    ...report.held.flatMap(heldLines),
    ...headed('edited on the site, and left as they are:', report.edited.map(postLine)),
    ...orphanParts(report),
    waitingLines(report),
    ...findingParts(report),
  ].filter((lines) => lines.length > 0);
}

function orphanParts({ orphaned, goneBefore = 0 }: Shown<PlanReport>): (readonly Line[])[] {
  const more = goneBefore > 0 ? [line(goneBeforeText(goneBefore))] : [];
  const last = orphaned.length - 1;
  return orphaned.length === 0
    ? headedBy(
        [],
        [more].filter((lines) => lines.length > 0),
      )
    : headed(
        'their source is gone, or not marked; nothing is deleted:',
        orphaned.map(postLine),
        orphaned.map(({ unread }, index) => [
          ...(unread ? findingLines([unread]) : []),
          ...(index === last ? [line(forgetText), ...more] : []),
        ]),
      );
}

/** What ends it that a post is told of. */
export const forgetText =
  'The next plans only count them. `stack-publish resolve SOURCE forget` ends that, too; the post stays.';

/** Of how many posts an earlier plan told that their source is gone. */
export function goneBeforeText(count: number): string {
  return `${counted(count, 'post')} ${count === 1 ? 'has' : 'have'} no source any more, as a plan told before: \`stack-publish status\` lists ${count === 1 ? 'it' : 'them'}.`;
}

function postLine({ source, url }: PlanReport['edited'][number]): Line {
  return line(`* ${source}  ${url}`);
}

function heldLines(held: ReportedHold): (readonly Line[])[] {
  const { source, url, reason, message, remedy, ways = [], conflicts } = held;
  return [
    [
      line(''),
      line(`held  ${source}: ${reason}`, 'warning'),
      ...(url ? [line(url)] : []),
      line(message),
      line(remedy),
      ...ways.map((way) => line(resolveLine(source, way))),
    ],
    ...conflicts.map(({ field, ours, theirs }) => [
      line(`${field} of ${source}, from the site's (-) to the source's (+):`, 'faint'),
      ...textDiff(theirs, ours),
    ]),
  ];
}

function waitingLines({ waiting, waits = [], unreleased }: Shown<PlanReport>): Line[] {
  const told: Line[] = [];
  if (waiting > 0) {
    told.push(line(`${waitingText(waiting)}${waits.length > 0 ? ':' : '.'}`));
    const named = waits.slice(0, mostWaiting);
    told.push(...named.map(({ action, source }) => line(`* ${action}  ${source}`)));
    if (waits.length > named.length) told.push(line(`* ${waits.length - named.length} more`));
  }
  if (unreleased > 0) told.push(line(unreleasedText(unreleased)));
  return told.length > 0 ? [line(''), ...told] : [];
}

/** When what waits will come. */
export function waitingText(waiting: number): string {
  return `${counted(waiting, 'step')} wait${waiting === 1 ? 's' : ''} for the next plan, once this one is published`;
}

/** The same of notes. */
export function unreleasedText(count: number): string {
  return `${counted(count, 'note')} of pull requests come${count === 1 ? 's' : ''} with the release that has them.`;
}

/** The findings that a decision may rest on, and how many there are beside. */
export function decidingFindings({ findings, settled = [] }: Shown<PlanReport>): {
  readonly deciding: readonly Finding[];
  readonly others: number;
} {
  const left = new Set(settled);
  const deciding = findings.filter(({ source }) => !left.has(source));
  return { deciding, others: findings.length - deciding.length };
}

function findingParts(report: Shown<PlanReport>): (readonly Line[])[] {
  const { deciding, others } = decidingFindings(report);
  const more = others > 0 ? [[line(othersText(others))]] : [];
  return headedBy([], [...deciding.map((each) => findingLines([each])), ...more]);
}

/** What was found of sources that no step is of. */
export function othersText(count: number): string {
  return `${counted(count, 'finding')} of sources that stay as they are: \`stack-publish check\` tells ${count === 1 ? 'it' : 'them'}.`;
}

/** Parts under a heading, which stands in the first of them. */
function headed(
  heading: string,
  lines: readonly Line[],
  more: readonly (readonly Line[])[] = [],
): (readonly Line[])[] {
  const parts = lines.map((each, index) => [each, ...(more[index] ?? [])]);
  return headedBy([line(heading, 'heading')], parts);
}

function headedBy(
  heading: readonly Line[],
  parts: readonly (readonly Line[])[],
): (readonly Line[])[] {
  return parts.map((part, index) => (index === 0 ? [line(''), ...heading, ...part] : part));
}
