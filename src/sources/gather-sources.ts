import { digestOf, type Digest } from '../model/digest.ts';
import type { Draft } from '../model/draft.ts';
import type { Finding } from '../model/finding.ts';
import { type LedgerIndex, type LedgerRecord } from '../model/ledger.ts';
import {
  mostPending,
  type ListedSources,
  type SourceCursor,
  type SourceCursors,
} from '../model/source-cursor.ts';
import type { Instant } from '../model/post.ts';
import { provenanceText, type Provenance } from '../model/provenance.ts';
import { compareSourceKeys, parseSourceKey } from '../model/source-key.ts';
import type { Forge } from '../ports/forge.ts';
import type { History } from '../ports/history.ts';
import type { FileTree } from '../ports/repository.ts';
import { linkedFiles, type LinkedFiles } from './linked-files.ts';
import type {
  ForgeContext,
  ForgeKind,
  FoundSources,
  RecordedSource,
  SourceKind,
  SourcesConfig,
} from './source-kind.ts';
import { sourceKinds } from './source-kinds.ts';

const dayMs = 24 * 3_600_000;

export interface GatherSourcesOptions {
  readonly tree: FileTree;
  /** Null where there is no forge to ask. */
  readonly forge: Forge | null;
  /** The history of its tags; null where there is no forge to ask. */
  readonly history: History | null;
  readonly config: SourcesConfig & { readonly rules: object };
  readonly index: LedgerIndex;
  /** Read every source, also those that did not change. */
  readonly recompose: boolean;
  readonly now: Instant;
}

/** What all kinds of sources say. */
export interface GatheredSources {
  readonly drafts: readonly Draft[];
  /** What reading found; the rules have not looked at the drafts yet. */
  readonly findings: readonly Finding[];
  readonly unread: readonly RecordedSource[];
  /** What the links of files lead to. */
  readonly linked: LinkedFiles;
  /** The digest of the settings that shape the texts. */
  readonly settings: Digest;
  /** How many sources come from where a source comes from, also those with an error. */
  readonly sourceCount: (provenance: Provenance) => number;
  /** How many notes of pull requests are in no release yet; null where releases are not made from them. */
  readonly unreleased: number | null;
  /** How far the lists were seen, once it is known of which sources something is left to do. */
  readonly cursors: (open: readonly Provenance[]) => SourceCursors;
}

/** Reads every kind of source. What need not be read again is not. */
export async function gatherSources(options: GatherSourcesOptions): Promise<GatheredSources> {
  const { config, index, recompose } = options;
  const settings = settingsOf(config);
  const recorded = Object.entries(index.records).map(([key, record]) => ({ key, record }));
  const mayBeSkipped = (record: LedgerRecord) => !recompose && isSettled(record, settings);
  const all: { readonly kind: SourceKind; readonly found: FoundSources }[] = [];
  for (const kind of sourceKinds) {
    const isOwn = ({ record }: RecordedSource) => record.provenance && kind.owns(record.provenance);
    const [own, others] = [recorded.filter(isOwn), recorded.filter((each) => !isOwn(each))];
    const pulls = all.flatMap(({ found }) => found.pulls ?? []);
    const context = { recorded: own, others, pulls, settings, mayBeSkipped };
    all.push({ kind, found: await gatherKind(kind, options, context) });
  }

  const drafts = all.flatMap(({ found }) => found.drafts);
  const findings = all.flatMap(({ found }) => found.findings);
  const keys = [
    ...drafts,
    ...findings.map(({ provenance, source }) => ({ provenance, key: source })),
  ];
  const byOrigin = Map.groupBy(keys, ({ provenance }) => provenanceText(provenance));
  const counts = new Map(
    [...byOrigin].map(([origin, all]) => [origin, new Set(all.map(({ key }) => key)).size]),
  );
  return {
    drafts,
    findings,
    unread: all.flatMap(({ found }) => found.unread),
    linked: all.find(({ found }) => found.linked)?.found.linked ?? linkedFiles([], [], []),
    settings,
    unreleased:
      all.find(({ found }) => found.seen?.unreleased)?.found.seen?.unreleased?.length ?? null,
    sourceCount: (provenance) => counts.get(provenanceText(provenance)) ?? 1,
    cursors: (open) => {
      const cursors: Partial<Record<ListedSources, SourceCursor>> = {};
      for (const { kind, found } of all)
        if (kind.from === 'forge' && found.seen)
          cursors[kind.list] = cursorOf(kind, found.seen, open, index);
      return cursors;
    },
  };
}

async function gatherKind(
  kind: SourceKind,
  { config, tree, forge, history, index, recompose, now }: GatherSourcesOptions,
  known: Pick<ForgeContext, 'recorded' | 'others' | 'pulls' | 'settings' | 'mayBeSkipped'>,
): Promise<FoundSources> {
  const started = index.started ?? now;
  const context = { ...known, config, tree, recompose, cursor: null, started, now };
  if (kind.from === 'files') return kind.gather(context);
  const noted = index.sourceCursors[kind.list] ?? null;
  // What the ledger says is a claim: a cursor of the future would hide whatever happens until then.
  const seen = noted && noted.at <= now + dayMs ? noted : null;
  const broken = Object.keys(index.broken).flatMap(provenanceOf).filter(kind.owns);
  const cursor = seen && { ...seen, pending: [...seen.pending, ...broken] };
  const found = forge && history && (await kind.gather({ ...context, cursor, forge, history }));
  // What was not asked for is as it was: never "the source is gone".
  return found ?? { drafts: [], findings: [], unread: known.recorded, seen: null };
}

/** Where a source is from whose record tells nothing; none where its key does not say it. */
function provenanceOf(key: string): Provenance[] {
  const { base } = parseSourceKey(key);
  return base.kind === 'id' ? [] : [base];
}

/** Whether a text was composed under these settings, and nothing is left to do about it. */
function isSettled(record: LedgerRecord, settings: Digest): boolean {
  return (
    record.settings === settings &&
    record.intent === null &&
    record.resolution === null &&
    record.skipped === null &&
    record.complete &&
    record.base !== null
  );
}

function settingsOf(config: GatherSourcesOptions['config']): Digest {
  const shaping = sourceKinds.map((kind) => kind.shaping(config));
  return digestOf({
    defaults: config.defaults,
    rules: config.rules,
    ...Object.assign({}, ...shaping),
  });
}

/** Where more is left to do than can be remembered by name, the list is read again from where it was. */
function cursorOf(
  kind: ForgeKind,
  seen: NonNullable<FoundSources['seen']>,
  open: readonly Provenance[],
  { sourceCursors }: LedgerIndex,
): SourceCursor {
  const pending = pendingOf(open.filter(kind.owns));
  if (pending.length <= mostPending) return { ...seen, pending };
  return { ...seen, at: sourceCursors[kind.list]?.at ?? 0, pending: [] };
}

/** Each once, in the order of sources. */
function pendingOf(open: readonly Provenance[]): Provenance[] {
  const byText = new Map(open.map((each) => [provenanceText(each), each]));
  return [...byText.keys()].sort(compareSourceKeys).flatMap((text) => byText.get(text) ?? []);
}
