import type { Config } from '../config/schema.ts';
import type { Json } from '../model/canonical-json.ts';
import type { Draft } from '../model/draft.ts';
import type { Finding } from '../model/finding.ts';
import type { LedgerRecord } from '../model/ledger.ts';
import type { ListedSources, SourceCursor } from '../model/source-cursor.ts';
import type { Instant } from '../model/post.ts';
import type { Provenance } from '../model/provenance.ts';
import type { Digest } from '../model/digest.ts';
import type { Forge, MergedPullRequest } from '../ports/forge.ts';
import type { History } from '../ports/history.ts';
import type { FileTree } from '../ports/repository.ts';
import type { LinkedFiles } from './linked-files.ts';

/** What of the configuration is about sources. */
export type SourcesConfig = Pick<Config, 'sources' | 'defaults'>;

/** A source that the ledger has. */
export interface RecordedSource {
  readonly key: string;
  readonly record: LedgerRecord;
}

/** What a kind of source works with. */
export interface GatherContext {
  readonly config: SourcesConfig;
  readonly tree: FileTree;
  /** The sources of this kind that the ledger has. */
  readonly recorded: readonly RecordedSource[];
  /**
   * Whether a recorded source need not be read again, given that it still is of its record's revision:
   * its text cannot have changed, and nothing is left to do about it.
   */
  readonly mayBeSkipped: (record: LedgerRecord) => boolean;
  /** How far the list of this kind has been seen; null: never, or there is none. */
  readonly cursor: SourceCursor | null;
  /** When the ledger was begun: what was there before is history. */
  readonly started: Instant;
  readonly now: Instant;
}

/** What a kind of source works with that the forge lists. */
export interface ForgeContext extends GatherContext {
  readonly forge: Forge;
  readonly history: History;
  /** Read every source anew, whatever the ledger says. */
  readonly recompose: boolean;
  /** The digest of the settings that shape the texts. */
  readonly settings: Digest;
  /** The sources of all other kinds that the ledger has. */
  readonly others: readonly RecordedSource[];
  /** The merged pull requests that were read before: those that were updated, and more. */
  readonly pulls: readonly MergedPullRequest[];
}

/** What a kind of source found. */
export interface FoundSources {
  readonly drafts: readonly Draft[];
  readonly findings: readonly Finding[];
  /** Those that the ledger has as they are, so that they were not read. */
  readonly unread: readonly RecordedSource[];
  /** How far the list was seen; null where there is none. */
  readonly seen: Omit<SourceCursor, 'pending'> | null;
  /** The merged pull requests that were read for it; absent where none are. */
  readonly pulls?: readonly MergedPullRequest[];
  /** What links lead to; absent where the kind reads no files. */
  readonly linked?: LinkedFiles;
}

interface AnyKind {
  /** Whether a source of this provenance is of this kind. */
  readonly owns: (provenance: Provenance) => boolean;
  /**
   * What of the configuration shapes the texts, under a name of its own, beside the defaults: where it
   * changes, every source is read again. Where to look for sources does not shape them.
   */
  readonly shaping: (config: SourcesConfig) => Readonly<Record<string, Json>>;
}

/** A kind that is read from the files of the repository. */
export interface FileKind extends AnyKind {
  readonly from: 'files';
  readonly gather: (context: GatherContext) => Promise<FoundSources>;
}

/** A kind that the forge lists. */
export interface ForgeKind extends AnyKind {
  readonly from: 'forge';
  readonly list: ListedSources;
  /** Null where the configuration switches it off: what came from it then stays as it is. */
  readonly gather: (context: ForgeContext) => Promise<FoundSources | null>;
}

/** One kind of source: what it reads, and what of it is new. */
export type SourceKind = FileKind | ForgeKind;
