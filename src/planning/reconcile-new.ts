import type { Intent, LedgerRecord } from '../model/ledger.ts';
import { stepDigest } from '../model/plan.ts';
import { withoutAnswer, type Hole, type PostContent, type PostRef } from '../model/post.ts';
import { sameJson } from '../model/same-json.ts';
import { visibleText } from '../model/visible-text.ts';
import type { SitePost } from '../ports/site.ts';
import { comparePost, verifyWrite } from './compare.ts';
import { viewField } from './encoding.ts';
import { filledAsRead } from './hole-addresses.ts';
import { foundDeleted, holder, stillPending } from './hold.ts';
import { asAny } from './known-addresses.ts';
import { anyNormalization } from './normalizations.ts';
import { createStep, plannedStep, type PlannedChange, type PlannedStep } from './planned-change.ts';
import { resumeQuestion } from './resume-question.ts';
import type { Orphan, SourceState } from './source-state.ts';
import { clockGrain } from './survey.ts';
import { lastTouched, wordsIn, wordsOfOthers } from './words-of-others.ts';

/** A source without a post: a renamed one, one whose record was lost, or a new one. */
export function reconcileNew(state: SourceState, ours: PostContent): PlannedChange {
  const hold = holder(state, ours.title, null);
  const ambiguous = (what: string) =>
    hold(
      'ambiguous',
      `${what}; which of them it is cannot be told.`,
      'Run `adopt SOURCE URL` with the address of the right post.',
    );

  const unposted = state.orphans.filter((each) => !each.record.post);
  const reworded = (orphans: readonly Orphan[]) =>
    orphans.filter(({ base }) => base && isReworded(ours, base));
  for (const { record } of [...renamedFrom(ours, unposted), ...reworded(unposted)]) {
    const pending = stillPending(state, record.intent, hold);
    if (pending) return pending;
  }
  const posted = state.orphans.filter((each) => each.record.post);
  const [orphan, ...others] = renamedFrom(ours, posted);
  if (others.length > 0) return ambiguous('Several posts of sources that are gone have its text');
  if (orphan?.gone)
    return holder(state, ours.title, orphan.record.post)(
      'deleted',
      `Its post, which it had as ${orphan.source}, was deleted on the site.`,
      'Run `resolve SOURCE recreate` to post it again, or `resolve SOURCE forget` to leave it deleted.',
      { record: foundDeleted(orphan.record), renamedFrom: orphan.source },
    );
  if (orphan?.record.post && orphan.base === null)
    return hold(
      'ambiguous',
      `It has the title of ${orphan.source}, which is gone, and was linked to a post without being compared.`,
      `Run \`adopt SOURCE ${state.urlOf(orphan.record.post)}\` if it is the same.`,
    );
  const [before = null] = [
    ...reworded(posted).map(({ source, record }) => ({ source, post: record.post })),
    ...reworded(unposted).flatMap((from) =>
      postsBegunFor(from, state).map(({ ref }) => ({ source: from.source, post: ref })),
    ),
  ];
  if (!orphan && before)
    return hold(
      'ambiguous',
      `It has the answer of ${before.source}, whose heading is gone: a reworded question, or another one.`,
      `Pin the id: put the old heading back with a line \`<!-- stack-publish-id: NAME -->\` under it, publish, and reword it then. Or run \`adopt SOURCE ${before.post ? state.urlOf(before.post) : 'URL'}\`.`,
    );
  if (orphan?.record.post && orphan.base)
    return adoptStep(state, ours, orphan.record.post, orphan.base, orphan);

  const [follow, ...rivals] = renamedFrom(ours, unposted).flatMap((from) =>
    postsMadeFor(from, state).map((post) => ({ from, post })),
  );
  if (rivals.length > 0) return ambiguous('Several posts of sources that are gone have its text');
  const intendedText = follow?.from.base;
  if (intendedText) {
    const { from, post } = follow;
    const change = adoptStep(state, ours, post.ref, intendedText, from);
    return { ...change, step: { ...change.step, version: from.record.version + 1 } };
  }

  const equal = state.candidates.filter((post) => showsText(ours, post, state));
  if (equal.length > 1) return ambiguous('Several posts of our account have its title and text');
  if (equal[0]) return adoptStep(state, ours, equal[0].ref, ours, null);

  return adoptTitled(state, ours) ?? createUnlessTaken(state, ours);
}

