import type { Plan } from '../../planning/assemble.ts';
import type { PostRef } from '../../model/post.ts';
import type { Site } from '../../ports/site.ts';
import type { TagNote } from '../../report/people-lines.ts';
import type { PlanReport, ReportedStep } from '../../report/plan-report.ts';
import type { Prepared } from '../prepare.ts';
import { orphansOf } from './plan-document.ts';

/** A plan as people read it, with the text that each step replaces. */
export function reportPlan(
  plan: Plan,
  prepared: Prepared,
  site: Site,
  tags: readonly TagNote[] | null,
): PlanReport {
  const url = (post: PostRef | null) => post && site.urlOf(post);
  const orphaned = orphansOf(prepared);
  return {
    destination: site.destination,
    account: prepared.account,
    digest: plan.digest,
    steps: plan.steps.map((change) => reportStep(change, url(change.post))),
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
    orphaned: orphaned.map(({ source, post, unread }) => ({
      source,
      url: site.urlOf(post),
      unread,
    })),
    waiting: plan.waiting.length,
    unchanged: plan.unchanged.length,
    people: prepared.people,
    tags: tags ?? [],
    // What is told of an orphan stands there.
    findings: prepared.findings.filter((each) => orphaned.every(({ unread }) => unread !== each)),
  };
}

function reportStep(
  { step, source, shown, overwrites }: Plan['steps'][number],
  url: string | null,
): ReportedStep {
  // An adopted post is not written: its text stays, and there is no change to show.
  const before = step.action === 'adopt' ? step.content : shown;
  const { action, reason = null, content: after } = step;
  return { action, source, url, reason, overwrites, before, after };
}
