import type { Log } from '../../ports/log.ts';
import type { PullComments } from '../../ports/pull-comments.ts';
import type { RequestCount } from '../../ports/site.ts';
import type { View } from '../../report/audience.ts';
import type { Safe } from '../../report/markdown.ts';

/** Where a run may comment on pull requests or merge requests. */
export interface CommentPlace {
  readonly comments: PullComments;
  /** The configuration file, where it is not the usual one; else empty. */
  readonly config: string;
  /** The page of the run; null where it is not known. */
  readonly run: string | null;
  /** Makes a text in a comment harmless. */
  readonly safe: Safe;
  readonly requests: RequestCount;
  close(): Promise<void>;
}

/** What a command tells pull requests with. */
export interface Telling {
  readonly log: Log;
  readonly view: View;
  /** Null where the run has nothing to write a comment with. */
  openComments(): Promise<CommentPlace | null>;
}
