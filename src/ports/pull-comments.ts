import type { ChangeKind } from '../model/provenance.ts';

/** A comment of ours. Anyone who may write can have edited it: its body is hostile. */
export interface OwnComment {
  readonly id: number;
  readonly body: string;
}

/** What a forge can do for the comment on a pull request or merge request. Methods throw a `Fault` of kind `forge`. */
export interface PullComments {
  /** What the forge calls what is commented on. */
  readonly kind: ChangeKind;
  /** The first comment of the token's own account that begins with a text; null: there is none. */
  find(pull: number, start: string): Promise<OwnComment | null>;
  /** Writes a new comment, or what a comment says from now on. */
  write(pull: number, known: OwnComment | null, body: string): Promise<void>;
  /** The files that a pull request adds or changes, and not those that it deletes. */
  changedFiles(pull: number): Promise<ReadonlySet<string>>;
  /**
   * The merged pull request that brought the last change of each file, as of a commit. A file that none
   * brought is left out.
   */
  pullsOfFiles(commit: string, paths: readonly string[]): Promise<ReadonlyMap<string, number>>;
}
