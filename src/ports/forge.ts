import type { Instant } from '../model/post.ts';
import type { RequestCount } from './site.ts';

/** A pull request that was merged into the default branch. All of its texts are hostile. */
export interface MergedPullRequest {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
  readonly author: { readonly id: number | null; readonly login: string } | null;
  readonly mergedAt: Instant;
  readonly updatedAt: Instant;
  readonly url: string;
}

/** What to look for. */
export interface PullRequestQuery {
  /** Only those merged from this moment on. */
  readonly since: Instant;
  /** Only those updated from this moment on; null: all, by label where labels are given. */
  readonly updatedSince: Instant | null;
  /** Where all are listed: only those with one of these labels; empty: whatever their labels. */
  readonly labels: readonly string[];
  /** Asked for by number in any case. */
  readonly numbers: readonly number[];
}

/** A forge, as far as this project uses it. Methods throw a `Fault` of kind `forge`. */
export interface Forge {
  /** Whether everyone may read the repository; null where the forge does not tell. */
  isPublic(): Promise<boolean | null>;
  /** Merged pull requests, in the order of their numbers; each once. */
  mergedPullRequests(query: PullRequestQuery): Promise<readonly MergedPullRequest[]>;
  /** Which of these labels there are in the repository, as they are given. */
  labelsAmong(names: readonly string[]): Promise<readonly string[]>;
  readonly requests: RequestCount;
}
