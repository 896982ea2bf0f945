import { canonicalJson } from '../model/canonical-json.ts';
import { line } from '../report/line.ts';
import { atSite } from './at-site.ts';
import { defineCommand } from './command.ts';
import { planningOptions } from './planning-options.ts';

/** Shows what would be published. */
export const plan = defineCommand({
  name: 'plan',
  summary: 'show what would be published, with the digest to approve',
  operands: [],
  options: {
    ...planningOptions,
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
    strict: { type: 'boolean', about: 'exit 5 where something is held' },
  },
  notes: 'Exit code: 0; 5 with --strict where something is held; 1 failed; 2 usage.',
  needs: 'a token, read access',

  async run(session, { options, verbose }) {
    // Where a page cannot be written, nothing is asked for.
    const open = async (name: string | null) => (name === null ? null : session.openPage(name));
    const [page, summary] = [await open(options.preview), await open(options.markdown)];
    const { planned, preview, approval, planLines } = await atSite(session, async (context) => {
      const [{ makePlan }, { planLines }] = await Promise.all([
        import('./plan/make-plan.ts'),
        import('../report/plan-lines.ts'),
      ]);
      const planned = await makePlan(context, { ...options, verbose });
      const preview = page && (await planned.preview());
      return { planned, preview, approval: context.config.approval, planLines };
    });
    if (options.index !== null)
      await session.writeFile(options.index, `${canonicalJson(planned.index)}\n`);
    const { document, report, waited } = planned;
    const place = await session.approvalPlace(approval);
    if (page && preview) {
      const { previewPage } = await import('../report/preview/preview-page.ts');
      const shown = session.disclosure.view.preview(preview);
      await page.write((safe) => previewPage(shown, place, safe));
    }
    if (summary) {
      const [{ planSummaryMarkdown }, { rendererFor }] = await Promise.all([
        import('../report/plan-summary.ts'),
        import('../report/summary/renderer-for.ts'),
      ]);
      const shown = session.disclosure.view.report(report());
      const render = await rendererFor(shown);
      await summary.write((safe) => planSummaryMarkdown(shown, place, safe.line, render));
    }
    return {
      document,
      report,
      waited,
      place,
      async lines(view) {
        const { digest } = document;
        return [
          ...planLines(view.report(report())),
          ...(digest && place.ways.includes('asserted')
            ? [line(`Approve it with: stack-publish publish --digest ${digest}`)]
            : []),
        ];
      },
      exitCode: options.strict && document.counts.held > 0 ? 5 : 0,
    };
  },
});
