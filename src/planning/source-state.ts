import type { AddressOf } from '../composing/fill-holes.ts';
import type { Digest } from '../model/digest.ts';
import type { PostKind } from '../model/draft.ts';
import type { ComposedFrom, LedgerRecord } from '../model/ledger.ts';
import type { Instant, PostContent, PostRef } from '../model/post.ts';
import type { SiteAnswer, SitePost } from '../ports/site.ts';
import type { KnownEncodings } from './known-encodings.ts';

/** What is known of a record's post. */
export type Seen =
  /** Its activity is the one that the record holds. */
  | { readonly state: 'unmoved' }
  | { readonly state: 'read'; readonly post: SitePost }
  | { readonly state: 'deleted' };

/** A record whose source is gone. */
export interface Orphan {
  readonly source: string;
  readonly record: LedgerRecord;
  /**
   * The text of its base, or what was about to be created where it has no post yet; null where it was
   * linked by hand and never compared.
   */
  readonly base: PostContent | null;
  /** For an open intent to change its post: what the source said then. */
  readonly intended: PostContent | null;
  /** Whether its post was deleted on the site; null where that is not known yet. */
  readonly gone: boolean | null;
}

/** The posts of the site that a source without one may be linked to. */
export interface Adopting {
  /** Everybody's posts that no record claims, read because their title fits. */
  readonly titled: readonly SitePost[];
  /** The step that was approved; null where one is proposed. */
  readonly approved: Digest | null;
  /** Another source without a post has the same title. */
  readonly isShared: boolean;
}

/** For which sources existing posts are looked for, and where. */
export interface Adoption {
  readonly wishes: ReadonlyMap<string, Omit<Adopting, 'titled'>>;
  /** The ids of everybody's posts that no record claims and that may have a title. */
  readonly byTitle: Readonly<Record<PostKind, (title: string) => readonly number[]>>;
}

/** What is the same for all sources of a plan. */
export interface PlanEnvironment {
  /** The id of the account that posts. */
  readonly account: number;
  readonly encodings: KnownEncodings;
  /** The site's clock. */
  readonly now: Instant;
  /** True where the plan may be read by everyone: then no text of the site may enter it. */
  readonly public: boolean;
  readonly urlOf: (ref: PostRef) => string;
  /** The address that a hole would be filled with now; null where there is none. */
  readonly addressOf: AddressOf;
  /**
   * Whether what stands in a hole of a post leads where it should: to the post of its target; null for
   * the forge, where that has none. Where the plan is about to link it to another one, both are right.
   */
  readonly leadsTo: (target: string, address: string | null) => boolean;
  /** Whether an address is one of a picture of the site. */
  readonly isImage: (address: string) => boolean;
  /** Whether an address is one that we build of a post of the site. */
  readonly isPost: (address: string) => boolean;
  /** The addresses that a step with this content says that it uses. */
  readonly usedBy: (
    content: PostContent,
    record: LedgerRecord | null,
  ) => Readonly<Record<string, string>>;
}

/** Everything that decides what becomes of one source. */
export interface SourceState extends PlanEnvironment {
  readonly source: string;
  /** What the source says now; null where it was not read because nothing about it changed. */
  readonly ours: PostContent | null;
  readonly composedFrom: ComposedFrom;
  readonly record: LedgerRecord | null;
  /** The text of `record.base`; needed where `ours` differs from it. */
  readonly base: PostContent | null;
  /** The base is not the record's: the post shows half of a change that no run could end. */
  readonly isHalf?: true;
  /** For an open intent: what the source said then. */
  readonly intended: PostContent | null;
  readonly seen: Seen;
  /** Posts of our account that no record claims, read because their title fits. */
  readonly candidates: readonly SitePost[];
  /** Set where an existing post is proposed for it, be it somebody else's. */
  readonly adopting?: Adopting;
  /** For a question whose answer may have been sent and is not recorded: our account's answers to it. */
  readonly answers: readonly SiteAnswer[];
  /** The source may be one of these, renamed. */
  readonly orphans: readonly Orphan[];
  /** Whether the run that left the record's intent still runs; null where that cannot be told. */
  readonly running: boolean | null;
  /** What is wrong with what the ledger says of it, as the end of a sentence; null: nothing. */
  readonly flaw: string | null;
}
