import { canonicalJson } from '../model/canonical-json.ts';
import type { Mechanism } from '../model/evidence.ts';
import { memoize } from '../model/memoize.ts';
import type { PlanDocument } from '../report/documents/plan.ts';
import { line } from '../report/line.ts';
import type { PlanReport } from '../report/plan-report.ts';
import { audienceOf } from './audience-of.ts';
import { defineCommand, type CommandResult } from './command.ts';
import { planningOptions, planOptions } from './planning-options.ts';

interface PlanResult extends CommandResult {
  readonly document: PlanDocument;
  /** The plan as people read it; made only where they do. */
  readonly report: () => Promise<PlanReport>;
  /** Whether the very plan waited in the ledger before. */
  readonly waited: boolean;
  /** The ways in which it can be approved. */
  readonly accept: readonly Mechanism[];
}

/** Shows what would be published. */
export const plan = defineCommand({
  name: 'plan',
  summary: 'show what would be published, with the digest to approve',
  operands: [],
  options: {
    ...planningOptions,
    index: { type: 'string', value: 'FILE', about: "also write the plan's index to FILE" },
    strict: { type: 'boolean', about: 'exit 5 where something is held' },
  },
  notes: 'Exit code: 0; 5 with --strict where something is held; 1 failed; 2 usage.',
  needs: 'a token, read access',

  async run(session, { options, verbose }): Promise<PlanResult> {
    await using context = await session.connect();
    const [{ makePlan }, { planLines }] = await Promise.all([
      import('./plan/make-plan.ts'),
      import('../report/plan-report.ts'),
    ]);
    const planned = await makePlan(context, { ...planOptions(options), verbose });
    session.disclosure.setAudience(await audienceOf(context));
    if (options.index !== null)
      await session.writeFile(options.index, `${canonicalJson(planned.index)}\n`);
    const { document, waited } = planned;
    const report = memoize(planned.report);
    const { accept } = context.config.approval;
    return {
      document,
      report,
      waited,
      accept,
      async lines(view) {
        const { digest } = document;
        return [
          ...planLines(view.report(await report())),
          ...(digest && accept.includes('asserted')
            ? [line(`Approve it with: stack-publish publish --digest ${digest}`)]
            : []),
        ];
      },
      exitCode: options.strict && document.counts.held > 0 ? 5 : 0,
    };
  },
});
