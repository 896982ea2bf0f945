import { digestOf } from '../model/digest.ts';
import type { FieldEncodings, Intent, LedgerRecord } from '../model/ledger.ts';
import type { HoldReason } from '../model/plan.ts';
import type { Instant, PostContent, PostRef } from '../model/post.ts';
import type { SitePost } from '../ports/site.ts';
import { comparePost } from './compare.ts';
import { viewField } from './encoding.ts';
import { mergeContents, type Conflict } from './merge.ts';
import type { HeldRow, Row, SourceNote, StepRow, UnchangedRow } from './row.ts';

/** How long a write that got no answer may still be carried out, or be missing in reads. */
export const settleTime = 5 * 60_000;

/** What is known of a record's post. */
export type Seen =
  /** Its activity is the one that the record holds. */
  | { readonly state: 'unmoved' }
  | { readonly state: 'read'; readonly post: SitePost }
  | { readonly state: 'deleted' };

/** A post of our account that no record claims, read because its title fits. */
export interface Candidate {
  readonly post: SitePost;
}

/** Everything that decides what becomes of one source. */
export interface Situation {
  readonly source: string;
  /** What the source says now; null where it was not read because nothing about it changed. */
  readonly ours: PostContent | null;
  readonly note: SourceNote;
  readonly record: LedgerRecord | null;
  /** The text of `record.base`; needed where `ours` differs from it. */
  readonly base: PostContent | null;
  /** For an open intent to create: the content that was about to be sent. */
  readonly intended: PostContent | null;
  readonly seen: Seen;
  readonly candidates: readonly Candidate[];
  /** Records whose source is gone, with their base: the source may have been renamed. */
  readonly orphans: readonly {
    readonly source: string;
    readonly record: LedgerRecord;
    readonly base: PostContent;
  }[];
  /** Whether the run that left the record's intent still runs; null where that cannot be told. */
  readonly running: boolean | null;
}

/** What is the same for all sources of a plan. */
export interface Surroundings {
  readonly encodings: FieldEncodings;
  /** The site's clock. */
  readonly now: Instant;
  /** True where the plan may be read by everyone: then no text of the site may enter it. */
  readonly public: boolean;
  readonly urlOf: (ref: PostRef) => string;
}

/**
 * Decides what becomes of one source: nothing, a step to approve, or a question to a person. Pure;
 * the first rule that applies wins.
 */
export function reconcile(situation: Situation, around: Surroundings): Row {
  const { record, ours } = situation;
  if (record?.intent?.action === 'create' && record.post === null && ours)
    return settleCreate(situation, record, record.intent, ours, around);
  if (record?.post) return reconcileKnown(situation, record, record.post, around);
  if (ours === null) throw new TypeError(`${situation.source} has no record and was not read`);
  return reconcileNew(situation, ours, around);
}

/** A source that has a post. */
function reconcileKnown(
  situation: Situation,
  record: LedgerRecord,
  post: PostRef,
  around: Surroundings,
): Row {
  const { ours, seen } = situation;
  const hold = holder(situation, record.title, post);
  if (ours && ours.kind !== record.kind)
    return hold(
      'kind-changed',
      `The source is ${an(ours.kind)} now, its post is ${an(record.kind)}, and the site cannot turn one into the other.`,
      'Change the source back, or run `resolve SOURCE recreate` for a new post, or `resolve SOURCE forget`.',
    );
  if (seen.state === 'deleted')
    return hold(
      'deleted',
      'Its post was deleted on the site.',
      'Run `resolve SOURCE recreate` to post it again, or `resolve SOURCE forget` to leave it deleted.',
      [],
      { ...record, gone: true },
    );
  const alive: LedgerRecord = record.gone ? { ...record, gone: false } : record;
  const sameSource = ours === null || (record.base !== null && digestOf(ours) === record.base);
  if (sameSource) return keep(situation, alive, post, around);
  return change(situation, alive, post, ours, around);
}

/** Ours = base: the site's readers own whatever differs. */
function keep(
  { source, note, seen, base, ours }: Situation,
  record: LedgerRecord,
  post: PostRef,
  around: Surroundings,
): UnchangedRow {
  let { activity, edited } = record;
  const known = ours ?? base;
  if (seen.state === 'read' && known) {
    edited = comparePost(known, seen.post, around.encodings, record.form).state !== 'same';
    activity = seen.post.activity;
  }
  // The source went back to what it was: an intent to change it lapses once it cannot happen any more.
  const pending = record.intent && around.now - record.intent.at < settleTime;
  const next = { ...record, ...note, activity, edited, intent: pending ? record.intent : null };
  return {
    outcome: 'unchanged',
    source,
    kind: record.kind,
    title: record.title,
    post,
    record: next,
    composed: null,
    edited,
  };
}

