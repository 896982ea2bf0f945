import type { ArticleType, Draft, Editors } from '../model/draft.ts';
import type { Finding } from '../model/finding.ts';

/** What the configuration says where a source does not. */
export interface SourceDefaults {
  readonly tags: readonly string[];
  readonly type?: ArticleType | undefined;
  readonly editors?: Editors | undefined;
}

/** What the sources say, and what is wrong with them. */
export interface Reading {
  readonly drafts: Draft[];
  readonly findings: Finding[];
}
