import { textDiff } from '../content-diff.ts';
import { blocks, inLine, inTag, linkTarget, type Safe } from '../markdown.ts';
import { resolveLine } from '../beside-lines.ts';
import { type ReportedHold } from '../plan-report.ts';
import { extra, type Part } from './fit-page.ts';

/** A source that waits for a decision: why, how to decide, and both sides while there is room. */
export function holdSection(held: ReportedHold, safe: Safe): Part[] {
  const { source, reason, conflicts } = held;
  return [
    extra(
      1,
      () =>
        `<details><summary><code>${inTag(safe(source))}</code>: ${reason}</summary>\n\n${wayOut(held, safe)}</details>\n\n`,
      true,
    ),
    ...conflicts.map(({ field, ours, theirs }) =>
      extra(
        4,
        () => {
          const heading = `<details><summary>${inTag(safe(field))} of <code>${inTag(safe(source))}</code>, from the site's (-) to the source's (+)</summary>\n\n`;
          const lines = blocks(textDiff(theirs, ours), safe);
          return `${heading}${lines.join('\n')}\n\n</details>\n\n`;
        },
        true,
      ),
    ),
  ];
}

function wayOut({ source, url, message, remedy, ways = [] }: ReportedHold, safe: Safe): string {
  const address = url ? linkTarget(url) : null;
  const post = address ? ` [Its post](${address}).` : '';
  const lines = ways.map((way) => ({ text: resolveLine(source, way), tone: 'plain' }) as const);
  const copied =
    lines.length > 0 ? `One of these ends it:\n\n${blocks(lines, safe).join('\n')}\n\n` : '';
  return `${inLine(safe(message))}${post}\n\n${inLine(safe(remedy))}\n\n${copied}`;
}
