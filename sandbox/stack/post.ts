export const apiArticleTypes = [
  'knowledgeArticle',
  'announcement',
  'policy',
  'howToGuide',
] as const;
export type ApiArticleType = (typeof apiArticleTypes)[number];

export const editableByValues = ['ownerOnly', 'specificEditors', 'everyone'] as const;

/** Who may edit an article, in ids. */
export interface StoredPermissions {
  readonly editableBy: (typeof editableByValues)[number];
  readonly users: readonly number[];
  readonly groups: readonly number[];
}

/** Times are in milliseconds by the site's clock. A change makes a new object, so that an answer
 * that is still being rendered shows the post as its own write left it. */
interface StoredPost {
  readonly id: number;
  /** Markdown, as stored. */
  readonly body: string;
  readonly owner: number;
  readonly lastEditor: number | null;
  readonly created: number;
  readonly activity: number;
  readonly edited: number | null;
  readonly deleted: number | null;
  readonly locked: boolean;
}

export interface StoredArticle extends StoredPost {
  readonly kind: 'article';
  readonly title: string;
  /** Names, in the order they were sent. */
  readonly tags: readonly string[];
  readonly type: ApiArticleType;
  readonly permissions: StoredPermissions;
  readonly expires: string | null;
}

export interface StoredQuestion extends StoredPost {
  readonly kind: 'question';
  readonly title: string;
  readonly tags: readonly string[];
  readonly answers: readonly number[];
  readonly accepted: number | null;
}

export interface StoredAnswer extends StoredPost {
  readonly kind: 'answer';
  readonly question: number;
}

export type Post = StoredArticle | StoredQuestion | StoredAnswer;
export type PostKind = Post['kind'];
export type PostOf<Kind extends PostKind> = Extract<Post, { kind: Kind }>;

export interface Tag {
  readonly id: number;
  readonly name: string;
  readonly created: number;
  /** Posts that carry it and are not deleted. */
  readonly posts: number;
}