/** Ours differs from base. */
function change(
  situation: Situation,
  record: LedgerRecord,
  post: PostRef,
  ours: PostContent,
  around: Surroundings,
): Row {
  const { seen, base, note } = situation;
  const hold = holder(situation, ours.title, post);
  const step = (
    action: 'update' | 'merge',
    content: PostContent,
    expected: PostContent,
  ): StepRow => ({
    outcome: 'step',
    source: situation.source,
    kind: ours.kind,
    title: content.title,
    post,
    step: {
      action,
      source: situation.source,
      target: post,
      base: record.base,
      version: record.version,
      content,
    },
    composed: ours,
    expected,
    note,
    record,
    renamedFrom: null,
  });
  const settled = (edited: boolean, activity: Instant): UnchangedRow => ({
    outcome: 'unchanged',
    source: situation.source,
    kind: ours.kind,
    title: ours.title,
    post,
    edited,
    composed: ours,
    record: {
      ...record,
      ...note,
      ...(record.intent && { step: record.intent.step, plan: record.intent.plan }),
      version: record.intent ? record.version + 1 : record.version,
      base: digestOf(ours),
      title: ours.title,
      activity,
      edited,
      intent: null,
    },
  });

  if (seen.state !== 'read') {
    if (base === null) throw new TypeError(`${situation.source}: its base was not loaded`);
    return step('update', ours, base);
  }
  const current = seen.post;
  const against = (known: PostContent) =>
    comparePost(known, current, around.encodings, record.form);
  if (against(ours).state === 'same') return settled(false, current.activity);
  if (!current.editable)
    return hold(
      'locked',
      'Its post is locked, or our account may not edit it.',
      'Unlock it on the site, or run `resolve SOURCE forget`.',
    );
  if (base === null)
    return hold(
      'no-base',
      'It was linked to a post with another text, and nothing tells which of the two is right.',
      'Run `resolve SOURCE source` to take the source, or `resolve SOURCE site` to keep the post.',
    );
  const compared = against(base);
  if (compared.state === 'different') {
    const merge = mergeContents(base, ours, compared.theirs);
    // Already there: another run's merge, or a person who made the same change.
    if (merge.clean && digestOf(merge.content) === digestOf(compared.theirs))
      return settled(true, current.activity);
  }
  const pending = stillPending(situation, record.intent, around, hold);
  if (pending) return pending;
  if (compared.state === 'same') return step('update', ours, base);
  if (compared.state === 'unclear')
    return hold(
      'encoding',
      `The site shows the ${compared.fields.join(' and the ')} in another encoding than it did before, or somebody wrote encoded text: the two cannot be told apart.`,
      'Open the post and its source; run `resolve SOURCE source` to take the source, or `resolve SOURCE site` to keep the post.',
    );
  if (around.public)
    return hold(
      'public',
      `Somebody edited the ${compared.fields.join(' and the ')} on the site, and a merge would put the site's text into a public place.`,
      `Look at ${around.urlOf(post)}, then run \`resolve SOURCE source\` or \`resolve SOURCE site\`.`,
    );
  const merge = mergeContents(base, ours, compared.theirs);
  if (merge.clean) return step('merge', merge.content, compared.theirs);
  return hold(
    'conflict',
    `Both the source and the site changed the ${merge.conflicts.map((each) => each.field).join(' and the ')}.`,
    "Bring the site's change into the source, or run `resolve SOURCE source` or `resolve SOURCE site`.",
    merge.conflicts,
  );
}

