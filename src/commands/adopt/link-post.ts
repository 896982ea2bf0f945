import { digestOf } from '../../model/digest.ts';
import type { Decision } from '../../approval/decision.ts';
import { Fault } from '../../model/error.ts';
import {
  blankRecord,
  copyOfRecords,
  withClaimed,
  withoutBroken,
  type LedgerIndex,
  type LedgerRecord,
} from '../../model/ledger.ts';
import { lastTouched } from '../../planning/words-of-others.ts';
import { readCandidate } from '../../planning/look.ts';
import type { PlannedChange } from '../../planning/planned-change.ts';
import type { AdoptDocument } from '../../report/documents/adopt.ts';
import type { Context } from '../context.ts';
import { wholePlan } from '../planning-options.ts';
import { postDocument, requestsDocument } from '../plan/plan-document.ts';
import { prepare, changeOf } from '../prepare.ts';

/**
 * Links an existing post to a source. Changes the ledger, never the post: where their texts differ,
 * the next plan holds the source until somebody says which of the two is right.
 */
export async function linkPost(
  context: Context,
  options: { readonly source: string; readonly url: string; readonly decision: Decision },
): Promise<AdoptDocument> {
  const { source, url, decision } = options;
  const { site, ledger } = context;
  const ref = site.refOf(url);
  if (!ref)
    throw refused(
      `the address is none of a post of ${site.destination.site}`,
      "Copy the address from the browser, or from the post's share link.",
    );
  const { changes, snapshot, account, findings } = await prepare(context, wholePlan);
  const change = changeOf(source, { ...changes, findings });
  const before = snapshot.index.records[source] ?? null;
  const composedFrom = change.outcome === 'unchanged' ? change.record : change.composedFrom;
  requireFree(change, before);
  if (change.kind !== ref.kind)
    throw refused(
      `the source is of the kind ${change.kind}, and the post is of the kind ${ref.kind}`,
      'Name a post of the same kind.',
    );
  const claims = (records: LedgerIndex['records']) =>
    Object.entries(records).filter(
      ([key, record]) => key !== source && record.kind === ref.kind && record.post?.id === ref.id,
    );
  const present = new Set([...changes.changes, ...findings].map((each) => each.source));
  const refuseClaims = (records: LedgerIndex['records']) => {
    for (const [key, { forgotten }] of claims(records))
      if (present.has(key) && !forgotten)
        throw refused(
          `the post already belongs to ${key}`,
          `Run \`resolve ${key} forget\` first, or name another post.`,
        );
  };
  refuseClaims(snapshot.index.records);
  // A question is adopted with the answer that our account gave it.
  const post =
    ref.answer === undefined ? await readCandidate(site, ref, account.id) : await site.read(ref);
  if (!post) throw refused('the post does not exist, or was deleted', 'Name a post that exists.');
  await decision.requireCurrent({
    madeFrom: composedFrom,
    activity: async () => lastTouched(post),
  });

  await ledger.update((index) => {
    if (digestOf({ record: index.records[source] ?? null }) !== digestOf({ record: before }))
      throw new Fault(
        'ledger',
        'ledger-busy',
        `Cannot adopt for ${source}: another run changed its record meanwhile.`,
        { remedy: 'Run `stack-publish status`, and adopt again if it still has no post.' },
      );
    refuseClaims(index.records);
    const records = copyOfRecords(index.records);
    // A source that is gone gives its post up; a forgotten one stays forgotten, without it.
    for (const [key, record] of claims(records))
      if (present.has(key)) records[key] = { ...record, ...withoutPost };
      else delete records[key];
    records[source] = {
      ...(index.records[source] ?? blankRecord({ ...change, ...composedFrom })),
      kind: ref.kind,
      post: post.ref,
      complete: true,
      // Read again by the next plan, whatever was known of the source.
      revision: null,
      base: null,
      text: null,
      postedBy: null,
      activity: post.activity,
      edited: false,
      unsettled: null,
      normalizations: [],
      gone: false,
      otherOwner: post.owner?.id !== account.id,
      forgotten: false,
      resolution: null,
      intent: null,
      filled: {},
    };
    const isNew = claims(index.records).length === 0 && post.owner?.id === account.id;
    const { tier, site: address, team } = site.destination;
    return {
      index: {
        ...withoutBroken(index, source),
        destination: { tier, site: address, team },
        cursors: withClaimed(index.cursors, ref.kind, isNew ? 1 : 0),
        records,
      },
    };
  });
  return {
    schema: 1,
    command: 'adopt',
    source,
    resolution: null,
    post: postDocument(post.ref, site),
    requests: requestsDocument(context, decision.requests),
  };
}

/** What a record says that gave its post up. */
const withoutPost = { post: null, complete: false, gone: false, otherOwner: false, intent: null };

/** A source that has a living post keeps it. */
function requireFree(change: PlannedChange, record: LedgerRecord | null): void {
  const held = change.outcome === 'held' ? change : null;
  if (held?.reason === 'in-progress' || held?.reason === 'outcome-unknown')
    throw refused(`a write of ${change.source} may still be under way`, held.remedy);
  if (!record?.post || record.gone || record.forgotten) return;
  if (held?.reason === 'kind-changed' || held?.reason === 'ambiguous') return;
  throw refused(
    `${change.source} already has post ${record.post.id}`,
    `Run \`resolve ${change.source} forget\` first if it should have another.`,
  );
}

function refused(seen: string, remedy: string): Fault<'usage'> {
  return new Fault('usage', 'adopt-refused', `Cannot adopt: ${seen}.`, { remedy });
}
