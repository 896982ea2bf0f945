import { digestOf } from '../model/digest.ts';
import type { Normalization } from '../model/ledger.ts';
import { baseOf, type PostContent } from '../model/post.ts';
import { sameJson } from '../model/same-json.ts';
import { comparePost } from './compare.ts';
import { mergeContents } from './merge.ts';
import { possibleNormalizations } from './normalizations.ts';
import type { SourceState } from './source-state.ts';

/**
 * Looks whether a change that no run could record has arrived: the post shows the intended text, or
 * this text with a person's edits. Then it is the base, so that our own words are never taken for an
 * edit of the site. Else the state stays as it is.
 */
export function recoverUpdate(state: SourceState): SourceState {
  const { record, intended, seen, base } = state;
  const intent = record?.intent;
  if (!record || !intent || !intended || seen.state !== 'read') return state;
  if (intent.action === 'create' || intended.kind !== record.kind) return state;
  if (digestOf(intended) === record.base) return state;

  const { post } = seen;
  const against = (known: PostContent, normalizations: readonly Normalization[]) =>
    comparePost(known, post, state.encodings, normalizations);
  // A text that was not seen on the site before may be spelled there in a way of its own.
  const normalizations = possibleNormalizations(record.normalizations).find(
    (rules) => against(intended, rules).state === 'same',
  );
  if (!normalizations) {
    if (!base) return state;
    const compared = against(base, record.normalizations);
    if (compared.state !== 'different') return state;
    const merge = mergeContents(base, intended, compared.theirs);
    const arrived = merge.clean && sameJson(merge.content, compared.theirs);
    if (!arrived) return state;
  }
  return {
    ...state,
    base: intended,
    record: {
      ...record,
      version: record.version + 1,
      // What the source was then is not known: it is read again.
      revision: null,
      ...baseOf(intended),
      step: intent.step,
      plan: intent.plan,
      activity: post.activity,
      edited: !normalizations,
      normalizations: normalizations ?? record.normalizations,
      intent: null,
    },
  };
}