/** Links the one post of the site that has the title, whoever wrote it; null: there is none. */
function adoptTitled(state: SourceState, ours: PostContent): PlannedChange | null {
  if (!state.adopting) return null;
  const { titled, approved, isShared } = state.adopting;
  const steps = [...state.candidates, ...titled]
    .filter((post) => showsTitle(ours, post, state))
    .map((post) => adoptByTitle(state, ours, post));
  // What was approved names its post.
  if (approved) return steps.find(({ step }) => stepDigest(step) === approved) ?? null;
  const [step, ...others] = steps;
  if (!step) return null;
  if (others.length === 0 && !isShared) return step;
  const posts = steps.slice(0, mostNamed).map(({ post }) => post && state.urlOf(post));
  const more = steps.length > mostNamed ? ` and ${steps.length - mostNamed} more` : '';
  return holder(state, ours.title, null)(
    'ambiguous',
    others.length > 0
      ? `Several posts have its title: ${posts.join(', ')}${more}.`
      : `Several sources have its title, which one post has: ${posts.join()}.`,
    'Run `adopt SOURCE URL` with the address of the right post, or write another title. Else a plan has a new post for it.',
    { isProposal: true },
  );
}

/** So many posts of one title are named. */
const mostNamed = 10;

function adoptByTitle(state: SourceState, ours: PostContent, post: SitePost): PlannedStep {
  return plannedStep(state, 'adopt', post.ref, ours, {
    reason: 'title-taken',
    adopts: {
      ...wordsIn(post, post),
      agrees: showsText(ours, post, state),
      locked: !post.editable,
    },
    // What it says is compared with the post by the next plan.
    composedFrom: { ...state.composedFrom, revision: null },
  });
}

/** A new post, or a question to a person where there is one with its title. */
function createUnlessTaken(state: SourceState, ours: PostContent): PlannedChange {
  const resolution = state.record?.resolution;
  // Of several, the one that was touched last: so it does not depend on how they were found.
  const [taken] = state.candidates
    .filter((post) => showsTitle(ours, post, state))
    .sort((a, b) => b.activity - a.activity || b.id - a.id);
  if (!taken) return createStep(state, ours);
  const allTheSame = resolution?.kind === 'source' && resolution.activity === lastTouched(taken);
  if (allTheSame) return plannedStep(state, 'create', null, ours, { reason: 'title-taken' });
  return holder(state, ours.title, null)(
    'title-taken',
    `Our account already has a post with its title: ${taken.url}`,
    'Give the source another title, or run `adopt SOURCE URL` to link that post, or `resolve SOURCE source` to post it all the same.',
    { current: taken },
  );
}

/** Articles that a source, which is gone by now, was being written to. */
function postsMadeFor({ record: { intent }, base }: Orphan, state: SourceState): SitePost[] {
  if (!intent || base?.kind !== 'article') return [];
  return state.candidates.filter(
    (post) => post.created >= intent.at - clockGrain && showsText(base, post, state),
  );
}

/** Questions that a source, which is gone by now, was being written to; not all of them may be whole. */
function postsBegunFor({ record: { intent }, base }: Orphan, state: SourceState): SitePost[] {
  if (!intent || base?.kind !== 'question') return [];
  return state.candidates.filter(
    (post) =>
      post.created >= intent.at - clockGrain &&
      showsText(post.answer ? base : withoutAnswer(base), post, state),
  );
}

