import type { Account, Destination } from '../model/destination.ts';
import type { Digest } from '../model/digest.ts';
import type { ArticleType, PostKind } from '../model/draft.ts';
import type { ImageType } from '../model/image.ts';
import type { Instant, Permissions, PostContent, PostRef } from '../model/post.ts';
import type { Lack, SiteMemory } from '../model/site-memory.ts';
import type { Directory } from './directory.ts';

/** One line of the account's list: lists carry no Markdown. `title` is as read, perhaps encoded. */
export interface PostSummary {
  readonly kind: PostKind;
  readonly id: number;
  readonly title: string;
  readonly created: Instant;
  readonly activity: Instant;
  readonly url: string;
  /** Of another account: where an API lists posts of the whole site only. */
  readonly byOthers?: true;
}

interface PostPage {
  /** How many posts the whole list has, those of others as well where it has such. */
  readonly total: number;
  readonly items: readonly PostSummary[];
  readonly last: boolean;
}

/** Null where the account was deleted, or nobody did. */
type Writer = Account | null;

/** A post as the site answers it: `title`, `body` and `answer` as read, perhaps encoded. */
export interface SitePost extends PostSummary {
  readonly ref: PostRef;
  readonly body: string;
  readonly tags: readonly string[];
  readonly type: ArticleType | null;
  readonly permissions: Permissions | null;
  readonly owner: Writer;
  /** Who changed the question or the article last; absent where the API does not tell. */
  readonly lastEditor?: Writer;
  /** False where the post is locked for us. */
  readonly editable: boolean;
  /** For a question whose ref names its answer; null where it was deleted. */
  readonly answer: SiteAnswer | null;
  /** What an update must send back as it is, because nobody asked us to manage it. */
  readonly echo: Readonly<Record<string, unknown>>;
}

/** An answer as the site has it: `body` as read, perhaps encoded. */
export interface SiteAnswer {
  readonly id: number;
  readonly body: string;
  /** Its own last activity, which need not be one of its question; absent where the API does not tell. */
  readonly activity?: Instant | null;
  readonly owner: Writer;
  /** As of a post. */
  readonly lastEditor?: Writer;
  readonly accepted: boolean;
}

/** What not every API does, and what was found out of it. */
export interface SiteQuirks {
  /** How long the site wants between one account's writes of Articles, in milliseconds. */
  readonly articleIntervalMs: number;
  /**
   * Its dates are so coarse that an edit right behind a write of ours may bear the date which the answer
   * to that write has. `read` waits for the next date: what it returns is the only text of its date.
   */
  readonly coarseDates: true;
  /** Who may edit an Article cannot be set. */
  readonly editors: false;
  /** To be remembered for later runs. */
  readonly memory: SiteMemory;
  /** Whether something was found missing, and nobody asked to try it once more. */
  isLacking(what: Lack): boolean;
  /**
   * Takes up what an earlier run found out: before the first look at posts. `again`: what an API was
   * found to lack is tried once more; `writing`: what it says of posts decides about a write, so that
   * nothing of it rests on the ledger's word.
   */
  recall(memory: SiteMemory, how: { readonly again: boolean; readonly writing: boolean }): void;
}

/** A picture to upload. */
export interface ImageUpload {
  readonly type: ImageType;
  readonly digest: Digest;
  readonly bytes: Uint8Array;
}

/** The pictures of a site, for its posts. */
export interface SiteImages {
  /**
   * Uploads a picture and returns its address. One that is uploaded twice has two addresses, and
   * nothing else comes of it; so where no answer came it may be uploaded again.
   */
  upload(image: ImageUpload): Promise<string>;
  /** Whether an address is one of this site, and can stand in a text. */
  owns(address: string): boolean;
}

export interface RequestCount {
  readonly total: number;
  readonly writes: number;
}

/**
 * The site, as far as this project uses it. All methods throw a `Fault` of kind `site`; where a
 * write's outcome cannot be known, with `outcome: 'unknown'`.
 */
export interface Site {
  readonly destination: Destination;
  /** The account that the token belongs to. */
  me(): Promise<Account>;
  /** One page (from 1) of an author's posts of a kind, by last activity, newest first, up to 100. */
  list(kind: PostKind, author: number, page: number): Promise<PostPage>;
  /** The same of everybody's posts; absent where nobody needs them. */
  everyones?(kind: PostKind, page: number): Promise<PostPage>;
  /** A post in full as it is now, or null where it was deleted. */
  read(ref: PostRef): Promise<SitePost | null>;
  /** An author's answers to a question, in full. */
  answersOf(question: PostRef, author: number): Promise<readonly SiteAnswer[]>;
  /**
   * Creates an Article or a question, without its answer, and returns what the site made of it. Nothing is sent after `notAfter` (by the
   * local clock, in milliseconds): then it throws `throttled`.
   */
  create(content: PostContent, notAfter: number): Promise<SitePost>;
  /**
   * Replaces what we manage of an Article or a question, without its answer; the rest is sent back as
   * `current` has it. Throws `article-edit-unavailable` where the API does not offer it.
   */
  update(current: SitePost, content: PostContent, notAfter: number): Promise<SitePost>;
  createAnswer(question: PostRef, body: string, notAfter: number): Promise<SiteAnswer>;
  updateAnswer(ref: PostRef, body: string, notAfter: number): Promise<SiteAnswer>;
  /**
   * Accepts the answer that the ref names. Doing it twice changes nothing; where the API does not offer
   * it, nothing happens, and the memory says so.
   */
  acceptAnswer(ref: PostRef, notAfter: number): Promise<void>;
  /**
   * Sends one write that the site has to refuse: an Article without title and text. Returns where it
   * refused the text, and not the token. Throws `token-read-only` where it refused that, and
   * `response-differs` where it took the Article.
   */
  tryWrite(): Promise<void>;
  /** Absent where the API takes no pictures. */
  readonly images?: SiteImages;
  /**
   * Looks up people, groups and tags. Absent where the API cannot: then editors are taken by their ids
   * alone, and of tags and their experts nothing is told.
   */
  readonly directory?: Directory;
  /** The address of a post that a reader can open. */
  urlOf(ref: PostRef): string;
  /** The post that an address names, or null where it is not one of this site. */
  refOf(url: string): PostRef | null;
  /** The site's clock, as its last answer told it; our own before the first. */
  now(): Instant;
  readonly requests: RequestCount;
  /** Absent where the API does all that this port asks for. */
  readonly quirks?: SiteQuirks;
}
