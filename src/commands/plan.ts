import { canonicalJson } from '../model/canonical-json.ts';
import { memoize } from '../model/memoize.ts';
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
      about: 'also write to FILE a page with each post as readers will see it',
    },
    strict: { type: 'boolean', about: 'exit 5 where something is held' },
  },
  notes: 'Exit code: 0; 5 with --strict where something is held; 1 failed; 2 usage.',
  needs: 'a token, read access',

  async run(session, { options, verbose }) {
    const { planned, approval, planLines } = await atSite(session, async (context) => {
      const [{ makePlan }, { planLines }] = await Promise.all([
        import('./plan/make-plan.ts'),
        import('../report/plan-report.ts'),
      ]);
      const planned = await makePlan(context, { ...options, verbose });
      return { planned, approval: context.config.approval, planLines };
    });
    if (options.index !== null)
      await session.writeFile(options.index, `${canonicalJson(planned.index)}\n`);
    const { document, waited } = planned;
    const report = memoize(planned.report);
    const { markdown, preview } = options;
    if (markdown !== null || preview !== null) {
      const { planFiles } = await import('./plan/plan-files.ts');
      const shown = session.disclosure.view.report(report());
      for (const { name, text } of planFiles(shown, approval, { markdown, preview }))
        await session.writeFile(name, text);
    }
    return {
      document,
      report,
      waited,
      approval,
      async lines(view) {
        const { digest } = document;
        return [
          ...planLines(view.report(report())),
          ...(digest && approval.accept.includes('asserted')
            ? [line(`Approve it with: stack-publish publish --digest ${digest}`)]
            : []),
        ];
      },
      exitCode: options.strict && document.counts.held > 0 ? 5 : 0,
    };
  },
});
