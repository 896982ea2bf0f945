import { textDiff } from '../content-diff.ts';
import { resolutions, type ResolutionName } from '../../model/resolution.ts';
import { blocks, inLine, inTag, linked, linkTarget, type Safe } from '../markdown.ts';
import type { ApprovalPlace } from '../how-to-approve.ts';
import { line } from '../line.ts';
import { type ReportedHold } from '../plan-report.ts';
import { adoptComment, resolveComment, resolveLine, resolveRun } from '../resolve-lines.ts';
import { extra, type Part } from './fit-page.ts';

/** A source that waits for a decision: why, how to decide, and both sides while there is room. */
export function holdSection(
  held: ReportedHold,
  { decision }: Pick<ApprovalPlace, 'decision'>,
  { isOpen, safe }: { readonly isOpen: boolean; readonly safe: Safe },
): Part[] {
  const { source, reason, conflicts } = held;
  const begin = `<details${isOpen ? ' open' : ''}><summary>`;
  return [
    extra(
      1,
      () =>
        `${begin}<code>${inTag(safe(source))}</code>: ${reason}</summary>\n\n${wayOut(held, decision, safe)}</details>\n\n`,
      true,
    ),
    ...conflicts.map(({ field, ours, theirs }) =>
      extra(
        4,
        () => {
          const heading = `${begin}${inTag(safe(field))} of <code>${inTag(safe(source))}</code>, from the site's (-) to the source's (+)</summary>\n\n`;
          const lines = blocks(textDiff(theirs, ours), safe);
          return `${heading}${lines.join('\n')}\n\n</details>\n\n`;
        },
        true,
      ),
    ),
  ];
}

function wayOut(held: ReportedHold, decision: ApprovalPlace['decision'], safe: Safe): string {
  const { url, message, remedy } = held;
  const address = url ? linkTarget(url) : null;
  const post = address ? ` [Its post](${address}).` : '';
  return `${inLine(safe(message))}${post}\n\n${inLine(safe(remedy))}\n\n${toCopy(held, decision, safe)}`;
}

/** The lines that end it, with where each goes. */
function toCopy(
  { source, reason, ways = [] }: ReportedHold,
  decision: ApprovalPlace['decision'],
  safe: Safe,
): string {
  if (ways.length === 0) return '';
  const copied = (text: string) => `${blocks([line(text)], safe).join('\n')}\n\n`;
  // A block each: GitHub has a button that copies one.
  const each = (lineOf: (way: ResolutionName) => string) =>
    ways.map((way) => `\`${way}\`: ${resolutions[way].about}\n\n${copied(lineOf(way))}`).join('');
  switch (decision?.by) {
    case undefined:
      return `One of these ends it:\n\n${each((way) => resolveLine(source, way))}`;
    case 'comment': {
      const lines = each((way) => resolveComment(source, way));
      const adopted = mayBeLinked.has(reason)
        ? `Or this one, with the address of the right post for URL:\n\n${copied(adoptComment(source))}`
        : '';
      return `A comment with one of these lines alone ends it, on any pull request of the repository, such as the one that changed it:\n\n${lines}${adopted}`;
    }
    case 'dispatch': {
      const { file, page } = decision.workflow;
      const start = `start ${linked('the workflow', page)} by hand with this source and a resolution`;
      return `To end it, ${start}, or run one of these:\n\n${each((way) => resolveRun(source, way, file))}`;
    }
  }
}

/** What linking the right post ends as well. */
const mayBeLinked: ReadonlySet<ReportedHold['reason']> = new Set([
  'title-taken',
  'ambiguous',
  'ledger',
]);
