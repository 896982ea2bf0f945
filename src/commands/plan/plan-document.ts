import type { Account } from '../../model/destination.ts';
import type { Finding } from '../../model/finding.ts';
import type { Named, NamedPeople } from '../../model/named.ts';
import type { PostContent, PostRef } from '../../model/post.ts';
import { actions, stepDigest } from '../../model/plan.ts';
import { provenanceText } from '../../model/provenance.ts';
import type { Plan } from '../../planning/assemble.ts';
import type { PlannedChange } from '../../planning/planned-change.ts';
import type { RequestCount, Site } from '../../ports/site.ts';
import type { PlanDocument } from '../../report/documents/plan.ts';
import type { TagNote } from '../../report/people-lines.ts';
import type { Context } from '../context.ts';
import { findingDocument } from '../finding-document.ts';
import type { Prepared } from '../prepare.ts';
import { stepLinks } from './step-links.ts';
import { stepPictures } from './step-pictures.ts';

type StepDocument = PlanDocument['steps'][number];

/** A post as the JSON documents have it: with the address that a reader can open. */
export function postDocument(post: PostRef | null, site: Site): StepDocument['post'] {
  return post && { ...post, url: site.urlOf(post) };
}

/** Where posts go, and who posts. */
export function destinationDocument(
  site: Site,
  { id, name }: Account,
): PlanDocument['destination'] {
  return { ...site.destination, account: { id, name } };
}

/** How many requests were sent. The questions about an approval go to the forge too. */
export function requestsDocument(
  { site, forge, configRequests }: Pick<Context, 'site' | 'forge' | 'configRequests'>,
  approval: RequestCount = none,
): PlanDocument['requests'] {
  const { total, writes } = site.requests;
  const asked = [forge?.requests ?? none, configRequests, approval];
  const sum = (key: keyof RequestCount) => asked.reduce((all, each) => all + each[key], 0);
  return { site: { total, writes }, forge: { total: sum('total'), writes: sum('writes') } };
}

const none: RequestCount = { total: 0, writes: 0 };

/** A change as the JSON documents have it. */
export function changeDocument(
  change: PlannedChange,
  site: Site,
  prepared: Pick<Prepared, 'people' | 'pictures'>,
): StepDocument {
  const shared = {
    source: change.source,
    kind: change.kind,
    title: change.title,
    post: postDocument(change.post, site),
    digest: null,
    reason: null,
    overwrites: null,
    editors: null,
    detail: null,
  };
  switch (change.outcome) {
    case 'step': {
      const pictures = stepPictures(change, prepared);
      const linksTo = stepLinks(change);
      return {
        ...shared,
        action: change.step.action,
        digest: stepDigest(change.step),
        reason: change.step.reason ?? null,
        overwrites: change.overwrites && {
          ...change.overwrites,
          at: new Date(change.overwrites.at).toISOString(),
        },
        ...(change.adopts && {
          adopts: { ...change.adopts, at: new Date(change.adopts.at).toISOString() },
        }),
        editors: editorsDocument(change.step.content, prepared.people),
        ...(pictures.length > 0 && {
          images: pictures.map(({ size, ...picture }) => ({ ...picture, bytes: size })),
        }),
        ...(change.links && { links: true as const }),
        ...(linksTo.length > 0 && { linksTo: [...linksTo] }),
      };
    }
    case 'held': {
      const { reason, message, remedy } = change;
      return { ...shared, action: 'held', reason, detail: { message, remedy } };
    }
    case 'unchanged':
      return { ...shared, action: 'unchanged' };
  }
}

function editorsDocument(content: PostContent, people: NamedPeople): StepDocument['editors'] {
  if (content.kind !== 'article' || !content.permissions) return null;
  const { editableBy: by, users, groups } = content.permissions;
  const named = (ids: readonly number[], known: readonly Named[]) =>
    ids.map((id) => ({ id, name: known.find((each) => each.id === id)?.name ?? null }));
  return { by, users: named(users, people.users), groups: named(groups, people.groups) };
}

/** How often each of the names was taken. */
export function countOf<Name extends string>(
  names: readonly Name[],
  taken: readonly string[],
): Readonly<Record<Name, number>> {
  const counts = names.map((name) => [name, taken.filter((each) => each === name).length]);
  return Object.fromEntries(counts) as Record<Name, number>;
}

/**
 * The posts whose source is not there any more, what is wrong with its mark where it has one, and whether
 * an earlier plan told so.
 */
export function orphansOf({ changes, findings, before }: Prepared): readonly {
  readonly source: string;
  readonly post: PostRef;
  readonly unread: Finding | null;
  readonly isKnown: boolean;
}[] {
  const marks = findings.filter(({ rule }) => rule === 'mark-not-read');
  const byOrigin = new Map(marks.map((each) => [provenanceText(each.provenance), each]));
  return changes.orphaned.map(({ source, post }) => {
    const { provenance, settings = null } = before.records[source] ?? {};
    return {
      source,
      post,
      unread: (provenance && byOrigin.get(provenanceText(provenance))) ?? null,
      isKnown: settings === null,
    };
  });
}

/** As in the plan itself, these come last. */
function isLinksAlone(change: PlannedChange): boolean {
  return change.outcome === 'step' && change.links;
}

/** How many sources of a plan say what a person decided not to publish. */
export function skippedIn({ unchanged }: Plan, { changes: { skipped } }: Prepared): number {
  return unchanged.filter(({ source }) => skipped.has(source)).length;
}

/** The document of `plan --json`. */
export function planDocument(
  plan: Plan,
  prepared: Prepared,
  context: Pick<Context, 'site' | 'forge' | 'configRequests'>,
  told: { readonly tags: readonly TagNote[] | null; readonly verbose: boolean },
): PlanDocument {
  const { site } = context;
  const { changes } = prepared.changes;
  const waits = new Set<PlannedChange>(plan.waiting);
  const linked = ({ source, post }: Pick<PlannedChange, 'source' | 'post'>) => ({
    source,
    post: postDocument(post, site),
  });
  return {
    schema: 1,
    command: 'plan',
    digest: plan.digest,
    destination: destinationDocument(site, prepared.account),
    counts: {
      ...countOf(
        actions,
        plan.steps.map(({ step }) => step.action),
      ),
      unchanged: plan.unchanged.length - skippedIn(plan, prepared),
      held: plan.held.length,
      waiting: plan.waiting.length,
      skipped: skippedIn(plan, prepared),
      ...(prepared.unreleased !== null && { unreleased: prepared.unreleased }),
    },
    steps: changes
      .filter((change) => !waits.has(change) && (told.verbose || change.outcome !== 'unchanged'))
      .toSorted((a, b) => Number(isLinksAlone(a)) - Number(isLinksAlone(b)))
      .map((change) => changeDocument(change, site, prepared)),
    orphaned: orphansOf(prepared).map(({ source, post, unread }) => ({
      ...linked({ source, post }),
      reason: unread ? 'mark' : 'gone',
    })),
    edited: plan.unchanged.filter(({ edited }) => edited).map(linked),
    tags: told.tags,
    findings: prepared.findings.map(findingDocument),
    requests: requestsDocument(context),
  };
}
