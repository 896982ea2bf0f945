import { withNames } from '../../composing/named-holes.ts';
import type { Plan } from '../../planning/assemble.ts';
import { originPage, type ForgeAddresses } from '../../model/forge-addresses.ts';
import type { PostRef } from '../../model/post.ts';
import { makesPost } from '../../planning/link-order.ts';
import type { TagNote } from '../../report/people-lines.ts';
import type { PlanReport, ReportedStep } from '../../report/plan-report.ts';
import type { Context } from '../context.ts';
import type { Prepared } from '../prepare.ts';
import { orphansOf, skippedIn } from './plan-document.ts';
import { stepLinks } from './step-links.ts';
import { stepPictures } from './step-pictures.ts';

/** A plan as people read it, with the text that each step replaces. */
export function reportPlan(
  plan: Plan,
  prepared: Prepared,
  { site, tree, pages }: Pick<Context, 'site' | 'tree' | 'pages'>,
  tags: readonly TagNote[] | null,
): PlanReport {
  const url = (post: PostRef | null) => post && site.urlOf(post);
  const orphaned = orphansOf(prepared);
  const made = new Set(plan.steps.filter(makesPost).map(({ source }) => source));
  return {
    destination: site.destination,
    account: prepared.account,
    commit: commitOf(tree.id, pages),
    digest: plan.digest,
    steps: plan.steps.map((change) => ({
      ...reportStep(change, url(change.post), prepared, made),
      ...pageOfStep(change, pages),
    })),
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
    unreleased: prepared.unreleased ?? 0,
    unchanged: plan.unchanged.length - skippedIn(plan, prepared),
    skipped: skippedIn(plan, prepared),
    people: prepared.people,
    tags: tags ?? [],
    // What is told of an orphan stands there.
    findings: prepared.findings.filter((each) => orphaned.every(({ unread }) => unread !== each)),
  };
}

function commitOf(id: string, pages: ForgeAddresses | null): NonNullable<PlanReport['commit']> {
  return { id, page: pages && `${pages.repository}${pages.commit}${id}` };
}

function pageOfStep(
  { composedFrom: { provenance } }: Plan['steps'][number],
  pages: ForgeAddresses | null,
): Pick<ReportedStep, 'page'> {
  return pages && provenance ? { page: originPage(pages, provenance) } : {};
}

function reportStep(
  change: Plan['steps'][number],
  url: string | null,
  prepared: Prepared,
  made: ReadonlySet<string>,
): ReportedStep {
  const { step, source, shown, overwrites } = change;
  // An adopted post is not written: its text stays, and there is no change to show.
  const before = step.action === 'adopt' ? step.content : shown;
  const { action, reason = null, content } = step;
  const pictures = stepPictures(change, prepared);
  const links = stepLinks(change).map((link) =>
    link.url === null && made.has(link.source) ? { ...link, isMade: true } : link,
  );
  return {
    action,
    source,
    url,
    reason,
    overwrites,
    ...(pictures.length > 0 && { pictures }),
    ...(links.length > 0 && { links }),
    before: before && withNames(before),
    after: withNames(content),
  };
}
