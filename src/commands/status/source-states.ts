import type { LedgerIndex } from '../../model/ledger.ts';
import { compareSourceKeys } from '../../model/source-key.ts';
import type { PlannedChange } from '../../planning/planned-change.ts';
import type { Site } from '../../ports/site.ts';
import type { StatusDocument } from '../../report/documents/status.ts';
import type { Context } from '../context.ts';
import { wholePlan } from '../planning-options.ts';
import { postDocument, requestsDocument } from '../plan/plan-document.ts';
import { prepare } from '../prepare.ts';

type StatusEntry = StatusDocument['sources'][number];

/** Tells for each source what the next plan would do with it. Writes nothing, not even the ledger. */
export async function sourceStates(
  context: Context,
  { full, approvals = false }: { readonly full: boolean; readonly approvals?: boolean },
): Promise<StatusDocument> {
  const { site } = context;
  const { changes, before, erroneous } = await prepare(context, { ...wholePlan, full });
  const entry = (
    { source, post }: Pick<PlannedChange, 'source' | 'post'>,
    state: StatusEntry['state'],
    reason: StatusEntry['reason'] = null,
  ): StatusEntry => ({ source, post: postDocument(post, site), state, reason });
  const known = changes.changes.map((change) => {
    switch (change.outcome) {
      case 'unchanged':
        if (change.record.forgotten) return entry(change, 'forgotten');
        if (changes.skipped.has(change.source)) return entry(change, 'skipped');
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
    ...(approvals && { approvals: approvalsOf(before, changes.changes, site) }),
    requests: requestsDocument(context),
  };
}

/** What the text of each post rests on, as the ledger says it. */
function approvalsOf(
  { records, approvals }: LedgerIndex,
  changes: readonly PlannedChange[],
  site: Site,
): NonNullable<StatusDocument['approvals']> {
  const now = new Map(
    changes.map((change) => [change.source, change.outcome === 'unchanged' ? change.record : null]),
  );
  return Object.entries(records)
    .flatMap(([source, record]) => {
      const { post, plan } = record;
      if (!post) return [];
      const evidence = plan && Object.hasOwn(approvals, plan) ? approvals[plan] : undefined;
      const known = now.get(source) ?? record;
      return [
        {
          source,
          post: postDocument(post, site),
          plan,
          text: known.gone ? 'deleted' : known.edited ? 'edited' : 'as approved',
          approval: evidence
            ? {
                mechanism: evidence.mechanism,
                verified: evidence.verified,
                by: evidence.by,
                ...(evidence.others && { others: [...evidence.others] }),
                evidence: evidence.evidence,
                at: new Date(evidence.at).toISOString(),
              }
            : null,
        } as const,
      ];
    })
    .sort((a, b) => compareSourceKeys(a.source, b.source));
}
