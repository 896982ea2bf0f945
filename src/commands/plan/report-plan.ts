import { withNames } from '../../composing/named-holes.ts';
import type { Plan } from '../../planning/assemble.ts';
import {
  historyPage,
  originPage,
  pagesAt,
  type ForgeAddresses,
} from '../../model/forge-addresses.ts';
import type { PostContent, PostRef } from '../../model/post.ts';
import { changeNumber, provenanceText } from '../../model/provenance.ts';
import { makesPost } from '../../planning/link-order.ts';
import type { TagNote } from '../../report/people-lines.ts';
import type { PlanReport, ReportedStep, Rewritten } from '../../report/plan-report.ts';
import type { Context } from '../context.ts';
import type { Prepared } from '../prepare.ts';
import { waysOut } from '../resolve/resolutions.ts';
import { orphansOf, skippedIn } from './plan-document.ts';
import { renderedPost } from './rendered-post.ts';
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
  const all = orphansOf(prepared);
  // What nearly is a mark is told until it is one, or none.
  const orphaned = all.filter(({ unread, isKnown }) => unread !== null || !isKnown);
  const made = new Set(plan.steps.filter(makesPost).map(({ source }) => source));
  return {
    destination: site.destination,
    account: prepared.account,
    commit: commitOf(tree.id, pages),
    digest: plan.digest,
    steps: plan.steps.map((change) => ({
      ...reportStep(change, url(change.post), prepared, made),
      ...originOfStep(change, prepared, pages && pagesAt(pages, tree.id)),
    })),
    held: plan.held.map((held) => {
      const { source, post, reason, message, remedy, conflicts } = held;
      return { source, url: url(post), reason, message, remedy, conflicts, ways: waysOut(held) };
    }),
    edited: plan.unchanged.flatMap(({ source, post, edited }) =>
      edited && post ? [{ source, url: site.urlOf(post) }] : [],
    ),
    orphaned: orphaned.map(({ source, post, unread }) => ({
      source,
      url: site.urlOf(post),
      unread,
    })),
    goneBefore: all.length - orphaned.length,
    waiting: plan.waiting.length,
    waits: plan.waiting.map(({ source, step: { action } }) => ({ source, action })),
    unreleased: prepared.unreleased ?? 0,
    unchanged: plan.unchanged.length - skippedIn(plan, prepared),
    skipped: skippedIn(plan, prepared),
    people: prepared.people,
    tags: tags ?? [],
    // What is told of an orphan stands there.
    findings: prepared.findings.filter((each) => orphaned.every(({ unread }) => unread !== each)),
    settled: settledIn(plan, prepared),
  };
}

function commitOf(id: string, pages: ForgeAddresses | null): NonNullable<PlanReport['commit']> {
  return { id, page: pages && `${pages.repository}${pages.commit}${id}` };
}

/** What a step comes from, and who wrote that, as far as it is known. */
function originOfStep(
  { source, composed, composedFrom: { provenance } }: Plan['steps'][number],
  { drafts }: Pick<Prepared, 'drafts'>,
  pages: ForgeAddresses | null,
): Pick<ReportedStep, 'page' | 'history' | 'pull' | 'author' | 'rewritten'> {
  const draft = drafts.get(source);
  const history = pages && provenance && historyPage(pages, provenance);
  const rewritten = draft ? rewrittenIn(draft, withNames(composed)) : [];
  return {
    ...(pages && provenance && { page: originPage(pages, provenance) }),
    ...(history && { history }),
    ...(provenance && changeNumber(provenance).length > 0 && { pull: provenanceText(provenance) }),
    ...(draft?.author !== undefined && {
      author: { login: draft.author, page: pages && `${pages.server}/${draft.author}` },
    }),
    ...(rewritten.length > 0 && { rewritten }),
  };
}

/** A new post with addresses, to be rendered: what has none yet gets one that leads nowhere. */
function lookOf(
  { content, uses = {} }: Plan['steps'][number]['step'],
  { pictures }: Pick<Prepared, 'pictures'>,
  made: ReadonlySet<string>,
): NonNullable<ReportedStep['look']> {
  const addressOf = (target: string) => (Object.hasOwn(uses, target) ? uses[target] : undefined);
  const { body, answer } = renderedPost(content, { addressOf, made, pictures });
  return { body, answer };
}

/** The texts that do not say on the site what they say in the source. */
function rewrittenIn(
  draft: { readonly body: string; readonly answer: string | null },
  composed: PostContent,
): Rewritten[] {
  const both = [
    ['body', draft.body, composed.body],
    ['accepted answer', draft.answer, composed.kind === 'question' ? composed.answer : null],
  ] as const;
  return both.flatMap(([name, source, post]) =>
    source === null || post === null || source.trim() === post.trim()
      ? []
      : [{ name, source, post }],
  );
}

/** The sources that the plan leaves as they are although something was found of them. */
function settledIn({ unchanged }: Plan, { findings, changes }: Prepared): string[] {
  const settled = new Set(unchanged.map(({ source }) => source));
  const known = new Set(changes.changes.map(({ source }) => source));
  const origins = Map.groupBy(changes.changes, (change) => {
    const provenance =
      change.outcome === 'unchanged' ? change.record.provenance : change.composedFrom.provenance;
    return provenance ? provenanceText(provenance) : '';
  });
  const isSettled = ({ source, severity, provenance }: Prepared['findings'][number]) => {
    if (severity === 'error' || known.has(source)) return settled.has(source);
    const all = origins.get(provenanceText(provenance)) ?? [];
    return all.length > 0 && all.every((change) => settled.has(change.source));
  };
  return [...new Set(findings.filter(isSettled).map(({ source }) => source))];
}

function reportStep(
  change: Plan['steps'][number],
  url: string | null,
  prepared: Prepared,
  made: ReadonlySet<string>,
): ReportedStep {
  const { step, source, shown, overwrites, adopts } = change;
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
    ...(adopts && { adopts }),
    ...(pictures.length > 0 && { pictures }),
    ...(links.length > 0 && { links }),
    before: before && withNames(before),
    after: withNames(content),
    ...(action === 'create' && content.holes && { look: lookOf(step, prepared, made) }),
  };
}
