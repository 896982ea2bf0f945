import type { StatusDocument } from '../report/documents.ts';
import type { Context } from './context.ts';
import { postDocument } from './plan-document.ts';
import { prepare } from './prepare.ts';

type StatusEntry = StatusDocument['sources'][number];

/** Tells for each source what the next plan would do with it. Writes nothing, not even the ledger. */
export async function status(
  context: Context,
  options: { readonly full: boolean },
): Promise<StatusDocument> {
  const { site } = context;
  const { rows, snapshot, erroneous } = await prepare(context, {
    sources: [],
    full: options.full,
    recompose: false,
  });
  const known = rows.rows.map((row): StatusEntry => {
    const shared = { source: row.source, post: postDocument(row.post, site), reason: null };
    switch (row.outcome) {
      case 'unchanged':
        if (row.record.forgotten) return { ...shared, state: 'forgotten' };
        return { ...shared, state: row.edited ? 'edited' : 'unchanged' };
      case 'step':
        return { ...shared, state: row.step.action };
      case 'held':
        return { ...shared, state: 'held', reason: row.reason };
    }
  });
  const entries: StatusEntry[] = [
    ...known,
    ...rows.orphaned.map(({ source, post }) => ({
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
