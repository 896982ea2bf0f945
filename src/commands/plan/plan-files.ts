import { shownText } from '../../model/shown-text.ts';
import type { Mechanism } from '../../model/evidence.ts';
import { renderAsStack } from '../../rendering/render-as-stack.ts';
import type { PlanReport } from '../../report/plan-report.ts';
import { planSummaryMarkdown } from '../../report/plan-summary.ts';
import { previewPage } from '../../report/preview-page.ts';
import type { Shown } from '../../report/shown.ts';

/** The files that show a plan, by the names that were given for them. */
export function planFiles(
  report: Shown<PlanReport>,
  { accept }: { readonly accept: readonly Mechanism[] },
  { markdown, preview }: { readonly markdown: string | null; readonly preview: string | null },
): readonly { readonly name: string; readonly text: string }[] {
  const files: { readonly name: string; readonly text: string }[] = [];
  if (markdown !== null)
    files.push({ name: markdown, text: planSummaryMarkdown(report, accept, shownText) });
  if (preview !== null) files.push({ name: preview, text: previewPage(report, renderAsStack) });
  return files;
}
