import type { PlannedChange } from '../../planning/planned-change.ts';
import type { StatusDocument } from '../../report/documents/status.ts';
import type { Context } from '../context.ts';
import { wholePlan } from '../planning-options.ts';
import { postDocument, requestsDocument } from '../plan/plan-document.ts';
import { prepare } from '../prepare.ts';

type StatusEntry = StatusDocument['sources'][number];

/** Tells for each source what the next plan would do with it. Writes nothing, not even the ledger. */
export async function sourceStates(
  context: Context,
  options: { readonly full: boolean },
): Promise<StatusDocument> {
  const { site, forge } = context;
  const { changes, before, erroneous } = await prepare(context, { ...wholePlan, ...options });
  const entry = (
    { source, post }: Pick<PlannedChange, 'source' | 'post'>,
    state: StatusEntry['state'],
    reason: StatusEntry['reason'] = null,
  ): StatusEntry => ({ source, post: postDocument(post, site), state, reason });
  const known = changes.changes.map((change) => {
    switch (change.outcome) {
      case 'unchanged':
        if (change.record.forgotten) return entry(change, 'forgotten');
        return entry(change, change.edited ? 'edited' : 'unchanged');
      case 'step':
        return entry(change, change.step.action);
      case 'held':
        return entry(change, 'held', change.reason);
    }
  });
  const entries = [
    ...known,
    ...changes.orphaned.map((orphan) => entry(orphan, 'orphaned')),
    ...[...erroneous].map((source) =>
      entry({ source, post: before.records[source]?.post ?? null }, 'error'),
    ),
  ];
  return {
    schema: 1,
    command: 'status',
    sources: entries.sort((a, b) => (a.source < b.source ? -1 : 1)),
    requests: requestsDocument(site, forge),
  };
}
