import type { Provenance } from './provenance.ts';
import type { Instant } from './post.ts';
import type { Digest } from './digest.ts';

/** The kinds of sources that a forge lists, as the configuration names them. */
export type ListedSources = 'pull-requests' | 'releases';

/** So many are asked for by name at each plan at most; beyond, the list is read again. */
export const mostPending = 1000;

/** How far the forge's list of one kind of sources has been seen. */
export interface SourceCursor {
  /** The newest update seen. */
  readonly at: Instant;
  /** Those seen of which something is left to do: they are asked for again by name. At most `mostPending`. */
  readonly pending: readonly Provenance[];
  /** The digest of what was asked for; absent where an older version asked. */
  readonly query?: Digest;
  /** Of releases: the numbers of pull requests with a note that are in no release yet; absent: none. */
  readonly unreleased?: readonly number[];
}

/** How far each of these lists has been seen; absent where none was asked for. */
export type SourceCursors = Readonly<Partial<Record<ListedSources, SourceCursor>>>;
