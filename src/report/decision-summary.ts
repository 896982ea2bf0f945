import { blocks, codeSpan, linked, type Safe } from './markdown.ts';
import type { Line } from './line.ts';
import type { Shown } from './shown.ts';

/** What a person decided about a source, as Markdown, with a link to where they did. */
export function decisionSummaryMarkdown(
  lines: Shown<readonly Line[]>,
  by: { readonly login: string; readonly evidence: string } | null,
  safe: Safe,
): string {
  const who = by ? [`Decided by ${linked(codeSpan(safe(by.login)), by.evidence)}`, ''] : [];
  return ['## Decided for Stack Internal', '', ...who, ...blocks(lines, safe), ''].join('\n');
}
