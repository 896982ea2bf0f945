import { digestOf } from '../model/digest.ts';
import type { LedgerRecord } from '../model/ledger.ts';
import { baseOf, withAnswerOf, type PostContent } from '../model/post.ts';
import { sameJson } from '../model/same-json.ts';
import { comparePost, learnedFor } from './compare.ts';
import { asIntended, asWritten, filledOf } from './known-addresses.ts';
import { writtenAddresses } from './hole-addresses.ts';
import { mergeContents } from './merge.ts';
import { possibleNormalizations } from './normalizations.ts';
import type { SourceState } from './source-state.ts';

/**
 * Looks whether a change that no run could record has arrived: the post shows the intended text, or
 * this text with a person's edits. Then it is the base, so that our own words are never taken for an
 * edit of the site. So is the half of it, where the run stopped between a question and its answer; the
 * record stays at its own base then. Else the state stays as it is.
 */
export function recoverUpdate(state: SourceState): SourceState {
  const { record, intended, seen, base } = state;
  const intent = record?.intent;
  if (!record || !intent || !intended || seen.state !== 'read') return state;
  if (intent.action === 'create' || intended.kind !== record.kind) return state;
  if (digestOf(intended) === record.base && showsAsWritten(intended, state, record)) return state;

  const { post } = seen;
  const arrived = arrival(intended, state, record);
  if (arrived)
    return {
      ...state,
      base: intended,
      record: {
        ...record,
        ...arrived,
        // Of an Article, that was its second write.
        complete: record.complete || record.kind === 'article',
        version: record.version + 1,
        // What the source was then is not known: it is read again.
        revision: null,
        ...baseOf(intended),
        step: intent.step,
        plan: intent.plan,
        activity: post.activity,
        intent: null,
      },
    };
  // The question is written first.
  if (base?.kind !== 'question' || intended.kind !== 'question') return state;
  const half = withAnswerOf(intended, base);
  const shownHalf = sameJson(half, base) ? null : arrival(half, state, record);
  if (!shownHalf) return state;
  const { normalizations } = shownHalf;
  return { ...state, base: half, isHalf: true, record: { ...record, normalizations } };
}

/** Whether a post still has the addresses that were last written. */
function showsAsWritten(
  written: PostContent,
  { seen, encodings }: SourceState,
  { filled, normalizations }: LedgerRecord,
): boolean {
  if (seen.state !== 'read') return false;
  const addresses = writtenAddresses(filled);
  return comparePost(written, seen.post, encodings, normalizations, addresses).state === 'same';
}

/** How the post shows what was written, and whether a person edited it since; null where it does not. */
function arrival(
  written: PostContent,
  state: SourceState,
  record: LedgerRecord,
): Pick<LedgerRecord, 'normalizations' | 'edited' | 'filled'> | null {
  const { base, seen, encodings } = state;
  if (seen.state !== 'read') return null;
  const known = record.normalizations;
  // A text that was not seen on the site before may be spelled there in a way of its own.
  for (const normalizations of possibleNormalizations(learnedFor(written, base, known))) {
    const addresses = asIntended(state, record);
    const compared = comparePost(written, seen.post, encodings, normalizations, addresses);
    if (compared.state === 'same')
      return { normalizations, edited: false, filled: compared.filled };
  }
  // Where only addresses are new, these tell it: the merge of both sides is always what is there.
  if (!base || sameJson(base, written)) return null;
  const compared = comparePost(base, seen.post, encodings, known, asWritten(state, record));
  if (compared.state !== 'different') return null;
  const merge = mergeContents(base, written, compared.theirs);
  const isIn = merge.clean && sameJson(merge.content, compared.theirs);
  const filled = { ...filledOf(state, record), ...record.intent?.filled };
  return isIn ? { normalizations: known, edited: true, filled } : null;
}
