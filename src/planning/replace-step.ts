import type { PostContent, PostRef } from '../model/post.ts';
import type { SitePost } from '../ports/site.ts';
import { comparePost, type Field } from './compare.ts';
import { asPlanned } from './known-addresses.ts';
import { plannedStep, type Expectation, type PlannedStep } from './planned-change.ts';
import type { SourceState } from './source-state.ts';
import { lastTouched, wordsIn, wordsOfOthers } from './words-of-others.ts';

/** What is known of a post that a step replaces. */
interface Replaced {
  readonly current: SitePost;
  /** What it shows, as far as it may be told. */
  readonly shown: PostContent | null;
  /** What it must still show. */
  readonly expected: Expectation;
  /** A person decided that what the site says goes, and it is not our last text. */
  readonly decided: boolean;
}

/**
 * A step that replaces what a post shows by what the source says: an update, or an overwrite where
 * these are somebody else's words. That is a step of its own name, as it never may be overlooked.
 */
export function replaceStep(
  state: SourceState,
  target: PostRef,
  ours: PostContent,
  { current, shown, expected, decided }: Replaced,
): PlannedStep {
  const compared = comparePost(
    ours,
    current,
    state.encodings,
    state.record?.normalizations ?? [],
    asPlanned(state, state.record),
  );
  const differs: readonly Field[] = compared.state === 'same' ? [] : compared.fields;
  const others = wordsOfOthers(current, differs, state.account);
  if (!others && !decided) return plannedStep(state, 'update', target, ours, { shown, expected });
  const part = current.answer && differs.every((field) => field === 'answer');
  const words = others ?? wordsIn(part ? current.answer : current, current);
  const activity = lastTouched(current);
  return plannedStep(state, 'overwrite', target, ours, {
    // Somebody else's words, also where the ledger, which is a claim, has them as our last text.
    shown: state.public ? null : shown,
    expected: { post: current },
    expects: { activity },
    overwrites: words,
  });
}
