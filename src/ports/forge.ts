import type { Instant } from '../model/post.ts';
import type { ChangeKind } from '../model/provenance.ts';
import type { RequestCount } from './site.ts';

/** A pull request or merge request before it is merged. All of its texts are hostile. */
export interface CheckedPullRequest {
  readonly kind: ChangeKind;
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
  /** The login of its author; null where the event does not tell. */
  readonly author: string | null;
  readonly url: string;
  readonly isOpen: boolean;
  /** Whether it is from a fork, whose runs may write nothing. */
  readonly isFork: boolean;
}

/** A pull request or merge request that was merged. All of its texts are hostile. */
export interface MergedPullRequest {
  /** What the forge calls it; absent: a pull request. */
  readonly kind?: ChangeKind;
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
  readonly author: { readonly id: number | null; readonly login: string } | null;
  readonly mergedAt: Instant;
  readonly updatedAt: Instant;
  readonly url: string;
  /** Whether it was merged into the default branch. */
  readonly intoDefault: boolean;
  /** The id of the commit that merged it; null where the forge does not tell. */
  readonly mergeCommit: string | null;
}

/** A release that is no draft. All of its texts are hostile. */
export interface PublishedRelease {
  readonly tag: string;
  /** Empty where it has none. */
  readonly name: string;
  readonly body: string;
  readonly isPrerelease: boolean;
  readonly publishedAt: Instant;
  readonly updatedAt: Instant;
  readonly url: string;
  /** The id of its tag's commit; null where the forge does not tell. */
  readonly commit: string | null;
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
  /** Merged into any branch; else only into the default one. */
  readonly anyBase?: boolean;
  /** Ask for the newest releases in the same breath, so that `releases` need not. */
  readonly releases?: boolean;
}

/** Which releases to list. */
export interface ReleaseQuery {
  /** Every one; else the newest hundred. */
  readonly all: boolean;
  /** Asked for by tag in any case. */
  readonly tags: readonly string[];
}

/** A forge, as far as this project uses it. Methods throw a `Fault` of kind `forge`. */
export interface Forge {
  /** Whether everyone may read the repository; null where the forge does not tell. */
  isPublic(): Promise<boolean | null>;
  /**
   * Merged pull requests, in the order of their numbers; each once. Null where the forge shows none to
   * this token and nobody asked for them in so many words.
   */
  mergedPullRequests(query: PullRequestQuery): Promise<readonly MergedPullRequest[] | null>;
  /** Those of these numbers that are merged pull requests, in the order of their numbers. */
  pullRequests(numbers: readonly number[]): Promise<readonly MergedPullRequest[]>;
  /** Published releases, by the time of their publishing; each once. */
  releases(query: ReleaseQuery): Promise<readonly PublishedRelease[]>;
  /** Which of these labels there are in the repository, as they are given. */
  labelsAmong(names: readonly string[]): Promise<readonly string[]>;
  readonly requests: RequestCount;
}
