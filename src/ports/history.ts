import type { Instant } from '../model/post.ts';

/** The history of the remote's branches and tags: commits only, no files. */
export interface History {
  /**
   * Fetches refs of the remote, as `refs/tags/v1.0`, `refs/heads/main` and `HEAD`, and tells their commits.
   * Those that it lacks are absent; an annotated tag is its commit.
   */
  fetch(refs: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /**
   * Of fetched commits: those reachable from `to` and not from `from` (null: all of them), and the
   * earliest committer time among them (null where there is none).
   */
  range(
    from: string | null,
    to: string,
  ): Promise<{ readonly ids: ReadonlySet<string>; readonly since: Instant | null }>;
  /** Whether the fetched commit `descendant` has `ancestor` (any commit id) in its history, or is it. */
  contains(descendant: string, ancestor: string): Promise<boolean>;
}
