import type { Place } from './error.ts';
import type { ImageFile } from './image.ts';
import type { Provenance } from './provenance.ts';

/** What an author can call an Article. */
export const articleTypes = [
  'knowledge-article',
  'how-to-guide',
  'announcement',
  'policy',
] as const;
export type ArticleType = (typeof articleTypes)[number];

/** Who may edit a post: user ids or e-mail addresses, and user groups by id or name. */
export type Editors =
  | 'everyone'
  | 'owner'
  | {
      readonly users: readonly (number | string)[];
      readonly groups: readonly (number | string)[];
    };

/** What was marked for publication, and where it stands. */
interface Source {
  /** Stable name: `docs/tls.md`, `docs/faq.md#how-do-i-…`, `pull/123`, or `id/NAME` where pinned. */
  readonly key: string;
  /** Changes when the text may have changed: the git blob id, or the digest of a note. */
  readonly revision: string;
  readonly provenance: Provenance;
}

/**
 * What a source says, before it is fitted to the site. The author's own bytes are the text: `body`
 * is cut out of the file, never written anew.
 */
export interface Draft extends Source {
  readonly kind: PostKind;
  readonly title: string;
  readonly body: string;
  /** Only for a question: the text of its accepted answer. */
  readonly answer: string | null;
  readonly tags: readonly string[];
  /** Only for an article. */
  readonly type: ArticleType | null;
  /** Null where neither the author nor the configuration says: then the site's setting is left alone. */
  readonly editors: Editors | null;
  /** Where its title stands in its file; null for what has no lines of its own (a note). */
  readonly place: Place | null;
  /** Where the first line of its body stands. */
  readonly bodyLine: number;
  /** Where its tags stand; absent where the source has none of its own, or no lines. */
  readonly tagsPlace?: Place;
  /** Where the first line of the answer stands; absent where the source has no lines of its own. */
  readonly answerLine?: number;
  /** Where the lines of the body do not follow each other in the file; absent where they do. */
  readonly bodyCuts?: readonly LineCut[];
  /** The same of the answer. */
  readonly answerCuts?: readonly LineCut[];
  /** A release: what it is made from, as its record keeps it; absent elsewhere. */
  readonly madeFrom?: {
    /** The numbers of all pull requests in it; null where it is its own text. */
    readonly members: readonly number[] | null;
    /** What of it is another where its text has to be made anew. */
    readonly dependsOn: Readonly<Record<string, string>>;
  };
  /** Who wrote it, by the forge's login; absent where the forge does not tell. Never published. */
  readonly author?: string;
  /** The images in its texts whose addresses lead into the repository; absent where there are none. */
  readonly images?: readonly DraftImage[];
}

/** Why an image cannot be taken: what stands at its path, or how it is stored. */
export type ImageFlaw =
  | 'missing'
  | 'outside'
  | 'symlink'
  | 'submodule'
  | 'not-checked-out'
  | 'lfs'
  | 'filtered'
  | 'too-big'
  | 'other-type';

/** An image in a text of a draft whose address leads into the repository. */
export interface DraftImage {
  readonly field: 'body' | 'answer';
  /** Where the address stands in that field, with the marks around it, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** As the author wrote it, decoded. */
  readonly url: string;
  /** Where it leads, from the root; null: out of the repository. */
  readonly path: string | null;
  /** The git blob id of what stands there; empty where nothing does, and in the working tree. */
  readonly revision: string;
  /** The picture, or why there is none. */
  readonly file: ImageFile | ImageFlaw;
}

/** Lines (from 1) greater than `after` stand `lines` further down in the file; the last that fits counts. */
export interface LineCut {
  readonly after: number;
  readonly lines: number;
}

export type PostKind = 'article' | 'question';

/** How many characters the site takes in a text of each kind of post. */
export const mostCharacters: Readonly<Record<PostKind, number>> = {
  article: 100_000,
  question: 30_000,
};