/** A source without a post. */
function reconcileNew(situation: Situation, ours: PostContent, around: Surroundings): Row {
  const { source, orphans, candidates, note } = situation;
  const hold = holder(situation, ours.title, null);
  const ambiguous = (what: string) =>
    hold(
      'ambiguous',
      `${what}; which of them it is cannot be told.`,
      'Run `adopt SOURCE URL` with the address of the right post.',
    );
  const adopt = (
    target: PostRef,
    content: PostContent,
    from: { readonly source: string; readonly record: LedgerRecord } | null,
  ): StepRow => ({
    outcome: 'step',
    source,
    kind: ours.kind,
    title: ours.title,
    post: target,
    step: {
      action: 'adopt',
      source,
      target,
      base: from?.record.base ?? null,
      version: from?.record.version ?? 0,
      content,
    },
    composed: content,
    expected: null,
    // Where the post still shows an older text, the source must be read again: an update follows.
    note: digestOf(content) === digestOf(ours) ? note : { ...note, revision: '' },
    record: from?.record ?? null,
    renamedFrom: from?.source ?? null,
  });

  const sameKind = orphans.filter((orphan) => orphan.record.kind === ours.kind);
  const renamed = [
    sameKind.filter(({ base }) => base.title === ours.title),
    sameKind.filter(({ base }) => base.body === ours.body && answerOf(base) === answerOf(ours)),
  ].find((found) => found.length > 0);
  const [orphan, ...others] = renamed ?? [];
  if (others.length > 0) return ambiguous('Several posts of sources that are gone have its text');
  if (orphan?.record.post) return adopt(orphan.record.post, orphan.base, orphan);

  const equal = candidates.filter(({ post }) => showsText(ours, post, around));
  if (equal.length > 1) return ambiguous('Several posts of our account have its title and text');
  if (equal[0]) return adopt(equal[0].post.ref, ours, null);
  const taken = candidates.find(({ post }) => showsTitle(ours, post, around))?.post;
  if (taken)
    return hold(
      'title-taken',
      `Our account already has a post with its title: ${taken.url}`,
      'Give the source another title, or run `adopt SOURCE URL` to link that post, or `resolve SOURCE source` to post it all the same.',
    );
  return {
    outcome: 'step',
    source,
    kind: ours.kind,
    title: ours.title,
    post: null,
    step: { action: 'create', source, target: null, base: null, version: 0, content: ours },
    composed: ours,
    expected: null,
    note,
    record: situation.record,
    renamedFrom: null,
  };
}

/** A create whose outcome no run has recorded: found, still possible, or to be done again. */
function settleCreate(
  situation: Situation,
  record: LedgerRecord,
  intent: Intent,
  ours: PostContent,
  around: Surroundings,
): Row {
  const intended = situation.intended ?? ours;
  const written = situation.candidates.filter(
    ({ post }) => post.created >= intent.at - clockGrain && showsText(intended, post, around),
  );
  const pending =
    written.length === 0 &&
    stillPending(situation, intent, around, holder(situation, ours.title, null));
  if (pending) return pending;
  const row = reconcileNew(
    written.length > 0 ? { ...situation, candidates: written, orphans: [] } : situation,
    written.length > 0 ? intended : ours,
    around,
  );
  if (row.outcome !== 'step') return row;
  // The post was written once, by the run that could not record it.
  const step = written.length > 0 ? { ...row.step, version: 1 } : row.step;
  return { ...row, step, record };
}

/** Dates in headers have whole seconds. */
const clockGrain = 1000;

/** Holds a source whose last write may still be carried out; null once it may be repeated. */
function stillPending(
  situation: Situation,
  intent: Intent | null,
  around: Surroundings,
  hold: Hold,
): HeldRow | null {
  if (!intent || around.now - intent.at >= settleTime) return null;
  const from = new Date(intent.at + settleTime).toISOString().slice(0, 19);
  return intent.outcome === 'open' && situation.running !== false
    ? hold(
        'in-progress',
        'Another run is about to write it, or stopped in the middle.',
        `Wait for that run; from ${from}Z on, by the site's clock, a new plan settles it.`,
      )
    : hold(
        'outcome-unknown',
        'A write was sent and no answer told what became of it; the post was not found yet.',
        `Plan again from ${from}Z on, by the site's clock.`,
      );
}

/** Whether a post shows a content's title and text; tags and the rest may differ. */
function showsText(content: PostContent, post: SitePost, { encodings }: Surroundings): boolean {
  const compared = comparePost(content, post, encodings, adoptedForm);
  if (compared.state === 'same') return true;
  return !compared.fields.some(
    (field) => field === 'title' || field === 'body' || field === 'answer',
  );
}

function showsTitle(content: PostContent, post: SitePost, { encodings }: Surroundings): boolean {
  return viewField(post.title, content.title, encodings.title, adoptedForm).state !== 'different';
}

/** How a post of ours that was found again may be spelled. */
const adoptedForm = ['crlf', 'final-newline', 'trailing-space'] as const;

function answerOf(content: PostContent): string | null {
  return content.kind === 'question' ? content.answer : null;
}

function an(kind: PostContent['kind']): string {
  return kind === 'article' ? 'an article' : 'a question';
}

type Hold = (
  reason: HoldReason,
  message: string,
  remedy: string,
  conflicts?: readonly Conflict[],
  record?: LedgerRecord,
) => HeldRow;

function holder(situation: Situation, title: string, post: PostRef | null): Hold {
  return (reason, message, remedy, conflicts = [], record = situation.record ?? undefined) => ({
    outcome: 'held',
    source: situation.source,
    kind: situation.ours?.kind ?? situation.record?.kind ?? 'article',
    title,
    post,
    reason,
    message,
    remedy: remedy.replaceAll('SOURCE', situation.source),
    conflicts,
    record: record ?? null,
  });
}
