import type { Config } from '../../config/schema.ts';
import type { Mechanism } from '../../model/evidence.ts';

/** What goes into a new configuration: only what somebody chose. */
export interface Wish {
  readonly tier: string;
  readonly team: string | null;
  readonly url: string | null;
  readonly api: string | null;
  readonly tags: readonly string[];
  /** Null: the ledger is a branch. */
  readonly ledgerFile: string | null;
}

/** A way in which a workflow gets its approval. */
export const ways = ['reviewers', 'comments', 'dispatch'] as const;
export type Way = (typeof ways)[number];

/** What a configuration accepts, by the workflow that fits. */
export const acceptedOf: Readonly<Record<Way, readonly Mechanism[]>> = {
  reviewers: ['environment'],
  comments: ['comment', 'dispatch'],
  dispatch: ['dispatch'],
};

/** The way that a configuration is for; null: none of GitHub's. */
export function wayOf({ approval: { accept } }: Pick<Config, 'approval'>): Way | null {
  const found = (['environment', 'comment', 'dispatch'] as const).find((each) =>
    accept.includes(each),
  );
  if (found === undefined) return null;
  return ways.find((way) => acceptedOf[way][0] === found) ?? null;
}

/** A configuration as its file has it, by key. */
export function configValue(
  wish: Wish,
  more: { readonly pulls: boolean; readonly accept: readonly Mechanism[] },
) {
  const { tier, team, url, api, tags, ledgerFile } = wish;
  return {
    destination: {
      tier,
      ...(team !== null && { team }),
      ...(url !== null && { url }),
      ...(api !== null && { api }),
    },
    ...(more.pulls ? {} : { sources: { 'pull-requests': false as const } }),
    ...(tags.length > 0 && { defaults: { tags } }),
    approval: { accept: more.accept },
    ...(ledgerFile !== null && { ledger: { file: ledgerFile } }),
  };
}
