import type { Post, PostKind, PostOf, Tag } from './post.ts';

export type PostSort = 'activity' | 'creation' | 'score';

interface StoreSnapshot {
  readonly nextPost: number;
  readonly nextTag: number;
  readonly posts: readonly Post[];
  readonly tags: readonly Tag[];
}

/** Every post and tag of the team. Questions, answers and articles share one range of ids. */
export class PostStore {
  readonly #posts = new Map<number, Post>();
  readonly #tags = new Map<string, Tag>();
  readonly #ordered = new Map<string, readonly Post[]>();
  #nextPost = 1;
  #nextTag = 1;
  #revision = 0;

  /** Counts the changes. */
  get revision(): number {
    return this.#revision;
  }

  get size(): number {
    return this.#posts.size;
  }

  newId(): number {
    return this.#nextPost++;
  }

  /** A post of a kind, deleted ones too. */
  get<Kind extends PostKind>(kind: Kind, id: number): PostOf<Kind> | null {
    const post = this.#posts.get(id);
    return post?.kind === kind ? (post as PostOf<Kind>) : null;
  }

  find(id: number): Post | null {
    return this.#posts.get(id) ?? null;
  }

  all(): IterableIterator<Post> {
    return this.#posts.values();
  }

  /** Adds a post or puts a new version in the place of the one with its id. */
  put(post: Post, at: number): void {
    this.#count(this.#posts.get(post.id), -1, at);
    this.#count(post, 1, at);
    this.#posts.set(post.id, post);
    this.#ordered.clear();
    this.#revision += 1;
  }

  /** The posts of a kind that are not deleted, oldest (or lowest) first. Sorted at most once per change. */
  ordered<Kind extends PostKind>(kind: Kind, sort: PostSort): readonly PostOf<Kind>[] {
    const key = `${kind} ${sort}`;
    const known = this.#ordered.get(key);
    if (known !== undefined) return known as readonly PostOf<Kind>[];
    const list = [...this.#posts.values()].filter(
      (post): post is PostOf<Kind> => post.kind === kind && post.deleted === null,
    );
    list.sort((a, b) => rank(a, sort) - rank(b, sort) || a.id - b.id);
    this.#ordered.set(key, list);
    return list;
  }

  tag(name: string): Tag | null {
    return this.#tags.get(name) ?? null;
  }

  tags(): IterableIterator<Tag> {
    return this.#tags.values();
  }

  snapshot(): StoreSnapshot {
    return {
      nextPost: this.#nextPost,
      nextTag: this.#nextTag,
      posts: [...this.#posts.values()],
      tags: [...this.#tags.values()],
    };
  }

  restore(snapshot: StoreSnapshot): void {
    this.#posts.clear();
    this.#tags.clear();
    this.#ordered.clear();
    for (const post of snapshot.posts) this.#posts.set(post.id, post);
    for (const tag of snapshot.tags) this.#tags.set(tag.name, tag);
    this.#nextPost = snapshot.nextPost;
    this.#nextTag = snapshot.nextTag;
    this.#revision += 1;
  }

  #count(post: Post | undefined, step: 1 | -1, at: number): void {
    if (post === undefined || post.kind === 'answer') return;
    for (const name of post.tags) {
      const tag = this.#tags.get(name) ?? { id: this.#nextTag++, name, created: at, posts: 0 };
      this.#tags.set(name, { ...tag, posts: tag.posts + (post.deleted === null ? step : 0) });
    }
  }
}

function rank(post: Post, sort: PostSort): number {
  if (sort === 'activity') return post.activity;
  // Nobody votes here: every score is 0, and the id decides.
  return sort === 'creation' ? post.created : 0;
}
