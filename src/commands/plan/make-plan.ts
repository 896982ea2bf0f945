import { isDigest, type Digest } from '../../model/digest.ts';
import { Fault } from '../../model/error.ts';
import { withAccount } from '../../model/ledger.ts';
import { memoize } from '../../model/memoize.ts';
import type { PlanIndex } from '../../model/plan.ts';
import type { Plan } from '../../planning/assemble.ts';
import { recordPlan } from '../../planning/record-plan.ts';
import type { PlanDocument } from '../../report/documents/plan.ts';
import type { PlanReport } from '../../report/plan-report.ts';
import type { PlanPreview } from '../../report/preview/plan-preview.ts';
import type { Context } from '../context.ts';
import { originsOf, type Origins } from '../origins-of.ts';
import type { PlanOptions } from '../planning-options.ts';
import { planOf, prepare, type Prepared } from '../prepare.ts';
import { lookUpTags } from './look-up-tags.ts';
import { planDocument } from './plan-document.ts';
import { reportPlan } from './report-plan.ts';
import { withTitlesOnSite } from './titles-on-site.ts';
import { warnOfUncommitted } from '../warn-of-uncommitted.ts';

export interface Planned {
  readonly document: PlanDocument;
  readonly index: PlanIndex;
  /** Whether the very plan waited in the ledger before. */
  readonly waited: boolean;
  /** The steps of the last plan before it that still waits for an approval. */
  readonly waitedSteps: ReadonlySet<Digest>;
  readonly origins: Origins;
  /** Made only where people read it. */
  readonly report: () => PlanReport;
  /** The plan as its page shows it; made, like that, only where it is asked for. */
  readonly preview: () => Promise<PlanPreview>;
}

/** Shows what would be published, and leaves the plan's index in the ledger to be approved. */
export async function makePlan(
  context: Context,
  options: PlanOptions & { readonly adopting?: boolean; readonly verbose: boolean },
): Promise<Planned> {
  const { 'pull-requests': pulls, releases } = context.config.sources;
  if (!context.forge && releases !== false)
    context.log.warn(
      'Pull requests and releases are not read: no repository on GitHub, GitLab or Gitea is known.',
    );
  else if (!context.forge && pulls !== false)
    context.log.info(
      'Pull requests are not read: no repository on GitHub, GitLab or Gitea is known.',
    );
  const [made] = await Promise.all([prepare(context, options), warnOfUncommitted(context)]);
  // Where posts are looked for by their titles, these are told as steps.
  const prepared = options.adopting ? made : await withTitlesOnSite(made, context);
  const assembled = planOf(prepared);
  context.log.progress({ label: 'looking up tags', done: 0, total: null });
  const [tags, waitedSteps] = await Promise.all([
    lookUpTags(context, prepared, assembled),
    assembled.digest === null ? new Set<Digest>() : stepsOfLastPlan(prepared),
    leaveInLedger(context, prepared, assembled),
  ]);
  const report = memoize(() => reportPlan(assembled, prepared, context, tags));
  return {
    document: planDocument(assembled, prepared, context, { tags, verbose: options.verbose }),
    index: assembled.index,
    waited: assembled.digest !== null && Object.hasOwn(prepared.before.plans, assembled.digest),
    waitedSteps,
    origins: { commit: context.tree.id, of: originsOf(prepared.changes.changes) },
    report,
    async preview() {
      const { previewPlan } = await import('./preview-plan.ts');
      return previewPlan(assembled, prepared, context, report());
    },
  };
}

async function stepsOfLastPlan({ before, snapshot }: Prepared): Promise<ReadonlySet<Digest>> {
  const [last] = Object.entries(before.plans).toSorted(([, a], [, b]) => b - a);
  const index = last && isDigest(last[0]) ? await snapshot.plan(last[0]) : null;
  return new Set(index?.steps.map(({ digest }) => digest));
}

/** A plan is worth having even where its ledger cannot be written; it then costs more requests. */
async function leaveInLedger(
  { site, ledger, log }: Context,
  prepared: Prepared,
  { index, digest }: Plan,
): Promise<void> {
  const told = prepared.changes.orphaned.map(({ source }) => source);
  const news = { ...prepared, told, plan: digest ? index : null, now: site.now() };
  try {
    // Nothing new: not even a look at whether the ledger could be written.
    if (recordPlan(prepared.before, news) === null) return;
    await ledger.update((current) => {
      const change = recordPlan(current, news);
      return change && withAccount(change, prepared.account.id);
    });
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'ledger-not-writable') throw error;
    log.warn(
      `${error.message} The plan is complete; publish it with --index FILE, or where the ledger can be written. Until then every plan costs more requests.`,
    );
  }
}
