import type { Plan } from '../../planning/assemble.ts';
import type { PostRef } from '../../model/post.ts';
import type { Site } from '../../ports/site.ts';
import type { LedgerSnapshot } from '../../ports/ledger-store.ts';
import type { PlanReport, ReportedStep } from '../../report/plan-report.ts';
import type { Prepared } from '../prepare.ts';

/** A plan as people read it, with the text that each step replaces. */
export async function reportPlan(plan: Plan, prepared: Prepared, site: Site): Promise<PlanReport> {
  const url = (post: PostRef | null) => post && site.urlOf(post);
  const { snapshot } = prepared;
  return {
    destination: site.destination,
    account: prepared.account,
    digest: plan.digest,
    steps: await Promise.all(
      plan.steps.map((change) => reportStep(change, snapshot, url(change.post))),
    ),
    held: plan.held.map(({ source, post, reason, message, remedy, conflicts }) => ({
      source,
      url: url(post),
      reason,
      message,
      remedy,
      conflicts,
    })),
    edited: plan.unchanged.flatMap(({ source, post, edited }) =>
      edited && post ? [{ source, url: site.urlOf(post) }] : [],
    ),
    orphaned: prepared.changes.orphaned.map(({ source, post }) => ({
      source,
      url: site.urlOf(post),
    })),
    waiting: plan.waiting.length,
    unchanged: plan.unchanged.length,
    findings: prepared.findings,
  };
}

async function reportStep(
  { step, source, shown }: Plan['steps'][number],
  snapshot: LedgerSnapshot,
  url: string | null,
): Promise<ReportedStep> {
  // An adopted post is not written: its text stays, and there is no change to show.
  const adopted = step.action === 'adopt' ? step.content : null;
  const before = adopted ?? shown ?? (step.target && step.base && (await snapshot.text(step.base)));
  return { action: step.action, source, url, before, after: step.content };
}
