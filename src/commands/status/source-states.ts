import type { StatusDocument } from '../../report/documents/status.ts';
import type { Context } from '../context.ts';
import { wholePlan } from '../planning-options.ts';
import { postDocument } from '../plan/plan-document.ts';
import { prepare } from '../prepare.ts';

type StatusEntry = StatusDocument['sources'][number];

/** Tells for each source what the next plan would do with it. Writes nothing, not even the ledger. */
export async function sourceStates(
  context: Context,
  options: { readonly full: boolean },
): Promise<StatusDocument> {
  const { site } = context;
  const { changes, snapshot, erroneous } = await prepare(context, {
    ...wholePlan,
    full: options.full,
  });
  const known = changes.changes.map((change): StatusEntry => {
    const shared = { source: change.source, post: postDocument(change.post, site), reason: null };
    switch (change.outcome) {
      case 'unchanged':
        if (change.record.forgotten) return { ...shared, state: 'forgotten' };
        return { ...shared, state: change.edited ? 'edited' : 'unchanged' };
      case 'step':
        return { ...shared, state: change.step.action };
      case 'held':
        return { ...shared, state: 'held', reason: change.reason };
    }
  });
  const entries: StatusEntry[] = [
    ...known,
    ...changes.orphaned.map(({ source, post }) => ({
      source,
      post: postDocument(post, site),
      state: 'orphaned' as const,
      reason: null,
    })),
    ...[...erroneous].map((source) => ({
      source,
      post: postDocument(snapshot.index.records[source]?.post ?? null, site),
      state: 'error' as const,
      reason: null,
    })),
  ];
  return {
    schema: 1,
    command: 'status',
    sources: entries.sort((a, b) => (a.source < b.source ? -1 : 1)),
  };
}