/** A create whose outcome no run has recorded: found, still possible, or to be done again. */
export function recoverCreate(
  state: SourceState,
  record: LedgerRecord,
  intent: Intent,
  ours: PostContent,
): PlannedChange {
  const hold = holder(state, ours.title, null);
  const intended = state.intended ?? ours;
  const since = state.candidates.filter((post) => post.created >= intent.at - clockGrain);
  const [written, ...others] = since.filter((post) =>
    showsText(post.answer ? intended : withoutAnswer(intended), post, state),
  );
  if (others.length > 0)
    return hold(
      'ambiguous',
      'Several posts of our account have its title and text, made since a write that got no answer.',
      'Run `adopt SOURCE URL` with the address of the right post.',
    );
  if (!written)
    return (
      stillPending(state, intent, hold) ??
      // Posted again by a person's word: only what came since then may be its new post.
      (record.post
        ? createUnlessTaken({ ...state, candidates: since }, ours)
        : reconcileNew(state, ours))
    );
  // A question found so is only begun: its answer and the acceptance are still to come.
  if (intended.kind === 'question') {
    const { ref, activity } = written;
    const whole = written.answer ? intended : withoutAnswer(intended);
    const read = { body: written.body, answer: written.answer?.body ?? '' };
    const { content: sent } = filledAsRead(whole, read, anyNormalization, asAny(state));
    const areOurs = wordsOfOthers(written, ['tags'], state.account) === null;
    const begun: LedgerRecord = {
      ...record,
      kind: intended.kind,
      post: ref,
      complete: false,
      activity,
      // As the run would have learned it that could not record it.
      normalizations: verifyWrite(sent, written, state.encodings).normalizations.filter(
        (rule) => rule !== 'tag-replaced' || areOurs,
      ),
    };
    const seen = { state: 'read', post: written } as const;
    return resumeQuestion({ ...state, record: begun, seen }, begun, ref, ours);
  }
  const change = adoptStep(state, ours, written.ref, intended, null);
  // The post was written once, by the run that could not record it.
  return { ...change, step: { ...change.step, version: record.version + 1 }, record };
}

/** A step that links a post which shows `content`. */
function adoptStep(
  state: SourceState,
  ours: PostContent,
  target: PostRef,
  content: PostContent,
  from: Pick<Orphan, 'source' | 'record' | 'gone'> | null,
): PlannedStep {
  const { composedFrom } = state;
  return plannedStep({ ...state, record: from?.record ?? null }, 'adopt', target, content, {
    kind: ours.kind,
    title: ours.title,
    // Where the post shows an older text, the source must be read again: an update follows.
    composedFrom: sameJson(content, ours) ? composedFrom : { ...composedFrom, revision: null },
    record: from?.record ?? state.record,
    renamedFrom: from?.source ?? null,
    unread: from?.gone === null,
  });
}

/** The sources that are gone and that this one may be: by title, else by text. */
function renamedFrom(ours: PostContent, orphans: readonly Orphan[]): readonly Orphan[] {
  const sameKind = orphans.filter(({ record }) => record.kind === ours.kind);
  const byTitle = sameKind.filter(({ base, intended, record }) =>
    [base?.title ?? record.title, intended?.title].includes(ours.title),
  );
  if (byTitle.length > 0) return byTitle;
  // A question is found by its heading; under another heading the same answer may answer another one.
  return sameKind.filter(({ base, intended }) =>
    [base, intended].some((known) => known?.kind === 'article' && sameText('body', known, ours)),
  );
}

/** Whether a post shows a content's title and text; tags and the rest may differ. */
function showsText(content: PostContent, post: SitePost, state: SourceState): boolean {
  const { encodings } = state;
  const compared = comparePost(content, post, encodings, anyNormalization, asAny(state));
  if (compared.state === 'same') return true;
  return !compared.fields.some(
    (field) => field === 'title' || field === 'body' || field === 'answer',
  );
}

/** Whether a post's title looks like a content's. */
function showsTitle({ title }: PostContent, post: SitePost, { encodings }: SourceState): boolean {
  const view = viewField(post.title, title, encodings.title, anyNormalization);
  return view.state !== 'different' || visibleText(view.text) === visibleText(title);
}

function isReworded(ours: PostContent, base: PostContent): boolean {
  return ours.kind === 'question' && base.kind === 'question' && sameText('answer', ours, base);
}

/** Whether two contents say the same in a field, with the same in its holes. */
function sameText(field: Hole['field'], a: PostContent, b: PostContent): boolean {
  const textOf = (content: PostContent) =>
    field === 'answer' && content.kind === 'question' ? content.answer : content.body;
  const holesOf = ({ holes = [] }: PostContent) => holes.filter((hole) => hole.field === field);
  return textOf(a) === textOf(b) && sameJson(holesOf(a), holesOf(b));
}
