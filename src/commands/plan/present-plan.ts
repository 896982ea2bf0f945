import { canonicalJson } from '../../model/canonical-json.ts';
import type { View } from '../../report/audience.ts';
import { line, type Line } from '../../report/line.ts';
import { atSite } from '../at-site.ts';
import type { CommandOptions, OptionValues } from '../command.ts';
import type { PlanOptions } from '../planning-options.ts';
import type { Session } from '../session.ts';

/** The flags for files that a plan is written to. */
export const planFiles = {
  index: { type: 'string', value: 'FILE', about: "also write the plan's index to FILE" },
  markdown: {
    type: 'string',
    value: 'FILE',
    about: 'also write to FILE what a job summary shows',
  },
  preview: {
    type: 'string',
    value: 'FILE',
    about: 'also write a page to FILE (.html): each post as its readers will see it',
  },
} as const satisfies CommandOptions;

type PresentOptions = PlanOptions &
  OptionValues<typeof planFiles> & {
    readonly strict: boolean;
    readonly verbose: boolean;
    /** Existing posts are proposed for sources without one, and nothing else. */
    readonly adopting?: boolean;
  };

/** Makes a plan, leaves it in the ledger to be approved, and shows it wherever it was asked for. */
export async function presentPlan(session: Session, options: PresentOptions) {
  // Where a page cannot be written, nothing is asked for.
  const open = async (name: string | null) => (name === null ? null : session.openPage(name));
  const [page, summary] = [await open(options.preview), await open(options.markdown)];
  const { planned, preview, approval, planLines } = await atSite(session, async (context) => {
    const [{ makePlan }, { planLines }] = await Promise.all([
      import('./make-plan.ts'),
      import('../../report/plan-lines.ts'),
    ]);
    const planned = await makePlan(context, options);
    const preview = page && (await planned.preview());
    return { planned, preview, approval: context.config.approval, planLines };
  });
  if (options.index !== null)
    await session.writeFile(options.index, `${canonicalJson(planned.index)}\n`);
  const { document, report, waited, waitedSteps, origins } = planned;
  const place = await session.approvalPlace(approval);
  if (page && preview) {
    const { previewPage } = await import('../../report/preview/preview-page.ts');
    const shown = session.disclosure.view.preview(preview);
    await page.write((safe) => previewPage(shown, place, safe));
  }
  if (summary) {
    const [{ planSummaryMarkdown }, { rendererFor }] = await Promise.all([
      import('../../report/plan-summary.ts'),
      import('../../report/summary/renderer-for.ts'),
    ]);
    const shown = session.disclosure.view.report(report());
    const render = await rendererFor(shown);
    await summary.write((safe) => planSummaryMarkdown(shown, place, safe.line, render));
  }
  return {
    document,
    report,
    waited,
    waitedSteps,
    origins,
    place,
    lines(view: View): readonly Line[] {
      const { digest } = document;
      const isNone = options.adopting && digest === null;
      return [
        ...planLines(view.report(report())),
        ...(isNone ? [line('No source without a post has the title of just one post.')] : []),
        ...(digest && place.ways.includes('asserted')
          ? [line(`Approve it with: stack-publish publish --digest ${digest}`)]
          : []),
      ];
    },
    exitCode: options.strict && document.counts.held > 0 ? 5 : 0,
  };
}
