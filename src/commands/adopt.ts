import { Fault } from '../model/error.ts';
import { blankRecord, type LedgerRecord } from '../model/ledger.ts';
import type { Row } from '../planning/row.ts';
import type { AdoptDocument } from '../report/documents.ts';
import type { Context } from './context.ts';
import { postDocument } from './plan-document.ts';
import { prepare, rowOf } from './prepare.ts';

/**
 * Links an existing post to a source. Changes the ledger, never the post: where their texts differ,
 * the next plan holds the source until somebody says which of the two is right.
 */
export async function adopt(
  context: Context,
  { source, url }: { readonly source: string; readonly url: string },
): Promise<AdoptDocument> {
  const { site, ledger } = context;
  const ref = site.refOf(url);
  if (!ref)
    throw refused(
      `${url} is not the address of a post of ${site.destination.site}`,
      "Copy the address from the browser, or from the post's share link.",
    );
  const { rows, snapshot, account } = await prepare(context, {
    sources: [],
    full: false,
    recompose: false,
  });
  const row = rowOf(source, rows);
  requireFree(row, snapshot.index.records[source] ?? null);
  if (row.kind !== ref.kind)
    throw refused(
      `the source is of the kind ${row.kind}, and the post is of the kind ${ref.kind}`,
      'Name a post of the same kind.',
    );
  const claimed = Object.entries(snapshot.index.records).find(
    ([key, record]) => key !== source && record.kind === ref.kind && record.post?.id === ref.id,
  );
  if (claimed)
    throw refused(
      `the post already belongs to ${claimed[0]}`,
      `Run \`resolve ${claimed[0]} forget\` first, or name another post.`,
    );
  const post = await site.read(ref);
  if (!post) throw refused('the post does not exist, or was deleted', 'Name a post that exists.');

  await ledger.update((index) => {
    const record: LedgerRecord = {
      ...(index.records[source] ??
        blankRecord({ ...row, file: null, of: 1, revision: '', settings: settingsOf(row) })),
      kind: ref.kind,
      post: post.ref,
      complete: true,
      // Read again by the next plan, whatever was known of the source.
      revision: '',
      base: null,
      text: null,
      activity: post.activity,
      edited: false,
      form: [],
      gone: false,
      otherOwner: post.owner !== account.id,
      forgotten: false,
      resolution: null,
      intent: null,
    };
    const { tier, site: address, team } = site.destination;
    return {
      index: {
        ...index,
        destination: { tier, site: address, team },
        records: { ...index.records, [source]: record },
      },
    };
  });
  return {
    schema: 1,
    command: 'adopt',
    source,
    resolution: null,
    post: postDocument(post.ref, site),
  };
}

function settingsOf(row: Row): LedgerRecord['settings'] {
  if (row.outcome === 'step') return row.note.settings;
  if (row.record) return row.record.settings;
  return emptySettings;
}

/** Fits no settings: the source is read again. */
const emptySettings: LedgerRecord['settings'] = `sha256:${'0'.repeat(64)}`;

/** A source that has a living post keeps it. */
function requireFree(row: Row, record: LedgerRecord | null): void {
  if (!record?.post || record.gone || record.forgotten) return;
  if (row.outcome === 'held' && (row.reason === 'kind-changed' || row.reason === 'ambiguous'))
    return;
  throw refused(
    `${row.source} already has post ${record.post.id}`,
    `Run \`resolve ${row.source} forget\` first if it should have another.`,
  );
}

function refused(seen: string, remedy: string): Fault<'usage'> {
  return new Fault('usage', 'adopt-refused', `Cannot adopt: ${seen}.`, { remedy });
}
