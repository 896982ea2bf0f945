import type { PostKind } from './draft.ts';

/** What a site's API may turn out not to offer. */
export const lacks = ['accept', 'article-edit'] as const;
export type Lack = (typeof lacks)[number];

/** What was found out of how the API of a site works, so that no later run has to find it out again. */
export interface SiteMemory {
  /**
   * Names the fields that answers carry; null: none was made yet. Where it is safe, texts come
   * HTML-encoded, and not always as often.
   */
  readonly filter: { readonly id: string; readonly safe: boolean } | null;
  /** The kinds of posts that are listed for the whole site only, not by their author. */
  readonly wholeLists: readonly PostKind[];
  readonly lacks: readonly Lack[];
}

/** Nothing was found out yet. */
export const blankMemory: SiteMemory = { filter: null, wholeLists: [], lacks: [] };

/** Whether a text can be the id of a filter: it is sent, and kept where everyone may read it. */
export function isFilterId(value: string): value is string {
  return /^[!-~]{1,256}$/.test(value);
}
