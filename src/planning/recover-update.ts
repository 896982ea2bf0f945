import { digestOf } from '../model/digest.ts';
import { baseOf } from '../model/post.ts';
import { sameJson } from '../model/same-json.ts';
import { comparePost } from './compare.ts';
import { asIntended, asWritten, filledOf } from './known-addresses.ts';
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
  // A text that was not seen on the site before may be spelled there in a way of its own.
  let filled = { ...filledOf(state, record), ...intent.filled };
  const normalizations = possibleNormalizations(record.normalizations).find((rules) => {
    const addresses = asIntended(state, record);
    const compared = comparePost(intended, post, state.encodings, rules, addresses);
    if (compared.state === 'same') ({ filled } = compared);
    return compared.state === 'same';
  });
  if (!normalizations) {
    if (!base) return state;
    const { encodings } = state;
    const addresses = asWritten(state, record);
    const compared = comparePost(base, post, encodings, record.normalizations, addresses);
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
      filled,
      intent: null,
    },
  };
}
